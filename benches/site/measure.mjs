// Measures the cost of a letter typed into the page of ten thousand rows, in Chromium, and writes `results/site.md`:
//
//     cargo run --manifest-path benches/Cargo.toml --package site -- site --out target/ten_thousand.html
//     node benches/site/measure.mjs target/ten_thousand.html
//
// `.ci/tools` installs Chromium, and Playwright below target/tools.

import { execFileSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { pathToFileURL } from 'node:url';

const { chromium } = createRequire(new URL('../../target/tools/', import.meta.url))('playwright-core');
const FRAME = 16;
// Typical queries: names, symbols, words of both languages, in any order, and one without results.
const QUERIES = ['40014', 'invalid', 'user token missing', 'ERRCODE_INVALID_USER_ID', 'InvalidUserId', '请检查', '参数invalid', 'a', 'zzzz', 'id name e'];
const ROUNDS = 3;

const [, , path] = process.argv;
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const version = browser.version();
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(pathToFileURL(path).href);
const rows = await page.locator('#-catalogs li').count();
// The page reads its rows in pieces, when the browser is idle.
await page.waitForTimeout(3000);
const session = await page.context().newCDPSession(page);
await session.send('Performance.enable', { timeDomain: 'threadTicks' });
const spent = async () => {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = name => metrics.find(metric => metric.name === name).value * 1000;
  return { all: of('TaskDuration'), script: of('ScriptDuration'), layout: of('LayoutDuration') + of('RecalcStyleDuration') };
};
const painted = () => page.evaluate(() => new Promise(resolve => { requestAnimationFrame(() => setTimeout(resolve)); }));

const letters = [];
for (let round = 0; round < ROUNDS; round++) {
  for (const query of QUERIES) {
    await page.locator('textarea').fill('');
    await painted();
    for (let end = 1; end <= query.length; end++) {
      // Does what a key does, without the overhead of Playwright.
      await page.evaluate(text => { document.querySelector('textarea').value = text; }, query.slice(0, end));
      await painted();
      const before = await spent();
      const handled = await page.evaluate(() => {
        const start = performance.now();
        document.querySelector('textarea').dispatchEvent(new InputEvent('input', { bubbles: true }));
        const answered = performance.now();
        document.body.getBoundingClientRect();
        return [answered - start, performance.now() - start];
      });
      await painted();
      const after = await spent();
      letters.push({ query: query.slice(0, end), answered: handled[0], laidOut: handled[1], all: after.all - before.all });
    }
  }
}
await browser.close();

const at = (key, share) => letters.map(letter => letter[key]).sort((a, b) => a - b)[Math.min(letters.length - 1, Math.floor(letters.length * share))];
const line = (what, key) => `| ${what} | ${[0.5, 0.95, 1].map(share => at(key, share).toFixed(1)).join(' | ')} |`;
const worst = letters.reduce((worst, letter) => (letter.laidOut > worst.laidOut ? letter : worst));
const reached = at('laidOut', 0.95) <= FRAME ? 'reached' : 'missed';
const page_ = `# Latency of typing into the search of \`errcat site\`, ${rows.toLocaleString('en')} rows

Measured on ${new Date().toISOString().slice(0, 10)} in Chromium ${version} on ${cpus().length} cores of ${cpus()[0].model.trim()}, ${process.platform}, with a load of ${execFileSync('cut', ['-d', ' ', '-f1', '/proc/loadavg']).toString().trim()}.
The page has ${(statSync(path).size / 1e6).toFixed(1)} MB. ${letters.length} letters of ${QUERIES.length} queries, rounds: ${ROUNDS}; milliseconds of the page's thread. The aim is one frame, ${FRAME} ms, in 95 of 100: ${reached}.

| from the letter to | median | 95 % | most |
|---|---|---|---|
${line('the answer in the page', 'answered')}
${line('the answer laid out', 'laidOut')}
${line('the frame painted, and all else the thread did', 'all')}

The longest is \`${worst.query}\`.
`;
writeFileSync(new URL('../results/site.md', import.meta.url), page_);
console.log(page_);
