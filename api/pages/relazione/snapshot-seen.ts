import type { Form } from '../../uploads/read-form.js';

/** Which snapshot of the Relazione the page showed: a later one refuses what is recorded from it. */
export function snapshotSeen(form: Form): { readonly snapshot?: number } {
  const text = form.text('istantanea');
  return /^\d{1,6}$/.test(text) ? { snapshot: Number(text) } : {};
}
