'use strict';
{
// What the page is made of. `rows.rs` says what a row holds.
const one = (selector, of = document) => of.querySelector(selector);
const all = (selector, of = document) => [...of.querySelectorAll(selector)];
const box = one('#-query'), clear = one('#-clear'), nav = one('nav'), status = one('[role=status]');
const catalogs = one('#-catalogs'), results = one('#-results'), list = one('ul', results), more = one('.more');
const copyAll = one('button', results), language = one('#-language select');

const SHOWN = 30;
const element = (tag, properties, ...inside) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...inside);
  return made;
};
const counted = (count, noun) => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
let saying;
const say = (text, delay = 0) => {
  clearTimeout(saying);
  saying = setTimeout(() => { status.textContent = text; }, delay);
};

// --- The rows, read from the page.

const rows = all('#-catalogs li').map((li, place) => {
  const within = li.closest('section');
  const catalog = within.parentNode === catalogs ? within : within.parentNode;
  return { li, place, id: li.id, code: li.firstChild.textContent, catalog, section: within === catalog ? null : within };
});
const nameOf = section => (one('h2, h3', section).firstChild.textContent).trim();
const rowOf = new Map(rows.map(row => [row.li, row]));
const byCode = Map.groupBy ? Map.groupBy(rows, row => row.code) : group(rows, row => row.code);
function group(items, key) {
  const groups = new Map();
  for (const item of items) groups.set(key(item), [...groups.get(key(item)) ?? [], item]);
  return groups;
}

// Case, full width and the spelling of identifiers make no difference.
const fold = text => text.normalize('NFKC').toLowerCase();
const squash = text => text.replace(/[\s_.:/-]+/g, '');
const apart = name => name.replace(/([a-z0-9])([A-Z])/g, '$1 $2');
const KINDS = { message: [100, 60, 100], lang: [90, 40, 100], n: [60, 60, 200], s: [60, 60, 200], h: [20, 5, 10], other: [10, 5, 5] };

// What is searched, for each row. Reading ten thousand takes a tenth of a second, hence piece by piece.
let read = 0;
const symbols = new Map();
function readUpTo(end) {
  for (; read < Math.min(end, rows.length); read++) {
    const row = rows[read];
    row.fields = [];
    let names = '', whole = fold(row.code);
    row.folded = whole;
    for (const p of row.li.getElementsByTagName('p')) {
      let text = p.className === 's' ? p.firstChild.data.trim() : p.textContent;
      if (p.className === 's') symbols.set(text, [...symbols.get(text) ?? [], row]);
      if (p.className === 'n' || p.className === 's') names += squash(fold(text)) + '\n';
      if (p.className === 'n') text = apart(text);
      text = fold(text);
      whole += '\n' + text;
      row.fields.push({ text, kind: KINDS[p.className || (p.lang ? 'lang' : 'message')] ?? KINDS.other });
    }
    row.names = names;
    row.whole = whole;
  }
  return read === rows.length;
}
(function readOn() {
  if (readUpTo(read + 400)) patterns();
  else setTimeout(readOn);
})();

// --- Search.

const SEPARATORS = /[\s,;:=!?"'`()[\]{}<>|。、「」『』]+/;
const SCRIPTS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]+|[^\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]+/gu;
const wordsOf = query => fold(query).split(SEPARATORS).flatMap(word => word.replace(/\.+$/, '').match(SCRIPTS) ?? []);
const isLetter = char => /[\p{L}\p{N}]/u.test(char);

function score(row, words, phrase) {
  let total = 0;
  for (const { text, squashed } of words) {
    let best = 0;
    if (row.folded === text) best = 1000;
    else if (row.folded.startsWith(text)) best = 300;
    for (const { text: field, kind: [base, start, exact] } of row.fields) {
      const at = field.indexOf(text);
      if (at < 0) continue;
      const here = base + (field.length === text.length ? exact : 0) + (at === 0 || !isLetter(field[at - 1]) ? start : 0);
      if (here > best) best = here;
    }
    if (squashed && row.names.includes(squashed)) best = Math.max(best, row.names.split('\n').includes(squashed) ? 300 : 70);
    total += best || 15;
  }
  if (phrase && row.whole.includes(phrase)) total += 80;
  return total - Math.min(20, row.whole.length / 40);
}

// The rows in which every word is found, the best match first.
function search(query) {
  readUpTo(Infinity);
  const words = wordsOf(query).map(text => ({ text, squashed: squash(text) }));
  if (!words.length) return [];
  const phrase = words.length > 1 ? fold(query).trim() : '';
  const found = [];
  for (const row of rows) {
    if (words.every(({ text, squashed }) => row.whole.includes(text) || (squashed && row.names.includes(squashed)))) found.push(row);
  }
  // One number a row: its score, then its place on the page.
  const keys = new Float64Array(found.length);
  found.forEach((row, index) => { keys[index] = -Math.round(score(row, words, phrase) * 8) * 2 ** 20 + row.place; });
  keys.sort();
  return Array.from(keys, key => rows[((key % 2 ** 20) + 2 ** 20) % 2 ** 20]);
}

