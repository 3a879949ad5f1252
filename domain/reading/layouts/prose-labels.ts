/** Labels as cards print them: numbered, in the plural, on a line of their own. */
import { type Field, labelOf } from './labels.js';

/** "1.", "a)", "2°" before a label, "n. 2" after it ("Indicatore n. 2"). */
const BEFORE = /^\s*(?:\d{1,2}\s*[.)°ª]|[a-z]\s?\)|[-–•*])\s*(?=\p{L}{3})/iu;
const AFTER = /\s*(?:n\.?|nr\.?|n°)?\s*\d{1,2}(?:\.\d{1,2})?\s*[°.)]?\s*$/iu;

/** The field that words name, also numbered ("Indicatore 1", "3. Peso"); one letter alone is no label here. */
export function fieldNamed(words: string): Field | null {
  const bare = words
    .replace(BEFORE, '')
    .replace(/[\s:.]+$/u, '')
    .trim();
  if (bare.length < 3 || bare.length > 90) return null;
  const whole = labelOf(bare);
  if (whole !== null) return /^\p{Ll}/u.test(bare) && AMBIGUOUS.has(whole) ? null : whole;
  const plain = bare.replace(AFTER, '');
  const field = plain.length >= 3 && plain !== bare ? labelOf(plain) : null;
  return field === 'title' || field === 'sector' ? null : field;
}
/** Words that, in lower case, stand in a sentence more often than before a value. */
export const AMBIGUOUS: ReadonlySet<Field> = new Set([
  'notes',
  'title',
  'sector',
  'description',
  'start',
  'end',
  'year',
]);

/** A list follows: "Obiettivi", "Fasi". */
export const isPlural = (label: string): boolean =>
  /(?:^|\W)(?:obiettivi|indicatori|fasi|azioni|attivit[aà]|progetti|interventi|schede)(?!\p{L})/iu.test(
    label,
  );
