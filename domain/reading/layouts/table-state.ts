/** Where the reading of tables stands: the heading in force, the objective being read, those that are done. */
import type { DraftObjective, Heading } from './draft.js';
import { headingOf } from './heading-sector.js';
import { closedDraft, type OpenDraft, openDraft } from './open-draft.js';
import type { Columns } from './table-columns.js';

export interface TableState {
  heading: Heading;
  /** Objectives done when the heading was read. */
  headed: number;
  /** Rows without a title of their own add to it. */
  open: OpenDraft | null;
  readonly done: DraftObjective[];
  columns: Columns | null;
  /** The heading in force when the columns were read; a cell of sector or owner changes it from row to row. */
  rowHeading: Heading;
  /** The label that begins each card of this table, `null` before the first. */
  firstLabel: string | null;
  /** The table has labelled rows and no label of a title. */
  titleless: boolean;
  /** A label on a row of its own, whose value is on the next. */
  pending: { readonly text: string } | null;
  /** The table ended with the heading of phases: they stand below it as paragraphs. */
  awaitsPhases: boolean;
  /** Page of the row before. */
  page: number;
}

export const tableState = (heading: Heading, open: OpenDraft | null): TableState => ({
  heading,
  headed: 0,
  open,
  done: [],
  columns: null,
  rowHeading: heading,
  firstLabel: null,
  titleless: false,
  pending: null,
  awaitsPhases: false,
  page: 0,
});

/** Puts the objective being read among those done. */
export function close(state: TableState): void {
  const draft = state.open === null ? null : closedDraft(state.open);
  if (draft !== null) state.done.push(draft);
  state.open = null;
}

/** Begins an objective under `heading`. */
export function begin(state: TableState, heading: Heading): OpenDraft {
  close(state);
  const open = openDraft(heading);
  state.open = open;
  return open;
}

/** A row that names the sector of those that follow; whether it did. */
export function tookHeading(state: TableState, text: string, marked: boolean): boolean {
  const heading = headingOf(text, state.heading, marked);
  if (heading === null) return false;
  close(state);
  state.heading = heading;
  state.rowHeading = heading;
  return true;
}
