/** Saves the draft of a submission by itself after a pause in typing. Everything works without it. */

const form = document.querySelector('form[data-salva]');
const told = document.querySelector('[data-salvato]');
const PAUSE_MS = 1500;
let timer;
let busy = false;
let dirty = false;
/** No save by itself any more: the form is being sent, or somebody must look. */
let leaving = false;
let sending = false;
const linesOf = (whole) => [...whole.querySelectorAll('fieldset[data-voce]')];
const fieldsOf = (line) => [...line.querySelectorAll('select, textarea, input:not([type="hidden"])')];
const saidBy = (field) => (field.type === 'checkbox' ? String(field.checked) : field.value.trim());
const saidIn = (line) => JSON.stringify(fieldsOf(line).map(saidBy));

/** What each line said when it was last in step with the server. */
const shown = form === null ? [] : linesOf(form).map(saidIn);

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
  if (busy || leaving) return;
  busy = true;
  dirty = false;
  say('no', 'Salvataggio…');
  try {
    const body = new URLSearchParams(new FormData(form));
    const sent = linesOf(form).map(saidIn);
    const answer = await fetch(form.action, { method: 'POST', body, credentials: 'same-origin' });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (answer.ok) taken(page, sent);
    else refused(answer.status, page);
  } catch {
    dirty = true;
    say(
      'errore',
      'Non salvato: il collegamento non risponde. Quello che hai scritto è ancora qui, e si salva da solo appena torna.',
    );
    timer = setTimeout(save, 10 * PAUSE_MS);
  } finally {
    busy = false;
    if (dirty && told.dataset.salvato === 'no') timer = setTimeout(save, PAUSE_MS);
  }
}

/**
 * What the server answered: the next key, and what is missing now. A line that stands there as it was sent is
 * in step; one that somebody else changed is taken over, unless it is being written here: that one keeps the
 * version it was shown with, and the next save tells of both.
 */
function taken(page, sent) {
  const next = page.querySelector('form[data-salva]');
  if (next === null) return;
  for (const name of ['chiave', 'visto']) form.elements[name].value = next.elements[name].value;
  const theirs = linesOf(next);
  for (const [at, mine] of linesOf(form).entries()) {
    const other = theirs[at];
    if (other === undefined) continue;
    const isInStep = saidIn(other) === sent[at];
    if (!isInStep && saidIn(mine) !== shown[at]) continue;
    if (!isInStep) copy(other, mine);
    for (const name of ['seen', 'shown']) {
      const field = `lines[${at}].${name}`;
      form.elements[field].value = next.elements[field].value;
    }
    shown[at] = saidIn(other);
  }
  const [here, there] = [document, page].map((one) => one.querySelector('[data-avvisi]'));
  if (here !== null && there !== null) here.replaceChildren(...there.childNodes);
  if (!dirty) say('si', 'Bozza salvata');
}

function copy(from, to) {
  const fields = fieldsOf(to);
  for (const [at, field] of fieldsOf(from).entries()) {
    if (field.type === 'checkbox') fields[at].checked = field.checked;
    else fields[at].value = field.value;
  }
}

function refused(status, page) {
  const alert = page.querySelector('[role="alert"]');
  const words = alert === null ? '' : alert.textContent.trim().replace(/\s+/g, ' ');
  const why =
    status === 409
      ? 'Qualcun altro ha scritto nella stessa voce. Premi «Salva bozza» per confrontare.'
      : words;
  dirty = true;
  // Two texts of one line: a person compares them before anything else is saved.
  if (status === 409) leaving = true;
  say('errore', `Non salvato. ${why}`);
}

if (form !== null && told !== null) {
  form.addEventListener('input', isChanged);
  form.addEventListener('submit', () => {
    sending = true;
    leaving = true;
    clearTimeout(timer);
  });
  addEventListener('online', () => {
    if (dirty) void save();
  });
  addEventListener('beforeunload', (event) => {
    if (dirty && !sending) event.preventDefault();
  });
}
