/**
 * Makes the page of one objective handier: it saves by itself, lights the line of the phase one is at, and
 * listens to a few keys. Everything works without it.
 */

import { form, saving, taken, told } from './autosave.js';

const lines = document.querySelector('[data-righe]');

/* Saving by itself. */

const autosave =
  form === null || told === null
    ? null
    : saving({
        ...{ pause: 900, retry: 0, stopsAtConflict: false, saved: 'Salvato' },
        lost: 'Non salvato: il collegamento non risponde. Riprova con «Salva».',
        conflict: 'Qualcun altro ha corretto questa voce. Premi «Salva» per vedere la differenza.',
        // What a half-typed form lacks is told when the person presses "Salva".
        isReady: () => form.checkValidity(),
        before: () => null,
        after,
      });

/** What the server answered: the version of the next save, what is missing now, how many rows there are. */
function after(next) {
  for (const other of document.querySelectorAll('.tr-tools input[name="visto"]')) {
    other.value = next.elements.visto.value;
  }
  taken(next.ownerDocument, '.tr-marks', '[data-avvertenze]');
  if (grow(next) && !autosave.state.dirty) {
    autosave.state.leaving = true;
    location.reload();
  }
}

/** A row filled in gets an empty one after it. `true`: rows went, so that the others have other names now. */
function grow(next) {
  let isShorter = false;
  const theirs = [...next.querySelectorAll('.tr-rows')];
  for (const [at, mine] of [...form.querySelectorAll('.tr-rows')].entries()) {
    const [few, many] = [mine, theirs[at]].map((group) => group.querySelectorAll('fieldset').length);
    if (many > few) mine.append(theirs[at].lastElementChild);
    if (many < few) isShorter = true;
  }
  for (const name of ['indicators', 'milestones']) form.elements[name].value = next.elements[name].value;
  return isShorter;
}

/** A form that is sent while a save is under way, or beside unsaved words, waits for them: it carries the version it makes. */
function inTurn(event) {
  const { state } = autosave;
  const isOwn = event.target === form;
  autosave.hold();
  if (!state.busy && (isOwn || !state.dirty)) {
    state.leaving = true;
    return;
  }
  event.preventDefault();
  const [target, button] = [event.target, event.submitter];
  settled().then(
    () => {
      // What could not be saved is told beside the button; only its own form may go then.
      if (isOwn || !state.dirty) target.requestSubmit(button);
    },
    () => undefined,
  );
}

/** Fulfilled when nothing is under way and what could be saved is. */
async function settled() {
  if (autosave === null) return;
  while (autosave.state.busy) await new Promise((resolve) => setTimeout(resolve, 50));
  if (autosave.state.dirty) await autosave.save();
}

if (autosave !== null) {
  form.addEventListener('change', () => void autosave.save());
  for (const one of document.querySelectorAll('form')) one.addEventListener('submit', inTurn);
}

/* The line of the phase one is at. */

function light(line) {
  for (const one of document.querySelectorAll('.tr-now')) one.classList.remove('tr-now');
  const found = document.getElementById(`riga-${line}`);
  if (found === null || lines === null) return;
  found.classList.add('tr-now');
  const [box, at] = [lines.getBoundingClientRect(), found.getBoundingClientRect()];
  if (at.top < box.top || at.bottom > box.bottom) {
    lines.scrollTop += at.top - box.top - box.height / 3;
  }
}

document.addEventListener('focusin', (event) => {
  const phase = event.target.closest('[data-riga]');
  if (phase !== null) light(phase.dataset.riga);
});
for (const link of document.querySelectorAll('a[href^="#riga-"]')) {
  link.addEventListener('click', (event) => {
    if (document.getElementById(link.hash.slice(1)) === null) return;
    event.preventDefault();
    light(link.hash.slice(6));
  });
}

/* Keys, but never while somebody writes or chooses. */

const isWriting = (target) => target.closest('input, textarea, select, [contenteditable]') !== null;

const KEYS = {
  j: () => follow('[data-tasto="j"]'),
  k: () => follow('[data-tasto="k"]'),
  u: () => follow('.tr-back'),
  e: () => document.querySelector('form[data-salva] input:not([type="hidden"])')?.focus(),
  t: () => lines?.focus(),
  '?': () => {
    const help = document.querySelector('[data-tasti]');
    help.open = !help.open;
    if (help.open) help.querySelector('summary').focus();
  },
};

async function follow(selector) {
  const link = document.querySelector(selector);
  if (link === null) return;
  await settled();
  location.assign(link.href);
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape' && isWriting(event.target)) {
    event.target.blur();
    return;
  }
  if (isWriting(event.target) || !Object.hasOwn(KEYS, event.key)) return;
  event.preventDefault();
  KEYS[event.key]();
});
