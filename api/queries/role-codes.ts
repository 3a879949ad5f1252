/** The roles whose holders read a shared mailbox, and whether a code is asked of whoever answers from it. */
import { type Role, type RoleKey, roleKey } from '../../domain/obligations/obligation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Tx } from '../../store/in-town.js';
import { roleHolders } from '../../store/people/people.js';
import { rolesWithCode } from '../../store/people/role-codes.js';

export interface RoleCode {
  readonly role: Role;
  /** Those who hold it today and read such a mailbox. */
  readonly people: readonly string[];
  readonly isSet: boolean;
}

/** By role; those too whose code is set although no shared mailbox is left. */
export async function loadRoleCodes(tx: Tx, today: CivilDate): Promise<readonly RoleCode[]> {
  const [holders, withCode] = await Promise.all([roleHolders(tx, today), rolesWithCode(tx)]);
  const shared = holders.filter(({ person }) => person.sharedMailbox);
  const roles = new Map(
    [...shared.map(({ role }) => role), ...withCode].map((role) => [roleKey(role), role]),
  );
  return [...roles].map(([key, role]) => ({
    role,
    people: shared.filter((one) => roleKey(one.role) === key).map(({ person }) => person.name),
    isSet: withCode.some((one) => roleKey(one) === key),
  }));
}

/** `null`: nobody who holds that role reads a shared mailbox, and no code is left over. */
export const findRoleCode = async (tx: Tx, today: CivilDate, wanted: RoleKey): Promise<RoleCode | null> =>
  (await loadRoleCodes(tx, today)).find(({ role }) => roleKey(role) === wanted) ?? null;
