import { freshId, h, showText } from './dom.js';
import { fits } from './events.js';

/** The form's fields, from the lookup's contract. */

const MODES = { integer: 'numeric', number: 'decimal' };
const LONG = 1000;

/**
 * @param {import('./events.js').Input[]} inputs
 * @param {Record<string, string>} texts
 * @param {(texts: Record<string, string>) => void} onChange
 * @returns {HTMLElement[]}
 */
export function fields(inputs, texts, onChange) {
  const current = { ...texts };
  return inputs.map((input) => field(input, texts[input.name], (text) => {
    if (text === null) delete current[input.name];
    else current[input.name] = text;
    onChange({ ...current });
  }));
}

/** @param {(text: string | null) => void} onText null if the input is not sent */
function field(input, text, onText) {
  const id = freshId('input');
  const hint = h('p.hint', { id: `${id}-hint`, hidden: true });
  const empty = h('input', { type: 'checkbox', 'aria-label': `Send ${input.name} as an empty string`, on: { change: () => update() } });
  const emptyLabel = h('label.empty', {}, empty, h('span', { 'aria-hidden': 'true' }, 'Send empty'));
  const control = controlOf(input, id, () => update());
  control.value = text ?? '';
  empty.checked = text === '';

  const update = () => {
    show();
    onText(control.value !== '' ? control.value : empty.checked ? '' : null);
  };
  const show = () => {
    emptyLabel.hidden = input.type !== 'string' || control.value !== '';
    if (emptyLabel.hidden) empty.checked = false;
    const good = fits(input.type, control.value);
    showText(hint, good ? '' : `Not ${article(input.type)}, so it is sent as a string.`);
    control.toggleAttribute('data-odd', !good);
  };
  show();

  return h('div.field', {},
    h('div.field-head', {},
      h('label.code', { for: id }, input.name),
      h('span.type', { id: `${id}-type` }, input.type, ', ', h(input.required ? 'strong' : 'span', {}, input.required ? 'required' : 'optional')),
      emptyLabel),
    control,
    listOf(input, id),
    hint,
    h('p.help', { id: `${id}-help` }, input.description, input.limits ? ` ${input.limits}` : '', input.default === undefined ? '' : ` Default: ${plain(input.default)}.`));
}

function controlOf(input, id, onInput) {
  const attributes = {
    id,
    name: input.name,
    placeholder: input.default === undefined ? false : plain(input.default),
    inputmode: MODES[input.type] ?? false,
    list: input.type === 'boolean' ? `${id}-list` : false,
    'aria-required': input.required ? 'true' : false,
    'aria-describedby': `${id}-type ${id}-hint ${id}-help`,
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    on: { input: onInput },
  };
  return isLong(input) ? h('textarea.code', { ...attributes, rows: 6 }) : h('input.code', { ...attributes, type: 'text' });
}

const listOf = (input, id) => input.type === 'boolean' && h('datalist', { id: `${id}-list` }, h('option', { value: 'true' }), h('option', { value: 'false' }));

const isLong = (input) => input.type === 'string' && (input.limits.match(/\d+/g) ?? []).some((limit) => Number(limit) >= LONG);

const article = (type) => ({ integer: 'an integer', 'string[]': 'a JSON array', boolean: 'true or false' })[type] ?? `a ${type}`;

const plain = (value) => (typeof value === 'string' ? value : JSON.stringify(value));
