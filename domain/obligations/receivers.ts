/**
 * Who receives what is addressed to a role: whoever holds it, each of several; for an absent holder the
 * substitute, unless absent too. When that leaves nobody the Segretario stands in, then the Vice Segretario, and
 * the Sindaco where neither of them is there (design §12). Nobody absent ever receives.
 */
import type { CivilDate } from '../time/civil-date.js';
import { type Role, roleKey } from './obligation.js';
import type { Named, Staff } from './staff.js';

type WithId = { readonly id: string };

const SECRETARY: Role = { role: 'secretary' };
const STAND_INS: readonly Role[] = [SECRETARY, { role: 'vice-secretary' }, { role: 'mayor' }];

const holdersOf = <Person>({ holders }: Pick<Staff<Person>, 'holders'>, role: Role): readonly Person[] =>
  holders.get(roleKey(role)) ?? [];

/** Nobody holds it, which is not the same as that its holders are absent. */
export const isVacant = <Person>(staff: Pick<Staff<Person>, 'holders'>, role: Role): boolean =>
  holdersOf(staff, role).length === 0;

/** Whoever receives for one holder: themselves, or a substitute who is there; `null`: neither. */
function inForce<Person extends WithId>({ away }: Staff<Person>, holder: Person): Person | null {
  const absence = away.get(holder.id);
  if (absence === undefined) return holder;
  const { substitute } = absence;
  return substitute === null || away.has(substitute.id) ? null : substitute;
}

/** Holders who are there and substitutes of those who are not, each once. */
function present<Person extends WithId>(staff: Staff<Person>, role: Role): readonly Person[] {
  const people = holdersOf(staff, role).flatMap((holder) => inForce(staff, holder) ?? []);
  return [...new Map(people.map((person) => [person.id, person])).values()];
}

/** Empty when there is nobody at all. */
export function receiversOf<Person extends WithId>(staff: Staff<Person>, role: Role): readonly Person[] {
  for (const one of [role, ...STAND_INS]) {
    const people = present(staff, one);
    if (people.length > 0) return people;
  }
  return [];
}

/** The same by their ids. */
export type Receivers = (role: Role) => readonly string[];

/** {@link receiversOf} for people who have an id. */
export const receiverIds =
  (staff: Staff<WithId>): Receivers =>
  (role) =>
    receiversOf(staff, role).map(({ id }) => id);

/** The roles in which somebody acts who holds `held`: a Vice who stands in for the Segretario may do what the Segretario may. */
export function actingRoles(staff: Staff<WithId>, person: string, held: readonly Role[]): readonly Role[] {
  const isIt = (name: Role['role']): boolean => held.some(({ role }) => role === name);
  const standsIn =
    isIt('vice-secretary') &&
    !isIt('secretary') &&
    receiversOf(staff, SECRETARY).some(({ id }) => id === person);
  return standsIn ? [SECRETARY, ...held] : held;
}

/** The absent holders of a role in whose place a person receives; empty for one who holds it and is there. */
export function absentFor<Person extends WithId>(
  staff: Staff<Person>,
  person: string,
  role: Role,
): readonly Person[] {
  const holders = holdersOf(staff, role);
  if (holders.some(({ id }) => id === person && !staff.away.has(id))) return [];
  const isStandIn = present(staff, role).length === 0;
  return holders.filter(
    (holder) => staff.away.has(holder.id) && (isStandIn || inForce(staff, holder)?.id === person),
  );
}

/** A person in whose place somebody receives for a role. */
export interface InPlaceOf {
  readonly role: Role;
  readonly name: string;
  /** Last day of the absence; `null`: no end known. */
  readonly until: CivilDate | null;
}

/** For which of the roles of a mail its person stands in: nobody holds them, or who does is absent. */
export interface Substitutions {
  readonly standsInFor: readonly Role[];
  readonly inPlaceOf: readonly InPlaceOf[];
}

/** Of a person who receives for `roles`. */
export const substitutionsOf = <Person extends Named>(
  staff: Staff<Person>,
  person: string,
  roles: readonly Role[],
): Substitutions => ({
  standsInFor: roles.filter((role) => isVacant(staff, role)),
  inPlaceOf: roles.flatMap((role) =>
    absentFor(staff, person, role).map(({ id, name }) => ({
      role,
      name,
      until: staff.away.get(id)?.until ?? null,
    })),
  ),
});
