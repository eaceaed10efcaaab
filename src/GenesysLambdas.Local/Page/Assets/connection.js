import { byId, showText } from './dom.js';
import { awaitCalls, ServerGone } from './api.js';

/** Waits for calls of other programs, and reconnects after serve was restarted. */

const RETRY_MS = 1500;

/**
 * @param {{onConnect: () => Promise<void>, onNewer: (calls: any[]) => void, last: () => number}} page
 * onConnect reloads everything: a restarted server has a new history
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
  // Set only once: a screen reader would repeat it with every attempt.
  if (byId('lost').textContent !== problem) showText(byId('lost'), problem);
}
