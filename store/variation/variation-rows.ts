/** Which row stands for which place of a plan: by sector and by place in that sector's list. */

import type { VersionPlace } from '../../domain/plan/place-pairs.js';
import type { PlanDifference, PlanPlace } from '../../domain/plan/plan-difference.js';
import type { PlanDocument } from '../../domain/plan/plan-document.js';
import type { Tx } from '../in-town.js';

/** Rows by position in the plan in force: sector, then objective. */
export async function objectiveRows(
  tx: Tx,
  cycle: string,
  before: PlanDocument,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx<{ id: string; sector: string; ordinal: number }[]>`
    select o.id, s.name as sector, w.ordinal from objective o
      join sector_weight w on w.town = o.town and w.objective = o.id
      join sector s on s.town = w.town and s.id = w.sector
    where o.cycle = ${cycle} and o.state <> 'withdrawn'`;
  const sectors = before.sectors.map(({ name }) => name);
  return new Map(rows.map((row) => [`${sectors.indexOf(row.sector)} ${row.ordinal}`, row.id]));
}

/** Each objective's row with its places before and after: those that stay, then what went, then what came. */
export function placesOf(
  { pairs, objectives }: PlanDifference,
  rows: ReadonlyMap<string, string>,
  added: ReadonlyMap<string, string>,
): readonly VersionPlace[] {
  const row = (of: ReadonlyMap<string, string>, { sector, objective }: PlanPlace): string =>
    of.get(`${sector} ${objective}`) ?? '';
  return [
    ...pairs.map(({ before, after, sector }) => ({
      ...{ objective: row(rows, before), sector },
      ...{ before: before.objective, after: after.objective },
    })),
    ...objectives.flatMap(({ before, after, sector }) => {
      if (before !== null && after !== null) return [];
      const objective = before === null ? after && row(added, after) : row(rows, before);
      return [
        {
          ...{ objective: objective ?? '', sector },
          ...{ before: before?.objective ?? null, after: after?.objective ?? null },
        },
      ];
    }),
  ];
}

/** Places in each sector's list as the new plan has them: by these the next variation finds its rows. */
export async function reorder(
  tx: Tx,
  plan: PlanDocument,
  { pairs }: PlanDifference,
  rows: ReadonlyMap<string, string>,
  added: ReadonlyMap<string, string>,
): Promise<void> {
  const was = new Map(
    pairs.map(({ before, after }) => [
      `${after.sector} ${after.objective}`,
      `${before.sector} ${before.objective}`,
    ]),
  );
  const places = plan.sectors.flatMap(({ name, objectives }, sector) =>
    objectives.map((_, ordinal) => {
      const place = `${sector} ${ordinal}`;
      const objective = added.get(place) ?? rows.get(was.get(place) ?? '');
      if (objective === undefined) throw new Error(`no row for objective ${ordinal} of ${name}`);
      return { objective, sector: name, ordinal };
    }),
  );
  await tx`update sector_weight w set ordinal = p.ordinal
    from jsonb_to_recordset(${tx.json(places)}) as p (objective uuid, sector text, ordinal integer)
      join sector s on s.name = p.sector
    where s.town = w.town and w.sector = s.id and w.objective = p.objective`;
}
