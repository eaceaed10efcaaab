import { h } from './dom.js';
import { textBlock } from './json-view.js';
import { duration, visible } from './text.js';

/** The requests to the external API and its replies. The server has masked the secrets. */

/** @param {any[]} exchanges @returns {HTMLElement} */
export function exchangesView(exchanges) {
  if (exchanges.length === 0) return h('p.quiet', {}, 'It was not called.');
  return h('div.exchanges', {}, ...exchanges.map((exchange) => h('details', {},
    h('summary', {}, h('span', {},
      h('span.attempt', {}, `${exchange.api}, attempt ${exchange.attempt}`),
      h('span.end', {}, `${end(exchange)}, ${duration(exchange.ms)}`),
      h('span.code.ask', {}, exchange.request.method, ' ', visible(exchange.request.url)))),
    h('div.sides', {}, request(exchange), reply(exchange)))));
}

const end = ({ reply, end: how }) => (reply ? `HTTP ${reply.status}${how === 'complete' ? '' : `, ${how}`}` : how);

const request = ({ target, request: { method, url, headers, body } }) => h('div', {},
  h('h4', {}, target ? `Request to ${target}` : 'Request'),
  h('p.code.url', {}, method, ' ', visible(url)),
  headersView(headers, 'Request headers'),
  body === '' ? '' : textBlock(body, 'Request body'));

const reply = ({ reply: answer, end: how }) => h('div', {},
  h('h4', {}, answer ? `Reply, HTTP ${answer.status}` : 'Reply'),
  ...(answer ? [headersView(answer.headers, 'Reply headers'), textBlock(answer.body, 'Reply body')] : [h('p.quiet', {}, how === 'no reply' ? 'None.' : `None: ${how}.`)]),
  answer && how !== 'complete' && h('p.problem', {}, h('strong', {}, `▲ ${how}`)));

/** @param {[string, string][]} headers @param {string} label */
export function headersView(headers, label) {
  if (headers.length === 0) return h('p.quiet', {}, 'No headers.');
  return h('table.headers', { 'aria-label': label }, h('tbody', {}, ...headers.map(([name, value]) =>
    h('tr', {}, h('th', { scope: 'row' }, visible(name)), h('td.code', {}, visible(value))))));
}
