// The page's own words are Chinese for readers of Chinese.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHINESE, MANY, VENDORS, onDisk, onHost, open, summary } from './browser.mjs';

// Returns the texts of the page that no catalog has: text nodes, labels and the placeholder.
const ownTexts = page => page.evaluate(() => {
  const ofCatalogs = [
    'script', 'style', 'kbd', 'option:not([value=""])', 'h2, h2 > span', 'h3, h3 > i', 'h2 + p > :not([data-t], [data-advice])', 'nav ul ul a, nav ul ul i',
    'nav a[href]:not([href="#-catalogs"])', 'nav small', 'li > a', 'main p:not([class], [data-t])', '.n', '.s', '.h', '.c', '.d', '.where', '.where > b',
  ].join();
  const texts = [];
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    if (node.data.trim() && (!node.parentNode.matches(ofCatalogs) || node.parentNode.closest('.bar'))) texts.push(node.data.trim());
  }
  for (const labelled of document.querySelectorAll('[aria-label], [placeholder]')) texts.push(labelled.ariaLabel, labelled.placeholder);
  return [...new Set(texts.filter(Boolean))];
});
// Numbers and names of catalogs are the same in both languages.
const isEnglish = text => /[a-z]{2}/i.test(text.replaceAll('WeCom', '').replaceAll('Youdu', ''));
const isChinese = text => /\p{sc=Han}/u.test(text);

test('no English word of the page is left on the Chinese one, nor a Chinese one on the English', async t => {
  for (const [name, locale] of [[VENDORS, 'zh-CN'], [MANY, 'zh-TW'], [CHINESE, 'en-GB']]) {
    const page = await open(t, onDisk(name), { locale });
    const texts = await ownTexts(page);
    assert.ok(texts.length > 20, `${texts.length}`);
    assert.deepEqual(texts.filter(isEnglish), [], name);
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-Hans');
    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('[data-t][lang], [data-advice][lang]')].filter(own => own.lang !== 'zh-Hans').length), 0);
    await page.locator('#-language select').selectOption('en');
    assert.deepEqual((await ownTexts(page)).filter(isChinese), [], name);
    assert.deepEqual([await page.evaluate(() => document.documentElement.lang), await page.title()], ['en', 'Error codes']);
  }
});

test('without scripts, the page has the language that it was written in', async t => {
  for (const [name, is] of [[VENDORS, isChinese], [CHINESE, isEnglish]]) {
    const page = await open(t, onDisk(name), { javaScriptEnabled: false });
    assert.deepEqual((await ownTexts(page)).filter(is), [], name);
  }
});

test('the language of the messages is that of the words, and is remembered', async t => {
  const page = await open(t, onDisk(MANY));
  const advice = () => page.locator('[id="Billing-100"] .h').textContent();
  assert.equal(await advice(), 'renew the credential, then send again');
  const choice = page.locator('#-language select');
  await choice.selectOption('zh');
  assert.equal(await advice(), '重新获取凭证后重试');
  assert.equal(await page.locator('[id="Billing-200"] .h').textContent(), '稍等片刻后重试，最多 3 次');
  assert.equal(await page.locator('[id="Billing-201"] .h').textContent(), '稍等片刻后重试');
  assert.equal(await page.locator('[id="Billing-4"] .d').textContent(), '自 2.0.0 起弃用：use 2');
  assert.equal(await page.locator('[id="Billing-102"] .w').textContent(), '2 种含义：仅凭响应中的错误码无法区分');
  assert.match(await page.locator('#Billing > p').textContent(), /^10 个错误码，来源：https:.*。未另行说明的错误码：请勿原样重试$/);
  await page.reload();
  assert.equal(await advice(), '重新获取凭证后重试');
});

test('answers are Chinese', async t => {
  const page = await open(t, onDisk(CHINESE));
  const box = page.locator('textarea');
  for (const [typed, answer] of [
    ['40014', /^1 个错误码，最匹配的在前$/],
    ['重新获取凭证', /^\d+ 个错误码，最匹配的在前$/],
    ['qqqqqqqqqqqqqqqq', /^没有找到“qqqqqqqqqqqqqqqq”$/],
    ['40015', /^没有错误码表包含“40015”。相近的有：$/],
    ['errcode=40014', /^识别出 1 个错误码$/],
    ['errcode=40014\nerrcode=40015\nerrcode=40015', /^在 3 行中识别出 2 个错误码$/],
  ]) {
    await box.fill(typed);
    await page.waitForFunction(pattern => new RegExp(pattern, 'u').test(document.querySelector('.bar > p').textContent), answer.source);
  }
  assert.deepEqual((await ownTexts(page)).filter(isEnglish), []);
  const unknown = await page.locator('#-results .unknown').textContent();
  assert.match(unknown, /没有错误码表包含此错误码；相近的有：.*（2 次，首次出现在第 2 行）$/);
  assert.match(await page.locator('#-results .where').textContent(), / · 第 1 行$/);
  await box.fill('不');
  assert.match(await page.locator('.more').textContent(), /^显示全部 \d+ 条$/);
  await page.locator('nav a[href="#Youdu"]').click();
  assert.match(await summary(page), /^“Youdu”中有 \d+ 个错误码，最匹配的在前$/);
  await box.fill('40014');
  assert.equal(await summary(page), '“Youdu”中没有结果；其他位置有 1 个错误码：请选择“全部错误码表”');
});

test('a row is copied with Chinese labels', async t => {
  const page = await open(t, onHost(CHINESE));
  await page.keyboard.type('42001');
  const row = page.locator('#-results li').first();
  await row.hover();
  await row.getByRole('button', { name: '复制为文本' }).click();
  await page.getByText('已将 42001 复制为文本').waitFor({ state: 'attached' });
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.deepEqual(copied.split('\n').slice(2, 5), [
    '  access_token has expired', '  帮助：access_token有时效性，需要重新获取一次', '  重试建议：重新获取凭证后重试',
  ]);
  assert.ok(await row.getByRole('button', { name: '复制为文本' }).getByText('已复制').isVisible());
});
