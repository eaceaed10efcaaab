/** The address bar: `#/current-weather` or `#/current-weather/calls/<id>`. */

/** @returns {{lookup: string, call: string}} empty if missing */
export function readRoute() {
  const [, lookup = '', calls = '', call = ''] = location.hash.slice(1).split('/').map(decode);
  return { lookup, call: calls === 'calls' ? call : '' };
}

/** @param {string} lookup @param {string} [call] @returns {string} */
export const routeTo = (lookup, call) => `#/${encodeURIComponent(lookup)}${call ? `/calls/${encodeURIComponent(call)}` : ''}`;

function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
