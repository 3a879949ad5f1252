/** Everybody of a town with the roles they held, hold and will hold, and their absences; who answers for each sector. */
import type { Role } from '../../domain/obligations/obligation.js';
import { roleKey } from '../../domain/obligations/obligation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Tx } from '../../store/in-town.js';
import { type KeptAbsence, listAbsences } from '../../store/people/absences.js';
import { stoppedMailboxes } from '../../store/people/mailboxes.js';
import { listPeople, type Person, type RoleHolder, roleHolders } from '../../store/people/people.js';
import { sectorIds } from '../../store/people/roles.js';

export type TenureState = 'past' | 'present' | 'future';

export interface Tenure extends RoleHolder {
  readonly state: TenureState;
}

export interface PersonRoles {
  readonly person: Person;
  readonly tenures: readonly Tenure[];
  /** Those of today and to come, by first day. */
  readonly absences: readonly KeptAbsence[];
  /** Since when (town time) nothing is written to their mailbox, because mail came back from it; `null`: it is written to. */
  readonly stoppedSince: Instant | null;
}

/** Whoever holds a role today; `away`: their absence of today. */
export interface Holder extends Person {
  readonly away: KeptAbsence | null;
}

export interface People {
  readonly everybody: readonly PersonRoles[];
  /** By name. */
  readonly sectors: readonly string[];
  /** The roles that somebody must hold today, and who does; empty: nobody. */
  readonly posts: readonly { readonly role: Role; readonly holders: readonly Holder[] }[];
}

/** `search` keeps those whose name, address or role's sector holds it, whatever the case. */
export async function loadPeople(tx: Tx, today: CivilDate, search = ''): Promise<People> {
  const [held, known, stopped] = await Promise.all([roleHolders(tx), listAbsences(tx), stoppedMailboxes(tx)]);
  const tenures = held.map((one) => ({ ...one, state: stateOf(one, today) }));
  const absences = known.filter(({ to }) => to === null || to >= today);
  const awayOf = (id: string): KeptAbsence | null =>
    absences.find((one) => one.person === id && one.from <= today) ?? null;
  const sectors = [...(await sectorIds(tx)).keys()].sort();
  const roles: readonly Role[] = [
    { role: 'secretary' },
    ...sectors.map((sector): Role => ({ role: 'head', sector })),
    { role: 'oiv' },
    { role: 'mayor' },
    // Not every town has one.
    ...tenures
      .flatMap(({ role, state }): readonly Role[] =>
        role.role === 'vice-secretary' && state === 'present' ? [role] : [],
      )
      .slice(0, 1),
  ];
  return {
    everybody: (await listPeople(tx))
      .map((person) => ({
        person,
        tenures: tenures.filter((one) => one.person.id === person.id),
        absences: absences.filter((one) => one.person === person.id),
        stoppedSince: stopped.get(person.email?.toLowerCase() ?? '')?.stoppedAt ?? null,
      }))
      .filter((one) => holds(one, search.toLowerCase())),
    sectors,
    posts: roles.map((role) => ({
      role,
      holders: tenures
        .filter((one) => one.state === 'present' && roleKey(one.role) === roleKey(role))
        .map(({ person }) => ({ ...person, away: awayOf(person.id) })),
    })),
  };
}

const holds = ({ person, tenures }: PersonRoles, search: string): boolean =>
  [person.name, person.email ?? '', ...tenures.map(({ role }) => roleKey(role))].some((text) =>
    text.toLowerCase().includes(search),
  );

const stateOf = ({ validFrom, validTo }: RoleHolder, today: CivilDate): TenureState => {
  if (validFrom > today) return 'future';
  return validTo !== null && validTo < today ? 'past' : 'present';
};
