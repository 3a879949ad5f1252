/** The code of a role whose mailbox several people read: set, changed or taken away by the Segretario. Never shown again. */
import type { Role } from '../../../domain/obligations/obligation.js';
import { roleKey } from '../../../domain/obligations/obligation.js';
import { setRoleCode } from '../../../store/people/role-codes.js';
import { sectorIds } from '../../../store/people/roles.js';
import type { FieldProblem } from '../../refusals.js';
import { auditCommand } from '../audit-command.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';

export interface RoleCodeAsked {
  readonly role: Role;
  /** Empty: none any more. */
  readonly code: string;
}

export interface RoleCodeKept {
  readonly [key: string]: string | boolean;
  readonly role: string;
  readonly isSet: boolean;
}

const SHAPE = /^\d{6,12}$/;
const NOT_A_CODE: FieldProblem = { field: 'code', message: 'Il codice è fatto di 6–12 cifre.' };
/** What anybody would try first: one digit again and again, or digits in a row. */
const isPlain = (code: string): boolean =>
  /^(\d)\1+$/.test(code) || '01234567890123456789'.includes(code) || '98765432109876543210'.includes(code);
const TOO_PLAIN: FieldProblem = {
  field: 'code',
  message: 'Il codice è troppo semplice: evita cifre ripetute o in fila.',
};

export function keepRoleCode(
  commander: Commander,
  { role, code }: RoleCodeAsked,
): Promise<Outcome<RoleCodeKept>> {
  const asked = { code: { role: roleKey(role), isSet: code !== '' } };
  // Without a key: what was asked before may not be kept, not even as a hash, and to set it twice does no harm.
  return runCommand({ ...commander, key: null }, 'people.change', asked, async (tx, clock) => {
    const isThere = role.role !== 'head' || (await sectorIds(tx)).has(role.sector);
    if (!isThere) return { ok: false, refusal: { code: 'not-found' } };
    const problem = code === '' ? null : SHAPE.test(code) ? (isPlain(code) ? TOO_PLAIN : null) : NOT_A_CODE;
    if (problem !== null) return { ok: false, refusal: { code: 'invalid', problems: [problem] } };
    const by = commander.viewer.person.id;
    await setRoleCode(tx, role, code === '' ? null : code, { at: clock.now, by });
    await auditCommand(tx, commander, clock, {
      right: 'people.change',
      action: code === '' ? 'role.code-end' : 'role.code-set',
      subjectKind: 'role',
      subject: null,
      after: { role: roleKey(role) },
    });
    return { ok: true, result: { role: roleKey(role), isSet: code !== '' }, starts: [] };
  });
}
