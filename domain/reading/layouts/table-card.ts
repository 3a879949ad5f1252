/** Rows of a card: labels with their values, beside them, below them or in the same cell. */
import { numberAlone } from '../plan/title-parts.js';
import { weightIn } from '../plan/weight-words.js';
import { putField } from './card-field.js';
import { putTitle } from './card-values.js';
import { readLabelled } from './labelled-cell.js';
import { labelAtStart, synonymOf } from './labels.js';
import { beginNamed, namesObjective } from './named-objective.js';
import { addPhase, tookLines } from './open-draft.js';
import { textOf, type Words } from './table-cells.js';
import { type TableState, tookHeading } from './table-state.js';

/** Reads a row that is of no grid; whether it was understood. */
export function readCardRow(state: TableState, cells: readonly Words[]): boolean {
  const [first, ...others] = cells;
  if (first === undefined) return false;
  if (others.length === 0) return readSingle(state, first);
  const pending = state.pending;
  if (pending !== null && (isStep(pending.text, others) || !cells.some(isLabel)))
    return readUnlabelled(state, pending.text, cells);
  state.pending = null;
  if (headsSteps(cells)) {
    state.pending = { text: 'Fasi' };
    return true;
  }
  let understood = false;
  for (let at = 0; at < cells.length; ) {
    const cell = cells[at];
    if (cell === undefined) break;
    const next = cells.findIndex((one, i) => i > at && isLabel(one));
    const values = cells.slice(at + 1, next < 0 ? cells.length : next).flatMap(({ passage }) => passage);
    if (synonymOf(cell.text) !== null) {
      putField(state, cell.text, values, cell.passage);
      understood = true;
    } else if (labelAtStart(cell.text) !== null) {
      readLabelled(state, cell.passage);
      understood = true;
    } else if (at === 0 && beginsNumbered(state, cell, textOf(values))) {
      putField(state, 'Obiettivo', values, cell.passage);
      if (state.open) state.open.number ??= numberAlone(cell.text);
      understood = true;
    }
    at = next < 0 ? cells.length : next;
  }
  return understood;
}

/** "1 | Riordino del cimitero" where no label is of a title: the number and the title of an objective. */
const beginsNumbered = ({ open, firstLabel }: TableState, cell: Words, title: string): boolean =>
  (open === null || firstLabel === 'obiettivo') && numberAlone(cell.text) !== null && /\p{L}{3}/u.test(title);

/** Under "Fasi", a row whose other cells are days, months or weights: its first word is no label ("Progetto"). */
const isStep = (label: string, others: readonly Words[]): boolean =>
  synonymOf(label)?.field === 'phases' &&
  others.every(
    ({ text }) => /\d|^(?:gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic)/i.test(text) && text.length < 40,
  );

/** "Cronoprogramma | Tempi": the labels of two columns of steps and their times, with no value beside them. */
function headsSteps(cells: readonly Words[]): boolean {
  const fields = cells.map(({ text }) => synonymOf(text)?.field);
  const first = fields[0] === 'phases' || /^crono/i.test(cells[0]?.text ?? '');
  return first && fields.slice(1).every((field) => field === 'times' || field === 'phase-weight');
}

const isLabel = (cell: Words): boolean => synonymOf(cell.text) !== null || labelAtStart(cell.text) !== null;

/** A row of one cell: a label whose value is below, a value, a sector, the name of an objective. */
function readSingle(state: TableState, cell: Words): boolean {
  if (synonymOf(cell.text) !== null && synonymOf(cell.text)?.field !== 'result') {
    state.pending = { text: cell.text };
    return true;
  }
  if (readLabelled(state, cell.passage)) return true;
  if (state.pending !== null) {
    putField(state, state.pending.text, cell.passage, []);
    if (synonymOf(state.pending.text)?.field !== 'phases') state.pending = null;
    return true;
  }
  if (tookHeading(state, cell.text, true)) return true;
  const [first, ...others] = cell.passage;
  const title = first === undefined ? '' : textOf([first]);
  if (others.length > 0 && namesObjective(title) && labelAtStart(textOf(others.slice(0, 1))) !== null)
    return beginNamed(state, cell.passage.slice(0, 1)) && readLabelled(state, others);
  if (state.open !== null && state.open.title === '' && isTitle(cell)) {
    putTitle(state.open, 'Titolo', cell.passage);
    tookLines(state.open, [cell.passage]);
    return true;
  }
  if (namesObjective(cell.text)) return beginNamed(state, cell.passage);
  return state.titleless && isTitle(cell) && beginNamed(state, cell.passage);
}

/** Under "Fasi e tempi" on a row of its own: step, term, weight in columns without labels. */
function readUnlabelled(state: TableState, label: string, cells: readonly Words[]): boolean {
  const [first, ...others] = cells;
  if (synonymOf(label)?.field !== 'phases' || first === undefined || state.open === null) {
    putField(
      state,
      label,
      cells.flatMap(({ passage }) => passage),
      [],
    );
    state.pending = null;
    return true;
  }
  const weigh = others.find(({ text }) => /^\d{1,3}(?:[.,]\d+)?\s*%?$/.test(text));
  const weight = weigh === undefined ? null : weightIn(`peso ${weigh.text}`).weight;
  const times = others.filter((one) => one !== weigh).map(({ passage }) => passage);
  addPhase(state.open, { passage: first.passage, times, marks: [], weight });
  tookLines(
    state.open,
    cells.map(({ passage }) => passage),
  );
  return true;
}

/** In a table of labels none of which is of a title, a row of one cell is the title. */
const isTitle = ({ text }: Words): boolean =>
  text.length < 160 && /\p{L}{3}/u.test(text) && !/[.;]$/u.test(text);
