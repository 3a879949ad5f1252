/** The links of all mails sent so far open nothing any more: a mailbox was lost, a mail went astray. */
import { revokeLinkKeys } from '../../../store/entry/link-keys.js';
import { auditCommand } from '../audit-command.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';

export interface LinksRevoked {
  readonly [key: string]: number;
  readonly keys: number;
}

export function revokeLinks(commander: Commander): Promise<Outcome<LinksRevoked>> {
  return runCommand(commander, 'people.change', { links: 'revoke' }, async (tx, clock) => {
    const keys = await revokeLinkKeys(tx, clock.now);
    await auditCommand(tx, commander, clock, {
      ...{ right: 'people.change', action: 'links.revoke', subjectKind: 'town', subject: null },
      after: { keys },
    });
    return { ok: true, result: { keys }, starts: [] };
  });
}
