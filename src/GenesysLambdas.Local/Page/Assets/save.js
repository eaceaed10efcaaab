import { announce, byId, showText } from './dom.js';
import { saveRequest } from './api.js';

/** The dialog that saves a request. */

/** @returns {{open: (lookup: any, event: string, onSaved: (name: string) => void) => void}} */
export function createSaveDialog() {
  const [dialog, name, problem, confirm] = ['save-dialog', 'save-name', 'save-problem', 'save-confirm'].map(byId);
  let request = null;
  let replaces = '';

  const reset = () => {
    replaces = '';
    confirm.textContent = 'Save';
    showText(problem, '');
  };
  name.addEventListener('input', reset);
  byId('save-cancel').addEventListener('click', () => dialog.close());
  byId('save-form').addEventListener('submit', async (submit) => {
    submit.preventDefault();
    const chosen = name.value.trim();
    if (chosen === '') {
      showText(problem, 'Enter a name.');
      name.focus();
      return;
    }
    try {
      const { path } = await saveRequest(request.lookup.name, chosen, request.event, replaces === chosen);
      dialog.close();
      announce(`Saved as ${path}`);
      request.onSaved(chosen);
    } catch (error) {
      showText(problem, error.status === 409 ? `A request named ${chosen} already exists. Replace it or choose another name.` : error.message);
      replaces = error.status === 409 ? chosen : '';
      confirm.textContent = replaces === '' ? 'Save' : 'Replace';
    }
  });
  return {
    open(lookup, event, onSaved) {
      request = { lookup, event, onSaved };
      reset();
      name.value = '';
      byId('save-folder').textContent = `.aws-lambda-testtool/SavedRequests/${lookup.function}/`;
      dialog.showModal();
      name.focus();
    },
  };
}
