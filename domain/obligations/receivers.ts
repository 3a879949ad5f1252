/**
 * Who receives what is addressed to a role: whoever holds it, each of several; when nobody does, the
 * Segretario stands in, and the Sindaco for a vacant Segretario (design §12).
 */
import { type Role, type RoleKey, roleKey } from './obligation.js';

/** The people who hold each role on a day; a role that nobody holds is absent. */
export type Holders<Person> = ReadonlyMap<RoleKey, readonly Person[]>;

const STAND_INS: readonly Role[] = [{ role: 'secretary' }, { role: 'mayor' }];

export const isVacant = <Person>(holders: Holders<Person>, role: Role): boolean =>
  (holders.get(roleKey(role)) ?? []).length === 0;

/** Empty when there is nobody at all. */
export function receiversOf<Person>(holders: Holders<Person>, role: Role): readonly Person[] {
  const there = [role, ...STAND_INS].find((one) => !isVacant(holders, one));
  return there === undefined ? [] : (holders.get(roleKey(there)) ?? []);
}
