/** Words that a page break carried past the result of their objective, and where they belong. */
import { sectorKey } from '../plan/sector-names.js';
import { weightIn } from '../plan/weight-words.js';
import { joinFragments } from '../source/joined.js';
import type { Fragment } from '../source/source-document.js';
import type { FlowCell } from './flow-cells.js';
import type { FlowRecord } from './flow-records.js';

/** Whether the cell after a result goes on with the objective before it: "Peso 5 della 90° Festa". */
export function isDisplaced(cell: FlowCell, before: FlowRecord, known: ReadonlySet<string>): boolean {
  if (cell.results.length > 0 || known.has(sectorKey(cell.text))) return false;
  const untitled = weightIn(joinFragments(before.title).text).weight === null;
  return /^[\p{Ll}(]/u.test(cell.text) || (untitled && /^[–—-]?\s*peso(?!\p{L})/iu.test(cell.text));
}

/** The objective with the words put back: a weight at their beginning ends the title, the rest goes on below. */
export function withDisplaced(before: FlowRecord, cell: FlowCell): FlowRecord {
  const [first, ...others] = cell.fragments;
  if (first === undefined) return before;
  const match = /^[–—-]?\s*peso\s*[:=]?\s*\d{1,3}(?:[.,]\d+)?(?:\s*%|\s*\/\s*100)?/iu.exec(first.text);
  const words = match === null ? first.text : first.text.slice(match[0].length).trim();
  const after: Fragment[] = [...(words === '' ? [] : [{ ...first, text: words }]), ...others];
  const title = match === null ? before.title : [...before.title, { ...first, text: match[0] }];
  const last = before.rest.at(-1);
  const rest = last === undefined ? [after] : [...before.rest.slice(0, -1), [...last, ...after]];
  return { ...before, title, rest: after.length === 0 ? before.rest : rest };
}
