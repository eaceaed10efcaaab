import { byId, h } from './dom.js';
import { routeTo } from './route.js';

/** The list of lookups; on a narrow page, a select. */

const FILTERABLE = 9;

export function createLookups() {
  const [list, select, filter, none] = ['lookup-list', 'lookup-select', 'lookup-filter', 'lookup-none'].map(byId);

  const applyFilter = () => {
    const wanted = filter.value.trim().toLowerCase();
    for (const item of list.children) item.hidden = !item.textContent.toLowerCase().includes(wanted);
    none.hidden = [...list.children].some((item) => !item.hidden);
  };
  filter.addEventListener('input', applyFilter);
  // After choosing a lookup, the next stop is its form.
  list.addEventListener('click', ({ target }) => {
    if (target.closest('a')) setTimeout(() => byId('lookup-name').focus());
  });
  select.addEventListener('change', () => { location.hash = routeTo(select.value); });
  return {
    /** @param {any[]} lookups */
    fill(lookups) {
      list.replaceChildren(...lookups.map(({ name, description }) =>
        h('li', {}, h('a', { href: routeTo(name), 'data-lookup': name }, h('span.code', {}, name), h('span.about', {}, description)))));
      select.replaceChildren(...lookups.map(({ name }) => h('option', { value: name }, name)));
      filter.hidden = lookups.length < FILTERABLE;
      applyFilter();
    },
    /** @param {string} lookup */
    mark(lookup) {
      for (const link of list.querySelectorAll('a')) {
        if (link.dataset.lookup === lookup) link.setAttribute('aria-current', 'page');
        else link.removeAttribute('aria-current');
      }
      select.value = lookup;
    },
  };
}
