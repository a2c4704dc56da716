// Texts that attack the page are shown, found and copied, without any other effect.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOSTILE, VENDORS, found, isLookedAt, onDisk, open, seen } from './browser.mjs';

// The elements of the page other than rows and contents.
const frame = page => page.evaluate(() => {
  const elements = [...document.querySelectorAll('*')].filter(element => !element.closest('nav ul, #-catalogs > *, #-results ul, select'));
  return elements.map(element => `${element.tagName} ${element.id} ${element.getAttributeNames()}`);
});

test('it has the elements of any other page, and no others', async t => {
  const hostile = await open(t, onDisk(HOSTILE)), harmless = await open(t, onDisk(VENDORS));
  for (const page of [hostile, harmless]) {
    await page.locator('textarea').focus();
    assert.equal(await page.title(), 'Error codes');
  }
  const without = lines => lines.filter(line => !line.startsWith('NAV') && !line.startsWith('LABEL -language') && !line.startsWith('SELECT'));
  assert.deepEqual(without(await frame(hostile)), without(await frame(harmless)));
  const strangers = await hostile.locator('main, nav').evaluateAll(parts => parts.flatMap(part =>
    [...part.querySelectorAll('img, svg, script, style, link, base, iframe, object, h1, form, [onload], [onerror], [onclick], [onmouseover], [style]')].map(stranger => stranger.outerHTML)));
  assert.deepEqual(strangers, []);
  for (const href of await hostile.locator('a').evaluateAll(links => links.map(link => link.href))) {
    assert.match(href, /^(file|https):/);
  }
});

test('its texts are found, shown unchanged, and linked to', async t => {
  const page = await open(t, onDisk(HOSTILE));
  assert.equal((await seen(page)).length, 11);
  for (const [typed, shown] of [
    ['onerror=alert', '"><img src=x onerror=alert(1)>'], ['taken over', '</p></li></ul></section></main><h1>taken over</h1>'],
    ['{{script}}', '{{script}} {{policy}} {{title}}'], ['<base', "<base href='https://example.invalid/'>"],
    ['最小', '最小的数'], ['&lt;b', '&lt;b&gt;&amp;&#x3c;script>'],
  ]) {
    await page.locator('textarea').fill(typed);
    assert.ok((await found(page)).length > 0, typed);
    assert.ok((await page.locator('#-results').textContent()).includes(shown), shown);
  }
  for (const code of ['"><img src=x onerror=alert(1)>', 'a b', '#-query', '%41', 'type']) {
    await page.evaluate(id => { location.hash = id; }, `Hostile-${encodeURIComponent(code).replace(/[!'()*]/g, char => `%${char.charCodeAt(0).toString(16)}`)}`);
    await page.waitForFunction(code => document.activeElement.textContent === code, code);
  }
  await page.evaluate(() => { location.hash = '%E9%94%99%E8%AF%AF--9223372036854775808'; });
  await isLookedAt(page, '%E9%94%99%E8%AF%AF--9223372036854775808');
});

test('pasted text and links are text too', async t => {
  const page = await open(t, `${onDisk(HOSTILE)}#Hostile-</script><img src=x onerror=alert(1)>`);
  for (const text of ['<img src=x onerror=alert(1)>', 'errcode="><script>alert(1)</script>', '{"errcode":"<svg onload=alert(1)>"}',
    '\u202e\u2066 errcode=1', `errcode=${'9'.repeat(100_000)}`, '{'.repeat(50_000), 'a'.repeat(50_000), '\0\ud800']) {
    await page.locator('textarea').fill(text);
    await page.waitForTimeout(200);
    assert.equal(await page.locator('main img, main svg, main script').count(), 0);
  }
});
