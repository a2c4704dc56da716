// axe-core finds no violation in any lasting state of the page.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { MANY, VENDORS, isLookedAt, load, onDisk, open } from './browser.mjs';

const axe = readFileSync(load.resolve('axe-core/axe.min.js'), 'utf8');

async function audit(page, state) {
  const { violations, passes } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  const told = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map(node => `${node.html.slice(0, 200)} ${node.failureSummary}`).join('\n')}`);
  assert.deepEqual(told, [], state);
  assert.ok(passes.length > 20, `${passes.length} rules say anything`);
}

// One section represents many similar rows and takes a fraction of the time.
const SECTION = 'Youdu:Basic';

for (const colorScheme of ['light', 'dark']) {
  for (const [name, width] of [[VENDORS, 1440], [VENDORS, 360], [MANY, 800]]) {
    test(`${name}, ${colorScheme}, ${width} pixels wide`, async t => {
      const page = await open(t, `${onDisk(name)}#${SECTION}`, { colorScheme, viewport: { width, height: 900 } });
      await page.evaluate(axe);
      await page.locator('nav details').evaluate(details => { details.open = true; });
      await audit(page, 'a section');
      await page.evaluate(() => { location.hash = 'Youdu-5'; });
      await isLookedAt(page, 'Youdu-5');
      await audit(page, 'a link');
      await page.evaluate(() => { location.hash = '-catalogs'; });
      await page.locator('textarea').fill('sync');
      await page.locator('#-results li > a').first().focus();
      await audit(page, 'results');
      await page.locator('textarea').fill('errcode=40014\nerrcode=77\nerrcode=300311 and errcode=0 errcode=4');
      await audit(page, 'a log');
    });
  }
}
