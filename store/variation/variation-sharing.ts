/** One sector more, or one less, for an objective that goes on: its rows stay, with what the others owe. */

import { points } from '../../domain/plan/points.js';
import type { Joining, Leaving } from '../../domain/plan/sharing.js';
import type { Tx } from '../in-town.js';
import { insertRows } from '../insert-rows.js';
import { sectorIds } from '../people/roles.js';
import { leadOf, setLead } from '../plan/lead-sectors.js';
import type { ChangeContext } from './variation-changes.js';
import { addMilestone, implicitTerm } from './variation-milestones.js';

/** What the sector owes of it opens today, also where a lead sector is to take it over. Returns how much opened. */
export async function joinSector(
  tx: Tx,
  objective: string,
  { one }: Joining,
  context: ChangeContext,
): Promise<number> {
  const { after, sector } = one;
  const id = (await sectorIds(tx)).get(sector);
  if (id === undefined) throw new Error(`no sector ${sector}`);
  const { weight, milestones, owner } = after.said;
  const weightUnits = weight === null ? null : points(weight);
  await insertRows(tx, 'sector_weight', [{ objective, sector: id, ordinal: after.objective, weightUnits }]);
  // Whoever answers for the sector's other objectives answers for this one, unless it prints an owner.
  const answers = owner?.trim() ? undefined : context.owners.get(sector);
  const planned = context.planned.map((each) =>
    answers === undefined || each.place.sector !== after.sector ? each : { ...each, owner: answers },
  );
  const here = { objective, sector, place: after };
  let added = 0;
  for (const milestone of milestones)
    added += await addMilestone(tx, here, milestone, { ...context, planned });
  return added + (await implicitTerm(tx, here, { ...context, planned }));
}

/**
 * What the sector still owed of it is no longer due, by the act; what it had done, and what was written of it, stays
 * on record. A lead sector that leaves answers for nobody any more. Returns those obligations.
 */
export async function leaveSector(
  tx: Tx,
  objective: string,
  { sector }: Leaving,
  { act, today }: Pick<ChangeContext, 'act' | 'today'>,
): Promise<readonly string[]> {
  if (act === null) throw new Error('a sector leaves an objective by an act alone');
  const id = (await sectorIds(tx)).get(sector) ?? null;
  if ((await leadOf(tx, objective)) === id) await setLead(tx, objective, { lead: null, today });
  await tx`delete from sector_weight where objective = ${objective} and sector = ${id}`;
  // What a lead sector owes in its place is never owed again by who has left.
  await tx`
    update obligation set state = 'waived', waived_by_act = ${act}, row_version = row_version + 1
    where objective = ${objective} and sector = ${id} and state = 'superseded' and superseded_by is not null`;
  const rows = await tx<{ id: string }[]>`
    update obligation set state = 'waived', waived_by_act = ${act}, row_version = row_version + 1
    where objective = ${objective} and sector = ${id} and kind = 'milestone' and state = 'open' returning id`;
  return rows.map((row) => row.id);
}
