/** What an outage changed, for the Segretario: raised by the round that made up for it. */
import type { MissedRung } from '../domain/obligations/missed-rungs.js';
import type { CivilDate } from '../domain/time/civil-date.js';
import type { Instant } from '../domain/time/instant.js';
import { instantAt } from '../domain/time/zone.js';
import type { Tx } from '../store/in-town.js';
import { raiseAlert } from '../store/notices/alerts.js';
import { broughtBackSince } from '../store/obligations/brought-back.js';

/**
 * Days without the round that their rungs waited for; nothing when there was no such day. `told`: the notices of
 * the round that made up for them. `lastDay`: the working day before that round.
 */
export async function raiseOutage(
  tx: Tx,
  rungs: readonly MissedRung[],
  told: readonly { readonly obligation: string; readonly person: string | null }[],
  { lastDay, zone }: { readonly lastDay: CivilDate; readonly zone: string },
  at: Instant,
): Promise<void> {
  const [earliest] = rungs.map(({ day }) => day).sort();
  if (earliest === undefined) return;
  const { one: broughtBack, all } = await broughtBackSince(tx, instantAt(earliest, 0, zone));
  const missed = rungs.filter(({ obligation, day }) => {
    const changedAt = Math.max(broughtBack.get(obligation.id) ?? 0, all ?? 0);
    return changedAt < instantAt(day, 0, zone);
  });
  const [firstDay] = missed.map(({ day }) => day).sort();
  if (firstDay === undefined) return;
  const joined = new Set(missed.map(({ obligation }) => obligation.id));
  const people = new Set(told.flatMap((one) => (joined.has(one.obligation) && one.person ? one.person : [])));
  const passedOver = missed.filter(({ isPassedOver }) => isPassedOver).length;
  const counts = { passedOver, joined: joined.size, people: people.size };
  await raiseAlert(tx, {
    ...{ toRole: 'secretary', kind: 'outage', about: `${firstDay} ${lastDay}`, raisedAt: at },
    detail: { firstDay, lastDay, ...counts },
  });
}
