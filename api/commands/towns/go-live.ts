/**
 * *Vai in esercizio*: plan, people and settings stay, what the trial sent and was answered goes, the clock is
 * the real one for good, and from the first working day after this one the notices are mailed.
 */
import { firstNoticeDay } from '../../../domain/obligations/rung-days.js';
import type { CivilDate } from '../../../domain/time/civil-date.js';
import type { Instant } from '../../../domain/time/instant.js';
import { workingCalendar } from '../../../domain/time/working-calendar.js';
import { civilDateAt } from '../../../domain/time/zone.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { listCycles } from '../../../store/cycle/cycles.js';
import type { Tx } from '../../../store/in-town.js';
import { objectivesInForce } from '../../../store/plan/objectives.js';
import { goLive, liveOutlook, trialTally } from '../../../store/towns/go-live.js';
import { lockTown, type Town } from '../../../store/towns/towns.js';
import { cycleStart, objectiveStart, roundStart, type WorkflowStart } from '../../../workflows/contract.js';
import { auditTown } from '../audit-command.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';

export interface GoneLive {
  readonly [key: string]: string | number;
  readonly live: CivilDate;
  /** The first day of notices. */
  readonly first: CivilDate;
  readonly mails: number;
}

/** The day on which a town would go live now, by the real clock, and the first day of notices from it. */
export function liveDays(
  town: Pick<Town, 'clock' | 'closures'>,
  real: Instant,
): { readonly live: CivilDate; readonly first: CivilDate } {
  const live = civilDateAt(real, town.clock.zone);
  return { live, first: firstNoticeDay(live, workingCalendar(town.closures)) };
}

/** `typed`: the name of the town, written by whoever confirms. */
export function putInService(commander: Commander, typed: string): Promise<Outcome<GoneLive>> {
  const { deps } = commander;
  return runCommand(commander, 'town.go-live', { typed }, async (tx, clock) => {
    const town = await lockTown(tx);
    if (town?.mode !== 'trial') return { ok: false, refusal: { code: 'not-on-trial' } };
    const real = deps.now();
    const days = liveDays(town, real);
    const [tally, outlook] = [await trialTally(tx), await liveOutlook(tx, days)];
    const wrong = problemWith(typed, town, outlook.approvedOn, days.live);
    if (wrong !== null)
      return { ok: false, refusal: { code: 'invalid', problems: [{ field: 'ente', message: wrong }] } };
    await goLive(tx, days);
    await auditTown(tx, commander, { now: real }, 'town.go-live', {
      before: { mode: 'trial', clock: new Date(clock.now).toISOString(), dropped: { ...tally } },
      after: { mode: 'live', liveFrom: days.live, firstNotices: days.first },
    });
    return { ok: true, result: { ...days, mails: tally.mails }, starts: await everything(tx, town.id) };
  });
}

function problemWith(
  typed: string,
  town: Town,
  approvedOn: CivilDate | null,
  live: CivilDate,
): string | null {
  if (approvedOn !== null && approvedOn > live)
    return `Il piano risulta approvato il ${italianDate(approvedOn)}, dopo oggi: è una data della prova. Importa il piano con la data vera, oppure aspetta quel giorno.`;
  const same = (text: string): string => text.trim().replace(/\s+/g, ' ').toLocaleLowerCase('it');
  return same(typed) === same(town.name) ? null : `Per confermare scrivi il nome dell'ente: ${town.name}.`;
}

/** Round, years and objectives: all look again, by the real clock. */
async function everything(tx: Tx, town: string): Promise<readonly WorkflowStart[]> {
  const cycles = await listCycles(tx);
  const objectives = await objectivesInForce(tx);
  return [
    roundStart({ town }),
    ...cycles.map(({ id, year }) => cycleStart({ town, cycle: id, year })),
    ...objectives.map(({ id, year }) => objectiveStart({ town, objective: id, year })),
  ];
}
