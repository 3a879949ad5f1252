/**
 * *A chi spetta*: the Segretario gives an obligation to another role, with a reason. The version rises, so the
 * new owner has the whole ladder; the former one is not mailed about it any more. What is late stays late.
 */
import { type Role, roleKey } from '../../../domain/obligations/obligation.js';
import { changeOwner } from '../../../store/obligations/obligation-commands.js';
import { roleColumns, type SectorIds, sectorIds } from '../../../store/people/roles.js';
import { commitText } from '../../../store/register/register.js';
import { roundStart } from '../../../workflows/contract.js';
import type { FieldProblem } from '../../refusals.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';
import { refusedChange } from '../variation/refused-change.js';
import { settleDisclaimers } from './disclaimers.js';
import { admit, auditChange, enterAct } from './obligation-command.js';

export interface ReassignmentAsked {
  readonly obligation: string;
  /** As typed: `head`, `secretary`, `mayor`, `oiv`, `rpct`. */
  readonly role: string;
  /** Name of the sector, for a head. */
  readonly sector: string;
  readonly reason: string;
  readonly rowVersion: number | null;
}

export interface Reassigned {
  readonly [key: string]: string | number;
  readonly obligation: string;
  /** `roleKey` of the new owner. */
  readonly owner: string;
  readonly rowVersion: number;
}

export function reassign(commander: Commander, asked: ReassignmentAsked): Promise<Outcome<Reassigned>> {
  return runCommand(commander, 'obligation.reassign', { ...asked }, async (tx, clock) => {
    const admitted = await admit(tx, commander, 'obligation.reassign', asked.obligation);
    if (!admitted.ok) return admitted;
    const former = admitted.record.obligation.owner;
    const sectors = await sectorIds(tx);
    const owner = ownerAsked(asked, sectors);
    const reason = asked.reason.trim();
    const problems: FieldProblem[] = [];
    if (owner === null)
      problems.push({ field: 'role', message: 'Indica il ruolo e, per un Responsabile, il settore.' });
    else if (roleKey(owner) === roleKey(former))
      problems.push({ field: 'role', message: 'È già a carico di questo ruolo: indicane un altro.' });
    if (reason === '')
      problems.push({ field: 'reason', message: 'Scrivi perché la scadenza passa a un altro ruolo.' });
    if (owner === null || problems.length > 0) return { ok: false, refusal: { code: 'invalid', problems } };
    const to = roleColumns(owner, sectors);
    await settleDisclaimers(tx, clock, asked.obligation);
    const change = await changeOwner(tx, { ...asked, owner: to });
    if (!change.ok) return { ok: false, refusal: refusedChange(change, 'open', clock.clock.zone) };
    await enterAct(tx, commander, clock, {
      kind: 'reassigned',
      obligation: asked.obligation,
      role: admitted.role,
      more: {
        from: { ...roleColumns(former, sectors) },
        to: { ...to },
        reason: await commitText(tx, reason),
      },
    });
    await auditChange(tx, commander, clock, {
      action: 'obligation.reassign',
      role: admitted.role,
      before: change.before,
      after: change.after,
      more: { from: roleKey(former), to: roleKey(owner), reason },
    });
    return {
      ok: true,
      result: {
        obligation: asked.obligation,
        owner: roleKey(owner),
        rowVersion: change.after.rowVersion,
      },
      starts: [roundStart({ town: commander.viewer.town.id })],
    };
  });
}

/** The Vice Segretario owes nothing: whoever holds that role stands in. */
function ownerAsked(
  { role, sector }: Pick<ReassignmentAsked, 'role' | 'sector'>,
  sectors: SectorIds,
): Role | null {
  if (role === 'head') return sectors.has(sector) ? { role, sector } : null;
  return role === 'secretary' || role === 'mayor' || role === 'oiv' || role === 'rpct' ? { role } : null;
}
