/** Everything the agenda looks at, read from a town's rows at one moment: what boards and previews are made of. */
import { type AgendaFacts, agendaFacts } from '../../domain/obligations/agenda-facts.js';
import type { Obligation, RoleKey } from '../../domain/obligations/obligation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import { townNow } from '../../domain/time/town-clock.js';
import { type WorkingCalendar, workingCalendar } from '../../domain/time/working-calendar.js';
import { civilDateAt } from '../../domain/time/zone.js';
import type { Tx } from '../../store/in-town.js';
import { loadFired } from '../../store/notices/notices.js';
import { lastRound, type Round } from '../../store/notices/rounds.js';
import { loadObligations } from '../../store/obligations/obligations.js';
import { lastPosted, postedDays } from '../../store/register/audit.js';
import { laddersOf } from '../../store/towns/town-settings.js';
import { loadTown, type Town } from '../../store/towns/towns.js';

export interface TownFacts {
  readonly town: Town;
  /** Town time. */
  readonly now: Instant;
  readonly today: CivilDate;
  readonly calendar: WorkingCalendar;
  readonly obligations: readonly Obligation[];
  readonly agenda: AgendaFacts;
  readonly lastRound: Round | null;
  readonly lastPosted: ReadonlyMap<RoleKey, CivilDate>;
}

/** At the real instant `real`. */
export async function loadTownFacts(tx: Tx, real: Instant): Promise<TownFacts> {
  // Asked all at once: the answers come back in one go.
  const [town, obligations, fired, round, posted] = await Promise.all([
    loadTown(tx),
    loadObligations(tx),
    loadFired(tx),
    lastRound(tx),
    lastPosted(tx),
  ]);
  const { zone } = town.clock;
  const now = townNow(real, town.clock);
  const calendar = workingCalendar(town.closures);
  return {
    town,
    now,
    today: civilDateAt(now, zone),
    calendar,
    obligations,
    agenda: agendaFacts(obligations, fired, laddersOf(town), calendar),
    lastRound: round,
    lastPosted: postedDays(posted, zone),
  };
}
