import { announce, byId, freshId, h, showText } from './dom.js';
import { clearTarget, deleteSecret, killProcess, restoreSecret, rotateSecret, setFault } from './api.js';
import { realApi } from './real-api.js';

/** "Break it": the faults of the stand-ins, the secrets, the process. */

const FAULTS = { slow: 'is slow', 'cut-off': 'cuts its answers off', garbage: 'answers garbage' };

/** @param {any} api @returns {string[]} the active faults, such as `WEATHER_API answers 500` */
export function alterations(api) {
  return [
    api.fault !== 'none' && `${api.name} ${FAULTS[api.fault] ?? `answers ${api.fault}`}`,
    api.target && `${api.name} is at ${api.target}`,
    api.secret && !api.secret.exists && `The secret ${api.secret.name} is deleted`,
  ].filter(Boolean);
}

/** Removes all faults. @param {any} api */
export async function backToNormal(api) {
  if (api.target) await clearTarget(api.name);
  if (api.fault !== 'none') await setFault(api.name, 'none');
  if (api.secret && !api.secret.exists) await restoreSecret(api.name);
}

/** @param {() => Promise<void>} onChange reads the suite again */
export function createBreak(onChange) {
  let update = () => {};

  return {
    /** @param {any} lookup @param {any[]} apis @param {any[]} faults */
    show(lookup, apis, faults) {
      const problem = h('p.error', { role: 'alert', hidden: true });
      const act = async (action, done) => {
        showText(problem, '');
        try {
          const result = await action();
          await onChange();
          announce(typeof done === 'function' ? done(result) : done);
        } catch (error) {
          showText(problem, error.message);
          // Show the actual state after an error.
          await onChange().catch(() => {});
        }
      };
      const parts = apis.map((api) => part(api, faults, act));
      byId('break-body').replaceChildren(...parts.map(({ element }) => element), processPart(lookup, act), problem);
      update = (newApis) => newApis.forEach((api, index) => parts[index]?.update(api));
      update(apis);
    },
    update: (apis) => update(apis),
  };
}

function part(api, faults, act) {
  const name = freshId('fault');
  const help = h('p.help', { id: `${name}-help` });
  const radios = faults.map((fault) => h('input', {
    type: 'radio', name, value: fault.name, 'aria-describedby': `${name}-help`,
    on: { change: () => act(() => setFault(api.name, fault.name), `${api.name}: ${fault.description}`) },
  }));
  const choice = h('fieldset.segments.faults', {}, h('legend', {}, h('span.code', {}, api.name), ' answers'),
    ...faults.map((fault, index) => h('label', {}, radios[index], h('span', {}, fault.name === 'none' ? 'normally' : fault.name.replace('-', ' ')))));
  const secret = secretPart(api, act);
  const real = realApi(api, act);

  return {
    element: h('div.breakage', {}, choice, help, secret.element, real.element),
    update(now) {
      radios.forEach((radio) => {
        radio.checked = radio.value === now.fault;
        radio.disabled = Boolean(now.direct);
      });
      help.textContent = now.direct ? `The functions call ${now.direct} directly. To change its replies, enter it below as a real API.` : faults.find((fault) => fault.name === now.fault)?.description ?? '';
      secret.update(now);
      real.update(now);
    },
  };
}

function secretPart(api, act) {
  const label = freshId('secret');
  const [name, state] = [h('span.code', {}), h('span.state', {})];
  let exists = true;
  const rotate = h('button', { type: 'button', 'aria-describedby': label, on: { click: () => act(() => rotateSecret(api.name), () => `Rotated ${name.textContent}`) } }, 'Rotate');
  // One button for both, so that it keeps the focus.
  const remove = h('button', { type: 'button', 'aria-describedby': label, on: {
    click: () => (exists ? act(() => deleteSecret(api.name), () => `Deleted ${name.textContent}`) : act(() => restoreSecret(api.name), () => `Restored ${name.textContent}`)),
  } });
  const element = h('div.line', {}, h('p', { id: label }, 'Secret ', name, ' ', state), h('div.buttons', {}, rotate, remove));
  return {
    element,
    update({ secret }) {
      element.hidden = !secret;
      if (!secret) return;
      name.textContent = secret.name;
      exists = secret.exists;
      state.textContent = exists ? '' : 'deleted';
      remove.textContent = exists ? 'Delete' : 'Restore';
      rotate.disabled = !exists;
    },
  };
}

const processPart = (lookup, act) => h('div.line', {},
  h('p', {}, 'Process of ', h('span.code', {}, lookup.function)),
  h('div.buttons', {}, h('button', { type: 'button', on: { click: () => act(() => killProcess(lookup.name), (killed) => (killed === 0 ? 'No process was running' : 'Killed. The next call is a cold start.')) } }, 'Kill')));
