/** Cells between one result and the next → the parts of one objective: sector, title, the rest, results. */
import { sectorKey } from '../plan/sector-names.js';
import { weightIn } from '../plan/weight-words.js';
import type { Fragment } from '../source/source-document.js';
import { type FlowCell, flowCell, inCapitals } from './flow-cells.js';

export interface FlowRecord {
  readonly sector: string | null;
  readonly title: readonly Fragment[];
  readonly rest: readonly (readonly Fragment[])[];
  readonly results: FlowCell;
}

/** Cells up to and with each result; cells after the last one are no record. */
export function recordsOf(cells: readonly FlowCell[]): readonly (readonly FlowCell[])[] {
  const records: FlowCell[][] = [];
  let open: FlowCell[] = [];
  for (const cell of cells) {
    open.push(cell);
    if (cell.results.length === 0) continue;
    if (open.length > 1) records.push(open);
    open = [];
  }
  return records;
}

/** The names that stand alone at the head of records: what a merged head is told apart by. */
export function sectorNames(records: readonly (readonly FlowCell[])[]): ReadonlySet<string> {
  const heads = records.flatMap((cells) => cells.slice(0, 2)).filter(mayBeSector);
  return new Set(heads.map(({ text }) => sectorKey(text)));
}

const mayBeSector = ({ text, weight, results, capitals }: FlowCell): boolean =>
  weight === null &&
  results.length === 0 &&
  !capitals &&
  text.length <= 90 &&
  /^\p{Lu}/u.test(text) &&
  !/[.;:]$|\d/u.test(text);

/** Parts a record; `hasSector` when the heading has a column of sectors. */
export function partsOf(
  cells: readonly FlowCell[],
  hasSector: boolean,
  known: ReadonlySet<string>,
): FlowRecord | null {
  const results = cells.at(-1);
  let body = cells.slice(0, -1);
  const [head] = body;
  if (results === undefined || head === undefined) return null;
  let sector: string | null = null;
  if (hasSector) {
    const parted = sectorBefore(head, known);
    sector = parted.sector;
    if (sector !== null) body = [...(parted.after === null ? [] : [parted.after]), ...body.slice(1)];
  }
  const end = endOfTitle(body);
  const title = body.slice(0, end).flatMap(({ fragments }) => fragments);
  if (title.length === 0) return null;
  return { sector, title, rest: body.slice(end).map(({ fragments }) => fragments), results };
}

/** "Finanziario⏎ACQUISIZIONE RISORSE": the sector, when the cell is one or its first lines are. */
function sectorBefore(
  head: FlowCell,
  known: ReadonlySet<string>,
): { readonly sector: string | null; readonly after: FlowCell | null } {
  if (mayBeSector(head) && (known.has(sectorKey(head.text)) || known.size === 0)) {
    const loud = head.fragments.findIndex((one, at) => at > 0 && inCapitals(one.text));
    if (loud < 0) return { sector: head.text, after: null };
  }
  for (let length = 1; length < head.fragments.length; length++) {
    const first = flowCell(head.fragments.slice(0, length));
    const after = flowCell(head.fragments.slice(length));
    const named = known.has(sectorKey(first.text)) && mayBeSector(first);
    const turns = mayBeSector(first) && !inCapitals(head.fragments[length - 1]?.text ?? '') && after.capitals;
    if (named || turns) return { sector: first.text, after };
  }
  return { sector: null, after: null };
}

/** Cells that make up the title: to the one that holds the weight, else those in capitals, else the first. */
function endOfTitle(cells: readonly FlowCell[]): number {
  let fragments: readonly Fragment[] = [];
  for (const [at, cell] of cells.slice(0, 3).entries()) {
    // "TITOLO" · "– Peso 5": a cell that goes on in small letters is no title.
    if (at > 0 && !cell.capitals && weightIn(cell.text).rest.length > 3) break;
    fragments = [...fragments, ...cell.fragments];
    if (flowCell(fragments).weight !== null) return at + 1;
  }
  const loud = cells.findIndex(({ capitals }) => !capitals);
  return Math.max(1, loud);
}
