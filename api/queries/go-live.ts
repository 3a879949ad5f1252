/** What going live would drop and start, for the page that asks to confirm it. */
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Tx } from '../../store/in-town.js';
import { type LiveOutlook, liveOutlook, type TrialTally, trialTally } from '../../store/towns/go-live.js';
import type { Town } from '../../store/towns/towns.js';
import { liveDays } from '../commands/towns/go-live.js';

export interface GoLiveFacts {
  readonly dropped: TrialTally;
  readonly outlook: LiveOutlook;
  /** Today by the real clock, and the first day of notices. */
  readonly live: CivilDate;
  readonly first: CivilDate;
}

export async function goLiveFacts(tx: Tx, town: Town, real: Instant): Promise<GoLiveFacts> {
  const days = liveDays(town, real);
  const [dropped, outlook] = await Promise.all([trialTally(tx), liveOutlook(tx, days)]);
  return { dropped, outlook, ...days };
}
