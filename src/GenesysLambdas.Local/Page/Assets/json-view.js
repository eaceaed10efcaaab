import { h } from './dom.js';
import { indented, readJson } from './json.js';
import { visible } from './text.js';

/** A block of text. JSON is formatted, and can be shown raw. */

// For longer JSON, an element per token would slow the page down.
const MOST_TOKENS = 20_000;

/** @param {string} text @param {string} label what it is, for screen readers @returns {HTMLElement} */
export function textBlock(text, label) {
  if (text === '') return h('p.quiet', {}, 'Empty.');
  const block = h('pre.block', { tabindex: '0', role: 'group', 'aria-label': label });
  const { tokens, error } = readJson(text);
  if (error) {
    block.append(visible(text));
    return block;
  }

  const show = (isRaw) => {
    block.replaceChildren(isRaw ? visible(text) : pretty(tokens));
    button.setAttribute('aria-pressed', String(isRaw));
  };
  const button = h('button.small', { type: 'button', 'aria-label': `Raw: ${label}`, on: { click: () => show(button.getAttribute('aria-pressed') !== 'true') } }, 'Raw');
  show(false);
  return h('div.block-frame', {}, button, block);
}

function pretty(tokens) {
  const parts = indented(tokens);
  const fragment = document.createDocumentFragment();
  if (parts.length > MOST_TOKENS) {
    fragment.append(visible(parts.map(({ text }) => text).join('')));
    return fragment;
  }
  for (const { text, kind } of parts) {
    fragment.append(kind === 'name' || kind === 'string' || kind === 'number' || kind === 'word' ? h(`span.json-${kind}`, {}, visible(text)) : text);
  }
  return fragment;
}
