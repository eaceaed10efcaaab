import { duration, plural } from './text.js';

/** Describes a call's outcome, for the developer and for the flow's author. */

/** @param {string} verdict @returns {string} a symbol in addition to the colour */
export const mark = (verdict) => ({ success: '✓', problem: '▲' })[verdict] ?? '✕';

/** @param {any} call @returns {string} its outcome, or `problem` for a success that breaks the contract */
export const verdictOf = (call) => (call.summary.outcome === 'success' && flaw(call) ? 'problem' : call.summary.outcome);

/** @returns {string} such as `Success` or `ExternalApiError 502` */
export function shortOutcome({ outcome, statusCode, errorCode }) {
  if (outcome === 'success') return 'Success';
  if (outcome === 'no-answer') return 'No answer';
  return `${errorCode || 'Failure'} ${statusCode ?? ''}`.trim();
}

/** @param {any} call @returns {string} such as `Success, 200, 312 ms` or `ExternalApiError 502: HTTP 500 from CRM_API` */
export const outcomeText = (call) => outcomeParts(call).filter(Boolean).join(': ');

/** @returns {[string, string]} the outcome and its message */
export function outcomeParts(call) {
  const { outcome, statusCode, errorCode, errorMessage } = call.summary;
  if (outcome === 'no-answer') return [[shortOutcome(call.summary), errorCode].filter(Boolean).join(', '), errorMessage];
  if (outcome !== 'success') return [shortOutcome(call.summary), errorMessage];
  const but = flaw(call);
  return [['Success', statusCode, timeText(call), but && `but ${but}`].filter(Boolean).join(', '), ''];
}

function flaw({ actionError, outputs }) {
  const count = outputs.filter(({ problem }) => problem).length;
  if (actionError) return 'the data action fails';
  return count > 0 ? `${plural(count, 'output')} ${count === 1 ? 'differs' : 'differ'} from the contract` : '';
}

/** @returns {string} such as `312 ms with a cold start of 210 ms` */
export function timeText({ timeline }) {
  const start = timeline.phases.find((phase) => phase.kind === 'init');
  return start ? `${duration(timeline.totalMs)} with a cold start of ${duration(start.ms)}` : duration(timeline.totalMs);
}

/** @param {any} call @returns {string} the path that the flow takes */
export function flowText({ summary, outputs, actionError }) {
  if (actionError || summary.outcome === 'no-answer') return `${actionError ?? 'The data action fails.'} The flow takes its Failure path; a voice flow cannot read why.`;
  if (outputs.some(({ problem }) => problem === 'type')) return 'The answer does not fit the contract, so the flow takes its Failure path.';
  if (summary.outcome === 'success') return 'The flow takes its Success path, with success true.';
  return 'The flow still takes its Success path, with success false: check success first.';
}

const ADVICE = {
  ValidationError: 'Correct the inputs in the message.',
  NotFound: 'Nothing was found for these inputs. Try others.',
  ConfigurationError: 'Set or restore the setting or secret in the message. Secrets are under “Break it”.',
  ExternalApiError: 'See the external API’s reply below.',
  ExternalApiUnauthorized: 'The API refused the secret, even after it was fetched again. Check under “Break it” whether it is set to reply with 401.',
  ExternalApiThrottled: 'The API is rate limiting, and the wait does not fit the deadline. Try again later.',
  CircuitOpen: 'The API kept failing, so it was not called this time. Try again later, or kill the process under “Break it” to reset this.',
  ExternalApiTimeout: 'The API did not reply before the deadline. The timeline shows where the time went.',
  InternalServerError: 'This is a bug in the function. See its log below.',
};

/** @param {any} call @returns {string} what to do about a failure; empty on success */
export function advice({ summary }) {
  if (summary.outcome === 'success') return '';
  return ADVICE[summary.errorCode] ?? (summary.outcome === 'no-answer' ? 'See the function’s log below and the terminal that runs serve.' : '');
}
