// Pages in Chromium. Network requests, console messages and policy violations are recorded, and fail the test at its end.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';

const { NODE_MODULES, CHROMIUM, PAGES } = process.env;
export const load = createRequire(join(NODE_MODULES, '/'));
const { chromium } = load('playwright-core');

export const VENDORS = 'vendors.html', CHINESE = 'vendors.zh.html', MANY = 'many_catalogs.html', HOSTILE = 'hostile_catalogs.html',
  LONG = 'long.html';

let browser, server;
// The requests to the server.
export const requests = [];

before(async () => {
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
  server = createServer((request, response) => {
    requests.push(request.url);
    response.setHeader('content-type', 'text/html');
    response.end(readFileSync(join(PAGES, request.url.slice(1))));
  });
  await new Promise(resolve => { server.listen(0, '127.0.0.1', resolve); });
});
after(async () => {
  await browser.close();
  server.close();
});

// The page's location: on disk, or on a static host.
export const onDisk = name => pathToFileURL(join(PAGES, name)).href;
export const onHost = name => `http://127.0.0.1:${server.address().port}/${name}`;

// Opens a page in a new browser context. A test may allow policy violations.
export async function open(t, address, { violates = false, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', ...options });
  if (address.startsWith('http')) await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const noise = [], violated = [];
  page.on('console', message => { (/Content Security Policy|Trusted/.test(message.text()) ? violated : noise).push(message.text()); });
  page.on('pageerror', error => noise.push(String(error)));
  page.on('dialog', dialog => { noise.push(`dialog ${dialog.message()}`); dialog.dismiss(); });
  context.on('page', () => noise.push('another window'));
  context.on('request', request => {
    const [url] = request.url().split('#');
    if (url !== address.split('#')[0] && !url.startsWith('data:') && !violates) noise.push(`requests ${url}`);
  });
  t.after(async () => {
    await context.close();
    assert.deepEqual(noise, []);
    assert.equal(violated.length > 0, violates, violated.join('\n'));
  });
  await page.goto(address);
  return page;
}

// Opens the page again by this link.
export async function openLink(page, address) {
  await page.goto('about:blank');
  await page.goto(address);
}

// Returns the visible rows: of the results, or of the catalogs if there are no results.
export const seen = page => page.evaluate(() => [...document.querySelectorAll('main li')]
  .filter(li => li.checkVisibility())
  .map(li => li.firstChild.textContent));

// Returns the rows found, such as `WeCom 40014`.
export const found = page => page.evaluate(() => [...document.querySelectorAll('#-results:not([hidden]) li')]
  .map(li => `${li.querySelector('.where b')?.textContent ?? '?'} ${li.firstChild.textContent}`));

export const summary = page => page.locator('#-results > .bar > p').textContent();

// Returns whether the row with this id is visible below the sticky header and has the focus.
export const isLookedAt = (page, id) => page.waitForFunction(id => {
  const row = document.getElementById(id), { top, bottom } = row.getBoundingClientRect();
  const bar = document.querySelector('header').getBoundingClientRect().bottom;
  return top >= bar && bottom <= innerHeight && row.contains(document.activeElement);
}, id);
