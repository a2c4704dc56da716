// Pasted text is explained; shown text is copied.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VENDORS, found, onHost, open, summary } from './browser.mjs';

const paste = async (page, text) => {
  await page.evaluate(text => navigator.clipboard.writeText(text), text);
  await page.locator('textarea').fill('');
  await page.locator('textarea').press('Control+V');
};
const copied = page => page.evaluate(() => navigator.clipboard.readText());

test('a reply is explained', async t => {
  const page = await open(t, onHost(VENDORS));
  for (const [reply, rows] of [
    ['{"errcode":40014,"errmsg":"invalid access_token"}', ['WeCom 40014']],
    ['{\n  "errcode": 301022,\n  "errmsg": "x 40001"\n}', ['WeCom 301022']],
    ['<xml><errcode>45009</errcode></xml>', ['WeCom 45009']],
    ['errCode=100002&errMsg=', ['Youdu 100002']],
    ['ERROR ERRCODE_REPEAT_USERID while syncing', ['Youdu 300311']],
    ['{"errcode":123456}', ['? 123456']],
  ]) {
    await paste(page, reply);
    assert.deepEqual(await found(page), rows, reply);
  }
  assert.match(await page.locator('#-results li').first().textContent(), /no catalog has this code/);
});

test('a log shows each of its codes once, with its number and lines', async t => {
  const page = await open(t, onHost(VENDORS));
  await paste(page, 'ok\n12:00 errcode=40014\n12:01 errcode=45009\n12:02 errcode=40014 again\n12:03 errcode=77\n');
  assert.deepEqual(await found(page), ['WeCom 40014', 'WeCom 45009', '? 77']);
  assert.match(await summary(page), /^3 codes recognized in 6 lines/);
  const texts = await page.locator('#-results li').allTextContents();
  assert.ok(texts[0].includes('2 times, first in line 2'), texts[0]);
  assert.ok(texts[1].includes('line 3'), texts[1]);
});

test('a log of a megabyte is explained, and is not put into the box', async t => {
  const page = await open(t, onHost(VENDORS));
  const lines = Array.from({ length: 20_000 }, (_, line) => `2026-01-02 03:04:05 worker ${line} errcode=${line % 2 ? 40014 : 45009}`);
  await paste(page, lines.join('\n'));
  assert.deepEqual(await found(page), ['WeCom 45009', 'WeCom 40014']);
  assert.equal(await page.locator('textarea').inputValue(), '');
  assert.ok((await page.locator('#-results li').first().textContent()).includes('10,000 times')
    || (await page.locator('#-results li').first().textContent()).includes('10000 times'));
});

test('a file that is dropped is explained', async t => {
  const page = await open(t, onHost(VENDORS));
  await page.evaluate(() => {
    const files = new DataTransfer();
    files.items.add(new File(['errcode: 40014\n'], 'app.log', { type: 'text/plain' }));
    document.querySelector('main').dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
  });
  await page.waitForFunction(() => document.querySelectorAll('#-results li').length > 0);
  assert.deepEqual(await found(page), ['WeCom 40014']);
});

test('a row is copied as text, with a link to it', async t => {
  const page = await open(t, onHost(VENDORS));
  await page.keyboard.type('40014');
  const row = page.locator('#-results li').first();
  await row.hover();
  await row.getByRole('button', { name: 'Copy as text' }).click();
  await page.getByText('40014 as text copied').waitFor({ state: 'attached' });
  const link = `${onHost(VENDORS)}#WeCom-40014`;
  assert.equal(await copied(page), [
    'WeCom 40014 InvalidAccessToken',
    '  不合法的access_token',
    '  invalid access_token',
    '  help: 查看帮助',
    '  advice: renew the credential, then send again',
    `  ${link}`,
  ].join('\n'));
  await row.getByRole('button', { name: 'Copy the link' }).click();
  await page.waitForFunction(link => navigator.clipboard.readText().then(text => text === link), link);
});

test('all results are copied, with both meanings of a code', async t => {
  const page = await open(t, onHost(VENDORS));
  await paste(page, '{"errcode":300311}\n{"errcode":4}\n{"errcode":77}');
  await page.getByRole('button', { name: 'Copy all as text' }).click();
  await page.waitForFunction(() => document.querySelector('[role=status]').textContent.includes('copied'));
  const text = await copied(page);
  for (const part of ['Youdu 300311 RepeatUserId', 'Youdu 300311 NotExistJobId', 'symbol: ERRCODE_NOTEXIST_JOBID', '77: no catalog has this code']) {
    assert.ok(text.includes(part), `${part} is not in\n${text}`);
  }
});
