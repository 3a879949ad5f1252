/** Words that name a column or a field, recognised by meaning: the tables are in `synonyms/`. */
import { fold } from '../text/letters.js';
import type { Field } from './synonyms/field.js';
import { MEASURE_LABELS } from './synonyms/measures.js';
import { OBJECTIVE_LABELS } from './synonyms/objectives.js';
import { OFFICE_LABELS } from './synonyms/offices.js';
import { TIME_LABELS } from './synonyms/times.js';

export type { Field } from './synonyms/field.js';

const LABELS: Readonly<Record<Field, readonly string[]>> = {
  ...OFFICE_LABELS,
  ...OBJECTIVE_LABELS,
  ...MEASURE_LABELS,
  ...TIME_LABELS,
};

/** Words that do not change what a label means. */
const SMALL =
  /^(?:di|del|dello|della|dei|degli|delle|d|dell|il|lo|la|i|gli|le|l|un|uno|una|per|nel|nella|dal|in|su|sul|sulla|con|da|al|alla|all|ai|agli|alle|a|e|ed|o|anno|20\d\d)$/;

/** What a synonym means, and its place in the list of its field: the earlier is preferred. */
export interface Synonym {
  readonly field: Field;
  readonly rank: number;
}

const SYNONYMS: ReadonlyMap<string, Synonym> = new Map(
  (Object.entries(LABELS) as [Field, readonly string[]][]).flatMap(([field, lines]) =>
    lines
      .flatMap((line) => line.split(','))
      .map((synonym, rank) => [keyOf(synonym) || synonym.trim(), { field, rank }] as const),
  ),
);

/** "Peso (%) dell'obiettivo:" → "peso obiettivo": lower case, no accents, small words, years or signs. */
function keyOf(text: string): string {
  const words = fold(text)
    .replace(/\([^)]*\)?/g, ' ')
    .replace(/(?<=[a-z])\/[a-z]\b/g, '')
    .replace(/\b\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\b/g, ' ')
    .replace(/\b([a-z])\.(?=[a-z]\b)/g, '$1')
    .replace(/%/g, ' percentuale ')
    .replace(/[°º]/g, ' ')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  // "Area A", "Settore I": the last letter is a name, not an article.
  const named = (word: string, at: number): boolean => word.length === 1 && at > 0 && at === words.length - 1;
  const kept = words.filter((word, at) => !SMALL.test(word) || named(word, at));
  return (kept.length === 0 ? words : kept).join(' ');
}

const MOST_WORDS = 9;

/** A label's field and how much its synonym is preferred to others of the same field, 0 before 1. */
export function synonymOf(text: string): Synonym | null {
  if (text.length > 90) return null;
  const key = keyOf(text);
  const bare = key.replace(/ percentuale$|^percentuale /, '');
  const found = SYNONYMS.get(key) ?? SYNONYMS.get(bare) ?? counted(key);
  // "Entro il 31/10" is a term, "Risultato al 31/10" a label.
  return found !== null && TIMED.includes(found.field) && /\d[./-]\d/.test(text) ? null : found;
}

const TIMED: readonly Field[] = ['times', 'start', 'end'];

/** "Indicatore 1", "Fase 2": labels that are counted. "Area 1" is the name of an area. */
function counted(key: string): Synonym | null {
  const found = /^(.+?) n? ?\d{1,2}$/.test(key) ? SYNONYMS.get(key.replace(/ n? ?\d{1,2}$/, '')) : undefined;
  return found !== undefined && COUNTED.includes(found.field) ? found : null;
}

const COUNTED: readonly Field[] = ['indicator', 'target', 'phases', 'times', 'result', 'notes'];

/** The field that a label names ("Peso:", "VALORE ATTESO 2025"); `null` for anything else, numbers and names included. */
export const labelOf = (text: string): Field | null => synonymOf(text)?.field ?? null;

/** As `labelOf`, of a cell of the heading of a table, where the known words may go on ("Peso attribuito dalla Giunta"). */
export function headerOf(text: string): Synonym | null {
  const whole = synonymOf(text);
  if (whole !== null) return whole;
  if (/[:=]\s*\S/.test(text)) return null;
  const words = keyOf(text).split(' ');
  if (words.length > MOST_WORDS) return null;
  for (let length = Math.min(words.length - 1, 5); length >= 1; length--) {
    const found = SYNONYMS.get(words.slice(0, length).join(' '));
    // One letter ("A", "P", "N") is a label only when it stands alone.
    if (found !== undefined && (words[0] ?? '').length > 2) return found;
  }
  return null;
}

/**
 * A line that begins with a label and a colon, or a spaced dash ("Valore atteso: 95 %"): its field, the words
 * after it and where they begin.
 */
export function labelAtStart(
  text: string,
): { readonly field: Field; readonly rest: string; readonly at: number } | null {
  const match = /^\s*([^:=\n]{1,90}?)\s*(?::|=|\s[-–—]\s)\s*/u.exec(text);
  const field = match === null ? null : labelOf(match[1] ?? '');
  if (match === null || field === null) return null;
  return { field, rest: text.slice(match[0].length).trim(), at: match[0].length };
}
