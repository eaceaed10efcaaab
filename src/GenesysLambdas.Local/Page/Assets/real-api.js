import { freshId, h } from './dom.js';
import { clearTarget, setTarget } from './api.js';

/** Calls a real API instead of a stand-in. The page sends the secret to the server and does not store it. */

/** @param {any} api @param {(action: () => Promise<any>, done: string) => Promise<void>} act */
export function realApi(api, act) {
  const id = freshId('target');
  const url = h('input.code', { id: `${id}-url`, type: 'url', placeholder: 'https://api.example.com', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': `${id}-help` });
  const secret = h('input.code', { id: `${id}-secret`, type: 'password', autocomplete: 'new-password', 'aria-describedby': `${id}-help` });
  const back = h('button', { type: 'button', on: { click: () => act(() => clearTarget(api.name), `${api.name} is back to normal`) } }, api.hasStandIn ? 'Back to the stand-in' : 'Back to the usual address');
  const form = h('form', { novalidate: true, on: {
    submit: (submit) => {
      submit.preventDefault();
      act(() => setTarget(api.name, url.value.trim(), secret.value).then(() => { secret.value = ''; }), `${api.name} is at ${url.value.trim()} now`);
    },
  } },
  h('label', { for: `${id}-url` }, 'Base URL'), url,
  h('label', { for: `${id}-secret` }, 'Secret, if it needs one'), secret,
  h('p.help', { id: `${id}-help` }, 'The functions call this address until you go back. The stand-in’s secret is not sent there.'),
  h('div.buttons', {}, h('button', { type: 'submit' }, 'Call this API'), back));

  return {
    element: h('details.real', {}, h('summary', {}, 'Call a real API'), form),
    update(now) {
      back.disabled = !now.target;
      if (now.target && url.value === '') url.value = now.target;
    },
  };
}
