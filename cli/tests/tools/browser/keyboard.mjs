// Use of the whole page by keyboard.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VENDORS, found, isLookedAt, onHost, open } from './browser.mjs';

const focused = page => page.evaluate(() => {
  const { activeElement: at } = document;
  return at.textContent.trim() || at.ariaLabel || at.id || at.tagName;
});

test('a search, its results, a code, a copy, and back, by keys alone', async t => {
  const page = await open(t, onHost(VENDORS));
  const { keyboard } = page;
  await keyboard.type('token');
  const rows = (await found(page)).map(row => row.split(' ')[1]);
  await keyboard.press('ArrowDown');
  assert.equal(await focused(page), rows[0]);
  await keyboard.press('ArrowDown');
  await keyboard.press('j');
  assert.equal(await focused(page), rows[2]);
  await keyboard.press('k');
  await keyboard.press('ArrowUp');
  await keyboard.press('ArrowUp');
  assert.equal(await page.evaluate(() => document.activeElement.id), '-query');
  await keyboard.press('ArrowDown');
  await keyboard.press('c');
  await page.waitForFunction(code => navigator.clipboard.readText().then(text => text.includes(code)), rows[0]);
  await keyboard.press('Enter');
  const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
  assert.ok(id.endsWith(`-${rows[0]}`));
  await isLookedAt(page, id);
  await keyboard.press('ArrowDown');
  assert.notEqual(await focused(page), rows[0]);
  await keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement.id), '-query');
  await keyboard.type('40014');
  await keyboard.press('Enter');
  await isLookedAt(page, 'WeCom-40014');
  await keyboard.press('Escape');
  assert.equal(await page.evaluate(() => document.activeElement.id), '-query');
});

test('Escape clears the search', async t => {
  const page = await open(t, onHost(VENDORS));
  await page.keyboard.type('token');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('textarea').inputValue(), '');
  assert.deepEqual(await found(page), []);
});

test('keys of the browser and of an input method keep their effect', async t => {
  const page = await open(t, onHost(VENDORS));
  await page.keyboard.type('40014');
  const left = await page.evaluate(() => {
    const box = document.querySelector('textarea'), before = location.hash;
    const press = options => box.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...options }));
    const kept = [press({ key: 'Enter', isComposing: true }), press({ key: 'Escape', isComposing: true }), press({ key: 'c', ctrlKey: true })];
    return [...kept, location.hash === before, box.value];
  });
  assert.deepEqual(left, [true, true, true, true, '40014']);
});

test('Tab reaches everything that can be used, and each shows that it has the focus', async t => {
  const page = await open(t, onHost(VENDORS));
  await page.keyboard.type('40014');
  await page.keyboard.press('ArrowDown');
  await page.locator('textarea').focus();
  const wanted = new Set(['Clear the search', 'all', 'All catalogs', 'WeCom', 'Copy all as text', '40014', 'Copy', 'Link']);
  const order = [];
  for (let step = 0; step < 60 && wanted.size; step++) {
    await page.keyboard.press('Tab');
    const { name, shown } = await page.evaluate(() => {
      const at = document.activeElement, { outlineStyle, outlineWidth } = getComputedStyle(at);
      return { name: at.ariaLabel?.startsWith('Clear') ? at.ariaLabel : at.textContent.trim(), shown: outlineStyle !== 'none' && outlineWidth !== '0px' };
    });
    order.push(name);
    assert.ok(shown, `${name} does not show its focus`);
    for (const want of wanted) if (name === want || name.startsWith(want)) wanted.delete(want);
  }
  assert.deepEqual([...wanted], [], order.join(', '));
});
