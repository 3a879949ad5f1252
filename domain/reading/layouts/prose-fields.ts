/**
 * A line of a card as the fields it holds: "Peso: 15 – Responsabile: Ragioniere capo" is two. Labels are
 * recognised by `labels.ts`; what is before the first of them goes on with the line above.
 */
import { weightIn } from '../plan/weight-words.js';
import { type Field, labelAtStart } from './labels.js';
import { AMBIGUOUS, fieldNamed, isPlural } from './prose-labels.js';

export interface FieldWords {
  /** `null`: no label, the words go on with what was before. */
  readonly field: Field | null;
  readonly value: string;
  /** Label in the plural ("Obiettivi", "Fasi"): a list follows. */
  readonly plural: boolean;
}

/** Longer lines, in characters, are running text. */
const MOST = 2000;

/** The fields of a line in its order; one without field when no label is there. */
export function fieldsOf(text: string): readonly FieldWords[] {
  if (text.length > MOST) return [{ field: null, value: text.trim(), plural: false }];
  const alone = wholeLine(text);
  if (alone !== null) return [alone];
  const marks = labelMarks(text);
  const first = marks[0];
  if (first === undefined) return [{ field: null, value: text.trim(), plural: false }];
  const lead = text
    .slice(0, first.start)
    .replace(/[\s|;,(–—-]+$/u, '')
    .trim();
  const fields = marks.map(({ field, start, end }, at) => ({
    field,
    value: text
      .slice(end, marks[at + 1]?.start ?? text.length)
      .replace(/[\s|;,(–—-]+$/u, '')
      .trim(),
    plural: isPlural(text.slice(start, end)),
  }));
  return lead === '' ? fields : [{ field: null, value: lead, plural: false }, ...fields];
}

/** "INDICATORI", "Peso 15", "Peso\t15", "Responsabile – Segretario": a line that is one field without a colon. */
function wholeLine(text: string): FieldWords | null {
  const weight = /^\s*(?:pes|ponder|punt|coeff|incid)/iu.test(text) ? weightIn(text) : null;
  if (weight !== null && weight.weight !== null && weight.rest === '') {
    return { field: 'weight', value: text.trim(), plural: false };
  }
  const field = /^\s*(?:\p{Lu}|\d)/u.test(text) && text.length <= 60 ? fieldNamed(text) : null;
  if (field !== null && !/:\s*\S/u.test(text)) return { field, value: '', plural: isPlural(text) };
  const spaced = /^\s*(\p{Lu}[^:\t]{2,60}?)(?:\t+|\s{3,}|\s*\|\s*)(\S.*)$/u.exec(text);
  const label = spaced === null ? null : fieldNamed(spaced[1] ?? '');
  if (label !== null && !/^[^:]*:/u.test(spaced?.[2] ?? '')) {
    return { field: label, value: (spaced?.[2] ?? '').trim(), plural: isPlural(spaced?.[1] ?? '') };
  }
  const dashed = /^\s*\p{Lu}[^:]*\s[-–—]\s[^:]*$/u.test(text) ? labelAtStart(text) : null;
  if (dashed === null || DASH_FREE.has(dashed.field)) return null;
  return { field: dashed.field, value: dashed.rest, plural: false };
}
/** A title may well begin with such a word and a dash: "Sicurezza – …", "Sport – …". */
const DASH_FREE: ReadonlySet<Field> = new Set([
  'notes',
  'title',
  'sector',
  'number',
  'start',
  'end',
  'phases',
  'result',
]);

interface Mark {
  readonly field: Field;
  readonly start: number;
  readonly end: number;
}

/** Where labels with a colon stand: at the beginning, and after a separator inside. */
function labelMarks(text: string): readonly Mark[] {
  const marks: Mark[] = [];
  for (const colon of text.matchAll(/:(?!\/\/|\d{2}(?!\d))|(?<=\p{L}\s?)=(?=\s)/gu)) {
    const from = marks.at(-1)?.end ?? 0;
    for (const start of startsBetween(text, from, colon.index)) {
      const field = fieldNamed(text.slice(start, colon.index));
      if (field === null || (start > 0 && !mayStandInside(text, start, field))) continue;
      const end = colon.index + 1;
      marks.push({ field, start, end });
      break;
    }
  }
  return marks;
}

/** The beginning of the text and each place after a separator, from left to right. */
function startsBetween(text: string, from: number, to: number): readonly number[] {
  const inside = [
    ...text.slice(from, to).matchAll(/(?:[|;\t]|\s[–—-]\s|\s{2,}|[.,)]\s|\(|:\s)\s*(?=\p{L})/gu),
  ].map((match) => from + match.index + match[0].length);
  return from === 0 ? [0, ...inside] : inside;
}

/** In brackets only a responsible role stands; in lower case only what no sentence would begin with. */
function mayStandInside(text: string, start: number, field: Field): boolean {
  if (/\(\s*$/u.test(text.slice(Math.max(0, start - 4), start))) return field === 'owner';
  return /\p{Lu}/u.test(text.charAt(start)) || !AMBIGUOUS.has(field);
}
