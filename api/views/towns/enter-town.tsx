/** The button that chooses a town for this session and leads to a page of it: a session acts in one town at a time. */
import type { FC } from 'hono/jsx';
import type { EnteredAccount } from '../../account.js';
import type { TownLine } from '../../queries/towns-board.js';
import { homeOf } from '../page/frame.js';

interface EnterProps {
  readonly account: EnteredAccount;
  readonly line: TownLine;
  /** A page of ours; absent: where the person begins. */
  readonly place?: string;
  readonly year?: number;
  readonly label?: string;
}

export const Enter: FC<EnterProps> = ({ account, line: { viewer }, place, year, label }) => (
  <form method="post" action="/ente" class="tr-inline-form">
    <input type="hidden" name="modulo" value={account.formToken} />
    <input type="hidden" name="ente" value={viewer.town.id} />
    <input type="hidden" name="persona" value={viewer.person.id} />
    <input type="hidden" name="poi" value={place ?? homeOf(viewer)} />
    {year === undefined ? null : <input type="hidden" name="anno" value={String(year)} />}
    <button type="submit" class="btn btn-outline-primary btn-sm">
      {label ?? 'Apri'}
      <span class="visually-hidden">{` ${viewer.town.name}${year === undefined ? '' : `, anno ${year}`}`}</span>
    </button>
  </form>
);
