/** Columns named after sectors: the weight, or the result, that each objective has in each of them. */

import { weightOf } from '../plan/weight-words.js';
import type { Row } from '../source/source-document.js';
import { headerOf, labelOf } from './labels.js';
import type { OpenDraft } from './open-draft.js';
import { textOf, type Words, wordsOf } from './table-cells.js';
import type { ShareColumn } from './table-columns.js';

/** Two columns or more whose heading is no known field and whose body holds numbers or crosses only. */
export function shareColumns(
  heads: readonly (Words & { readonly parent: Words | null })[],
  body: readonly Row[],
): readonly ShareColumn[] {
  const shares = heads.flatMap((head): readonly ShareColumn[] => {
    if (labelOf(head.text) !== null || !holdsShares(head, body)) return [];
    const own = headerOf(head.text)?.field ?? null;
    const parent = head.parent === null ? null : (headerOf(head.parent.text)?.field ?? null);
    const what = own === 'result' || parent === 'result' ? ('result' as const) : ('weight' as const);
    if (own !== null && own !== 'sector' && own !== 'weight' && own !== 'result' && own !== 'owner')
      return [];
    if (parent !== null && !PARENTS.has(parent)) return [];
    const sector = head.text.replace(LEAD, '').replace(/[\s:(%)]+$/u, '');
    return sector === '' ? [] : [{ column: head.column, end: head.end, sector, what }];
  });
  return shares.length >= 2 ? shares : [];
}

const PARENTS: ReadonlySet<string> = new Set(['weight', 'sector', 'participants', 'result', 'owner']);
const LEAD =
  /^(?:peso|pesatura|%|punteggio|grado di raggiungimento|raggiungimento|risultato|ponderazione)\s*(?:\(?%\)?)?\s*(?:del|della|dell['’]|per il|per|in)?\s*[–—:-]?\s*(?=\p{L})/iu;

const NUMBER_OR_CROSS = /^(?:\d{1,3}(?:[.,]\d+)?\s*(?:%|\/\s*100)?|[x✓✔■●]|s[iì]|[-–—]+|no)$/iu;

function holdsShares(head: Words, body: readonly Row[]): boolean {
  const cells = body.flatMap((row) =>
    wordsOf(row).filter(({ column, end }) => column >= head.column && end <= head.end),
  );
  const fit = cells.filter(({ text }) => NUMBER_OR_CROSS.test(text)).length;
  return fit >= 1 && fit >= cells.length * 0.7;
}

/** Adds what the row says of one sector; a dash is nothing. */
export function addShare(
  open: OpenDraft,
  { column, end, sector, what }: ShareColumn,
  cells: readonly Words[],
): void {
  const text = textOf(
    cells.filter((cell) => cell.column >= column && cell.column < end).flatMap((cell) => cell.passage),
  );
  if (text === '' || /^(?:[-–—]+|no|0)$/i.test(text)) return;
  const at = open.sharedBy.findIndex((one) => one.sector === sector);
  const known = open.sharedBy[at] ?? { sector, weight: null, result: null };
  const share = what === 'result' ? { ...known, result: text } : { ...known, weight: weightOf(text).weight };
  if (at < 0) open.sharedBy.push(share);
  else open.sharedBy[at] = share;
}
