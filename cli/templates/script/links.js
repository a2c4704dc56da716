// Links to a code, or to a catalog or section, to which the search is then restricted.

const spelling = id => {
  try { id = decodeURIComponent(id); } catch { /* as it is */ }
  return id.toLowerCase();
};

// Returns the target of a link, even if a mail program changed its case or included the full stop after it.
function target(id) {
  const exact = document.getElementById(id);
  if (exact && catalogs.contains(exact)) return exact;
  const wanted = spelling(id), shorter = wanted.replace(/[)\]}>.,;:!?'"”’。，；：！？）】》]+$/, '');
  const is = id => [wanted, shorter].includes(spelling(id));
  return rows.find(row => is(row.id))?.li ?? all('section[id]', catalogs).find(section => is(section.id));
}

// Scrolls the row into the window and focuses it. Rows that were never visible have an estimated height, which moves the
// row when it is corrected; and while the page loads, the browser follows the link too and takes the focus away.
function bring(row) {
  let frames = 30, still = 0, last;
  const [link] = row.children;
  link.focus({ preventScroll: true });
  (function again() {
    if (document.activeElement === document.body) link.focus({ preventScroll: true });
    // The user has moved on meanwhile.
    if (!row.contains(document.activeElement)) return;
    row.scrollIntoView({ block: 'center' });
    const { top } = row.getBoundingClientRect();
    still = top === last ? still + 1 : 0;
    last = top;
    if (still < 3 && frames--) requestAnimationFrame(again);
  })();
}

function route() {
  const id = location.hash.slice(1), to = id && target(id);
  if (!to || to === catalogs) {
    scope = null;
    const [, catalog, code] = /^([^-]+)-(.+)$/.exec(id) ?? [];
    // The page does not have the code of the link: search for it.
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
    bring(to);
    tools(to);
  }
}
