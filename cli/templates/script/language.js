// The language in which messages are shown first, if a catalog has it, and that of the page's own words.

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

// Replaces the page's own words by those of another language.
function translate(tag) {
  if (localeOf(tag) === locale) return;
  locale = localeOf(tag);
  const own = LABELS[locale].tag, heading = one('h1');
  const replace = (made, text) => {
    made.textContent = text;
    if (made.lang) made.lang = own;
  };
  for (const root of [document, toolbar]) {
    for (const made of all('[data-t]', root)) replace(made, label(made.dataset.t, { n: made.dataset.n }));
    for (const made of all('[data-advice]', root)) replace(made, SENTENCES[made.dataset.advice][locale]);
    for (const made of all('[data-label]', root)) made.ariaLabel = label(made.dataset.label);
  }
  box.placeholder = label('placeholder');
  document.documentElement.lang = toolbar.lang = own;
  if (heading.dataset.t) document.title = heading.textContent;
  readAgain();
}
// A page in Chinese is read in Chinese, until the reader chooses another language. Others are read as the browser is.
const preferred = locale === 'zh' ? 'zh' : navigator.language;

function choose(wanted) {
  translate(wanted || preferred);
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
    const kept = localStorage.getItem('language');
    if ([...language.options].some(option => option.value === kept)) language.value = kept;
  } catch { /* none was kept */ }
}
choose(language.value);
