/** Days on which people receive nothing, and who receives instead. No reason is kept. */
import type { Role } from '../../domain/obligations/obligation.js';
import { actingRoles } from '../../domain/obligations/receivers.js';
import { type Absence, type Staff, staffOn } from '../../domain/obligations/staff.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Tx } from '../in-town.js';
import { openMailbox } from './mailboxes.js';
import { type Person, roleHolders, rolesOn, type Tenure, tenuresOf } from './people.js';

/** An absence on record, with who receives instead. */
export interface KeptAbsence extends Absence<Person> {
  readonly id: string;
}

/** `to` is its last day; `null`: until called off. */
export interface NewAbsence {
  readonly person: string;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  readonly substitute: string | null;
  /** Town time. */
  readonly at: Instant;
  readonly by: string;
}

/** Rejects on days that end before they begin, and on somebody who would substitute themselves. */
export async function addAbsence(tx: Tx, absence: NewAbsence): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into absence (person, first_day, last_day, substitute, recorded_at, recorded_by)
    values (${absence.person}, ${absence.from}, ${absence.to}, ${absence.substitute}, ${absence.at}, ${absence.by})
    returning id`;
  return (row as { id: string }).id;
}

interface AbsenceRow {
  id: string;
  person: string;
  from: CivilDate;
  to: CivilDate | null;
  substitute: string | null;
  name: string | null;
  email: string | null;
  sharedMailbox: boolean | null;
}

/** All that were not called off, by first day; `on` keeps those of a day. A substitute who was erased is none. */
export async function listAbsences(tx: Tx, on: CivilDate | null = null): Promise<readonly KeptAbsence[]> {
  const rows = await tx<AbsenceRow[]>`
    select a.id, a.person, a.first_day as "from", a.last_day as "to", p.id as substitute, p.name,
      ${openMailbox(tx)} as email,
      p.shared_mailbox
    from absence a left join person p on p.town = a.town and p.id = a.substitute and p.erased_at is null
    where a.called_off_at is null
      and (${on}::date is null or (a.first_day <= ${on} and (a.last_day is null or a.last_day >= ${on})))
    order by a.first_day, a.id`;
  return rows.map(({ substitute, name, email, sharedMailbox, ...rest }) => ({
    ...rest,
    substitute:
      substitute === null
        ? null
        : { id: substitute, name: name ?? '', email, sharedMailbox: sharedMailbox ?? false },
  }));
}

/** Takes the person in hand until the transaction ends, so that two absences are not recorded side by side. */
export async function holdPerson(tx: Tx, person: string): Promise<void> {
  await tx`select 1 from person where id = ${person} for update`;
}

/** Sets another last day. */
export async function endAbsence(tx: Tx, absence: string, lastDay: CivilDate): Promise<void> {
  await tx`update absence set last_day = ${lastDay} where id = ${absence} and called_off_at is null`;
}

/** It is as if it had never been recorded; the row stays. */
export async function callOffAbsence(tx: Tx, absence: string, at: Instant): Promise<void> {
  await tx`update absence set called_off_at = ${at} where id = ${absence} and called_off_at is null`;
}

/** Who holds which role on a day, and who of them is absent. */
export async function loadStaff(tx: Tx, day: CivilDate): Promise<Staff<Person>> {
  const [tenures, absences] = await Promise.all([roleHolders(tx, day), listAbsences(tx, day)]);
  return staffOn(tenures, absences, day);
}

/** The roles in which a person acts on a day: held, taken for somebody absent, or the Segretario's as their Vice. */
export const rolesOfPerson = async (tx: Tx, person: string, day: CivilDate): Promise<readonly Role[]> =>
  rolesActedIn(tx, person, await tenuresOf(tx, person), day);

/** The same, of tenures that were asked for before the town's day was known. */
export async function rolesActedIn(
  tx: Tx,
  person: string,
  tenures: readonly Tenure[],
  day: CivilDate,
): Promise<readonly Role[]> {
  const held = rolesOn(tenures, day);
  if (held.every(({ role }) => role !== 'vice-secretary')) return held;
  return actingRoles(await loadStaff(tx, day), person, held);
}
