import { byId, freshId, h } from './dom.js';
import { copyButtons } from './copy.js';
import { exchangesView, headersView } from './exchanges.js';
import { textBlock } from './json-view.js';
import { logView, metricsView } from './log.js';
import { rememberOpen } from './memory.js';
import { advice, flowText, mark, outcomeParts, timeText, verdictOf } from './outcome.js';
import { contractView, outputsView } from './outputs.js';
import { clock, visible } from './text.js';
import { timelineView } from './timeline.js';

/** The result panel: one call, from its outcome to the raw JSON. */

const LONG_MESSAGE = 100;
const SOURCES = { page: 'from this page', invoke: 'from another program' };
const DIALECTS = { inputs: 'the inputs dialect', data: 'the data dialect', flat: 'the flat dialect', http: 'an HTTP event' };

/** @param {string} sentence @param {string} more @param {...HTMLElement} below */
export function showNoResult(sentence, more, ...below) {
  byId('result').removeAttribute('data-outcome');
  byId('result-body').replaceChildren(h('div.nothing', {}, h('h2', { id: 'outcome', tabindex: '-1' }, sentence), h('p', {}, more)), ...below);
}

/** The outputs to expect. @param {any} lookup */
export const showContract = (lookup) =>
  showNoResult('No call selected', 'Run the lookup, or select a call from the history.', section('Outputs in the contract', contractView(lookup.outputs)));

/**
 * @param {any} call @param {any} suite
 * @param {{again: () => void, edit: () => void}} actions
 */
export function showResult(call, suite, actions) {
  const lookup = suite.lookups.find(({ name }) => name === call.lookup);
  byId('result').dataset.outcome = verdictOf(call);
  byId('result-body').replaceChildren(
    outcome(call),
    h('div.actions', {},
      h('div.again', { role: 'group', 'aria-label': 'This call' },
        lookup && h('button.small', { type: 'button', on: { click: actions.again } }, 'Call again'),
        lookup && h('button.small', { type: 'button', on: { click: actions.edit } }, 'Edit the request')),
      copyButtons(call, suite.url)),
    section('Outputs', outputsView(call.outputs, lookup?.outputs ?? [])),
    section('Timeline', timelineView(call.timeline)),
    section('External API', exchangesView(call.exchanges)),
    section('Log', logView(call.log)),
    section('Metrics', metricsView(call.metrics)),
    folded('Answer', textBlock(call.answer, 'Answer')),
    folded('Event', h('p.quiet', {}, `As received by the function: ${DIALECTS[call.dialect] ?? call.dialect}.`), textBlock(JSON.stringify(call.event), 'Event')),
    call.http ? folded(`HTTP reply, ${call.http.status}`, h('p.quiet', {}, 'As received by the web services data action.'), headersView(Object.entries(call.http.headers), 'HTTP reply headers'), textBlock(call.http.body, 'HTTP reply body')) : '');
}

function outcome(call) {
  const [head, message] = outcomeParts(call);
  const todo = advice(call);
  return h('div.outcome', {},
    h('p.which', {}, h('span.code', {}, call.lookup), `, call ${call.number}, ${clock(call.at)}, via ${call.via === 'http' ? 'HTTP' : 'Lambda'}, ${SOURCES[call.source] ?? call.source}`),
    h('h2', { id: 'outcome', tabindex: '-1' },
      h('span.mark', { 'aria-hidden': 'true' }, mark(verdictOf(call))),
      h('span', { 'data-long': message.length > LONG_MESSAGE }, visible(head), message && h('span.message', {}, ': ', visible(message)))),
    call.summary.outcome !== 'success' && h('p.time', {}, `Took ${timeText(call)}.`),
    h('p.flow', {}, flowText(call)),
    todo && h('p.advice', {}, todo));
}

function section(title, ...content) {
  const id = freshId('section');
  return h('section', { 'aria-labelledby': id }, h('h3', { id }, title), ...content);
}

const folded = (title, ...content) =>
  rememberOpen(h('details.folded', {}, h('summary', {}, h('h3', {}, title)), ...content), `result:${title.split(',')[0]}`, false);
