// Links: a code, or a catalog or section, which then is all that is asked.

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

// Brings the row into the window, and the focus to it. Rows that were never seen have a height that was guessed, and
// move it until they have their own; and while it loads, the browser follows the link too, and takes the focus away.
function bring(row) {
  let frames = 30, still = 0, last;
  const [link] = row.children;
  link.focus({ preventScroll: true });
  (function again() {
    if (document.activeElement === document.body) link.focus({ preventScroll: true });
    // Who has gone on meanwhile is not called back.
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
    bring(to);
    tools(to);
  }
}
