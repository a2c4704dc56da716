// What is a code in a text: as `errcat annotate` and `errcat explain` have it.

const GAP = 8, LONGEST = 64;
const KEYS = box.dataset.keys.split(' '), LOOSE = box.dataset.looseKeys.split(' ');
let known;
function patterns() {
  if (known) return known;
  readUpTo(Infinity);
  // A bare word such as OK is found in every log.
  const names = [...symbols.keys()].filter(symbol => /[_.:-]/.test(symbol));
  const of = keys => {
    const sorted = [...new Set([...keys, ...names])].sort();
    return { sorted, keys: new Set(keys), first: new Set(sorted.map(pattern => pattern.charCodeAt(0))) };
  };
  return known = { strict: of(KEYS), loose: of([...KEYS, ...LOOSE]) };
}

// The longest of the sorted patterns that the text has at this place.
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

// What may stand between a Chinese key and the code, and around a code; all but the first only behind a Chinese key.
const VERBS = '为為是', BRACKETS = ['[]', '()', '（）', '【】'];

// The code behind a key that ends at `at`.
function codeBehind(text, at, isCjk) {
  const skip = (from, char) => {
    let to = from;
    while (to - from < GAP && text[to] === char) to++;
    return to;
  };
  const quote = from => {
    const behind = skip(from, '\\');
    return '"\'`'.includes(text[behind] || ' ') ? [behind + 1, text[behind]] : [from, ''];
  };
  let [behindKey, keyQuote] = quote(at), closing;
  if (isCjk && VERBS.includes(text[behindKey] || ' ')) behindKey++;
  at = skip(behindKey, ' ');
  if (text.startsWith('=>', at) || text.startsWith(':=', at)) at += 2;
  else if (':=>：'.includes(text[at] || ' ')) at += 1;
  else if (at >= text.length || keyQuote) return null;
  else {
    closing = BRACKETS.slice(0, isCjk ? 4 : 1).find(pair => pair[0] === text[at])?.[1];
    if (closing) at++;
    else if (at === behindKey && !isCjk) return null;
  }
  const [start, open] = quote(skip(at, ' '));
  const [code] = /^[A-Za-z0-9_.-]*/.exec(text.slice(start, start + LONGEST + 1));
  if (!code || code.length > LONGEST) return null;
  const end = start + code.length;
  if (closing) {
    const [behind, close] = quote(end), bracket = skip(open && open === close ? behind : end, ' ');
    if (text[bracket] !== closing || text[skip(bracket + 1, ' ')] === '=') return null;
  }
  return [start, end];
}

function recognize(text, { sorted, keys, first }) {
  const found = [];
  for (let at = 0; at < text.length; at++) {
    if (!first.has(text.charCodeAt(at))) continue;
    const pattern = longest(sorted, text, at);
    if (!pattern) continue;
    const left = text[at - 1] || '\n', end = at + pattern.length, right = text[end] || ' ';
    if (!keys.has(pattern)) {
      if (!isWord(left) && !isWord(right)) found.push({ at, word: pattern, rows: symbols.get(pattern) });
    } else if (pattern[0] > '\x7f' || (!/[A-Za-z0-9]/.test(left) && !isWord(right))) {
      const code = codeBehind(text, end, pattern[0] > '\x7f');
      if (code) {
        let word = text.slice(...code);
        // A full stop may be the code's, or the sentence's.
        if (word.endsWith('.') && !byCode.has(word)) word = word.slice(0, -1);
        found.push({ at: code[0], word, key: true, rows: byCode.get(word) ?? [] });
      }
    }
    at = end - 1;
  }
  return found;
}

// The codes of a text, each once; null where the text is rather something to search for.
function codesOf(text) {
  const trimmed = text.trim();
  const { strict, loose } = patterns();
  let found = recognize(text, strict);
  if (!/[\s{}[\]()<>"'=,;:：]/.test(trimmed)) return null;
  if (!found.length) {
    if (!/[{}[\]<>"=\n]|[:：] *\S/.test(trimmed) && trimmed.length < 120) return null;
    found = recognize(text, loose);
  }
  if (!found.length) {
    for (const match of text.matchAll(/[\p{Alphabetic}\p{N}_.-]+/gu)) {
      const word = match[0].replace(/\.+$/, '');
      if (word.length > 2 && /\d/.test(word) && byCode.has(word)) found.push({ at: match.index, word, rows: byCode.get(word) });
    }
  }
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
