// The page without scripts.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MANY, VENDORS, onDisk, open, seen } from './browser.mjs';

const options = { javaScriptEnabled: false };

test('every row is visible, and no control without effect is', async t => {
  for (const [name, least] of [[VENDORS, 192 + 90], [MANY, 400]]) {
    const page = await open(t, onDisk(name), options);
    assert.ok((await seen(page)).length >= least, name);
    const controls = await page.locator('button, textarea, select').evaluateAll(all => all.filter(one => one.checkVisibility()).length);
    assert.equal(controls, 0);
  }
});

test('links to codes and sections work', async t => {
  for (const width of [360, 1440]) {
    const page = await open(t, `${onDisk(VENDORS)}#WeCom-40014`, { ...options, viewport: { width, height: 740 } });
    const isInWindow = id => page.evaluate(id => {
      const { top } = document.getElementById(id).getBoundingClientRect();
      return [top >= 0 && top < innerHeight, top];
    }, id);
    assert.deepEqual((await isInWindow('WeCom-40014'))[0], true);
    await page.locator('nav a[href="#Youdu"]').click();
    assert.deepEqual((await isInWindow('Youdu'))[0], true);
  }
});

test("the browser's find reaches a row far down", async t => {
  const page = await open(t, onDisk(VENDORS), options);
  assert.ok(await page.evaluate(() => window.find('ERRCODE_NOTEXIST_JOBID')));
});
