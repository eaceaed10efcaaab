import { announce, byId, showText } from './dom.js';
import { runCall, ServerGone } from './api.js';
import { seconds } from './text.js';
import { outcomeText } from './outcome.js';

/** Runs one call at a time and shows its progress. */

const TICK_MS = 100;

/** @param {(call: any) => void} onCall @param {() => void} onGone */
export function createRun(onCall, onGone) {
  const [button, progress, text, elapsed, done, problem] = ['run', 'progress', 'progress-text', 'elapsed', 'done', 'run-error'].map(byId);
  let current = null;

  const fail = (message) => {
    showText(problem, message);
    done.hidden = true;
  };
  const show = (isRunning) => {
    // Not disabled, so that it keeps the keyboard focus.
    button.setAttribute('aria-disabled', String(isRunning));
    byId('result').setAttribute('aria-busy', String(isRunning));
    progress.hidden = !isRunning;
    if (isRunning) {
      done.hidden = true;
      showText(problem, '');
    }
  };

  byId('stop').addEventListener('click', () => {
    current?.abort();
    button.focus();
  });
  byId('show-result').addEventListener('click', () => {
    byId('outcome')?.focus();
    byId('result').scrollIntoView({ block: 'start' });
  });
  return {
    fail,
    clear() {
      done.hidden = true;
      showText(problem, '');
    },
    /** @param {{lookup: string, event: string, via: string}} request */
    async start(request) {
      if (current) return;
      current = new AbortController();
      const began = performance.now();
      const tick = () => { elapsed.textContent = seconds(performance.now() - began); };
      const timer = setInterval(tick, TICK_MS);
      text.textContent = 'Sending';
      tick();
      show(true);
      try {
        const call = await runCall(request, (step) => {
          if (step.text !== text.textContent) announce(step.text);
          text.textContent = step.text;
        }, current.signal);
        const outcome = outcomeText(call);
        announce(outcome);
        byId('done-text').textContent = outcome;
        done.hidden = false;
        onCall(call);
      } catch (error) {
        if (error.name === 'AbortError') announce('Stopped waiting. The answer will appear in the history.');
        else fail(error.message);
        if (error instanceof ServerGone) onGone();
      } finally {
        clearInterval(timer);
        current = null;
        show(false);
      }
    },
  };
}
