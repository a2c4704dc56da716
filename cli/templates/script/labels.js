// The page's own words, in the language of its reader.

const SENTENCES = JSON.parse(box.dataset.sentences);
const localeOf = tag => (/^(zh|cmn)\b/i.test(tag) ? 'zh' : 'en');
let locale = localeOf(document.documentElement.lang);

// Returns a text with its values in place. Some texts differ for one thing.
function label(name, values = {}) {
  let text = LABELS[locale][name];
  if (text.other) text = Number(values.n) === 1 ? text.one : text.other;
  const shown = value => (typeof value === 'number' ? value.toLocaleString(LABELS[locale].tag) : value);
  return text.replace(/\{(\w+)\}/g, (_, name) => shown(values[name]));
}
const counted = (number, name) => label(name, { n: number });
