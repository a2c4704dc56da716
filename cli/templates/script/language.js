// The language in which messages are shown first, if a catalog has it.

const tag = text => text.toLowerCase().split('-');
const isBegunBy = (parts, other) => other.every((part, at) => parts[at] === part);
// Returns the languages of a catalog: its own, and those of its columns.
const languagesOf = catalog => ['own', ...new Set(all('li:first-of-type p[lang]:not([class])', catalog).map(p => p.lang))];

for (const { value } of language.options) {
  if (!value) continue;
  const name = new Intl.DisplayNames([value, 'en'], { type: 'language' });
  try { language.querySelector(`[value="${CSS.escape(value)}"]`).label = name.of(value); } catch { /* no tag */ }
  document.styleSheets[0].insertRule(`main [data-shown="${CSS.escape(value)}"] p[lang="${CSS.escape(value)}"]:not([class]) {
    display: block; order: -1; font-size: 1rem; font-weight: 600; color: var(--text); }`, document.styleSheets[0].cssRules.length);
}

function choose(wanted) {
  for (const catalog of catalogs.children) {
    const requested = tag(wanted);
    // Matches as in BCP 47: the same tag, a shorter one or a longer one.
    const fits = language => {
      const has = tag(language === 'own' ? catalog.lang : language);
      return has[0] && (isBegunBy(requested, has) || isBegunBy(has, requested));
    };
    const found = wanted && languagesOf(catalog).find(fits);
    if (found) catalog.dataset.shown = found; else delete catalog.dataset.shown;
  }
}

if (language.options.length) {
  one('#-language').hidden = false;
  language.addEventListener('change', () => {
    choose(language.value);
    run();
    try { localStorage.setItem('language', language.value); } catch { /* not kept */ }
  });
  try {
    language.value = localStorage.getItem('language') ?? '';
    if (language.selectedIndex < 0) language.value = '';
  } catch { /* none was kept */ }
  choose(language.value);
}
