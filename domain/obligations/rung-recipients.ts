/** Whom a rung tells: the roles of the town that a step of the ladder names. */
import type { Ladder, LadderStep } from './ladder.js';
import type { Role } from './obligation.js';

const OF_TOWN = { secretary: { role: 'secretary' }, mayor: { role: 'mayor' } } as const;

/** Each once; none where the ladder leaves the Sindaco out and nobody else is told. */
export function recipientsOf(step: LadderStep, owner: Role, ladder: Ladder): readonly Role[] {
  if (step.rung === 'late-7' && !ladder.mayor.on) return [];
  const roles: Role[] = [];
  for (const recipient of step.to) {
    if (recipient === 'mayor' && !ladder.mayor.on) continue;
    const role = recipient === 'owner' ? owner : OF_TOWN[recipient];
    if (!isAmong(roles, role)) roles.push(role);
  }
  return roles;
}

/** A plain loop: this is asked for every rung of every obligation, and functions made each time would be most of the garbage. */
function isAmong(roles: readonly Role[], { role }: Role): boolean {
  for (const one of roles) if (one.role === role) return true;
  return false;
}
