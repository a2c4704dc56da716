// Finds the codes in a text, as `errcat explain` does: cases for both are in tests/fixtures/recognized.json.

const GAP = 8, LONGEST = 64, REPEATS = 3;
const KEYS = box.dataset.keys.split(','), LOOSE = box.dataset.looseKeys.split(','), OF_STRINGS = box.dataset.stringKeys.split(',');
const PROGRAM_ERROR = 'error: 0x', BEFORE_PROGRAM_ERROR = 'custom program ';
const lower = text => text.replace(/[A-Z]+/g, letters => letters.toLowerCase());
let known;
function patterns() {
  if (known) return known;
  readUpTo(Infinity);
  const words = new Map(), isString = code => /[^\d-]/.test(code);
  // A bare word such as OK is found in every log.
  for (const [symbol, named] of symbols) if (/[_.:-]/.test(symbol)) words.set(symbol, named);
  for (const [code, named] of byCode) {
    if (isString(code) && code.length > 4 && code.length <= LONGEST && /[_.:-]/.test(code) && /[A-Za-z]/.test(code)) words.set(code, named);
  }
  const ofStrings = rows.some(row => isString(row.raw)) ? OF_STRINGS : [];
  const of = (...keys) => {
    const sorted = [...new Set([...keys.flat(), ...[...words.keys()].map(lower)])].sort();
    return { sorted, words, keys: new Set(keys.flat()), first: new Set(sorted.map(pattern => pattern.charCodeAt(0))) };
  };
  return known = { strict: of(KEYS, ofStrings, PROGRAM_ERROR), loose: of(KEYS, ofStrings, PROGRAM_ERROR, LOOSE) };
}

// The longest of the sorted patterns that the text has at this index.
function longest(sorted, text, at) {
  let low = 0, high = sorted.length, found = null;
  const first = (reaches) => {
    let from = low, to = high;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (reaches(sorted[middle])) to = middle; else from = middle + 1;
    }
    return from;
  };
  for (let length = 0; at + length < text.length && low < high; length++) {
    const char = text.charCodeAt(at + length);
    low = first(pattern => pattern.charCodeAt(length) >= char);
    high = first(pattern => pattern.charCodeAt(length) > char);
    if (low < high && sorted[low].length === length + 1) found = sorted[low];
  }
  return found;
}

