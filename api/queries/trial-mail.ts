/** A mail of a town on trial. */
import type { Sql } from '../../store/connection.js';
import { inTown } from '../../store/in-town.js';
import type { InboxMessage } from '../../store/notices/inbox.js';
import { findTrialMail } from '../../store/notices/trial-inbox.js';
import type { Town } from '../../store/towns/towns.js';

/** `null` also in a town that is not on trial: a mail of the demo's inbox is not shown here. */
export async function trialMail(
  sql: Sql,
  { id: town, mode }: Pick<Town, 'id' | 'mode'>,
  id: number | null,
): Promise<InboxMessage | null> {
  return id === null || mode !== 'trial' ? null : inTown(sql, town, (tx) => findTrialMail(tx, id));
}
