/**
 * A table whose cells an extractor wrote one after the other between empty lines: sector, title with its
 * weight, indicators, result. Each result ends an objective.
 */
import { titleParts } from '../plan/title-parts.js';
import { joinFragments } from '../source/joined.js';
import type { Block } from '../source/source-document.js';
import type { DraftObjective, Heading, Layout } from './draft.js';
import { cellsOfBlock, type FlowCell } from './flow-cells.js';
import { isDisplaced, withDisplaced } from './flow-displaced.js';
import { type FlowHeader, flowHeader } from './flow-header.js';
import { type FlowRecord, partsOf, recordsOf, sectorNames } from './flow-records.js';
import { sharesBelow } from './flow-shares.js';
import { isPlainGrid } from './flow-table.js';
import { closedDraft, openDraft, tookLines } from './open-draft.js';

export const flowLayout: Layout = (blocks, at, heading) => {
  const header = flowHeader(blocks, at);
  if (header === null || !isPlainGrid(header.fields)) return null;
  const end = endOfFlow(blocks, header.next);
  const cells = blocks
    .slice(header.next, end)
    .flatMap((block, index) =>
      block.kind === 'paragraph'
        ? cellsOfBlock(block).map((cell) => ({ ...cell, block: header.next + index }))
        : [],
    );
  const { records, last } = flowRecords(cells, header);
  if (records.length === 0) return null;
  const drafts = records.flatMap((record) => draftOf(record, header, heading) ?? []);
  return drafts.length === 0 ? null : { drafts, next: (last?.block ?? header.next) + 1 };
};

type PlacedCell = FlowCell & { readonly block: number };

/** A table, or the heading of the next one. */
function endOfFlow(blocks: readonly Block[], from: number): number {
  for (let at = from; at < blocks.length; at++) {
    if (blocks[at]?.kind === 'table' || flowHeader(blocks, at) !== null) return at;
  }
  return blocks.length;
}

function flowRecords(
  cells: readonly PlacedCell[],
  header: FlowHeader,
): { readonly records: readonly FlowRecord[]; readonly last: PlacedCell | undefined } {
  const runs = recordsOf(cells);
  const hasSector = header.fields.includes('sector');
  const known = hasSector ? sectorNames(runs) : new Set<string>();
  const records: FlowRecord[] = [];
  for (const run of runs) {
    const [head] = run;
    const before = records.at(-1);
    const carried = head !== undefined && before !== undefined && isDisplaced(head, before, known);
    if (carried) records[records.length - 1] = withDisplaced(before, head);
    const record = partsOf(carried ? run.slice(1) : run, hasSector, known);
    if (record !== null) records.push(record);
  }
  let last = cells.findLast(({ results }) => results.length > 0);
  const after = cells[last === undefined ? 0 : cells.indexOf(last) + 1];
  const before = records.at(-1);
  if (after !== undefined && before !== undefined && isDisplaced(after, before, known)) {
    records[records.length - 1] = withDisplaced(before, after);
    last = after;
  }
  return { records, last };
}

function draftOf(record: FlowRecord, header: FlowHeader, heading: Heading): DraftObjective | null {
  const parts = titleParts(joinFragments(record.title).text);
  const draft = openDraft(heading);
  draft.sector = record.sector ?? heading.sector;
  draft.everySector =
    header.everySector || parts.everySector || (heading.everySector && record.sector === null);
  if (draft.everySector) draft.sector = null;
  draft.number = parts.number;
  draft.title = parts.title;
  draft.weight = parts.weight;
  draft.multiplier = parts.multiplier;
  const { results } = record.results;
  for (const fragments of record.rest) {
    const { rest, sharedBy } = sharesBelow(fragments, results);
    draft.sharedBy.push(...sharedBy);
    if (rest.length === 0) continue;
    draft.indicators.push([rest]);
    draft.targets.push(null);
  }
  draft.result = results[0] ?? null;
  tookLines(draft, [[record.title], record.rest, [record.results.fragments]]);
  return closedDraft(draft);
}
