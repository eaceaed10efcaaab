/**
 * Splits JSON into tokens, for errors that are the same in every browser, and for formatting that
 * keeps numbers and duplicate names unchanged.
 */

const TOKEN = /[ \t\r\n]+|[{}[\],:]|"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const MAX_DEPTH = 500;

/** @typedef {{text: string, kind: 'mark'|'name'|'string'|'number'|'word', at: number}} Token */
/** @typedef {{message: string, at: number, line: number, column: number}} JsonError */

/**
 * @param {string} text
 * @returns {{tokens: Token[], error: JsonError | null}} the tokens up to the first error
 */
export function readJson(text) {
  const tokens = [];
  const open = [];
  let expected = 'value';
  let at = 0;

  const fail = (message) => {
    const before = text.slice(0, at).split('\n');
    return { tokens, error: { message, at, line: before.length, column: before.at(-1).length + 1 } };
  };

  while (at < text.length) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text)?.[0];
    if (found === undefined) return fail(strange(text, at));
    if (found.trim() === '') { at += found.length; continue; }

    const next = step(expected, found, open);
    if (next === null || open.length > MAX_DEPTH) return fail(next === null ? wanted(expected, open) : 'It is nested too deeply');
    tokens.push({ text: found, kind: kind(found, expected), at });
    expected = next;
    at += found.length;
  }
  return expected === 'end' ? { tokens, error: null } : fail(text.trim() === '' ? 'The event is empty' : `It ends too early: ${lower(wanted(expected, open))}`);
}

// What may follow, or null if the token is not allowed here; `open` is the stack of open brackets.
function step(expected, token, open) {
  const after = () => (open.length > 0 ? 'comma' : 'end');
  const close = () => { open.pop(); return after(); };
  switch (expected) {
    case 'name-or-end':
      if (token === '}') return close();
    // falls through
    case 'name': return token[0] === '"' ? 'colon' : null;
    case 'colon': return token === ':' ? 'value' : null;
    case 'comma':
      if (token === ',') return open.at(-1) === '{' ? 'name' : 'value';
      return token === (open.at(-1) === '{' ? '}' : ']') ? close() : null;
    case 'end': return null;
    default:
      if (expected === 'value-or-end' && token === ']') return close();
      if (token === '{' || token === '[') { open.push(token); return token === '{' ? 'name-or-end' : 'value-or-end'; }
      return '}],:'.includes(token) ? null : after();
  }
}

const kind = (token, expected) =>
  token[0] === '"' ? (expected.startsWith('name') ? 'name' : 'string') : '{}[],:'.includes(token) ? 'mark' : /[tfn]/.test(token[0]) ? 'word' : 'number';

const wanted = (expected, open) => ({
  'name-or-end': 'Expected a name in double quotes or }',
  name: 'Expected a name in double quotes',
  colon: 'Expected a colon',
  comma: `Expected a comma or ${open.at(-1) === '{' ? '}' : ']'}`,
  end: 'Unexpected text after the end',
})[expected] ?? 'Expected a value';

function strange(text, at) {
  if (text[at] === "'") return 'Strings and names need double quotes';
  if (text[at] === '"') return /^"[^"\n]*\n/.test(text.slice(at)) ? 'This string is not closed on its line' : 'This string is not closed, or has a bad escape';
  return /[\w.+-]/.test(text[at]) ? 'Not a JSON value; strings need double quotes' : 'Unexpected character';
}

const lower = (text) => text[0].toLowerCase() + text.slice(1);

/**
 * @param {Token[]} tokens
 * @returns {{text: string, kind: string}[]} the tokens, with line breaks and indentation between them
 */
export function indented(tokens) {
  const parts = [];
  let depth = 0;
  const space = (text) => parts.push({ text, kind: 'space' });
  tokens.forEach((token, index) => {
    const next = tokens[index + 1]?.text;
    const opens = token.kind === 'mark' && '{['.includes(token.text);
    if (token.kind === 'mark' && '}]'.includes(token.text)) {
      depth--;
      const before = tokens[index - 1];
      if (!(before.kind === 'mark' && '{['.includes(before.text))) space(`\n${'  '.repeat(depth)}`);
    }
    parts.push(token);
    if (opens) depth++;
    if ((opens && next !== '}' && next !== ']') || (token.kind === 'mark' && token.text === ',')) space(`\n${'  '.repeat(depth)}`);
    if (token.kind === 'mark' && token.text === ':') space(' ');
  });
  return parts;
}
