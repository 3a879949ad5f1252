/**
 * A closed year is opened again, with a reason: what its closing left open is owed again, under a new version whose
 * notices begin on the working day after. The facts recorded stay; the year does not close by itself before another
 * one is recorded (docs/adr/0054).
 */
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Tx } from '../in-town.js';
import { type AuditEntry, appendAudit } from '../register/audit.js';
import type { Cycle } from './cycles.js';

/** On which day of the town, by whom and why. */
export interface Reopening extends Pick<AuditEntry, 'at' | 'person' | 'role' | 'channel'> {
  readonly on: CivilDate;
  readonly reason: string;
}

/** How many duties are owed again; those of the closing itself follow its facts. The caller holds the closed cycle. */
export async function reopenYear(
  tx: Tx,
  { id, closedOn }: Pick<Cycle, 'id' | 'closedOn'>,
  { on, reason, ...who }: Reopening,
): Promise<number> {
  await tx`update cycle set state = 'open', closed_on = null where id = ${id}`;
  const back = await tx`update obligation o set state = 'open', closed_with_year = false, forecast = null,
      held_back = false, held_back_reason = null, start_day = greatest(start_day, ${on}), version = version + 1,
      row_version = row_version + 1
    where cycle = ${id} and state = 'superseded' and closed_with_year
      and not exists (select 1 from closing_duty d where d.town = o.town and d.obligation = o.id)`;
  await appendAudit(tx, {
    ...{ ...who, action: 'cycle.reopen', subjectKind: 'cycle', subject: id },
    ...{ before: { closedOn }, after: { reason, owedAgain: back.count } },
  });
  return back.count;
}

/** When it was opened again the last time, town time; `null`: never. */
export async function reopenedAt(tx: Tx, cycle: string): Promise<Instant | null> {
  const [row] = await tx<{ at: Instant | null }[]>`select max(at) as at from audit
    where subject_kind = 'cycle' and subject = ${cycle} and action = 'cycle.reopen'`;
  return row?.at ?? null;
}
