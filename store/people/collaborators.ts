/** *Collaboratori*: who works in which sector, for a time. It gives no right and no notice. */
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Tx } from '../in-town.js';

/** Somebody who works in a sector, for a time. */
export interface Collaborator {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly sector: string;
  readonly sectorName: string;
  readonly from: CivilDate;
  /** Last day; `null`: still there. */
  readonly to: CivilDate | null;
}

/** By sector and name, those of some day between the two; `sector` keeps those of one. */
export const listCollaborators = async (
  tx: Tx,
  { from, to, sector = null }: { from: CivilDate; to: CivilDate; sector?: string | null },
): Promise<readonly Collaborator[]> =>
  tx<Collaborator[]>`
    select k.id, k.person, p.name, k.sector, s.name as sector_name, k.valid_from as "from", k.valid_to as "to"
    from collaborator k
      join person p on p.town = k.town and p.id = k.person
      join sector s on s.town = k.town and s.id = k.sector
    where k.valid_from <= ${to} and coalesce(k.valid_to, 'infinity') >= ${from}
      and (${sector}::uuid is null or k.sector = ${sector})
    order by s.name, p.name, k.valid_from, k.id`;

/** `null` when the town has none with that id. */
export async function findCollaborator(tx: Tx, id: string): Promise<Collaborator | null> {
  const [row] = await tx<Collaborator[]>`
    select k.id, k.person, p.name, k.sector, s.name as sector_name, k.valid_from as "from", k.valid_to as "to"
    from collaborator k
      join person p on p.town = k.town and p.id = k.person
      join sector s on s.town = k.town and s.id = k.sector
    where k.id = ${id}`;
  return row ?? null;
}

/** Returns its id; `null` when the person is there already on that day or later. */
export async function addCollaborator(
  tx: Tx,
  { person, sector, from }: { readonly person: string; readonly sector: string; readonly from: CivilDate },
): Promise<string | null> {
  const [row] = await tx<{ id: string }[]>`
    insert into collaborator (person, sector, valid_from)
    select ${person}, ${sector}, ${from} where not exists (
      select 1 from collaborator where person = ${person} and sector = ${sector}
        and coalesce(valid_to, 'infinity') >= ${from})
    returning id`;
  return row?.id ?? null;
}

/** `false` when it does not stand on that day, or ended before. */
export async function endCollaborator(tx: Tx, id: string, lastDay: CivilDate): Promise<boolean> {
  const ended = await tx`update collaborator set valid_to = ${lastDay}
    where id = ${id} and valid_from <= ${lastDay} and (valid_to is null or valid_to > ${lastDay})`;
  return ended.count === 1;
}

/** Does somebody work in a sector on that day or later? */
export async function isCollaborator(tx: Tx, person: string, day: CivilDate): Promise<boolean> {
  const [row] = await tx`
    select 1 from collaborator where person = ${person} and coalesce(valid_to, 'infinity') >= ${day} limit 1`;
  return row !== undefined;
}
