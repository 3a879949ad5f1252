/** What people typed at length, cut where no command takes more: a form can carry a megabyte. */
import type { Form } from '../uploads/read-form.js';

/** Above every limit that a command tells beside the field. */
const MOST = 10_000;

/** The text of a field. */
export const longText = (form: Form, name: string): string => form.text(name).slice(0, MOST);

/** The texts of several, by their names: what a page shows again beside a refusal. */
export const longTexts = (form: Form, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, longText(form, name)]));
