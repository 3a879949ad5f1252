/** What is past its time goes: of each town once a day by its own clock, of the installation at each turn. */
import type { Instant } from '../domain/time/instant.js';
import type { Sql } from '../store/connection.js';
import { inTown } from '../store/in-town.js';
import { retainInstallation, retainTown, townsToRetain } from '../store/privacy/retention.js';

export interface RetentionDeps {
  readonly sql: Sql;
  readonly now: () => Instant;
}

const AT_ONCE = 100;

/** Returns for how many towns it was done. What fails keeps no town from its own, and comes again. */
export async function retainOnce({ sql, now }: RetentionDeps): Promise<number> {
  const tried = new Set<string>();
  const failures: unknown[] = [];
  await retainInstallation(sql, now()).catch((error: unknown) => failures.push(error));
  for (;;) {
    const due = await townsToRetain(sql, now(), AT_ONCE + failures.length);
    const towns = due.filter((town) => !tried.has(town));
    if (towns.length === 0) break;
    for (const town of towns) {
      tried.add(town);
      await inTown(sql, town, (tx) => retainTown(tx, now())).catch((error: unknown) => failures.push(error));
    }
  }
  if (failures.length > 0) throw failures[0];
  return tried.size;
}
