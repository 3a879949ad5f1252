/**
 * A year is closed: what was not done stays so, and nobody is asked for it any more. What stood late on the
 * day of closing keeps its standing, as the record of the year (docs/adr/0047). A term of the law that somebody owes
 * goes on: the rendiconto is due however early the Relazione was published.
 */
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Tx } from '../in-town.js';
import { type AuditEntry, appendAudit } from '../register/audit.js';
import { type Cycle, closeCycle } from './cycles.js';

/** On which day of the town, by whom and why. */
export interface Closing extends Pick<AuditEntry, 'at' | 'person' | 'role' | 'channel'> {
  readonly on: CivilDate;
  /** `null`: closed by its facts. */
  readonly reason: string | null;
}

/** How many duties of the year were left open. `null`: it was closed before. */
export async function closeYear(
  tx: Tx,
  { id }: Pick<Cycle, 'id'>,
  { on, reason, ...who }: Closing,
): Promise<number | null> {
  if (!(await closeCycle(tx, id, on))) return null;
  // Of a closing before this one nothing is left to bring back.
  await tx`update obligation set closed_with_year = false where cycle = ${id} and closed_with_year`;
  const left =
    await tx`update obligation set state = 'superseded', closed_with_year = true, row_version = row_version + 1
    where cycle = ${id} and state = 'open' and (kind <> 'milestone' or due is null or due >= ${on})
      and not exists (select 1 from legal_duty d where d.town = obligation.town and d.obligation = obligation.id)`;
  await appendAudit(tx, {
    ...{ ...who, action: 'cycle.close', subjectKind: 'cycle', subject: id },
    after: { leftOpen: left.count, ...(reason === null ? {} : { reason }) },
  });
  return left.count;
}
