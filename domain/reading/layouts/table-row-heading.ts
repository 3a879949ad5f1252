/** Whose a row of a table is, by its own cells. */
import { ownerOf, splitOwner } from './heading-owner.js';
import { saysEverySector } from './participants.js';
import { textOf } from './table-cells.js';
import type { Columns, RowOf } from './table-columns.js';
import type { TableState } from './table-state.js';

/** The sector and owner of the row: its own cells, else those of the row above (merged cells). */
export function headingOfRow(state: TableState, columns: Columns, of: RowOf): TableState['rowHeading'] {
  const sector = of('sector');
  const owner = of('owner');
  if (isRestOfName(state, textOf(sector))) rename(state, textOf(sector));
  else if (sector.length > 0 && !isPartOf(columns, state.heading.sector)) {
    const text = textOf(sector);
    const every = saysEverySector(text);
    const { before, owner: inside } = splitOwner(text);
    const same = !every && before === state.rowHeading.sector;
    state.rowHeading = {
      sector: every ? null : before,
      owner: inside ?? (same ? state.rowHeading.owner : null),
      everySector: every,
    };
  }
  if (owner.length > 0) state.rowHeading = { ...state.rowHeading, owner: ownerOf(textOf(owner)) };
  return state.rowHeading;
}

/** "istituzionali" under "Affari generali e organi": a merged cell whose words went on beside the next row. */
const isRestOfName = ({ rowHeading, open }: TableState, text: string): boolean =>
  /^\p{Ll}/u.test(text) && rowHeading.sector !== null && open?.sector === rowHeading.sector;

function rename(state: TableState, rest: string): void {
  const before = state.rowHeading.sector;
  const sector = `${before} ${rest}`;
  state.rowHeading = { ...state.rowHeading, sector };
  if (state.open?.sector === before) state.open.sector = sector;
  for (const [at, draft] of state.done.entries())
    if (draft.sector === before) state.done[at] = { ...draft, sector };
}

/** A column of services or offices under the heading of a sector: they are parts of it. */
function isPartOf(columns: Columns, sector: string | null): boolean {
  const column = columns.fields.find(({ field }) => field === 'sector');
  return (
    /serviz|uffici/i.test(column?.text ?? '') &&
    /^\W*(?:settore|area|direzione|dipartimento|ripartizione)(?!\p{L})/iu.test(sector ?? '')
  );
}
