/** When people last brought an obligation back, or gave it another date, owner or ladder: what is told late after that is no outage's doing. */
import type { Instant } from '../../domain/time/instant.js';
import type { Tx } from '../in-town.js';

const OF_ONE = ['obligation.reopen', 'obligation.set-date', 'obligation.reassign', 'answer.withdraw'];
const OF_ALL = ['ladder.change', 'closures.change'];

/** Instants are town time. */
export interface BroughtBack {
  /** By obligation id. */
  readonly one: ReadonlyMap<string, Instant>;
  /** What concerns every obligation; `null`: nothing. */
  readonly all: Instant | null;
}

/** The latest of each from that instant on (town time); a variation counts for what it gave another version. */
export async function broughtBackSince(tx: Tx, from: Instant): Promise<BroughtBack> {
  const rows = await tx<{ id: string | null; at: Instant }[]>`
    select subject as id, max(at) as at from audit
      where subject_kind = 'obligation' and action = any (${OF_ONE}) and at >= ${from} group by subject
    union all
    select o.id, max(a.at) from obligation o, audit a
      where o.version > 1 and a.action = 'plan.vary' and a.at >= ${from} group by o.id
    union all
    select null, max(at) from audit where action = any (${OF_ALL}) and at >= ${from} having max(at) is not null`;
  const one = new Map<string, Instant>();
  let all: Instant | null = null;
  for (const { id, at } of rows) {
    if (id === null) all = at;
    else if (at > (one.get(id) ?? 0)) one.set(id, at);
  }
  return { one, all };
}
