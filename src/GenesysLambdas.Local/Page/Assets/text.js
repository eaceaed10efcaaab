import { h } from './dom.js';

/** Formats numbers, times and untrusted text. */

const CUT = 600;

// Control characters, and those that reorder or hide text.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/u;

/** @param {number} ms @returns {string} such as `2.4 ms`, `312 ms` or `4.13 s` */
export function duration(ms) {
  if (ms < 10) return `${Math.round(ms * 10) / 10} ms`;
  return ms < 999.5 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`;
}

/** @param {number} ms @returns {string} such as `0.8 s`, for a running clock */
export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** @param {string} at an ISO time @returns {string} such as `08:15:02`, in local time */
export const clock = (at) => new Date(at).toLocaleTimeString('en-GB');

/** The text, with an optional line break before each capital. @param {string} text @returns {(string | Node)[]} */
export const breakable = (text) => text.split(/(?<=[a-z])(?=[A-Z])/).flatMap((word, index) => (index === 0 ? [word] : [h('wbr'), word]));

/** @param {number} count @param {string} one @param {string} [many] */
export const plural = (count, one, many = `${one}s`) => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/**
 * The text, with invisible characters shown as code points.
 * @param {string} text @returns {DocumentFragment}
 */
export function visible(text) {
  const fragment = document.createDocumentFragment();
  for (const part of text.split(new RegExp(`(${UNSEEN.source})`, 'u'))) {
    if (part === '') continue;
    fragment.append(UNSEEN.test(part) ? h('span.unprintable', {}, codePoint(part)) : part);
  }
  return fragment;
}

const codePoint = (character) => `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * A value on its own line. A long one is truncated, with a button that shows the rest.
 * @param {string} text @returns {HTMLElement}
 */
export function longText(text) {
  const value = h('span.value', { dir: 'auto' });
  if (text.length <= CUT) {
    value.append(visible(text));
    return value;
  }

  const button = h('button.link', { type: 'button', 'aria-expanded': 'false', on: { click: () => show(!isOpen) } });
  let isOpen = false;
  const show = (open) => {
    isOpen = open;
    value.replaceChildren(visible(open ? text : head(text)), open ? '' : '…');
    button.textContent = open ? 'Show less' : `Show all ${text.length.toLocaleString('en')} characters`;
    button.setAttribute('aria-expanded', String(open));
  };
  show(false);
  return h('div', {}, value, button);
}

// Do not split a surrogate pair.
const head = (text) => text.slice(0, /[\ud800-\udbff]/.test(text[CUT - 1]) ? CUT - 1 : CUT);
