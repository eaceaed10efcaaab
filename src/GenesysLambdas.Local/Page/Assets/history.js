import { byId, h } from './dom.js';
import { rememberOpen } from './memory.js';
import { mark, shortOutcome } from './outcome.js';
import { routeTo } from './route.js';
import { breakable, clock, duration } from './text.js';

/** The calls of this run, newest first. */

const MOST = 200;

/** @param {boolean} isOpen whether it is open at first */
export function createHistory(isOpen) {
  rememberOpen(byId('history'), 'history', isOpen);
  const list = byId('history-list');
  let calls = [];
  let chosen = '';

  const render = () => {
    byId('history-count').textContent = calls.length === 0 ? '' : String(calls.length);
    byId('history-none').hidden = calls.length > 0;
    // Existing rows are moved rather than recreated, so that they keep the focus.
    const known = new Map([...list.children].map((item) => [item.dataset.call, item]));
    list.replaceChildren(...calls.map((call) => known.get(call.id) ?? row(call)));
    for (const item of list.children) {
      const link = item.firstElementChild;
      if (item.dataset.call === chosen) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  return {
    /** @returns {number} the highest number so far */
    last: () => Math.max(0, ...calls.map((call) => call.number)),
    /** @param {any[]} all of this run's calls */
    replace(all) {
      calls = all;
      render();
    },
    /** @param {any[]} newer @returns {any[]} the new ones */
    add(newer) {
      const fresh = newer.filter(({ id }) => !calls.some((call) => call.id === id));
      if (fresh.length > 0) {
        calls = [...fresh, ...calls].sort((a, b) => b.number - a.number).slice(0, MOST);
        render();
      }
      return fresh;
    },
    /** @param {string} id */
    mark(id) {
      chosen = id;
      render();
    },
  };
}

const row = (call) => h('li', { 'data-call': call.id }, h('a', { href: routeTo(call.lookup, call.id), 'data-outcome': call.summary.outcome },
  h('span.mark', { 'aria-hidden': 'true' }, mark(call.summary.outcome)),
  h('span.code', {}, call.lookup),
  h('span.when', {}, clock(call.at)),
  h('span.about', {}, ...breakable([shortOutcome(call.summary), call.via === 'http' && 'via HTTP', call.source === 'invoke' && 'from elsewhere'].filter(Boolean).join(', '))),
  h('span.ms', {}, duration(call.totalMs))));
