// Links to codes, catalogs and sections, when they are copied and when they are opened.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LONG, VENDORS, found, isLookedAt, onDisk, open, openLink, seen } from './browser.mjs';

for (const [width, height] of [[360, 740], [800, 900], [1440, 900]]) {
  test(`a link to a code opens at it, ${width} pixels wide`, async t => {
    const page = await open(t, onDisk(VENDORS), { viewport: { width, height } });
    for (const id of ['WeCom-40014', 'WeCom-301022', 'Youdu-300311', 'Youdu-500007']) {
      await openLink(page, `${onDisk(VENDORS)}#${id}`);
      await isLookedAt(page, id);
      assert.equal((await seen(page)).length, 192 + 90);
    }
  });
}

test('links and keys reach each row of a long list', async t => {
  for (const width of [360, 1440]) {
    const page = await open(t, onDisk(LONG), { viewport: { width, height: 900 } });
    assert.equal((await seen(page)).length, 192 + 90 + 450);
    for (const code of [5001, 5100, 5101, 5333, 5450]) {
      await openLink(page, `${onDisk(LONG)}#Long-${code}`);
      await isLookedAt(page, `Long-${code}`);
    }
    for (const code of [5449, 5448]) {
      await page.keyboard.press('ArrowUp');
      await isLookedAt(page, `Long-${code}`);
    }
    await page.keyboard.press('/');
    await page.keyboard.type('5300');
    await page.keyboard.press('Enter');
    for (const code of [5300, 5301]) {
      await isLookedAt(page, `Long-${code}`);
      await page.keyboard.press('ArrowDown');
    }
  }
});

test('a link to a code works from any state of the page', async t => {
  const page = await open(t, onDisk(VENDORS));
  const goTo = id => page.evaluate(id => { location.hash = id; }, id);
  await page.locator('textarea').fill('nothing that is anywhere');
  await goTo('WeCom-40014');
  await isLookedAt(page, 'WeCom-40014');
  assert.equal(await page.locator('textarea').inputValue(), '');
  // A section filter without the code is removed.
  await goTo('Youdu');
  assert.equal((await seen(page)).length, 90);
  await goTo('WeCom-45009');
  await isLookedAt(page, 'WeCom-45009');
});

test('a result links to its code, and Back restores the query', async t => {
  const page = await open(t, onDisk(VENDORS));
  await page.keyboard.type('40014');
  await page.locator('#-results li > a').first().click();
  assert.equal(new URL(page.url()).hash, '#WeCom-40014');
  await isLookedAt(page, 'WeCom-40014');
  await page.goBack();
  assert.equal(await page.locator('textarea').inputValue(), '40014');
  assert.equal((await found(page))[0], 'WeCom 40014');
});

test('a link works after a mail program has changed it', async t => {
  const page = await open(t, onDisk(VENDORS));
  for (const [hash, id] of [['wecom-40014', 'WeCom-40014'], ['WeCom-40014.', 'WeCom-40014'], ['WeCom%2D40014', 'WeCom-40014'],
    ['WeCom-40014）。', 'WeCom-40014'], ['WeCom--1', 'WeCom--1']]) {
    await openLink(page, `${onDisk(VENDORS)}#${hash}`);
    await isLookedAt(page, id);
    assert.equal(new URL(page.url()).hash, `#${id}`);
  }
});

test('a link to a missing code searches for it', async t => {
  const page = await open(t, `${onDisk(VENDORS)}#WeCom-40015`);
  assert.equal(await page.locator('textarea').inputValue(), '40015');
  await page.waitForFunction(() => document.querySelectorAll('#-results li').length > 0);
  assert.ok((await found(page)).includes('WeCom 40014'));
});

test('a link to anything else is the whole page', async t => {
  const page = await open(t, onDisk(VENDORS));
  for (const hash of ['nonsense', '%', '%E0%A4%A', '<img src=x>', '-query', '-results', '']) {
    await openLink(page, `${onDisk(VENDORS)}#${hash}`);
    assert.equal((await seen(page)).length, 192 + 90, hash);
  }
});

test('a catalog and a section are links', async t => {
  const page = await open(t, onDisk(VENDORS));
  for (const [hash, count] of [['Youdu', 90], ['WeCom', 192], ['youdu', 90], ['-catalogs', 282]]) {
    await openLink(page, `${onDisk(VENDORS)}#${hash}`);
    assert.equal((await seen(page)).length, count);
  }
});

test('the other code of a shared symbol is a link', async t => {
  const page = await open(t, `${onDisk(VENDORS)}#Youdu-5`);
  await page.getByRole('link', { name: 'also 100003' }).first().click();
  await isLookedAt(page, 'Youdu-100003');
});
