/** Through the blocks of a document: headings say whose objectives follow, layouts take what they understand. */
import type { Block, SourceDocument, Table } from '../source/source-document.js';
import { arrangedBlocks } from './arranged-blocks.js';
import { passOver, tookHeadingOf, tookPhase } from './between-tables.js';
import type { DraftObjective, Layout } from './draft.js';
import { flowHeader } from './flow-header.js';
import { flowLayout } from './flow-layout.js';
import { headingIn, NO_HEADING } from './heading-sector.js';
import { reopened } from './open-draft.js';
import { proseLayout } from './prose-layout.js';
import { readTable } from './table-reader.js';
import { close, type TableState, tableState } from './table-state.js';

/** In order of trust. */
const LAYOUTS: readonly Layout[] = [flowLayout, proseLayout];

/** The objectives of a document, in its order. */
export function draftsOf(source: SourceDocument): readonly DraftObjective[] {
  const { format } = source;
  const blocks = arrangedBlocks(source.blocks);
  const state = tableState(NO_HEADING, null);
  const sheets = new Set(blocks.map((block) => (block.kind === 'table' ? block.name : undefined)));
  /** Layouts of paragraphs found nothing up to here. */
  let barren = 0;
  let sheet = 1;
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at] as Block;
    if (format === 'xlsx' && block.page !== sheet) {
      // Each sheet says again whose objectives it holds.
      close(state);
      state.heading = NO_HEADING;
      sheet = block.page;
    }
    if (block.kind === 'table') {
      readNamed(state, block, sheets.size > 1);
      at++;
      continue;
    }
    if (tookPhase(state, block)) {
      at++;
      continue;
    }
    const taken = at < barren ? null : taking(state, blocks, at);
    if (taken === null) {
      if (at >= barren) barren = endOfPart(blocks, at);
      passOver(state, block, blocks[at + 1]);
      at++;
    } else at = taken;
  }
  close(state);
  return state.done;
}

/** What the first layout that understands the block takes: the next block; `null` when none does. */
function taking(state: TableState, blocks: readonly Block[], at: number): number | null {
  for (const layout of LAYOUTS) {
    if (layout !== flowLayout && tookHeadingOf(state, blocks[at] as Block)) return at + 1;
    const found = layout(blocks, at, state.heading);
    const last = found?.drafts.at(-1);
    if (found === null || last === undefined) continue;
    close(state);
    state.done.push(...found.drafts.slice(0, -1));
    // A table that follows may hold the steps and measures of the last one.
    state.open = reopened(last);
    return Math.max(found.next, at + 1);
  }
  return null;
}

/** First block after `at` that is a table or a heading: layouts of paragraphs stop there. */
function endOfPart(blocks: readonly Block[], at: number): number {
  const end = blocks.findIndex(
    (block, i) =>
      i > at &&
      (block.kind === 'table' || headingIn(block, NO_HEADING) !== null || flowHeader(blocks, i) !== null),
  );
  return end < 0 ? blocks.length : end;
}

/** Names of sheets that name no sector. */
const PLAIN_SHEET =
  /^\W*(?:foglio|sheet|tab|tabella|obiettivi|piano|pdo|peg|piao|performance|scheda|schede|elenco|riepilogo|export|dati|anno)?[\W\d]*$/i;

/** A sheet's name is the sector of what no heading or cell gives to a sector. */
function readNamed(state: TableState, table: Table, several: boolean): void {
  const before = state.done.length;
  readTable(state, table);
  const name = table.name?.trim() ?? '';
  if (!several || PLAIN_SHEET.test(name)) return;
  close(state);
  for (const [at, draft] of state.done.entries()) {
    const homeless = draft.sector === null && !draft.everySector && draft.sharedBy.length === 0;
    if (at >= before && homeless) state.done[at] = { ...draft, sector: name };
  }
}
