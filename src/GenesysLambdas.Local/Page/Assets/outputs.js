import { h } from './dom.js';
import { longText, plural } from './text.js';

/** The outputs as Architect binds them, with their differences from the contract. */

const COMMON = ['success', 'statusCode', 'errorCode', 'errorMessage'];

const PROBLEMS = {
  missing: 'missing',
  type: 'wrong type',
  extra: 'not in the contract',
  null: 'null',
};

/**
 * @param {any[]} outputs @param {{name: string, description: string}[]} declared
 * @returns {HTMLElement}
 */
export function outputsView(outputs, declared) {
  if (outputs.length === 0) return h('p.quiet', {}, 'None, so the flow’s variables get no values.');
  const descriptions = new Map(declared.map(({ name, description }) => [name, description]));
  const rowOf = (output) => row(output, descriptions.get(output.name) ?? '');
  return h('div.outputs', {},
    h('p.quiet', {}, verdict(outputs)),
    table('Outputs as Architect binds them', ['Name', 'Type', 'Value'], h('th.describes', { scope: 'col' }, 'Description'), outputs, rowOf));
}

/** @param {{name: string, type: string, description: string}[]} declared @returns {HTMLElement} */
export const contractView = (declared) => h('div.outputs', {}, table('Outputs in the contract', ['Name', 'Type', 'Description'], '', declared, ({ name, type, description }) =>
  h('tr', {}, h('th.code', { scope: 'row' }, longText(name)), h('td.type', {}, type), h('td.about', {}, description))));

const table = (caption, titles, last, outputs, rowOf) => h('table', {},
  h('caption.unseen', {}, caption),
  h('thead', {}, h('tr', {}, ...titles.map((title) => h('th', { scope: 'col' }, title)), last)),
  h('tbody', {}, ...outputs.filter(({ name }) => !COMMON.includes(name)).map(rowOf)),
  h('tbody', {}, ...outputs.filter(({ name }) => COMMON.includes(name)).map(rowOf)));

function verdict(outputs) {
  const count = outputs.filter(({ problem }) => problem).length;
  return count === 0 ? 'All match the contract.' : `${plural(count, 'difference')} from the contract.`;
}

function row(output, description) {
  const { name, type, declared, problem, note } = output;
  return h('tr', { 'data-problem': problem ?? false },
    h('th.code', { scope: 'row' }, longText(name)),
    h('td.type', {}, problem === 'type' || problem === 'null' ? type : declared ?? type),
    h('td.code', {}, value(output), problem && PROBLEMS[problem] && h('p.problem', {}, h('strong', {}, `▲ ${PROBLEMS[problem]}`), ` ${note}`)),
    h('td.describes', {}, description));
}

function value({ value: text, json, problem }) {
  if (problem === 'missing') return h('span.quiet', {}, 'no value');
  return text === '' && json === '' ? h('span.quiet', {}, 'empty string') : longText(text);
}
