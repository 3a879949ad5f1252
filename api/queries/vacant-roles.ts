/** Roles that nobody holds, as the board tells them. */
import { type Obligation, type Role, roleKey } from '../../domain/obligations/obligation.js';
import { isVacant, receiversOf } from '../../domain/obligations/receivers.js';
import type { Staff } from '../../domain/obligations/staff.js';
import type { Person } from '../../store/people/people.js';

export interface VacantRole {
  readonly role: Role;
  readonly open: number;
  /** Who receives in its place; empty: nobody at all. */
  readonly receivers: readonly string[];
}

/** The Segretario, and every role that owes something open, where nobody holds them; absent holders are not missing. */
export function vacantRoles(obligations: readonly Obligation[], staff: Staff<Person>): readonly VacantRole[] {
  const owing = new Map<string, { role: Role; open: number }>([
    ['secretary', { role: { role: 'secretary' }, open: 0 }],
  ]);
  for (const { owner, state } of obligations) {
    if (state !== 'open') continue;
    const key = roleKey(owner);
    owing.set(key, { role: owner, open: (owing.get(key)?.open ?? 0) + 1 });
  }
  return [...owing.values()]
    .filter(({ role }) => isVacant(staff, role))
    .map((one) => ({ ...one, receivers: receiversOf(staff, one.role).map(({ name }) => name) }));
}
