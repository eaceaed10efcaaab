import { announce, byId, h } from './dom.js';

/** Copies a call as a command or JSON. */

/**
 * @param {any} call @param {string} url the emulator's
 * @returns {string} for any POSIX shell
 */
export function invokeCommand(call, url) {
  const payload = JSON.stringify(call.event).replaceAll("'", String.raw`'\''`);
  // This is the only form of payload that both versions of the AWS command line send unchanged.
  return `printf '%s' '${payload}' | AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local aws lambda invoke --endpoint-url ${url} --region us-east-1 --function-name ${call.function} --payload fileb:///dev/stdin /dev/stdout`;
}

/** @param {any} call @param {string} url @returns {HTMLElement} the buttons that copy it */
export function copyButtons(call, url) {
  return h('div.copies', { role: 'group', 'aria-label': 'Copy' },
    h('span', { 'aria-hidden': 'true' }, 'Copy as'),
    button('AWS CLI command', () => invokeCommand(call, url)),
    button('sample event', () => JSON.stringify(call.event, null, 2)),
    call.inputs && button('data action test input', () => JSON.stringify(call.inputs, null, 2)));
}

function button(what, text) {
  const element = h('button.small', { type: 'button', 'aria-label': `Copy as ${what}`, on: { click: () => copy(what, text(), element) } }, what);
  return element;
}

const SHOWN_MS = 2000;

async function copy(what, text, element) {
  try {
    await navigator.clipboard.writeText(text);
    announce(`Copied as ${what}`);
    element.dataset.copied = '';
    setTimeout(() => { delete element.dataset.copied; }, SHOWN_MS);
  } catch {
    offer(what, text);
  }
}

/** The browser refused to copy, so the user has to. */
function offer(what, text) {
  byId('copy-title').textContent = `Copy as ${what}`;
  byId('copy-text').value = text;
  byId('copy-dialog').showModal();
  byId('copy-text').select();
}
byId('copy-close').addEventListener('click', () => byId('copy-dialog').close());
