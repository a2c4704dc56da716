// Shows the results, or the catalogs if nothing is searched for.

let scope = null, pasted = '', shown = [], marked = '', later, rest;
const isIn = row => !scope || row.catalog === scope || row.section === scope;
const scopeName = () => (scope.parentNode === catalogs ? nameOf(scope) : `${nameOf(scope.parentNode)} › ${nameOf(scope)}`);
const links = all('a', nav).map(link => ({ link, small: one('small', link), to: document.getElementById(link.hash.slice(1)) }));
for (const entry of links) entry.total = entry.small.textContent;

function clone(row, note) {
  const li = row.li.cloneNode(true);
  li.removeAttribute('id');
  all('.t', li).forEach(tools => tools.remove());
  li.lang = row.catalog.lang;
  if (row.catalog.dataset.shown) li.dataset.shown = row.catalog.dataset.shown;
  const section = row.section ? ` › ${nameOf(row.section)}` : '';
  li.firstChild.after(element('p', { className: 'where', lang: '' },
    element('b', {}, nameOf(row.catalog)), section, note ? element('span', { lang: LABELS[locale].tag }, ` · ${note}`) : ''));
  // In the results, the default advice is repeated in each row.
  for (const meaning of neverOf(row) ? meaningsOf(li) : []) {
    if (one('.h > b, .h > i', meaning)) continue;
    let help = one('.h', meaning);
    if (!help) one('.n', meaning).before(help = element('p', { className: 'h' }));
    help.append(element('small', { className: 'never', lang: LABELS[locale].tag }, neverOf(row)));
  }
  rowOf.set(li, row);
  return li;
}

const made = items => items.map(item => (item.unknown
  ? element('li', { className: 'unknown' }, element('b', { textContent: item.unknown, tabIndex: -1 }), element('p', {}, item.text))
  : clone(item.row, item.note)));

// Shows one window of results at once, so that typing does not wait for the others.
function show(items) {
  clearTimeout(rest);
  shown = items;
  list.replaceChildren(...made(items.slice(0, FIRST)));
  more.hidden = items.length <= SHOWN;
  more.textContent = label('show_all', { n: items.length });
  if (items.length > FIRST) rest = setTimeout(() => add(SHOWN), 60);
}

// Shows the results up to this number, and returns the first new one.
function add(to) {
  clearTimeout(rest);
  const [first, ...others] = made(shown.slice(list.children.length, to));
  if (first) list.append(first, ...others);
  more.hidden = shown.length <= to;
  mark(marked);
  return first;
}

// Shows the number of results in each catalog and section.
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
  one('summary > span:last-child', nav).textContent = scope ? `: ${scopeName()}` : '';
}

function mark(query) {
  marked = query;
  if (!CSS.highlights) return;
  CSS.highlights.delete('match');
  const words = query ? wordsOf(query) : [];
  if (!words.length) return;
  const ranges = [];
  for (const li of list.children) {
    const walker = document.createTreeWalker(li, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
      const text = fold(node.data);
      // If folding changes the length, the positions are unknown.
      if (text.length !== node.data.length || node.parentNode.closest('.where')) continue;
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
    const place = lines > 1 && label(times > 1 ? 'first_in_line' : 'in_line', { n: line });
    const note = [times > 1 && label('times', { n: times }), place].filter(Boolean).join(label('comma'));
    found.push(...named);
    items.push(...named.filter(isIn).map(row => ({ row, note })));
    if (!named.length) {
      const near = nearest(word).slice(0, 3).map(row => `${nameOf(row.catalog)} ${row.code}`).join(label('comma'));
      items.push({ unknown: word, text: label('no_such_code') + (near && label('near', { codes: near })) + (note && label('note', { note })) });
    }
  }
  show(items);
  count(found);
  mark('');
  const values = { codes: counted(codes.length, 'codes'), lines: counted(lines, 'lines') };
  const limit = scope ? label('as_far_as', { scope: scopeName() }) : '';
  tell(label(lines > 1 ? 'recognized_in_lines' : 'recognized', values) + limit);
}

function find(query) {
  const found = search(query), here = found.filter(isIn);
  show(here.map(row => ({ row })));
  count(found);
  mark(query);
  const values = { codes: counted(here.length || found.length, 'codes'), scope: scope && scopeName(), query: query.trim().slice(0, 60) };
  if (here.length) tell(label(scope ? 'best_first_in' : 'best_first', values));
  else if (found.length) tell(label('elsewhere', values));
  else {
    tell(label('nothing_found', values));
    later = setTimeout(() => {
      const near = nearest(query).filter(isIn);
      if (!near.length) return;
      show(near.map(row => ({ row })));
      tell(label('near_query', values));
    }, 150);
  }
}

function run() {
  clearTimeout(later);
  clearTimeout(rest);
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
