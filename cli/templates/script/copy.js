// Copies rows as text, and links to them.

function asText(row) {
  const lines = [];
  for (const meaning of meaningsOf(row.li)) {
    const texts = selector => all(selector, meaning).filter(p => p.parentNode === meaning).map(p => p.textContent);
    const help = one('.h', meaning), advice = one('.h > b', meaning)?.textContent ?? (one('.h > i', meaning) ? '' : neverOf(row));
    lines.push(`${nameOf(row.catalog)} ${row.code} ${texts('.n')[0]}`, ...texts('p:not([class])').map(text => `  ${text}`));
    if (help?.firstChild.nodeType === Node.TEXT_NODE) lines.push(`  ${label('help_line', { text: help.firstChild.data })}`);
    if (advice) lines.push(`  ${label('advice_line', { text: advice })}`);
    const symbol = one('.s', meaning);
    if (symbol) lines.push(`  ${label('symbol_line', { text: symbol.firstChild.data.trim() })}`);
    lines.push(...texts('.c').map(text => `  ${text}`));
  }
  lines.push(...all('.d', row.li).map(p => `  ${p.textContent}`));
  if (location.protocol.startsWith('http')) lines.push(`  ${linkTo(row)}`);
  return lines.join('\n');
}
const linkTo = row => `${location.href.split('#')[0]}#${row.id}`;

async function copy(text, message) {
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
  say(message);
}

const button = (text, description, act) => {
  const made = element('button', { type: 'button', textContent: label(text), ariaLabel: label(description) });
  Object.assign(made.dataset, { t: text, label: description });
  made.addEventListener('click', async () => {
    const row = rowOf.get(made.closest('li'));
    await act(row);
    made.textContent = label('copied');
    setTimeout(() => { made.textContent = label(text); }, 1500);
  });
  return made;
};
const toolbar = element('p', { className: 't', lang: LABELS[locale].tag },
  button('copy', 'copy_label', row => copy(asText(row), label('text_copied', row))),
  button('link', 'link_label', row => copy(linkTo(row), label('link_copied', row))));

// The one toolbar, which moves to the row that has the pointer or the focus.
function tools(li) {
  if (li && rowOf.has(li) && toolbar.parentNode !== li) li.append(toolbar);
}
