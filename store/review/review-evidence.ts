/** How many documents prove the objectives of a year: those of their terms. */
import type { Tx } from '../in-town.js';

/** By id of the objective; one without documents is absent. */
export async function evidenceCounts(tx: Tx, cycle: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx<{ objective: string; count: number }[]>`
    select o.objective, count(*)::int as count
    from evidence e join obligation o on o.town = e.town and o.id = e.obligation
    where o.cycle = ${cycle} and o.objective is not null group by o.objective`;
  return new Map(rows.map(({ objective, count }) => [objective, count]));
}
