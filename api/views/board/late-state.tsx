/** How something late stands on the board; for who reads the register, also who said last that they had read a notice. */
import type { FC } from 'hono/jsx';
import { civilDateAt } from '../../../domain/time/zone.js';
import type { Dashboard } from '../../queries/dashboard.js';
import type { ObligationView } from '../../queries/obligation-view.js';
import { reachOf } from '../../rights.js';
import type { Viewer } from '../../viewer.js';
import { shortDate } from '../italian-time.js';
import { StandingBadge } from '../obligations/obligation-parts.js';

export const LateState: FC<{
  readonly view: ObligationView;
  readonly board: Dashboard;
  readonly viewer: Viewer;
}> = ({ view, board, viewer }) => {
  const reads = reachOf(viewer.roles, 'register.read')?.relation === 'town';
  const seen = reads ? board.acknowledged.get(view.obligation.id) : undefined;
  return (
    <>
      <StandingBadge code={view.standing.code} />
      {seen === undefined ? null : (
        <span class="tr-due-note">
          {`Preso visione: ${seen.personName}, ${shortDate(civilDateAt(seen.at, viewer.town.clock.zone))}`}
        </span>
      )}
    </>
  );
};
