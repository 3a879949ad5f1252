/** People of a town and the roles they hold, each for a time. */
import { type Role, type RoleKey, roleKey } from '../../domain/obligations/obligation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Tx } from '../in-town.js';
import { openMailbox } from './mailboxes.js';
import { roleColumns, roleOf, sectorIds } from './roles.js';

/** Somebody of one town; who entered is an account. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** `null`: no mailbox; notices are handed over by the Segretario. */
  readonly email: string | null;
  readonly sharedMailbox: boolean;
}

/** One role of one person, for a time; both days belong to it. */
export interface RoleHolder {
  readonly id: string;
  readonly role: Role;
  readonly person: Person;
  readonly validFrom: CivilDate;
  /** Last day; `null`: still in it. */
  readonly validTo: CivilDate | null;
}

/** Somebody to be added. */
export interface NewPerson {
  readonly name: string;
  readonly email: string | null;
  readonly sharedMailbox?: boolean;
  readonly createdAt: Instant;
}

/** Returns the id. */
export async function addPerson(tx: Tx, person: NewPerson): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into person (name, email, shared_mailbox, created_at)
    values (${person.name}, ${person.email}, ${person.sharedMailbox ?? false}, ${person.createdAt})
    returning id`;
  return (row as { id: string }).id;
}

/** `false` when the town has no such person. */
export async function changePerson(
  tx: Tx,
  id: string,
  person: Pick<Person, 'name' | 'email' | 'sharedMailbox'>,
): Promise<boolean> {
  const changed = await tx`update person
    set name = ${person.name}, email = ${person.email}, shared_mailbox = ${person.sharedMailbox}
    where id = ${id} and erased_at is null`;
  return changed.count === 1;
}

/** `null`: no person of this town. */
export async function findPerson(tx: Tx, id: string): Promise<Person | null> {
  const [row] = await tx<Person[]>`select id, name, email, shared_mailbox from person where id = ${id}`;
  return row ?? null;
}

/** Everybody, by name. */
export const listPeople = async (tx: Tx): Promise<readonly Person[]> =>
  tx<Person[]>`select id, name, email, shared_mailbox from person where erased_at is null order by name, id`;

/** The role's sector must be one of the town's. Returns the id of the tenure. Rejects on the same tenure twice. */
export async function assignRole(
  tx: Tx,
  tenure: {
    readonly person: string;
    readonly role: Role;
    readonly validFrom: CivilDate;
    readonly validTo?: CivilDate | null;
  },
): Promise<string> {
  const columns = roleColumns(tenure.role, await sectorIds(tx));
  const [row] = await tx<{ id: string }[]>`
    insert into role_holder (person, role, sector, valid_from, valid_to)
    values (${tenure.person}, ${columns.role}, ${columns.sector}, ${tenure.validFrom}, ${tenure.validTo ?? null})
    returning id`;
  return (row as { id: string }).id;
}

/** `lastDay` is the last one in the role. `false` when there is no such tenure still open on that day. */
export async function endRole(tx: Tx, tenure: string, lastDay: CivilDate): Promise<boolean> {
  const ended = await tx`update role_holder set valid_to = ${lastDay}
    where id = ${tenure} and valid_from <= ${lastDay} and (valid_to is null or valid_to > ${lastDay})`;
  return ended.count === 1;
}

interface HolderRow extends Person {
  tenure: string;
  role: Role['role'];
  sectorName: string | null;
  validFrom: CivilDate;
  validTo: CivilDate | null;
}

/**
 * Tenures, by role then by first day; `on` keeps those of a day. Whose mailbox is stopped has none here: their
 * notices go the way of somebody's without a mailbox.
 */
export async function roleHolders(tx: Tx, on: CivilDate | null = null): Promise<readonly RoleHolder[]> {
  const rows = await tx<HolderRow[]>`
    select h.id as tenure, h.role, s.name as sector_name, h.valid_from, h.valid_to,
      p.id, p.name, ${openMailbox(tx)} as email, p.shared_mailbox
    from role_holder h join person p on p.id = h.person left join sector s on s.id = h.sector
    where ${on}::date is null or (h.valid_from <= ${on} and (h.valid_to is null or h.valid_to >= ${on}))
    order by h.role, s.name, h.valid_from, p.name, h.id`;
  return rows.map((row) => ({
    id: row.tenure,
    role: roleOf(row.role, row.sectorName),
    person: { id: row.id, name: row.name, email: row.email, sharedMailbox: row.sharedMailbox },
    validFrom: row.validFrom,
    validTo: row.validTo,
  }));
}

/** Who holds which role on a day, by role key; a role that nobody holds is absent. */
export async function holdersOn(tx: Tx, day: CivilDate): Promise<ReadonlyMap<RoleKey, readonly Person[]>> {
  const holders = new Map<RoleKey, Person[]>();
  for (const { role, person } of await roleHolders(tx, day)) {
    const key = roleKey(role);
    const known = holders.get(key) ?? [];
    if (!known.some((one) => one.id === person.id)) known.push(person);
    holders.set(key, known);
  }
  return holders;
}

/** A role that one person held, holds or will hold. */
export type Tenure = Pick<RoleHolder, 'role' | 'validFrom' | 'validTo'>;

/** All tenures of one person, in the order of `roleKey`; those too in which they substitute somebody absent, for as long. */
export async function tenuresOf(tx: Tx, person: string): Promise<readonly Tenure[]> {
  const rows = await tx<Pick<HolderRow, 'role' | 'sectorName' | 'validFrom' | 'validTo'>[]>`
    select h.role, s.name as sector_name, h.valid_from, h.valid_to
    from (
      select role, sector, valid_from, valid_to from role_holder where person = ${person}
      union all
      select o.role, o.sector, greatest(o.valid_from, a.first_day), least(o.valid_to, a.last_day)
      from absence a join role_holder o on o.town = a.town and o.person = a.person
      where a.substitute = ${person} and a.called_off_at is null
        and (a.last_day is null or o.valid_from <= a.last_day)
        and (o.valid_to is null or o.valid_to >= a.first_day)
    ) h left join sector s on s.id = h.sector
    order by h.role, s.name, h.valid_from`;
  return rows.map(({ role, sectorName, ...rest }) => ({ ...rest, role: roleOf(role, sectorName) }));
}

/** The roles held on a day, each once. */
export function rolesOn(tenures: readonly Tenure[], day: CivilDate): readonly Role[] {
  const held = tenures.filter(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo >= day),
  );
  return [...new Map(held.map(({ role }) => [roleKey(role), role])).values()];
}
