/** State that survives a reload, in this tab only. It never includes secrets. */

/** @param {string} key @param {any} otherwise @returns {any} */
export function recall(key, otherwise) {
  try {
    return JSON.parse(sessionStorage.getItem(key)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** @param {string} key @param {any} value */
export function remember(key, value) {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage is full or disabled; the page works without it.
  }
}

/** Restores whether a `<details>` was open. @param {HTMLDetailsElement} details @param {string} key @param {boolean} isOpen at first */
export function rememberOpen(details, key, isOpen) {
  details.open = recall(`open:${key}`, isOpen);
  details.addEventListener('toggle', () => remember(`open:${key}`, details.open));
  return details;
}
