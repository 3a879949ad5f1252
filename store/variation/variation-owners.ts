/** Who answers for the objectives of a plan in force, and what passes to another role by a variation. */
import type { Role } from '../../domain/obligations/obligation.js';
import { ownerOf } from '../../domain/obligations/owner.js';
import type { PlanPlace } from '../../domain/plan/plan-difference.js';
import type { PlanDocument } from '../../domain/plan/plan-document.js';
import type { Tx } from '../in-town.js';
import { type RoleColumns, roleColumns, roleOf, sectorIds } from '../people/roles.js';

/** By name of the sector. */
export type SectorOwners = ReadonlyMap<string, Role>;

/** An open obligation that another role owes from now on. */
export interface ReassignedObligation {
  readonly obligation: string;
  readonly from: RoleColumns;
  readonly to: RoleColumns;
}

/** Who owes most of a sector's objectives that print no owner of their own. */
export async function ownersOfSectors(tx: Tx, cycle: string): Promise<SectorOwners> {
  const rows = await tx<{ sector: string; role: Role['role']; owner: string | null }[]>`
    select distinct on (s.name) s.name as sector, o.owner_role as role, os.name as owner
    from obligation o
      join sector s on s.town = o.town and s.id = o.sector
      join objective ob on ob.town = o.town and ob.id = o.objective and ob.printed_owner is null
      left join sector os on os.town = o.town and os.id = o.owner_sector
    where o.cycle = ${cycle} and o.kind = 'milestone' and o.state <> 'superseded'
    group by s.name, o.owner_role, os.name order by s.name, count(*) desc, o.owner_role`;
  return new Map(rows.map((row) => [row.sector, roleOf(row.role, row.owner)]));
}

/**
 * By the printed owner of the new plan; where that no longer prints one of its own, by who answers for the sector.
 * A new version, whose ladder begins with the round that follows; what was explained binds the former owner alone.
 */
export async function passToOwner(
  tx: Tx,
  objective: string,
  {
    plan,
    place,
    owners,
  }: { readonly plan: PlanDocument; readonly place: PlanPlace; readonly owners: SectorOwners },
): Promise<readonly ReassignedObligation[]> {
  const sector = plan.sectors[place.sector];
  const said = sector?.objectives[place.objective];
  if (sector === undefined || said === undefined) return [];
  await tx`update objective set printed_owner = ${said.owner ?? null} where id = ${objective}`;
  const printed = ownerOf(said, sector, plan.sectors);
  const owner = said.owner?.trim() ? printed : (owners.get(sector.name) ?? printed);
  const ids = await sectorIds(tx);
  const of = ids.get(sector.name) ?? null;
  const to = roleColumns(owner, ids);
  // Nobody is told of what a lead sector owes in its place: dropped, the role of now owes it again.
  await tx`update obligation set owner_role = ${to.role}, owner_sector = ${to.sector}
    where objective = ${objective} and sector = ${of} and state = 'superseded' and superseded_by is not null`;
  const open = await tx<{ id: string; role: Role['role']; sector: string | null }[]>`
    select id, owner_role as role, owner_sector as sector from obligation
    where objective = ${objective} and sector = ${of} and state = 'open' and kind = 'milestone'
    order by id for update`;
  const passing = open.filter((one) => one.role !== to.role || one.sector !== to.sector);
  await tx`update obligation set owner_role = ${to.role}, owner_sector = ${to.sector}, version = version + 1,
      forecast = null, held_back = false, held_back_reason = null, row_version = row_version + 1
    where id = any (${passing.map(({ id }) => id)}::uuid[])`;
  return passing.map(({ id, role, sector: from }) => ({ obligation: id, from: { role, sector: from }, to }));
}
