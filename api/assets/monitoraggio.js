/** Saves the draft of a submission by itself after a pause in typing. Everything works without it. */

import { form, saving, taken, told } from './autosave.js';

const PAUSE_MS = 1500;
const linesOf = (whole) => [...whole.querySelectorAll('fieldset[data-voce]')];
const fieldsOf = (line) => [...line.querySelectorAll('select, textarea, input:not([type="hidden"])')];
const saidBy = (field) => (field.type === 'checkbox' ? String(field.checked) : field.value.trim());
const saidIn = (line) => JSON.stringify(fieldsOf(line).map(saidBy));

/** What each line said when it was last in step with the server. */
const shown = form === null ? [] : linesOf(form).map(saidIn);

/**
 * What the server answered: the lines as they stand, and what is missing now. A line that stands there as it was sent is
 * in step; one that somebody else changed is taken over, unless it is being written here: that one keeps the
 * version it was shown with, and the next save tells of both.
 */
function after(next, sent) {
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
  taken(next.ownerDocument, '[data-avvisi]');
}

function copy(from, to) {
  const fields = fieldsOf(to);
  for (const [at, field] of fieldsOf(from).entries()) {
    if (field.type === 'checkbox') fields[at].checked = field.checked;
    else fields[at].value = field.value;
  }
}

if (form !== null && told !== null) {
  const autosave = saving({
    // Two texts of one line: a person compares them before anything else is saved.
    ...{ pause: PAUSE_MS, retry: 10 * PAUSE_MS, stopsAtConflict: true, saved: 'Bozza salvata' },
    lost: 'Non salvato: il collegamento non risponde. Quello che hai scritto è ancora qui, e si salva da solo appena torna.',
    conflict: 'Qualcun altro ha scritto nella stessa voce. Premi «Salva bozza» per confrontare.',
    isReady: () => true,
    before: () => linesOf(form).map(saidIn),
    after,
  });
  form.addEventListener('submit', () => {
    autosave.state.stopped = true;
    autosave.state.leaving = true;
    autosave.hold();
  });
  addEventListener('online', () => {
    if (autosave.state.dirty) void autosave.save();
  });
}
