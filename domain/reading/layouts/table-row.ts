/** What a row of a table adds to its objective: measures, terms, steps, shares, weights of its own. */
import { weightOf } from '../plan/weight-words.js';
import type { Passage } from './draft.js';
import { sharesBelow } from './flow-shares.js';
import { addIndicator, addPassage, type OpenDraft, tookLines } from './open-draft.js';
import { sharesIn } from './participants.js';
import { textOf, type Words } from './table-cells.js';
import type { Columns, RowOf } from './table-columns.js';
import { addRowPhase } from './table-phase.js';
import { addShare } from './table-shares.js';

/** A weight on a row without title: of its phase, of its indicator, or of the objective when the first row had none. */
export function weightBelow(open: OpenDraft | null, columns: Columns, of: RowOf): void {
  if (open === null) return;
  const weight = weightOf(textOf(of('weight')), columns.multiplier);
  const phased = of('phases').length > 0;
  if (phased) open.weightsBelow++;
  else if (open.weight === null) [open.weight, open.multiplier] = [weight.weight, weight.multiplier];
}

/** A row of the same objective for another sector, with the weight and result it has there. */
export function addHolder(open: OpenDraft, sector: string | null, columns: Columns, of: RowOf): void {
  if (sector === null) return;
  if (open.sharedBy.length === 0 && open.sector !== null)
    open.sharedBy.push({ sector: open.sector, weight: open.weight, result: open.result });
  const result = textOf(of('result'));
  const { weight } = weightOf(textOf(of('weight')), columns.multiplier);
  open.sharedBy.push({ sector, weight, result: result === '' ? null : result });
}

/** The indicator, without the list of the sectors that share the objective, each with its result beside it. */
function withoutShares(open: OpenDraft, of: RowOf): Passage {
  const indicator = of('indicator');
  const results = textOf(of('result')).match(/\d+(?:[.,]\d+)?\s*%?/g) ?? [];
  const { rest, sharedBy } = sharesBelow(indicator.flat(), results);
  open.sharedBy.push(...sharedBy);
  return indicator
    .map((one) => one.filter((fragment) => rest.includes(fragment)))
    .filter((one) => one.length > 0);
}

/** A weight of a table without titles and steps: of the objective if it is the only one, else of indicators. */
export function weightBeside(open: OpenDraft | null, columns: Columns, of: RowOf): void {
  if (open === null || columns.fields.some(({ field }) => field === 'phases')) return;
  if (open.weightsBeside === 0 && open.weight !== null) return;
  const read = weightOf(textOf(of('weight')), columns.multiplier);
  open.weightsBeside++;
  open.weight = open.weightsBeside === 1 ? read.weight : null;
  open.multiplier = open.weightsBeside === 1 && read.multiplier;
}

export function addRow(open: OpenDraft, columns: Columns, of: RowOf, cells: readonly Words[]): void {
  tookLines(
    open,
    cells.map(({ passage }) => passage),
  );
  const target = [...of('target')];
  const unit = of('unit').flat();
  const last = target.at(-1);
  if (last !== undefined) target[target.length - 1] = [...last, ...unit];
  addIndicator(open, withoutShares(open, of), target.length === 0 ? null : target);
  addPassage(open.texts, of('description'));
  addRowPhase(open, columns, of, cells);
  if (of('result').length > 0) open.result ??= textOf(of('result'));
  for (const share of columns.shares) addShare(open, share, cells);
  for (const share of sharesIn(of('participants'))) if (share.weight !== null) open.sharedBy.push(share);
}
