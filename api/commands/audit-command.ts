/** The audit row of a command: who commands, through which channel, at the town's time; what was done is the caller's. */
import type { Role } from '../../domain/obligations/obligation.js';
import type { FactsClock } from '../../store/facts-clock.js';
import type { Tx } from '../../store/in-town.js';
import { type AuditEntry, appendAudit } from '../../store/register/audit.js';
import { type Action, actingRole } from '../rights.js';
import type { Commander } from './run-command.js';

/** The role acted in; or the right, and who owns what it was used on, which tell the role. */
type ActedIn = { readonly role: Role | null } | { readonly right: Action; readonly owners?: readonly Role[] };

/** Writes it. Without `owners` the right is used on nobody's in particular. */
export function auditCommand(
  tx: Tx,
  { viewer, channel }: Pick<Commander, 'viewer' | 'channel'>,
  { now }: Pick<FactsClock, 'now'>,
  did: Omit<AuditEntry, 'at' | 'person' | 'channel' | 'role'> & ActedIn,
): Promise<void> {
  const by = { at: now, person: viewer.person.id, channel };
  if ('role' in did) return appendAudit(tx, { ...by, ...did });
  const { right, owners = [], ...entry } = did;
  return appendAudit(tx, { ...by, role: actingRole(viewer.roles, right, owners), ...entry });
}

/** Of what concerns the town as a whole; `action` where it is not called as the right is. */
export const auditTown = (
  tx: Tx,
  commander: Commander,
  clock: Pick<FactsClock, 'now'>,
  right: Action,
  { action = right, ...change }: Partial<Pick<AuditEntry, 'action' | 'before' | 'after'>>,
): Promise<void> =>
  auditCommand(tx, commander, clock, {
    ...{ right, action, subjectKind: 'town', subject: commander.viewer.town.id },
    ...change,
  });
