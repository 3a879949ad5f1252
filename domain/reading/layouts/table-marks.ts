/** Marks under month columns: which months, in unbroken runs. */
import { ITALIAN_MONTHS } from '../../time/italian-months.js';
import type { MarkedMonths, Passage } from './draft.js';
import type { MonthColumn } from './month-heads.js';
import type { Words } from './table-cells.js';

/** What stands in a month that is not marked. */
const NO_MARK = /^(?:[-–—_.·]+|no|0)$/i;

/** One run of months for each stretch of marked columns without a gap; a mark over several columns is several. */
export function markedRuns(cells: readonly Words[], months: readonly MonthColumn[]): readonly MarkedMonths[] {
  const marks = holdDays(cells)
    ? []
    : cells.filter(({ text }) => !NO_MARK.test(text) && !DAY_MONTH.test(text));
  const runs: MarkedMonths[] = [];
  let last: MonthColumn | null = null;
  for (const month of months) {
    const mark = marks.find((cell) => cell.column < month.end && cell.end > month.column);
    const run = runs.at(-1);
    if (mark === undefined) last = null;
    else if (last !== null && run !== undefined && month.first === run.last + 1) {
      runs[runs.length - 1] = {
        ...run,
        last: month.last,
        phrase: `${run.phrase.split(' – ')[0]} – ${month.text}`,
      };
      last = month;
    } else {
      runs.push({ first: month.first, last: month.last, phrase: month.text, line: mark.line });
      last = month;
    }
  }
  return runs;
}

/** "15", "30": numbers that can only be days, in every cell that says something. */
const holdDays = (cells: readonly Words[]): boolean =>
  cells.length > 0 && cells.every(({ text }) => /^(?:[5-9]|[12]\d|3[01])$/.test(text));
const DAY_MONTH = /^\d{1,2}[./-]\d{1,2}(?!\d)/;

/** Days written under months ("30" under "GIU"), as words of a column of times. */
export function daysUnder(cells: readonly Words[], months: readonly MonthColumn[]): readonly Passage[] {
  const days = holdDays(cells);
  return cells.flatMap((cell): readonly Passage[] => {
    if (DAY_MONTH.test(cell.text)) return [cell.passage];
    const month = months.find((one) => cell.column >= one.column && cell.column < one.end);
    if (!days || month === undefined || month.first !== month.last) return [];
    return [[[{ line: cell.line, text: `${cell.text} ${ITALIAN_MONTHS[month.first - 1]}` }]]];
  });
}
