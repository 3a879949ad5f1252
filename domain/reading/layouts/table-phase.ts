/** What a row of a table says of a step: its words, its times, its marks, its weight. */
import { weightOf } from '../plan/weight-words.js';
import type { Fragment } from '../source/source-document.js';
import type { Passage } from './draft.js';
import { addPassage, addPhase, type OpenDraft } from './open-draft.js';
import { textOf, type Words } from './table-cells.js';
import type { Columns, RowOf } from './table-columns.js';
import { daysUnder, markedRuns } from './table-marks.js';

/** Adds the phase of the row; a row of times without phases speaks of the objective itself. */
export function addRowPhase(open: OpenDraft, columns: Columns, of: RowOf, cells: readonly Words[]): void {
  const under = cells.filter((cell) =>
    columns.months.some((month) => cell.column < month.end && cell.end > month.column),
  );
  const marks = markedRuns(under, columns.months);
  const times = [
    ...cellsOf(of('times')),
    ...daysUnder(under, columns.months),
    ...window(of('start'), of('end')),
  ];
  const passage = of('phases');
  const phased = columns.fields.some((one) => one.field === 'phases');
  if (!phased && marks.length === 0) {
    for (const one of times) addPassage(open.times, one);
    return;
  }
  addPhase(open, { passage, times, marks, weight: phaseWeight(open, columns, of) });
}

const cellsOf = (passage: Passage): readonly Passage[] => (passage.length === 0 ? [] : [passage]);

/** The weight of the row's phase: of its own column, or of the objective's on a row below the title. */
function phaseWeight(open: OpenDraft, columns: Columns, of: RowOf): number | null {
  const own = of('phase-weight');
  if (own.length > 0) return weightOf(textOf(own)).weight;
  const titled = columns.fields.some((one) => one.field === 'title');
  if (titled && (of('title').length > 0 || open.weightsBelow === 0)) return null;
  return of('weight').length === 0 ? null : weightOf(textOf(of('weight'))).weight;
}

/** Columns of first and last day as the words of a span: "dal 1/3 al 30/6". */
function window(start: Passage, end: Passage): readonly Passage[] {
  const [first, last] = [textOf(start), textOf(end)];
  if (last === '') return first === '' ? [] : [lead(start, 'dal')];
  if (first === '') return [end];
  return [[[...lead(start, 'dal').flat(), ...lead(end, 'al').flat()]]];
}

function lead(passage: Passage, word: string): Passage {
  const [first, ...others] = passage.flat();
  if (first === undefined || /^(?:da|al|a|entro|fino)/i.test(first.text)) return [passage.flat()];
  const begun: Fragment = { line: first.line, text: `${word} ${first.text}` };
  return [[begun, ...others]];
}
