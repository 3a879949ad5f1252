/** Obligations by every filter of the list pages and of the JSON API, restricted to what the viewer may see. */
import { workingCalendar } from '../../domain/time/working-calendar.js';
import type { Tx } from '../../store/in-town.js';
import { listObligations, type ObligationFilter } from '../../store/obligations/obligations.js';
import { reachOf } from '../rights.js';
import type { Viewer } from '../viewer.js';
import { byUrgency, type RecordView, recordView } from './obligation-view.js';
import type { StandingCode } from './standing-code.js';

/** What is absent does not restrict. */
export interface ListAsked {
  readonly year?: number;
  /** Id of the sector that lists the objective. */
  readonly sector?: string;
  /** Any of these. */
  readonly standings?: readonly StandingCode[];
  /** Terms that the plan does not date. */
  readonly implicit?: boolean;
  readonly search?: string;
  /** Only what the viewer's own roles owe. */
  readonly mine?: boolean;
}

/** What presses first. */
export async function loadObligationList(
  tx: Tx,
  viewer: Viewer,
  asked: ListAsked,
): Promise<readonly RecordView[]> {
  const reach = reachOf(viewer.roles, asked.mine ? 'deadlines.read' : 'obligations.read');
  if (reach === null) return [];
  const filter: ObligationFilter = {
    ...(asked.year === undefined ? {} : { year: asked.year }),
    ...(asked.sector === undefined ? {} : { sector: asked.sector }),
    ...(asked.search ? { search: asked.search } : {}),
    ...(reach.relation === 'own' ? { owners: reach.roles } : {}),
  };
  const calendar = workingCalendar(viewer.town.closures);
  return (await listObligations(tx, filter))
    .map((record) => recordView(record, viewer.today, calendar))
    .filter(({ standing }) => asked.standings === undefined || asked.standings.includes(standing.code))
    .filter(({ obligation }) => !asked.implicit || obligation.term.kind === 'implicit')
    .sort(byUrgency);
}
