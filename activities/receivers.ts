/**
 * Who receives what is addressed to a role on a day: whoever holds it, each of several; when nobody does,
 * the Segretario stands in, and the Sindaco for a vacant Segretario (design §12).
 */
import type { Role, RoleKey } from '../domain/obligations/obligation.js';
import { roleKey } from '../domain/obligations/obligation.js';
import type { Person } from '../store/people.js';

/** Ids of the people who hold each role. */
export type Holders = ReadonlyMap<RoleKey, readonly Pick<Person, 'id'>[]>;
/** Ids of the people who receive for a role; empty when there is nobody at all. */
export type Receivers = (role: Role) => readonly string[];

const STAND_INS: readonly Role[] = [{ role: 'secretary' }, { role: 'mayor' }];

export const isVacant = (holders: Holders, role: Role): boolean =>
  (holders.get(roleKey(role)) ?? []).length === 0;

export const receiversOf =
  (holders: Holders): Receivers =>
  (role) => {
    const there = [role, ...STAND_INS].find((one) => !isVacant(holders, one));
    return there === undefined ? [] : (holders.get(roleKey(there)) ?? []).map(({ id }) => id);
  };
