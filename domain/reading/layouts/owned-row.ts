/** A row of a table that names a sector, told by the row below it, which says who is responsible. */
import type { Row } from '../source/source-document.js';
import { labelAtStart } from './labels.js';
import { isBareTitle } from './sector-titles.js';
import { type Words, wordsOf } from './table-cells.js';
import { close, type TableState, tookHeading } from './table-state.js';

/** "Risorse finanziarie" on a row of its own, above "Dirigente: …" on another: a sector, whatever else the words may be. */
export function tookOwned(state: TableState, cells: readonly Words[], below: Row | undefined): boolean {
  const [only, ...others] = cells;
  const [owner, ...rest] = below === undefined ? [] : wordsOf(below);
  if (only === undefined || owner === undefined || others.length + rest.length > 0) return false;
  const label = labelAtStart(owner.text);
  if (label?.field !== 'owner' || label.rest === '' || !isBareTitle(only.text)) return false;
  if (tookHeading(state, only.text, true)) return true;
  close(state);
  state.heading = { sector: only.text, owner: null, everySector: false };
  state.rowHeading = state.heading;
  return true;
}