// Where nothing has all words: the rows that have most pieces of them.
function nearest(query) {
  const words = wordsOf(query);
  const number = words.length === 1 && /^-?\d{1,15}$/.test(words[0]) ? Number(words[0]) : NaN;
  if (!Number.isNaN(number)) {
    const far = row => (/^-?\d{1,15}$/.test(row.code) ? Math.abs(Number(row.code) - number) : NaN);
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

// --- What is a code in a text: as `errcat annotate` and `errcat explain` have it.

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

// The code behind a key that ends at `at`.
function codeBehind(text, at) {
  const skip = (from, char) => {
    let to = from;
    while (to - from < GAP && text[to] === char) to++;
    return to;
  };
  const quote = from => {
    const behind = skip(from, '\\');
    return '"\'`'.includes(text[behind] || ' ') ? [behind + 1, text[behind]] : [from, ''];
  };
  const [behindKey, keyQuote] = quote(at);
  at = skip(behindKey, ' ');
  if (text.startsWith('=>', at) || text.startsWith(':=', at)) at += 2;
  else if (':=>：'.includes(text[at] || ' ')) at += 1;
  else if (at >= text.length || at === behindKey || keyQuote) return null;
  const [start] = quote(skip(at, ' '));
  const [code] = /^[A-Za-z0-9_.-]*/.exec(text.slice(start, start + LONGEST + 1));
  return code && code.length <= LONGEST ? [start, start + code.length] : null;
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
    } else if (!/[A-Za-z0-9]/.test(left) && !isWord(right)) {
      const code = codeBehind(text, end);
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

// --- What is shown.

let scope = null, pasted = '', shown = [], later;
const isIn = row => !scope || row.catalog === scope || row.section === scope;
const scopeName = () => (scope.parentNode === catalogs ? nameOf(scope) : `${nameOf(scope.parentNode)} › ${nameOf(scope)}`);
const links = all('a', nav).map(link => ({ link, small: one('small', link), to: document.getElementById(link.hash.slice(1)) }));
for (const entry of links) entry.total = entry.small.textContent;

function clone(row, note) {
  const li = row.li.cloneNode(true);
  li.removeAttribute('id');
  all('.t', li).forEach(tools => tools.remove());
  li.lang = row.li.parentNode.lang;
  const where = [nameOf(row.catalog), row.section && nameOf(row.section)].filter(Boolean).join(' › ');
  li.firstChild.after(element('p', { className: 'where', lang: 'en' }, where + (note ? ` · ${note}` : '')));
  rowOf.set(li, row);
  return li;
}

function show(items, from = 0, to = SHOWN) {
  const made = items.slice(from, to).map(item => (item.unknown
    ? element('li', { className: 'unknown' }, element('a', { href: '#', textContent: item.unknown, tabIndex: -1 }), element('p', {}, item.text))
    : clone(item.row, item.note)));
  if (from) list.append(...made); else list.replaceChildren(...made);
  shown = items;
  more.hidden = items.length <= to;
  more.textContent = `Show all ${items.length.toLocaleString('en')}`;
  return made;
}

// How many of the rows found are in each catalog and section.
function count(found) {
  const counts = new Map();
  const add = section => counts.set(section, (counts.get(section) ?? 0) + 1);
  for (const row of found ?? []) {
    add(catalogs);
    add(row.catalog);
    if (row.section) add(row.section);
  }
  for (const { link, small, to, total } of links) {
    const text = found ? String(counts.get(to) ?? 0) : total;
    if (small.textContent !== text) small.textContent = text;
    link.classList.toggle('none', text === '0');
    if ((to === catalogs ? !scope : to === scope)) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

function mark(query) {
  if (!CSS.highlights) return;
  CSS.highlights.delete('match');
  const words = query ? wordsOf(query) : [];
  if (!words.length) return;
  const ranges = [];
  for (const li of list.children) {
    const walker = document.createTreeWalker(li, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
      const text = fold(node.data);
      // Where folding changes the length, places are not known.
      if (text.length !== node.data.length || node.parentNode.className === 'where') continue;
      for (const word of words) {
        for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
          ranges.push(new StaticRange({ startContainer: node, startOffset: at, endContainer: node, endOffset: at + word.length }));
        }
      }
    }
  }
  CSS.highlights.set('match', new Highlight(...ranges));
}

function tell(text) {
  one('p', results).textContent = text;
  say(text, 500);
}

function browse() {
  results.hidden = true;
  list.replaceChildren();
  catalogs.hidden = false;
  for (const catalog of catalogs.children) {
    const whole = !scope || scope === catalog;
    catalog.hidden = !whole && scope.parentNode !== catalog;
    for (const part of catalog.children) {
      if (part.tagName === 'UL' || part.tagName === 'SECTION') part.hidden = !whole && part !== scope;
    }
  }
  count(null);
  mark('');
}

function explain({ codes, lines }) {
  const items = [], found = [];
  for (const { word, rows: named, times, line } of codes) {
    const note = [times > 1 && `${times} times`, lines > 1 && `${times > 1 ? 'first in ' : ''}line ${line}`].filter(Boolean).join(', ');
    found.push(...named);
    items.push(...named.filter(isIn).map(row => ({ row, note })));
    if (!named.length) {
      const near = nearest(word).slice(0, 3).map(row => `${nameOf(row.catalog)} ${row.code}`).join(', ');
      items.push({ unknown: word, text: `no catalog has this code${near && `; near it: ${near}`}${note && ` (${note})`}` });
    }
  }
  show(items);
  count(found);
  mark('');
  const places = lines > 1 ? ` in ${counted(lines, 'line')}` : '';
  tell(`${counted(codes.length, 'code')} recognised${places}${scope ? `, shown as far as ${scopeName()} has them` : ''}`);
}

function find(query) {
  const found = search(query), here = found.filter(isIn);
  show(here.map(row => ({ row })));
  count(found);
  mark(query);
  const place = scope ? ` in ${scopeName()}` : '';
  if (here.length) tell(`${counted(here.length, 'code')}${place}, best match first`);
  else if (found.length) tell(`Nothing${place}; ${counted(found.length, 'code')} elsewhere: choose “All catalogs”`);
  else {
    tell(`Nothing found for “${query.trim().slice(0, 60)}”`);
    later = setTimeout(() => {
      const near = nearest(query).filter(isIn);
      if (!near.length) return;
      show(near.map(row => ({ row })));
      tell(`No catalog has “${query.trim().slice(0, 60)}”. Near it:`);
    }, 150);
  }
}

function run() {
  clearTimeout(later);
  const text = pasted || box.value;
  clear.hidden = !text;
  if (!text.trim()) return browse();
  catalogs.hidden = true;
  results.hidden = false;
  const codes = codesOf(text);
  if (codes) explain(codes); else find(text);
}

function ask(text) {
  pasted = '';
  box.value = text;
  run();
}

// --- Links: a code, or a catalog or section, which then is all that is asked.

const spelling = id => {
  try { id = decodeURIComponent(id); } catch { /* as it is */ }
  return id.toLowerCase();
};

// What a link is to, though a message has changed its case or taken the full stop behind it for a part.
function target(id) {
  const exact = document.getElementById(id);
  if (exact && catalogs.contains(exact)) return exact;
  const wanted = spelling(id), shorter = wanted.replace(/[)\]}>.,;:!?'"”’。，；：！？）】》]+$/, '');
  const is = id => [wanted, shorter].includes(spelling(id));
  return rows.find(row => is(row.id))?.li ?? all('section[id]', catalogs).find(section => is(section.id));
}

function route() {
  const id = location.hash.slice(1), to = id && target(id);
  if (!to || to === catalogs) {
    scope = null;
    const [, catalog, code] = /^([^-]+)-(.+)$/.exec(id) ?? [];
    // A link to a code that is no longer there, or not yet.
    if (code && [...catalogs.children].some(section => section.id === catalog)) ask(decodeURIComponent(code));
    else run();
  } else if (to.tagName === 'SECTION') {
    scope = to;
    run();
    if (!wide.matches) one('details', nav).open = false;
    scrollTo(0, 0);
  } else {
    if (!isIn(rowOf.get(to))) scope = null;
    if (to.id !== id) history.replaceState(null, '', `#${to.id}`);
    ask('');
    to.scrollIntoView({ block: 'center' });
    to.firstChild.focus({ preventScroll: true });
    tools(to);
  }
}

// --- Copies.

function asText(row) {
  const lines = [];
  for (const meaning of row.li.querySelector('div') ? all('div', row.li) : [row.li]) {
    const texts = selector => all(selector, meaning).filter(p => p.parentNode === meaning).map(p => p.textContent);
    const help = one('.h', meaning), advice = help && one('b', help);
    lines.push(`${nameOf(row.catalog)} ${row.code} ${texts('.n')[0]}`, ...texts('p:not([class])').map(text => `  ${text}`));
    if (help?.firstChild.nodeType === Node.TEXT_NODE) lines.push(`  help: ${help.firstChild.data}`);
    if (advice) lines.push(`  advice: ${advice.textContent}`);
    const symbol = one('.s', meaning);
    if (symbol) lines.push(`  symbol: ${symbol.firstChild.data.trim()}`);
    lines.push(...texts('.c').map(text => `  ${text}`));
  }
  lines.push(...all('.d', row.li).map(p => `  ${p.textContent}`));
  if (location.protocol.startsWith('http')) lines.push(`  ${linkTo(row)}`);
  return lines.join('\n');
}
const linkTo = row => `${location.href.split('#')[0]}#${row.id}`;

async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // A static host without TLS has no clipboard for scripts; the old way still works.
    const area = element('textarea', { value: text, className: 'unseen' }), focused = document.activeElement;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
    focused?.focus({ preventScroll: true });
  }
  say(`${what} copied`);
}

const button = (text, label, act) => {
  const made = element('button', { type: 'button', textContent: text, ariaLabel: label });
  made.addEventListener('click', async () => {
    const row = rowOf.get(made.closest('li'));
    await act(row);
    made.textContent = 'Copied';
    setTimeout(() => { made.textContent = text; }, 1500);
  });
  return made;
};
const toolbar = element('p', { className: 't', lang: 'en' },
  button('Copy', 'Copy as text', row => copy(asText(row), `${row.code} as text`)),
  button('Link', 'Copy the link', row => copy(linkTo(row), `Link to ${row.code}`)));

// One toolbar, in the row that is being looked at.
function tools(li) {
  if (li && rowOf.has(li) && toolbar.parentNode !== li) li.append(toolbar);
}

// --- Events.

const wide = matchMedia('(min-width: 70rem)');
const rowAt = event => (event.target.closest ? event.target.closest('main li') : null);

box.addEventListener('input', () => { pasted = ''; run(); });
box.addEventListener('paste', event => {
  const text = event.clipboardData.getData('text');
  // A whole log is not for a box.
  if (text.length < 20_000) return;
  event.preventDefault();
  take(text);
});
function take(text) {
  ask('');
  pasted = text;
  run();
}
document.addEventListener('dragover', event => event.preventDefault());
document.addEventListener('drop', async event => {
  event.preventDefault();
  const [file] = event.dataTransfer.files;
  take(file ? await file.text() : event.dataTransfer.getData('text'));
});
clear.addEventListener('click', () => { ask(''); box.focus(); });
more.addEventListener('click', () => {
  const [first] = show(shown, SHOWN, Infinity);
  mark(pasted ? '' : box.value);
  first?.firstChild.focus();
});
copyAll.addEventListener('click', () => {
  const texts = shown.map(item => (item.unknown ? `${item.unknown}: ${item.text}` : asText(item.row)));
  copy(texts.join('\n\n'), counted(shown.length, 'code'));
});
language?.addEventListener('change', () => { document.documentElement.dataset.language = language.value; });
for (const event of ['focusin', 'click', 'pointerover']) {
  document.addEventListener(event, event => {
    if (event.pointerType !== 'touch') tools(rowAt(event));
  });
}
document.addEventListener('click', event => {
  const link = event.target.closest?.('main li > a, .s > a');
  // What was asked is there again on the way back.
  if (link && !results.hidden) history.replaceState({ asked: box.value }, '');
});
addEventListener('popstate', event => { if (event.state?.asked) ask(event.state.asked); });
addEventListener('hashchange', event => { if (!history.state?.asked) route(event); });

box.addEventListener('keydown', event => {
  if (event.isComposing) return;
  const first = one(results.hidden ? '#-catalogs > section:not([hidden]) li > a' : '#-results li > a');
  if (event.key === 'ArrowDown' && !box.value.slice(box.selectionEnd).includes('\n')) first?.focus();
  else if (event.key === 'Enter' && !event.shiftKey) { if (!results.hidden) first?.click(); }
  else return;
  event.preventDefault();
});
document.addEventListener('keydown', event => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') {
    if (document.activeElement === box) ask('');
    box.focus();
    box.select();
    return;
  }
  const li = rowAt(event);
  if (!li) return;
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
  if (step) {
    const shown = all('li', results.hidden ? catalogs : results).filter(li => !li.closest('[hidden]'));
    const next = shown[shown.indexOf(li) + step];
    if (next) next.firstChild.focus(); else if (step < 0) box.focus();
  } else if (event.key === 'c') copy(asText(rowOf.get(li)), `${rowOf.get(li).code} as text`);
  else if (event.key === '/') box.focus();
  else return;
  event.preventDefault();
});

// --- The beginning.

one('form').hidden = false;
one('form').addEventListener('submit', event => event.preventDefault());
one('#-hint').hidden = false;
nav.classList.toggle('many', catalogs.children.length > 4);
const open = () => { one('details', nav).open = wide.matches; };
wide.addEventListener('change', open);
open();
if (language.options.length) {
  one('#-language').hidden = false;
}
route();
if (!location.hash && matchMedia('(hover: hover)').matches) box.focus({ preventScroll: true });
}
