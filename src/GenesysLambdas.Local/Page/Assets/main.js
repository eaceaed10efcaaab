import { announce, byId, h } from './dom.js';
import { getCall, getCalls, getSuite, ServerGone } from './api.js';
import { alterations, backToNormal, createBreak } from './break.js';
import { eventOf } from './events.js';
import { createConnection } from './connection.js';
import { createHistory } from './history.js';
import { createLookups } from './lookups.js';
import { rememberOpen } from './memory.js';
import { outcomeText, shortOutcome } from './outcome.js';
import { createRequest } from './request.js';
import { showContract, showNoResult, showResult } from './result.js';
import { readRoute, routeTo } from './route.js';
import { createRun } from './run.js';

/** Connects the panels: the address decides what is shown, the server what exists. */

// As in layout.css.
const isWide = matchMedia('(min-width: 68.75rem)').matches;
const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

let suite = null;
let lookup = null;
let shown = null;
let ran = '';

const lookups = createLookups();
const history = createHistory(isWide);
const { connect } = createConnection({ onConnect, onNewer, last: history.last });
const run = createRun(onCall, connect);
const request = createRequest((message) => run.fail(message), readSuite);
const broken = createBreak(readSuite);

const apisOf = (name) => suite.apis.filter((api) => api.lookups.includes(name));

/** The suite's secrets and stand-ins can change here or in another program. */
async function readSuite() {
  const before = suite;
  suite = await getSuite();
  byId('url').textContent = new URL(suite.url).host;
  if (namesIn(before) !== namesIn(suite)) lookups.fill(suite.lookups);
  const now = suite.lookups.find(({ name }) => name === lookup?.name);
  if (!now) return;
  lookup = now;
  request.refresh(lookup);
  broken.update(apisOf(lookup.name));
  showAltered();
}

const namesIn = (known) => known?.lookups.map(({ name }) => name).join();

function showAltered() {
  const texts = apisOf(lookup.name).flatMap(alterations);
  byId('altered').hidden = texts.length === 0;
  byId('altered-list').replaceChildren(...texts.map((text) => h('li', {}, text)));
  byId('break-count').textContent = texts.length === 0 ? '' : String(texts.length);
}

async function follow() {
  const route = readRoute();
  const wanted = suite.lookups.find(({ name }) => name === route.lookup) ?? lookup ?? suite.lookups[0];
  if (wanted.name !== lookup?.name) {
    lookup = wanted;
    lookups.mark(lookup.name);
    request.show(lookup);
    broken.show(lookup, apisOf(lookup.name), suite.faults);
    showAltered();
  }
  if (route.call !== ran) run.clear();
  document.title = `${lookup.name} · GenesysLambdas`;
  history.mark(route.call);
  if (route.call !== '') await showCall(route.call);
  else {
    shown = null;
    showContract(lookup);
  }
}

async function showCall(id) {
  if (shown?.id !== id) {
    try {
      shown = await getCall(id);
      announce(outcomeText(shown));
    } catch (error) {
      shown = null;
      if (error instanceof ServerGone) connect();
      else showNoResult('This call is no longer available', 'The history has the last 200 calls since serve was started.');
      return;
    }
  }
  if (readRoute().call !== id) return;
  const call = shown;
  showResult(call, suite, {
    again: () => run.start({ lookup: call.lookup, event: eventOf(call), via: call.via }),
    edit: () => edit(call),
  });
  byId('result').scrollTop = 0;
}

async function edit(call) {
  if (lookup.name !== call.lookup) {
    location.hash = routeTo(call.lookup, call.id);
    await follow();
  }
  request.load(eventOf(call));
  request.setVia(call.via);
  byId('lookup-name').focus();
}

/** A call that this page made has ended. */
function onCall(call) {
  shown = call;
  ran = call.id;
  history.add([short(call)]);
  location.hash = routeTo(call.lookup, call.id);
  readSuite().catch(connect);
}

const short = ({ id, number, lookup: name, via, source, at, summary, timeline }) => ({ id, number, lookup: name, via, source, at, summary, totalMs: timeline.totalMs });

/** Connected, for the first time or again. */
async function onConnect() {
  await readSuite();
  history.replace(await getCalls());
  run.clear();
  await follow();
}

/** Calls of this page or of others have ended. */
function onNewer(calls) {
  const fresh = history.add(calls).filter(({ source }) => source !== 'page');
  if (fresh.length > 0) announce(`${fresh[0].lookup} was called by another program: ${shortOutcome(fresh[0].summary)}`);
}

async function submit(event) {
  event?.preventDefault();
  const text = request.read();
  if (text !== null) await run.start({ lookup: lookup.name, event: text, via: request.via() });
}

byId('run-key').textContent = isMac ? '⌘ Enter' : 'Ctrl+Enter';
byId('request-form').addEventListener('submit', submit);
document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && lookup && !document.querySelector('dialog[open]')) submit(event);
});
byId('normal').addEventListener('click', async () => {
  try {
    for (const api of apisOf(lookup.name)) await backToNormal(api);
    await readSuite();
    announce('Back to normal');
  } catch (error) {
    run.fail(error.message);
  }
  byId('run').focus();
});
for (const link of document.querySelectorAll('[data-skip]')) {
  link.addEventListener('click', (click) => {
    click.preventDefault();
    byId(link.dataset.skip)?.focus();
  });
}
rememberOpen(byId('break'), 'break', isWide);
addEventListener('hashchange', () => { if (suite) follow(); });
addEventListener('focus', () => { if (suite && lookup) readSuite().catch(() => {}); });
connect();
