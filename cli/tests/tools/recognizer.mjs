// Runs the page's recognizer on the cases of the tool's, and prints their number. The arguments are the cases with the rows
// of their catalogs, the page, and the script.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const [cases, page, script] = process.argv.slice(2).map(path => readFileSync(path, 'utf8'));
const keys = name => page.match(new RegExp(`data-${name}="([^"]*)"`))[1];
const box = { dataset: { keys: keys('keys'), looseKeys: keys('loose-keys'), stringKeys: keys('string-keys') } };

// Stands in for the page's other scripts.
function recognizerOf(records) {
  const rows = records.map(({ code, printed, symbol }) => ({ code: printed ?? String(code), raw: String(code), symbol }));
  const index = key => new Map(rows.filter(row => row[key]).map(row => [row[key], [row]]));
  const load = new Function('box', 'rows', 'byCode', 'symbols', 'readUpTo', `${script}\nreturn { recognize, patterns, codesOf };`);
  return load(box, rows, new Map([...index('code'), ...index('raw')]), index('symbol'), () => {});
}

// Returns the text with every code in brackets, and a `?` after one that no catalog has.
function mark(text, found) {
  let marked = '', end = 0;
  for (const { at, word, rows } of found) {
    marked += `${text.slice(end, at)}[${word}${rows.length ? '' : '?'}]`;
    end = at + word.length;
  }
  return marked + text.slice(end);
}

let count = 0;
for (const { rows, marked, explained } of JSON.parse(cases)) {
  const { recognize, patterns, codesOf } = recognizerOf(rows);
  for (const [text, expected] of marked) {
    // The page does not need the end of the brackets around a code, which `|` marks.
    assert.equal(mark(text, recognize(text, patterns().strict)), expected.replaceAll('|', ''));
  }
  for (const [text, expected] of explained) {
    assert.deepEqual(codesOf(text)?.codes.map(({ word }) => word), expected, text);
  }
  count += marked.length + explained.length;
}
console.log(count);
