/** The page's calls to `serve`. */

/** The server cannot be reached. */
export class ServerGone extends Error {}

/**
 * @param {string} method @param {string} path below /page/api/ @param {any} [body] sent as JSON; a string is sent unchanged
 * @param {AbortSignal} [signal]
 * @returns {Promise<Response>} a response with a success status
 * @throws {ServerGone} or an Error that says what to do, with the HTTP `status`
 */
async function send(method, path, body, signal) {
  let reply;
  try {
    reply = await fetch(`/page/api/${path}`, {
      method,
      signal,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: typeof body === 'string' || body === undefined ? body : JSON.stringify(body),
    });
  } catch (error) {
    throw error.name === 'AbortError' ? error : new ServerGone('serve is not responding.');
  }
  if (reply.ok) return reply;
  const message = await reply.json().then((json) => json.message, () => null);
  throw Object.assign(new Error(message ?? `serve answered with HTTP ${reply.status}: see its terminal.`), { status: reply.status });
}

const json = async (path, signal) => (await send('GET', path, undefined, signal)).json();
const part = encodeURIComponent;

export const getSuite = () => json('suite');
export const getCalls = () => json('calls').then((reply) => reply.calls);
/** Waits for calls with a higher number than `after`. */
export const awaitCalls = (after, signal) => json(`calls?after=${after}&wait=true`, signal).then((reply) => reply.calls);
export const getCall = (id) => json(`calls/${part(id)}`);

const request = (lookup, name) => `lookups/${part(lookup)}/requests/${part(name)}`;
export const getRequest = async (lookup, name) => (await send('GET', request(lookup, name))).text();
export const saveRequest = async (lookup, name, event, replace) =>
  (await send('PUT', request(lookup, name) + (replace ? '?replace=true' : ''), event)).json();

export const setFault = (api, fault) => send('PUT', `apis/${part(api)}/fault`, { fault });
export const setTarget = (api, baseUrl, secret) => send('PUT', `apis/${part(api)}/target`, secret === '' ? { baseUrl } : { baseUrl, secret });
export const clearTarget = (api) => send('DELETE', `apis/${part(api)}/target`);
export const rotateSecret = (api) => send('POST', `apis/${part(api)}/secret/rotate`);
export const deleteSecret = (api) => send('DELETE', `apis/${part(api)}/secret`);
export const restoreSecret = (api) => send('POST', `apis/${part(api)}/secret/restore`);
export const killProcess = async (lookup) => (await (await send('POST', `lookups/${part(lookup)}/kill`)).json()).killed;

/**
 * Runs a call.
 * @param {{lookup: string, event: string, via: string}} call the event is JSON and is sent unchanged
 * @param {(progress: {progress: string, text: string, ms: number}) => void} onProgress
 * @param {AbortSignal} signal
 * @returns {Promise<any>} the call, with its answer
 */
export async function runCall({ lookup, event, via }, onProgress, signal) {
  const body = `{"lookup":${JSON.stringify(lookup)},"event":${event},"via":${JSON.stringify(via)}}`;
  const reply = await send('POST', 'calls', body, signal);
  for await (const line of lines(reply.body)) {
    const message = JSON.parse(line);
    if (message.call) return message.call;
    if (message.error) throw new Error(message.error.message);
    onProgress(message);
  }
  throw new Error('No answer arrived. Check the terminal that runs serve.');
}

async function* lines(stream) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read().catch((error) => {
      throw error.name === 'AbortError' ? error : new ServerGone('serve is not responding.');
    });
    if (done) break;
    const parts = (rest + value).split('\n');
    rest = parts.pop();
    yield* parts.filter((line) => line.trim() !== '');
  }
  if (rest.trim() !== '') yield rest;
}
