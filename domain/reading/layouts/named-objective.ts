/** A row or a paragraph of its own that names the objective whose fields follow. */
import { titleParts } from '../plan/title-parts.js';
import { fold } from '../text/letters.js';
import type { Passage } from './draft.js';
import { tookLines } from './open-draft.js';
import { textOf } from './table-cells.js';
import { begin, type TableState } from './table-state.js';

/** "OBIETTIVO N. 3 – TITOLO", "Scheda n. 4", "TITOLO – Peso 10". */
export function namesObjective(text: string): boolean {
  if (text.length > 300) return false;
  const { number, title, weight } = titleParts(text);
  const labelled = /^\W*(?:scheda|obiettivo|ob\.|progetto)/.test(fold(text));
  if (/^\W*obiettivi/.test(fold(text)) || /^20\d\d$/.test(number ?? '')) return false;
  return (labelled && (number !== null || title.length > 3)) || (weight !== null && title.length > 3);
}

/** Begins the objective that a row or a paragraph names. */
export function beginNamed(state: TableState, passage: Passage): boolean {
  const parts = titleParts(textOf(passage));
  const open = begin(state, state.heading);
  open.number = parts.number;
  open.title = parts.title;
  open.titleRank = parts.title === '' ? null : 0;
  open.weight = parts.weight;
  open.multiplier = parts.multiplier;
  open.everySector ||= parts.everySector && open.sector === null;
  tookLines(open, [passage]);
  state.pending = null;
  return true;
}
