/** The lines of one objective → the objective: its labelled fields, and what stands without a label. */
import type { DraftObjective, Heading } from './draft.js';
import { objectiveHead } from './objective-head.js';
import { closedDraft, type OpenDraft, openDraft, tookLines } from './open-draft.js';
import { addWords, type CardField, openField } from './prose-card-field.js';
import { closeField } from './prose-card-values.js';
import { continued } from './prose-continuation.js';
import { type FieldWords, fieldsOf } from './prose-fields.js';
import { goesOn, hangs, type ProseLine } from './prose-lines.js';
import { isNoise } from './prose-noise.js';

export interface CardStyle {
  /** Longest line of the part, in characters. */
  readonly width: number;
  /** The line that opens the objective is its title although a label could be read in it. */
  readonly titled: boolean;
  /** Narrative: the opening words say what is to be done, by when too. */
  readonly sentence: boolean;
}

/** A card while its lines are read. */
interface Reading {
  readonly draft: OpenDraft;
  readonly style: CardStyle;
  field: CardField;
  before: ProseLine | undefined;
}

/** `null` when the lines hold no title. */
export function readCard(
  lines: readonly ProseLine[],
  heading: Heading,
  style: CardStyle,
): DraftObjective | null {
  const draft: OpenDraft = { ...openDraft(heading), owner: null };
  const reading: Reading = { draft, style, field: openField('title', style.sentence), before: undefined };
  for (const [at, line] of lines.entries()) if (!isNoise(line.text)) readLine(reading, line, at === 0);
  closeField(draft, reading.field);
  draft.owner ??= heading.owner;
  draft.number ??= numberBeforeLabel(lines);
  // Weights for some sectors say whose objective it is, whatever heading it stands under.
  if (draft.sharedBy.some(({ weight }) => weight !== null)) draft.everySector = false;
  return closedDraft(draft);
}

function readLine(reading: Reading, line: ProseLine, opens: boolean): void {
  tookLines(reading.draft, [[[line.fragment]]]);
  const head = objectiveHead(line.text) !== null;
  if (head && !opens) begin(reading, openField('title'));
  const titled = opens && reading.style.titled && !line.text.includes(':');
  const plain = head || titled || isBroken(reading.before, line);
  const parts = plain ? [{ field: null, value: line.text, plural: false }] : fieldsOf(line.text);
  let phaseLine = false;
  for (const [index, part] of parts.entries()) {
    if (part.field === null) readWords(reading, line, part.value, index > 0);
    else if (!phaseLine || !joinsPhase(reading.field, part)) {
      readField(reading, line, part.field, part.value);
      phaseLine = part.field === 'phases' && part.value !== '';
    }
  }
  reading.before = line;
}

function begin(reading: Reading, next: CardField): void {
  if (next === reading.field) return;
  closeField(reading.draft, reading.field);
  reading.field = next;
}

/** Words without a label: of the field above, or a description or step of their own. */
function readWords(reading: Reading, line: ProseLine, words: string, inside: boolean): void {
  const { width } = reading.style;
  if (!inside) begin(reading, continued(reading.field, line, reading.before, width));
  const apart = reading.field.field === 'target' && isShort(reading.before, width);
  addWords(reading.field, line, words, inside || apart || !goesOn(reading.before, line, width));
}

/** Values expected are listed a line each, also in small letters: only a full line goes on below. */
const isShort = (line: ProseLine | undefined, width: number): boolean =>
  line !== undefined && line.text.length < 0.6 * width && !hangs(line);

function readField(reading: Reading, line: ProseLine, field: CardField['field'], value: string): void {
  // "Fase 2: …" goes on with the list of phases.
  const again = field === reading.field.field && LISTS.has(field);
  if (!again) begin(reading, openField(field));
  if (value !== '') addWords(reading.field, line, value, true);
  reading.field.sameLine = value !== '';
}

const LISTS: ReadonlySet<string> = new Set(['phases', 'indicator', 'target']);

/** The line goes on with the sentence above it, so that no label stands in it. */
const isBroken = (before: ProseLine | undefined, line: ProseLine): boolean =>
  before !== undefined && !line.opens && hangs(before) && !line.text.includes(':');

const COUNTED = /^\s*(\d{1,3}(?:\.\d{1,2})*)\s*[.)]\s*(?=\p{L})/u;

/** "2) Obiettivo: Bonifica": the number, unless the labels of the card are numbered themselves. */
function numberBeforeLabel(lines: readonly ProseLine[]): string | null {
  const counted = lines.filter(({ text }) => COUNTED.test(text) && fieldsOf(text)[0]?.field != null);
  const number = COUNTED.exec(lines[0]?.text ?? '')?.[1] ?? null;
  return counted.length === 1 && counted[0] === lines[0] ? number : null;
}

/** "Fase 1: Ricognizione – Scadenza: 30/04 – Peso: 40 %": time and weight are the phase's. */
function joinsPhase(field: CardField, { field: named, value }: FieldWords): boolean {
  const last = field.paragraphs.at(-1)?.at(-1);
  if (last === undefined || field.field !== 'phases') return false;
  if (named === 'weight' || named === 'phase-weight') {
    field.weights.set(field.paragraphs.length - 1, value);
    return true;
  }
  if (named !== 'times' && named !== 'end') return false;
  field.times.set(field.paragraphs.length - 1, { line: last.line, text: value });
  return true;
}
