// The layout of a row at the widths of a telephone, a tablet and a desktop.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VENDORS, onDisk, open } from './browser.mjs';

// Returns the distance between name and symbol of each meaning whose message takes several lines.
const distances = page => page.evaluate(() => {
  // Otherwise the parts of rows outside the window have no boxes.
  for (const row of document.querySelectorAll('main li')) row.style.contentVisibility = 'visible';
  const lines = text => text.getBoundingClientRect().height / parseFloat(getComputedStyle(text).lineHeight);
  return [...document.querySelectorAll('main .n + .s')].filter(symbol => symbol.checkVisibility()).flatMap(symbol => {
    const name = symbol.previousElementSibling;
    const texts = [...symbol.parentElement.querySelectorAll(':scope > p:not([class])')].filter(text => text.checkVisibility());
    const [message] = texts.sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top);
    if (lines(message) < 1.5) return [];
    const [above, below] = [name, symbol].map(part => part.getBoundingClientRect());
    return [{ name: name.textContent, left: below.left - above.left, top: below.top - above.bottom }];
  });
});

for (const width of [360, 650, 1120]) {
  test(`a symbol stays next to its name, ${width} pixels wide`, async t => {
    const page = await open(t, onDisk(VENDORS), { viewport: { width, height: 900 } });
    const all = [];
    for (const language of ['', 'zh-CN', 'en']) {
      await page.locator('select').selectOption(language);
      all.push(...await distances(page));
    }
    assert.ok(all.length > 0, 'some messages take several lines');
    assert.deepEqual(all.filter(({ left, top }) => Math.abs(left) > 1 || top < -1 || top > 4), []);
  });
}
