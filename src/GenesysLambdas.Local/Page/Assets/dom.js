/** Creates elements without parsing markup: every value becomes text. */

const SVG = 'http://www.w3.org/2000/svg';

/** @param {string} id @returns {any} the element of index.html with that id */
export const byId = (id) => document.getElementById(id);

/**
 * @param {string} name a tag, with classes: `p.help`
 * @param {Record<string, any>} [attributes] `on` has event listeners; false and null omit the attribute
 * @param {...(Node | string | null | false | undefined)} children
 * @returns {any} the element
 */
export function h(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split('.');
  const element = document.createElement(tag);
  if (classes.length > 0) element.className = classes.join(' ');
  return finish(element, attributes, children);
}

/** @param {string} tag @param {Record<string, any>} attributes @param {...Node} children */
export const svg = (tag, attributes, ...children) => finish(document.createElementNS(SVG, tag), attributes, children);

function finish(element, { on = {}, ...attributes }, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '');
    else if (value !== false && value != null) element.setAttribute(name, String(value));
  }
  for (const [event, listener] of Object.entries(on)) element.addEventListener(event, listener);
  element.append(...children.filter((child) => child || child === ''));
  return element;
}

/** Shows the text, or hides the element if it is empty. @param {HTMLElement} element @param {string} text */
export function showText(element, text) {
  element.textContent = text;
  element.hidden = text === '';
}

/** Says something to screen readers, without moving the focus. @param {string} text */
export function announce(text) {
  const announcer = byId('announcer');
  announcer.textContent = '';
  // Setting the same text again would not be announced.
  requestAnimationFrame(() => { announcer.textContent = text; });
}

let ids = 0;
/** @param {string} stem @returns {string} a unique id */
export const freshId = (stem) => `${stem}-${++ids}`;
