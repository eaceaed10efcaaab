import { byId, h, showText } from './dom.js';
import { createEditor } from './editor.js';
import { eventText, formTexts } from './events.js';
import { fields } from './inputs.js';
import { recall, remember } from './memory.js';
import { getRequest } from './api.js';
import { createSaveDialog } from './save.js';

/** The request panel: the inputs as a form or the event as JSON, and the saved requests. */

const FRESH = { mode: 'form', texts: {}, event: '', dialect: 'inputs', isOwn: false, via: 'lambda' };

/** @param {(message: string) => void} onProblem @param {() => void} onSaved */
export function createRequest(onProblem, onSaved) {
  const [saved, inputs, via] = ['saved', 'inputs', 'via'].map(byId);
  const dialog = createSaveDialog();
  let lookup = null;
  let draft = FRESH;

  const change = (changes) => {
    draft = { ...draft, ...changes };
    remember(`draft:${lookup.name}`, draft);
  };
  const editor = createEditor((event) => change({ event, isOwn: true }));

  const showMode = () => {
    for (const radio of byId('mode').querySelectorAll('input')) radio.checked = radio.value === draft.mode;
    inputs.hidden = draft.mode !== 'form';
    byId('editor').hidden = draft.mode !== 'event';
  };
  const showForm = () => inputs.replaceChildren(...fields(lookup.inputs, draft.texts, (texts) => change({ texts })));
  const showVia = () => {
    for (const radio of via.querySelectorAll('input')) radio.checked = radio.value === draft.via;
    showText(byId('via-help'), draft.via === 'http' ? `Like a web services data action: POST /data-action/${lookup.name}, with the local token.` : '');
  };
  const write = (dialect) => {
    change({ dialect, event: eventText(lookup.inputs, draft.texts, dialect), isOwn: false });
    editor.show(draft.event);
  };
  const showSaved = () => {
    const none = lookup.requests.length === 0;
    saved.replaceChildren(h('option', { value: '' }, none ? 'None yet' : 'Choose one'), ...lookup.requests.map((name) => h('option', { value: name }, name)));
  };

  /** Puts an event into the form, or into the editor if the form cannot express it. */
  const load = (text) => {
    const texts = formTexts(lookup.inputs, text);
    change(texts ? { mode: 'form', texts, isOwn: false } : { mode: 'event', event: text, isOwn: true });
    showForm();
    editor.show(draft.event);
    showMode();
  };

  byId('mode').addEventListener('change', ({ target }) => {
    // Keep the user's own JSON; update JSON that came from the form.
    if (target.value === 'event' && !draft.isOwn) write(draft.dialect);
    const texts = target.value === 'form' && draft.isOwn ? formTexts(lookup.inputs, draft.event) : null;
    change({ mode: target.value, ...(texts && { texts, isOwn: false }) });
    if (texts) showForm();
    showMode();
  });
  via.addEventListener('change', ({ target }) => {
    change({ via: target.value });
    showVia();
  });
  for (const button of document.querySelectorAll('[data-dialect]')) button.addEventListener('click', () => write(button.dataset.dialect));
  saved.addEventListener('change', async () => {
    if (saved.value === '') return;
    try {
      load(await getRequest(lookup.name, saved.value));
    } catch (error) {
      onProblem(error.message);
    }
  });

  /** @returns {string | null} the event as JSON; null if it is not JSON */
  const read = () => (draft.mode === 'form' ? eventText(lookup.inputs, draft.texts, 'inputs') : editor.read());

  byId('save').addEventListener('click', () => {
    const event = read();
    if (event !== null) {
      dialog.open(lookup, event, async (name) => {
        await onSaved();
        saved.value = name;
      });
    }
  });
  return {
    read,
    load,
    via: () => draft.via,
    setVia: (value) => { change({ via: value }); showVia(); },
    /** The suite was reloaded, and may have other saved requests. */
    refresh(newLookup) {
      const isSame = lookup.requests.join() === newLookup.requests.join();
      lookup = newLookup;
      if (!isSame) showSaved();
    },
    show(newLookup) {
      lookup = newLookup;
      draft = { ...FRESH, ...recall(`draft:${lookup.name}`, {}) };
      byId('lookup-name').textContent = lookup.name;
      byId('lookup-description').textContent = lookup.description;
      byId('lookup-facts').replaceChildren(h('code', {}, lookup.function), ' calls ', h('code', {}, lookup.api));
      showSaved();
      showForm();
      editor.show(draft.event);
      showMode();
      showVia();
    },
  };
}
