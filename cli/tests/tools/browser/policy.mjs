// The page makes no requests, and its policy prevents them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VENDORS, requests, found, onDisk, onHost, open, seen } from './browser.mjs';

test('the page is requested once from its host, and nothing else is', async t => {
  requests.length = 0;
  const page = await open(t, onHost(VENDORS));
  await page.keyboard.type('token');
  await page.locator('#-results li').first().hover();
  await page.locator('#-results li > a').first().click();
  await page.waitForTimeout(300);
  assert.deepEqual(requests, [`/${VENDORS}`]);
});

test('injected markup cannot load, run or send anything', async t => {
  const page = await open(t, onHost(VENDORS), { violates: true });
  requests.length = 0;
  const directives = ['img-src', 'style-src-elem', 'style-src-attr', 'frame-src', 'connect-src', 'base-uri', 'form-action'];
  const violated = await page.evaluate(async expected => {
    const violated = [];
    document.addEventListener('securitypolicyviolation', event => violated.push(event.effectiveDirective));
    const attempts = {
      image: () => { document.body.append(Object.assign(new Image(), { src: '/image.png' })); },
      style: () => { document.body.append(Object.assign(document.createElement('style'), { textContent: 'body { display: none }' })); },
      attribute: () => { document.body.setAttribute('style', 'display: none'); },
      frame: () => { document.body.append(Object.assign(document.createElement('iframe'), { src: '/frame.html' })); },
      request: () => fetch('/data.json').catch(() => {}),
      beacon: () => { navigator.sendBeacon('/beacon', 'x'); },
      base: () => { document.head.append(Object.assign(document.createElement('base'), { href: 'https://example.invalid/' })); },
      form: () => {
        const form = Object.assign(document.createElement('form'), { action: '/form', method: 'post' });
        document.body.append(form);
        form.submit();
      },
    };
    for (const attempt of Object.values(attempts)) await attempt();
    const refused = [
      () => { document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.taken = true' })); },
      () => { document.body.innerHTML = '<b>taken</b>'; },
      () => { document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.taken = true">'); },
      () => { window.trustedTypes.createPolicy('own', {}); },
    ].map(attempt => { try { attempt(); return 'done'; } catch (error) { return error.name; } });
    // The events are asynchronous.
    const until = Date.now() + 20_000;
    while (!expected.every(directive => violated.includes(directive)) && Date.now() < until) {
      await new Promise(resolve => { setTimeout(resolve, 50); });
    }
    // A request that was not blocked would have been recorded by now.
    await new Promise(resolve => { setTimeout(resolve, 300); });
    return { violated, refused, taken: window.taken, hidden: getComputedStyle(document.body).display };
  }, directives);
  for (const directive of directives) {
    assert.ok(violated.violated.includes(directive), `${directive}: ${violated.violated}`);
  }
  assert.deepEqual(violated.refused, ['TypeError', 'TypeError', 'TypeError', 'TypeError']);
  assert.deepEqual([violated.taken, violated.hidden], [undefined, 'block']);
  assert.deepEqual(requests, []);
});

test('it opens from the disk', async t => {
  const page = await open(t, onDisk(VENDORS));
  await page.keyboard.type('40014');
  assert.equal((await found(page))[0], 'WeCom 40014');
});

test('the printed page has all rows and no controls', async t => {
  const page = await open(t, onDisk(VENDORS));
  await page.emulateMedia({ media: 'print' });
  assert.equal((await seen(page)).length, 192 + 90);
  const pressed = await page.locator('button, textarea, select, nav').evaluateAll(all => all.filter(one => one.checkVisibility()).length);
  assert.equal(pressed, 0);
  assert.ok((await page.pdf()).length > 50_000);
});
