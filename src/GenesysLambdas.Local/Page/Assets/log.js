import { h } from './dom.js';
import { visible } from './text.js';

/** The log lines of one call, and its metrics. */

const LAMBDAS_OWN = /^(INIT_START|START|END|REPORT) /;
const UNITS = { Milliseconds: ' ms', Seconds: ' s', Bytes: ' bytes', Count: '', None: '', Percent: ' %' };

/** @param {{text: string, readable: string}[]} lines @returns {HTMLElement} */
export function logView(lines) {
  if (lines.length === 0) return h('p.quiet', {}, 'The function logged nothing.');
  const list = h('ol.log', { tabindex: '0', 'aria-label': 'Log lines' });
  const show = (isRaw) => {
    list.replaceChildren(...lines.map(({ text, readable }) => h(LAMBDAS_OWN.test(text) ? 'li.quiet' : 'li', {}, visible(isRaw ? text : readable))));
    button.setAttribute('aria-pressed', String(isRaw));
  };
  const button = h('button.small', { type: 'button', 'aria-label': 'Raw: log', on: { click: () => show(button.getAttribute('aria-pressed') !== 'true') } }, 'Raw');
  show(false);
  return h('div.block-frame', {}, button, list);
}

/** @param {{name: string, value: number, unit: string}[]} metrics @returns {HTMLElement} */
export function metricsView(metrics) {
  if (metrics.length === 0) return h('p.quiet', {}, 'The function logged no metrics.');
  return h('dl.metrics', {}, ...metrics.map(({ name, value, unit }) =>
    h('div', {}, h('dt', {}, name), h('dd', {}, `${value.toLocaleString('en', { maximumFractionDigits: 1 })}${UNITS[unit] ?? ` ${unit}`}`))));
}
