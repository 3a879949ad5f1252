/** The links of all mails sent so far open nothing any more: a mailbox was lost, a mail went astray. */
import { appendAudit } from '../../store/audit.js';
import { revokeLinkKeys } from '../../store/link-keys.js';
import { actingRole } from '../rights.js';
import { type Commander, type Outcome, runCommand } from './run-command.js';

export interface LinksRevoked {
  readonly [key: string]: number;
  readonly keys: number;
}

export function revokeLinks(commander: Commander): Promise<Outcome<LinksRevoked>> {
  return runCommand(commander, 'people.change', { links: 'revoke' }, async (tx, clock) => {
    const keys = await revokeLinkKeys(tx, clock.now);
    await appendAudit(tx, {
      at: clock.now,
      person: commander.viewer.person.id,
      role: actingRole(commander.viewer.roles, 'people.change', []),
      channel: commander.channel,
      action: 'links.revoke',
      subjectKind: 'town',
      subject: null,
      after: { keys },
    });
    return { ok: true, result: { keys }, starts: [] };
  });
}
