/** The columns of a table by what they hold, resolved from what its heading calls them. */
import { fold } from '../text/letters.js';
import type { Passage } from './draft.js';
import type { MonthColumn } from './month-heads.js';
import type { Field } from './synonyms/field.js';

/** A column of the body, with what the heading calls it. */
export interface Column {
  readonly column: number;
  /** First column after it. */
  readonly end: number;
  readonly text: string;
  readonly field: Field;
  readonly rank: number;
}

/** A column that holds what an objective weighs, or what came of it, in one sector. */
export interface ShareColumn {
  readonly column: number;
  readonly end: number;
  readonly sector: string;
  readonly what: 'weight' | 'result';
}

export interface Columns {
  readonly fields: readonly Column[];
  readonly months: readonly MonthColumn[];
  readonly shares: readonly ShareColumn[];
  /** The weights are factors, as the heading says. */
  readonly multiplier: boolean;
}

/** The cells of a row, by the field of the column in which they begin. */
export type RowOf = (field: Field) => Passage;

/** Of several columns of one field the preferred stays; the others are what their place says, or of no use. */
export function resolved(columns: readonly Column[]): readonly Column[] {
  const title = best(columns, 'title');
  const phases = best(columns, 'phases');
  const chosen = new Map(ONE_EACH.map((field) => [field, bestOf(field, columns)] as const));
  return columns.map((one): Column => {
    const is = (field: Field): Column => ({ ...one, field });
    if (one.field === 'title' && one !== title)
      return is(BROADER.test(fold(one.text)) ? 'notes' : 'description');
    if (one.field === 'number' && follows(one, title) && precedes(one, phases)) return is('notes');
    if (!chosen.has(one.field) || chosen.get(one.field) === one) return one;
    return is(one.field === 'weight' && follows(one, phases) ? 'phase-weight' : 'notes');
  });
}

const ONE_EACH: readonly Field[] = [
  'sector',
  'owner',
  'number',
  'weight',
  'target',
  'unit',
  'result',
  'start',
  'end',
];
/** Objectives of the mandate or of three years, of which the others are parts. */
const BROADER = /strateg|general|trienn|plurienn|\bdup\b|macro|mandato/;

const best = (columns: readonly Column[], field: Field): Column | undefined =>
  columns.filter((one) => one.field === field).sort((a, b) => a.rank - b.rank || a.column - b.column)[0];

function bestOf(field: Field, columns: readonly Column[]): Column | undefined {
  const graded = columns.find(
    (one) => one.field === field && /grado|%|percent|raggiung/.test(fold(one.text)),
  );
  // Three years of targets stand side by side: the plan's is the first.
  if (field === 'target' || field === 'number') return columns.find((one) => one.field === field);
  return field === 'result' && graded !== undefined ? graded : best(columns, field);
}

const follows = (one: Column, other: Column | undefined): boolean =>
  other !== undefined && one.column > other.column;
const precedes = (one: Column, other: Column | undefined): boolean =>
  other !== undefined && one.column < other.column;

/** What a column under a common heading holds: "Peso" under "Indicatori" weighs the indicator. */
export function under(parent: Field | null, field: Field | null): Field | null {
  if (field === null) return parent;
  if (parent === 'indicator' && (field === 'description' || field === 'title')) return 'indicator';
  if (parent === 'indicator' && (field === 'weight' || field === 'number')) return 'notes';
  if (parent === 'phases' && (field === 'description' || field === 'title')) return 'phases';
  if (parent === 'phases' && field === 'weight') return 'phase-weight';
  if (parent === 'phases' && field === 'number') return 'notes';
  return field;
}
