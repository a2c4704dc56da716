// Typing, filters and languages.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MANY, VENDORS, found, onDisk, open, summary, seen } from './browser.mjs';

test('codes, names, symbols and words of any field are found, the best match first', async t => {
  const page = await open(t, onDisk(VENDORS));
  const box = page.locator('textarea');
  assert.ok(await box.evaluate(box => box === document.activeElement), 'one can type at once');
  for (const [typed, first] of [
    ['40014', 'WeCom 40014'],
    ['４００１４', 'WeCom 40014'],
    ['-1', 'WeCom -1'],
    ['InvalidAccessToken', 'WeCom 40014'],
    ['invalid access token', 'WeCom 40014'],
    ['access token invalid', 'WeCom 40014'],
    ['ＩＮＶＡＬＩＤ　ａｃｃｅｓｓ＿ｔｏｋｅｎ', 'WeCom 40014'],
    ['不合法的access_token', 'WeCom 40014'],
    ['access_token 不合法的', 'WeCom 40014'],
    ['ERRCODE_MISS_BUIN', 'Youdu 100008'],
    ['errcode miss buin', 'Youdu 100008'],
    ['missbuin', 'Youdu 100008'],
    ['重复的userId', 'Youdu 300311'],
    ['通讯录管理助手可查看', 'WeCom 40001'],
    ['renew credential', null],
  ]) {
    await box.fill('');
    await page.keyboard.type(typed);
    const rows = await found(page);
    assert.ok(first ? rows[0] === first : rows.length > 1, `${typed}: ${rows.slice(0, 3)}`);
  }
});

test('each letter narrows the results, and an empty query shows everything', async t => {
  const page = await open(t, onDisk(VENDORS));
  const all = (await seen(page)).length;
  assert.equal(all, 192 + 90);
  let last = all;
  for (const letter of 'token') {
    await page.keyboard.press(letter);
    const count = Number((await summary(page)).match(/^\d+/)[0]);
    assert.ok(count <= last && count > 0, `${letter}: ${count} after ${last}`);
    last = count;
  }
  await page.getByRole('button', { name: 'Clear the search' }).click();
  assert.equal((await seen(page)).length, all);
  assert.ok(await page.locator('textarea').evaluate(box => box === document.activeElement));
});

test('letters added one at a time find the same as the whole query', async t => {
  const page = await open(t, onDisk(VENDORS));
  const box = page.locator('textarea');
  // The other results are added later.
  const first = async () => [await summary(page), (await found(page)).slice(0, 10)];
  for (const query of ['invalid_user', 'inv tok', 'user._id', '参数 inv', '_i', '4 in', 'in 4', '-1']) {
    await box.fill(query);
    const whole = await first();
    assert.ok(whole[1].length > 0, query);
    await box.fill('');
    await page.keyboard.type(query);
    assert.deepEqual(await first(), whole, query);
    await page.keyboard.press('Backspace');
    await page.keyboard.type(query.slice(-1));
    assert.deepEqual(await first(), whole, query);
  }
});

test('more results are shown on request', async t => {
  const page = await open(t, onDisk(VENDORS));
  await page.keyboard.type('不');
  const count = Number((await summary(page)).match(/^\d+/)[0]);
  assert.ok(count > 30);
  await page.waitForFunction(() => document.querySelectorAll('#-results li').length === 30);
  await page.getByRole('button', { name: `Show all ${count}` }).click();
  assert.equal((await found(page)).length, count);
  assert.equal(new Set(await found(page)).size, count);
});

test('a code without a row is reported, with nearby codes', async t => {
  const page = await open(t, onDisk(VENDORS));
  await page.keyboard.type('40015');
  await page.waitForFunction(() => document.querySelectorAll('#-results li').length > 0);
  assert.match(await summary(page), /^No catalog has “40015”/);
  assert.ok((await found(page)).includes('WeCom 40014'));
  await page.locator('textarea').fill('qqqqqqqqqqqqqqqq');
  await page.waitForTimeout(300);
  assert.deepEqual(await found(page), []);
});

test('a catalog and a section narrow the page and the results', async t => {
  const page = await open(t, onDisk(VENDORS));
  const nav = page.getByRole('navigation');
  await nav.locator('a[href="#Youdu"]').click();
  assert.equal((await seen(page)).length, 90);
  await page.locator('textarea').fill('token');
  assert.ok((await found(page)).every(row => row.startsWith('Youdu ')));
  assert.match(await summary(page), / in Youdu, best match first$/);
  // The numbers next to the catalogs are those of the search.
  const beside = await nav.locator('a[href="#WeCom"] small').textContent();
  await nav.locator('a[href="#WeCom"]').click();
  assert.equal((await found(page)).length, Number(beside));

  await page.locator('textarea').fill('');
  const section = nav.locator('a[href="#WeCom:ExpiredCredentials"]');
  const count = Number(await section.locator('small').textContent());
  await section.click();
  assert.equal((await seen(page)).length, count);
  assert.equal(await section.getAttribute('aria-current'), 'true');
  await page.locator('textarea').fill('ERRCODE');
  assert.match(await summary(page), /^Nothing in WeCom › .*; \d+ codes elsewhere/);
  await nav.locator('a[href="#-catalogs"]').click();
  assert.ok((await found(page)).length > 0);
});

test('the chosen language comes first, and is remembered', async t => {
  const page = await open(t, onDisk(MANY));
  const first = id => page.evaluate(id => {
    const texts = [...document.querySelectorAll(`[id="${id}"] > p`)].filter(p => p.checkVisibility());
    return texts.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)[0].textContent;
  }, id);
  const code = 'Billing-101', vendors = 'WeCom-40014';
  assert.deepEqual([await first(code), await first(vendors)], ['the caller may not do this', '不合法的access_token']);
  const choice = page.locator('#-language select');
  await choice.selectOption('zh');
  assert.deepEqual([await first(code), await first(vendors)], ['没有权限', '不合法的access_token']);
  await choice.selectOption('en');
  assert.deepEqual([await first(code), await first(vendors)], ['the caller may not do this', 'invalid access_token']);
  await page.reload();
  assert.equal(await choice.inputValue(), 'en');
  assert.equal(await first(vendors), 'invalid access_token');
  await page.locator('textarea').fill('40014');
  const shown = await page.locator('#-results li p').evaluateAll(all => all
    .filter(p => p.checkVisibility() && !p.className)
    .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top).map(p => p.textContent));
  assert.deepEqual(shown.slice(0, 2), ['invalid access_token', '不合法的access_token']);
  await page.locator('textarea').fill('');
  await choice.selectOption('');
  assert.equal(await first(vendors), '不合法的access_token');
});
