/** The people of a town on one day: who holds which role, and who of them is absent. */
import type { CivilDate } from '../time/civil-date.js';
import { type Role, type RoleKey, roleKey } from './obligation.js';

/** What is needed of a person to say who receives. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A role that somebody holds from a day to a last day; `null`: still. */
export interface HeldRole<Person> {
  readonly role: Role;
  readonly person: Person;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
}

/** Days, first and last included, on which a person receives nothing; `to`: `null` while no end is known. */
export interface Absence<Person> {
  /** Id of whoever is absent. */
  readonly person: string;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  readonly substitute: Person | null;
}

/** The people who hold each role on a day; a role that nobody holds is absent. */
export type Holders<Person> = ReadonlyMap<RoleKey, readonly Person[]>;

/** An absence as it stands on one day. */
export interface Away<Person> {
  /** Last day; `null`: no end known. */
  readonly until: CivilDate | null;
  readonly substitute: Person | null;
}

/** Holders of roles, absent ones included, and the absences of that day by person id. */
export interface Staff<Person> {
  readonly holders: Holders<Person>;
  readonly away: ReadonlyMap<string, Away<Person>>;
}

/** Those of `tenures` and `absences` that stand on `day`; of two absences of one person the earlier is taken. */
export function staffOn<Person extends { readonly id: string }>(
  tenures: readonly HeldRole<Person>[],
  absences: readonly Absence<Person>[],
  day: CivilDate,
): Staff<Person> {
  const holders = new Map<RoleKey, Person[]>();
  for (const { role, person, validFrom, validTo } of tenures) {
    if (!isWithin(day, validFrom, validTo)) continue;
    const known = holders.get(roleKey(role)) ?? [];
    if (!known.some(({ id }) => id === person.id)) known.push(person);
    holders.set(roleKey(role), known);
  }
  const away = new Map<string, Away<Person>>();
  for (const { person, from, to, substitute } of absences) {
    if (isWithin(day, from, to) && !away.has(person)) away.set(person, { until: to, substitute });
  }
  return { holders, away };
}

const isWithin = (day: CivilDate, from: CivilDate, to: CivilDate | null): boolean =>
  from <= day && (to === null || day <= to);
