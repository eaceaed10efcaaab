import { byId, showText } from './dom.js';
import { readJson } from './json.js';

/** The JSON editor, which shows the position of the first error. */

/** @param {(text: string) => void} onInput */
export function createEditor(onInput) {
  const area = byId('event');
  const problem = byId('event-error');

  const check = () => {
    const { error } = readJson(area.value);
    showText(problem, error && area.value.trim() !== '' ? describe(error) : '');
    area.setAttribute('aria-invalid', String(!problem.hidden));
    return error;
  };
  area.addEventListener('input', () => {
    onInput(area.value);
    check();
  });
  return {
    /** @param {string} text */
    show(text) {
      area.value = text;
      check();
    },
    /** @returns {string | null} the event; null if it is not JSON, and the page shows where */
    read() {
      const error = check();
      if (!error) return area.value;
      showText(problem, describe(error));
      area.setAttribute('aria-invalid', 'true');
      area.focus();
      area.setSelectionRange(error.at, Math.min(error.at + 1, area.value.length));
      return null;
    },
  };
}

const describe = ({ line, column, message }) => `Not JSON, line ${line}, column ${column}: ${message}.`;
