// The rows, read from the page.

const rows = all('#-catalogs li').map((li, place) => {
  const within = li.closest('section');
  const catalog = within.parentNode === catalogs ? within : within.parentNode;
  const code = li.firstChild.textContent, raw = li.firstChild.dataset.code ?? code;
  return { li, place, id: li.id, code, raw, catalog, section: within === catalog ? null : within };
});
const nameOf = section => {
  const heading = section.firstElementChild, { shown } = section.parentNode.dataset;
  return (shown && one(`i[lang="${CSS.escape(shown)}"]`, heading)?.textContent) || heading.firstChild.data.trim();
};
// Returns the default advice, from the heading: a search of the whole catalog would take longer than a frame.
const neverOf = row => one('i', row.catalog.children[1])?.textContent;
const meaningsOf = li => (one('div', li) ? all('div', li) : [li]);
const rowOf = new Map(rows.map(row => [row.li, row]));
const index = (map, key, row) => map.set(key, [...map.get(key) ?? [], row]);
const byCode = new Map();
for (const row of rows) index(byCode, row.raw, row);
// A text that is a row's code is not read as the printed code of another.
for (const row of rows.filter(row => !byCode.has(row.code))) index(byCode, row.code, row);

// Case, full width and the spelling of identifiers make no difference.
const fold = text => text.normalize('NFKC').toLowerCase();
const squash = text => text.replace(/[\s_.:/-]+/g, '');
const apart = name => name.replace(/([a-z0-9])([A-Z])/g, '$1 $2');
const KINDS = { message: [100, 60, 100], lang: [90, 40, 100], n: [60, 60, 200], s: [60, 60, 200], h: [20, 5, 10], other: [10, 5, 5] };

// Prepares the texts that are searched. Ten thousand rows take a tenth of a second, so it is done in parts.
let read = 0;
const symbols = new Map();
function readUpTo(end) {
  for (; read < Math.min(end, rows.length); read++) {
    const row = rows[read], isNew = !row.fields;
    row.fields = [];
    row.folded = fold(row.code);
    row.foldedRaw = row.raw === row.code ? row.folded : fold(row.raw);
    const names = [], whole = [row.folded];
    if (row.raw !== row.code) whole.push(row.foldedRaw);
    for (const p of row.li.getElementsByTagName('p')) {
      let text = p.className === 's' ? p.firstChild.data.trim() : p.textContent;
      if (p.className === 's' && isNew) index(symbols, text, row);
      if (p.className === 'n' || p.className === 's') names.push(squash(fold(text)));
      if (p.className === 'n') text = apart(text);
      text = fold(text);
      whole.push(text);
      row.fields.push({ text, kind: KINDS[p.className || (p.lang ? 'lang' : 'message')] ?? KINDS.other });
    }
    row.names = `\n${names.join('\n')}\n`;
    row.whole = whole.join('\n');
  }
  return read === rows.length;
}
// Prepares them again, after a change of the page's own words.
function readAgain() {
  read = 0;
  forget();
}
