/** Converts the form's values to an event, and back. */

/** @typedef {{name: string, type: string, description: string, required: boolean, default?: any, limits: string}} Input */

const FITS = {
  string: () => true,
  integer: (text) => /^-?(0|[1-9]\d*)$/.test(text),
  number: (text) => /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text),
  boolean: (text) => text === 'true' || text === 'false',
  'string[]': (text) => Array.isArray(parsed(text)),
};

/** @param {string} type @param {string} text @returns {boolean} whether the text is a value of that type */
export const fits = (type, text) => (FITS[type] ?? FITS.string)(text.trim()) || text === '';

// An invalid value is sent as a string, so that the function reports the error.
const valueText = (type, text) => (type !== 'string' && FITS[type]?.(text.trim()) ? text.trim() : JSON.stringify(text));

/**
 * @param {Input[]} inputs
 * @param {Record<string, string>} texts the form's values; an input without one is not sent
 * @param {'inputs'|'data'|'flat'} dialect
 * @returns {string} indented JSON
 */
export function eventText(inputs, texts, dialect) {
  const members = inputs.filter((input) => input.name in texts).map((input) => `${JSON.stringify(input.name)}: ${valueText(input.type, texts[input.name])}`);
  const object = (indent) => (members.length === 0 ? '{}' : `{\n${members.map((member) => `${indent}  ${member}`).join(',\n')}\n${indent}}`);
  if (dialect === 'flat') return object('');
  if (dialect === 'inputs') return `{\n  "inputs": ${object('  ')}\n}`;
  const id = JSON.stringify(crypto.randomUUID());
  const now = JSON.stringify(new Date().toISOString());
  return `{\n  "requestId": ${id},\n  "requestTimestamp": ${now},\n  "data": ${object('  ')},\n  "metadata": {}\n}`;
}

/**
 * @param {Input[]} inputs
 * @param {string} text an event
 * @returns {Record<string, string> | null} the form's values, or null if the form cannot express the event
 */
export function formTexts(inputs, text) {
  const event = parsed(text);
  if (!isObject(event) || Object.keys(event).length !== 1 || !isObject(event.inputs)) return null;
  const texts = {};
  for (const [name, value] of Object.entries(event.inputs)) {
    const input = inputs.find((candidate) => candidate.name === name);
    if (!input) return null;
    texts[name] = typeof value === 'string' ? value : JSON.stringify(value);
    if (JSON.stringify(parsed(valueText(input.type, texts[name]))) !== JSON.stringify(value)) return null;
  }
  return texts;
}

/** @param {any} call @returns {string} the event that repeats the call, as JSON */
export function eventOf(call) {
  return JSON.stringify(call.via === 'http' ? httpBody(call.event) ?? call.event : call.event);
}

/** @returns {any} the JSON in the body of an HTTP event, or undefined without one */
function httpBody(event) {
  if (typeof event?.body !== 'string') return undefined;
  try {
    return JSON.parse(event.isBase64Encoded ? new TextDecoder().decode(Uint8Array.from(atob(event.body), (c) => c.charCodeAt(0))) : event.body);
  } catch {
    return undefined;
  }
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
