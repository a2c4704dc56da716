// The elements of the page, and functions that make others.
const one = (selector, of = document) => of.querySelector(selector);
const all = (selector, of = document) => [...of.querySelectorAll(selector)];
const box = one('#-query'), clear = one('#-clear'), nav = one('nav'), status = one('[role=status]');
const catalogs = one('#-catalogs'), results = one('#-results'), list = one('ul', results), more = one('.more');
const copyAll = one('button', results), language = one('#-language select');

const FIRST = 10, SHOWN = 30;
const element = (tag, properties, ...inside) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...inside);
  return made;
};
let saying;
const say = (text, delay = 0) => {
  clearTimeout(saying);
  saying = setTimeout(() => { status.textContent = text; }, delay);
};
