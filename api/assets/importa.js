/**
 * Makes the page of one objective handier: it saves by itself, lights the line of the phase one is at, and
 * listens to a few keys. Everything works without it.
 */

const form = document.querySelector('form[data-salva]');
const told = document.querySelector('[data-salvato]');
const lines = document.querySelector('[data-righe]');

/* Saving by itself: after a pause in typing, one request at a time, by the form's own address. */

const PAUSE_MS = 900;
let timer;
let busy = false;
let dirty = false;

function say(state, words) {
  told.dataset.salvato = state;
  told.textContent = words;
}

function isChanged() {
  dirty = true;
  say('no', 'Non ancora salvato');
  clearTimeout(timer);
  timer = setTimeout(save, PAUSE_MS);
}

async function save() {
  if (busy) return;
  clearTimeout(timer);
  // What a half-typed form lacks is told when the person presses "Salva".
  if (!form.checkValidity()) return;
  busy = true;
  dirty = false;
  say('no', 'Salvataggio…');
  try {
    const body = new URLSearchParams(new FormData(form));
    const answer = await fetch(form.action, { method: 'POST', body, credentials: 'same-origin' });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (answer.ok) taken(page);
    else refused(answer.status, page);
  } catch {
    dirty = true;
    say('errore', 'Non salvato: il collegamento non risponde. Riprova con «Salva».');
  } finally {
    busy = false;
    if (dirty && told.dataset.salvato !== 'errore') timer = setTimeout(save, PAUSE_MS);
  }
}

/** What the server answered: the version and key of the next save, what is missing now, how many rows there are. */
function taken(page) {
  const next = page.querySelector('form[data-salva]');
  if (next === null) return;
  for (const name of ['visto', 'chiave']) {
    form.elements[name].value = next.elements[name].value;
  }
  for (const other of document.querySelectorAll('.tr-tools input[name="visto"]')) {
    other.value = next.elements.visto.value;
  }
  for (const part of ['.tr-marks', '[data-avvertenze]']) {
    const [here, there] = [document.querySelector(part), page.querySelector(part)];
    if (here !== null && there !== null) here.replaceChildren(...there.childNodes);
  }
  if (grow(next) && !dirty) {
    leaving = true;
    location.reload();
    return;
  }
  if (!dirty) say('si', 'Salvato');
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

function refused(status, page) {
  const alert = page.querySelector('[role="alert"]');
  const words = alert === null ? '' : alert.textContent.trim().replace(/\s+/g, ' ');
  const why =
    status === 409 ? 'Qualcun altro ha corretto questa voce. Premi «Salva» per vedere la differenza.' : words;
  dirty = true;
  say('errore', `Non salvato. ${why}`);
}

let leaving = false;

/** A form that is sent while a save is under way, or beside unsaved words, waits for them: it carries the version it makes. */
function inTurn(event) {
  const isOwn = event.target === form;
  clearTimeout(timer);
  if (!busy && (isOwn || !dirty)) {
    leaving = true;
    return;
  }
  event.preventDefault();
  const [target, button] = [event.target, event.submitter];
  settled().then(
    () => {
      // What could not be saved is told beside the button; only its own form may go then.
      if (isOwn || !dirty) target.requestSubmit(button);
    },
    () => undefined,
  );
}

/** Fulfilled when nothing is under way and what could be saved is. */
async function settled() {
  while (busy) await new Promise((resolve) => setTimeout(resolve, 50));
  if (dirty) await save();
}

if (form !== null && told !== null) {
  form.addEventListener('input', isChanged);
  form.addEventListener('change', () => {
    clearTimeout(timer);
    void save();
  });
  for (const one of document.querySelectorAll('form')) one.addEventListener('submit', inTurn);
  addEventListener('beforeunload', (event) => {
    if (dirty && !leaving) event.preventDefault();
  });
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
