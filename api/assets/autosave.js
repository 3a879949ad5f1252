/**
 * A form that saves by itself after a pause in typing: one request at a time, to the form's own address, and what the
 * server answered put into the page. What that means for its fields each page says; everything works without it.
 */

/** The form of the page that saves by itself, and where it is told; `null` where the page has none. */
export const form = document.querySelector('form[data-salva]');
export const told = document.querySelector('[data-salvato]');

export function say(state, words) {
  told.dataset.salvato = state;
  told.textContent = words;
}

/** Puts what the server's page has in these places into ours. */
export function taken(page, ...places) {
  for (const place of places) {
    const [here, there] = [document.querySelector(place), page.querySelector(place)];
    if (here !== null && there !== null) here.replaceChildren(...there.childNodes);
  }
}

/**
 * What a page says of its form: `pause` of typing, in ms; `retry`: after how many ms a save that did not get through is
 * tried again, 0: only when somebody presses the button; `lost`, `saved`, `conflict`: words for no answer, done, and
 * somebody else's text; `stopsAtConflict`: nothing is saved after that; `isReady()`: may it go as it stands?
 * `before()`: what `after` is to know of what was sent; `after(next, sent)`: the form as the server has it now.
 */
export function saving(page) {
  // Stopped: somebody must look first. Leaving: the page goes, and nothing is lost by it.
  const state = { busy: false, dirty: false, stopped: false, leaving: false };
  let timer;

  function later(ms = page.pause) {
    clearTimeout(timer);
    timer = setTimeout(save, ms);
  }

  async function save() {
    if (state.busy || state.stopped) return;
    clearTimeout(timer);
    if (!page.isReady()) return;
    state.busy = true;
    state.dirty = false;
    say('no', 'Salvataggio…');
    try {
      const body = new URLSearchParams(new FormData(form));
      const sent = page.before();
      const answer = await fetch(form.action, { method: 'POST', body, credentials: 'same-origin' });
      const shown = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (answer.ok) accepted(shown, sent);
      else refused(answer.status, shown);
    } catch {
      state.dirty = true;
      say('errore', page.lost);
      if (page.retry > 0) later(page.retry);
    } finally {
      state.busy = false;
      if (state.dirty && told.dataset.salvato === 'no') later();
    }
  }

  function accepted(shown, sent) {
    const next = shown.querySelector('form[data-salva]');
    if (next === null) return;
    for (const name of ['visto', 'chiave']) form.elements[name].value = next.elements[name].value;
    page.after(next, sent);
    if (!state.dirty && !state.leaving) say('si', page.saved);
  }

  function refused(status, shown) {
    const alert = shown.querySelector('[role="alert"]');
    const words = alert === null ? '' : alert.textContent.trim().replace(/\s+/g, ' ');
    state.dirty = true;
    if (status === 409) state.stopped = page.stopsAtConflict;
    say('errore', `Non salvato. ${status === 409 ? page.conflict : words}`);
  }

  form.addEventListener('input', () => {
    state.dirty = true;
    say('no', 'Non ancora salvato');
    later();
  });
  addEventListener('beforeunload', (event) => {
    if (state.dirty && !state.leaving) event.preventDefault();
  });
  return { state, save, hold: () => clearTimeout(timer) };
}
