// Typing, pasting, keys and links.

const wide = matchMedia('(min-width: 70rem)');
const rowAt = event => (event.target.closest ? event.target.closest('main li') : null);

box.addEventListener('input', () => { pasted = ''; run(); });
box.addEventListener('paste', event => {
  const text = event.clipboardData.getData('text');
  // A long log is explained without being put into the box.
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
  add(Infinity)?.firstChild.focus();
});
copyAll.addEventListener('click', () => {
  const texts = shown.map(item => (item.unknown ? `${item.unknown}: ${item.text}` : asText(item.row)));
  copy(texts.join('\n\n'), label('codes_copied', { codes: counted(shown.length, 'codes') }));
});
for (const event of ['focusin', 'click', 'pointerover']) {
  document.addEventListener(event, event => {
    if (event.pointerType !== 'touch') tools(rowAt(event));
  });
}
document.addEventListener('click', event => {
  const link = event.target.closest?.('main li > a, .s > a');
  // The browser's Back brings the query back.
  if (link && !results.hidden) history.replaceState({ query: box.value }, '');
});
addEventListener('popstate', event => { if (event.state?.query) ask(event.state.query); });
addEventListener('hashchange', event => { if (!history.state?.query) route(event); });

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
  } else if (event.key === 'c') copy(asText(rowOf.get(li)), label('text_copied', rowOf.get(li)));
  else if (event.key === '/') box.focus();
  else return;
  event.preventDefault();
});

// Prepares the search in the background.
(function readOn() {
  if (readUpTo(read + 400)) patterns();
  else setTimeout(readOn);
})();

one('form').hidden = false;
one('form').addEventListener('submit', event => event.preventDefault());
one('#-hint').hidden = false;
nav.classList.toggle('many', catalogs.children.length > 4);
const open = () => { one('details', nav).open = wide.matches; };
wide.addEventListener('change', open);
open();
route();
if (!location.hash && matchMedia('(hover: hover)').matches) box.focus({ preventScroll: true });
