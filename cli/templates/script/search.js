// Finds the rows that match a query.

const SEPARATORS = /[\s,;:=!?"'`()[\]{}<>|。、「」『』]+/;
const SCRIPTS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]+|[^\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]+/gu;
const wordsOf = query => fold(query).split(SEPARATORS).flatMap(word => word.replace(/\.+$/, '').match(SCRIPTS) ?? []);
// Returns the script of a letter or digit, and '' for other characters. The map saves two regular expressions per character.
const scripts = new Map();
function scriptOf(char) {
  let script = scripts.get(char);
  if (script === undefined) scripts.set(char, script = !/[\p{L}\p{N}]/u.test(char) ? '' : /\p{sc=Han}/u.test(char) ? 'Han' : 'other');
  return script;
}
// Checks whether a word begins here: not after a letter, or after one of another script.
function begins(text, at) {
  const before = at ? scriptOf(text[at - 1]) : '';
  return !before || (before === 'Han') !== (scriptOf(text[at]) === 'Han');
}

function score(row, words, phrase) {
  let total = 0;
  for (const { text, squashed } of words) {
    let best = 0;
    if (row.folded === text || row.foldedRaw === text) best = 1000;
    else if (row.folded.startsWith(text)) best = 300;
    for (const { text: field, kind: [base, start, exact] } of row.fields) {
      const least = base + (field.length === text.length ? exact : 0);
      if (least + start <= best) continue;
      const at = field.indexOf(text);
      if (at >= 0) best = Math.max(best, least + (begins(field, at) ? start : 0));
    }
    if (squashed && best < 300 && row.names.includes(squashed)) best = Math.max(best, row.names.includes(`\n${squashed}\n`) ? 300 : 70);
    total += best || 15;
  }
  if (phrase && row.whole.includes(phrase)) total += 80;
  // Of equal matches, the one with the shorter message comes first.
  return total - Math.min(20, row.fields[0].text.length / 8);
}

// The last search. If a letter is added to a query, its results are among the last ones.
let last;
function forget() {
  last = { words: [], found: rows };
}
forget();

// Returns the rows that have every word, the best match first.
function search(query) {
  readUpTo(Infinity);
  const words = wordsOf(query).map(text => ({ text, squashed: squash(text) }));
  if (!words.length) return [];
  const phrase = words.length > 1 ? fold(query).trim() : '';
  const continues = last.words.every(({ text, squashed }) => squashed && words.some(word => word.text.includes(text)));
  const isMatch = row => words.every(({ text, squashed }) => row.whole.includes(text) || (squashed && row.names.includes(squashed)));
  const found = (continues ? last.found : rows).filter(isMatch);
  last = { words, found };
  // One number per row: its score, then its position on the page.
  const keys = new Float64Array(found.length);
  found.forEach((row, index) => { keys[index] = -Math.round(score(row, words, phrase) * 8) * 2 ** 20 + row.place; });
  keys.sort();
  return Array.from(keys, key => rows[((key % 2 ** 20) + 2 ** 20) % 2 ** 20]);
}

// Returns the rows that share most parts of the words, if no row has all of them.
function nearest(query) {
  const words = wordsOf(query);
  const number = words.length === 1 && /^-?\d{1,15}$/.test(words[0]) ? Number(words[0]) : NaN;
  if (!Number.isNaN(number)) {
    const far = row => (/^-?\d{1,15}$/.test(row.raw) ? Math.abs(Number(row.raw) - number) : NaN);
    return rows.filter(row => far(row) <= 100).sort((a, b) => far(a) - far(b)).slice(0, 5);
  }
  const pieces = new Set(words.flatMap(word => {
    const letters = [...word], length = /\p{sc=Han}/u.test(word) ? 2 : 3;
    if (letters.length <= length) return [word];
    return letters.slice(0, 40).slice(0, 1 - length).map((_, at) => letters.slice(at, at + length).join(''));
  }));
  const has = row => [...pieces].filter(piece => row.whole.includes(piece) || row.names.includes(piece)).length;
  return rows.map(row => [has(row), row]).filter(([count]) => count * 2 >= pieces.size)
    .sort(([a], [b]) => b - a).slice(0, 8).map(([, row]) => row);
}
