import { byId, showText } from './dom.js';
import { awaitCalls, ServerGone } from './api.js';

/** Keeps the page and the server together: waits for calls from elsewhere, and comes back when the server does. */

const RETRY_MS = 1500;

/**
 * @param {{onConnect: () => Promise<void>, onNewer: (calls: any[]) => void, last: () => number}} page
 * onConnect reads everything anew: a server that was started again has another history
 */
export function createConnection({ onConnect, onNewer, last }) {
  let current = new AbortController();

  async function stay(signal) {
    while (!signal.aborted) {
      try {
        await onConnect();
        show('connected');
        while (!signal.aborted) onNewer(await awaitCalls(last(), signal));
      } catch (error) {
        if (signal.aborted) return;
        show('lost', error instanceof ServerGone ? 'serve has ended. Start it again, and this page continues by itself.' : error.message);
        await new Promise((resume) => setTimeout(resume, RETRY_MS));
      }
    }
  }
  return {
    connect() {
      current.abort();
      current = new AbortController();
      stay(current.signal);
    },
  };
}

const WORDS = { connected: 'Connected', lost: 'Not connected' };

function show(state, problem = '') {
  byId('connection').dataset.state = state;
  byId('connection').textContent = WORDS[state];
  // A text that stays is not set again, or a screen reader would repeat it with every attempt.
  if (byId('lost').textContent !== problem) showText(byId('lost'), problem);
}