const isWord = char => /^[A-Za-z0-9_]$/.test(char);
// After the color of a terminal or an escape such as \n, a word begins.
const isEscapeEnd = (text, at) => /\x1b\[[\d;]*m$|\\[nrt]$/.test(text.slice(Math.max(0, at - 24), at));
// A code such as FLT-103 may be a part of a longer one, FLT-103-7.
function isContinued(word, text, at, end) {
  const isJoint = char => (char === '-' || char === '.') && word.includes(char);
  return (isJoint(text[at - 1]) && isWord(text[at - 2] || ' ')) || (isJoint(text[end]) && isWord(text[end + 1] || ' '));
}

// The rows with this code, which may be hexadecimal. Of 32 bits, it may be negative.
function rowsOfCode(word) {
  const [, sign, digits] = /^(-?)(0x[\da-f]{1,16})$/i.exec(word) ?? [];
  if (byCode.has(word) || !digits) return byCode.get(word) ?? [];
  const number = BigInt(digits), signed = String(BigInt.asIntN(32, number));
  return byCode.get(sign + number) ?? ((!sign && number < 2n ** 32n && byCode.get(signed)) || []);
}

// Between a Chinese key and the code there may be a verb, and around the code any of these brackets.
const VERBS = '为為是', BRACKETS = ['[]', '()', '（）', '【】'];

// The code after a key that ends at `at`: as `code_span.rs` has it.
function codeAfter(text, at, isChinese, isCode) {
  const skip = (from, char) => {
    let to = from;
    while (to - from < GAP && text[to] === char) to++;
    return to;
  };
  const colors = from => from + /^(?:\x1b\[[\d;]*m){0,3}/.exec(text.slice(from, from + 84))[0].length;
  const quote = from => {
    const after = skip(from, '\\');
    return '"\'`'.includes(text[after] || ' ') ? [after + 1, text[after]] : [from, ''];
  };
  let [keyEnd, keyQuote] = quote(colors(at)), closing;
  if (isChinese && VERBS.includes(text[keyEnd] || ' ')) keyEnd++;
  keyEnd = colors(keyEnd);
  at = skip(keyEnd, ' ');
  if (text.startsWith('=>', at) || text.startsWith(':=', at)) at += 2;
  else if (':=>：'.includes(text[at] || ' ')) at += 1;
  else if (at >= text.length || keyQuote) return null;
  else {
    const allowed = isChinese ? BRACKETS : BRACKETS.slice(0, isCode && at === keyEnd ? 2 : 1);
    closing = allowed.find(pair => pair[0] === text[at])?.[1];
    if (closing) at++;
    else if (at === keyEnd && !isChinese) return null;
  }
  at = colors(skip(colors(at), ' '));
  // The names of types around a value, as Rust's Debug prints them.
  let names = 0;
  for (let name; names < REPEATS && (name = /^[A-Z][\w:]{0,31}\(/.exec(text.slice(at, at + 34))); names++) at += name[0].length;
  const [start, open] = quote(at);
  const [code] = /^[A-Za-z0-9_.-]*/.exec(text.slice(start, start + LONGEST + 1));
  if (!code || code.length > LONGEST) return null;
  const end = start + code.length, [after, close] = quote(end);
  let outer = open && open === close ? after : end;
  for (; names; names--) if (text[outer++] !== ')') return null;
  if (closing) {
    const bracket = skip(outer, ' ');
    if (text[bracket] !== closing || text[skip(bracket + 1, ' ')] === '=') return null;
  }
  return [start, end];
}

function recognize(text, { sorted, words, keys, first }) {
  const found = [], folded = lower(text);
  const add = code => {
    if (!code) return false;
    let word = text.slice(...code);
    // A full stop may be the code's, or the sentence's.
    if (word.endsWith('.') && !rowsOfCode(word).length) word = word.slice(0, -1);
    found.push({ at: code[0], word, rows: rowsOfCode(word) });
    return true;
  };
  const accept = (pattern, at, end) => {
    const left = text[at - 1] || '\n', isEnd = !isWord(text[end] || ' '), word = text.slice(at, end);
    const isStart = !/[A-Za-z0-9]/.test(left) || isEscapeEnd(text, at);
    if (isStart && left !== '_' && isEnd && words.has(word)) {
      if (isContinued(word, text, at, end)) return false;
      found.push({ at, word, rows: words.get(word) });
      return true;
    }
    if (!keys.has(pattern)) return false;
    if (pattern === PROGRAM_ERROR) return text.slice(0, at).endsWith(BEFORE_PROGRAM_ERROR) && add(codeAfter(text, end - 3));
    if (pattern[0] > '\x7f') return add(codeAfter(text, end, true));
    return isStart && isEnd && add(codeAfter(text, end, false, pattern.includes('code')));
  };
  for (let at = 0; at < text.length; at++) {
    if (!first.has(folded.charCodeAt(at))) continue;
    const pattern = longest(sorted, folded, at);
    if (pattern && accept(pattern, at, at + pattern.length)) at += pattern.length - 1;
  }
  return found;
}

// The codes of a text, each once; null if the text is rather something to search for.
function codesOf(text) {
  const trimmed = text.trim(), narrow = trimmed.normalize('NFKC');
  if (!/[\s{}[\]()<>"'=,;:：]/.test(trimmed)) {
    return /^-?0x[\da-f]+$/i.test(narrow) ? { codes: [{ word: narrow, rows: rowsOfCode(narrow), times: 1, line: 1 }], lines: 1 } : null;
  }
  text = text.normalize('NFKC');
  const { strict, loose } = patterns();
  // In "errcode is 40014" the word after the key is not a code.
  const isLikely = ({ word, rows }) => rows.length || /\d/.test(word);
  const ofKeys = recognize(text, strict);
  let found = ofKeys.filter(isLikely);
  // A few words without such a key are searched for, unless a known code follows another key or is hexadecimal.
  const isSearch = !ofKeys.length && !/[{}[\]<>"=\n]|[:：] *\S/.test(trimmed) && trimmed.length < 120;
  if (!found.length) found = recognize(text, loose).filter(code => (isSearch ? code.rows.length : isLikely(code)));
  if (!found.length) {
    for (const match of text.matchAll(isSearch ? /\b0x[\da-f]+\b/gi : /[\p{Alphabetic}\p{N}_.-]+/gu)) {
      const word = match[0].replace(/\.+$/, ''), named = word.length > 2 && /\d/.test(word) ? rowsOfCode(word) : [];
      if (named.length) found.push({ at: match.index, word, rows: named });
    }
  }
  if (isSearch && !found.length) return null;
  if (!found.length) found = ofKeys;
  // "errcode not found" is words, though a key is among them.
  if (!found.some(({ rows }) => rows.length) && !/[{}[\]<>"'=:：\n\d]/.test(trimmed)) return null;
  if (!found.length) return null;
  const codes = new Map();
  let line = 1, counted = 0;
  for (const { at, word, rows } of found) {
    for (; counted < at; counted++) if (text[counted] === '\n') line++;
    const code = codes.get(word);
    if (code) code.times++;
    else codes.set(word, { word, rows, times: 1, line });
  }
  return { codes: [...codes.values()], lines: text.split('\n').length };
}
