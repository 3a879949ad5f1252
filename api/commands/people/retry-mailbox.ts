/** *Riprova*: a mailbox that mail came back from is written to again. */

import { liftStop } from '../../../store/people/mailboxes.js';
import { findPerson } from '../../../store/people/people.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';
import { auditPerson } from './people-command.js';

export interface MailboxRetried {
  readonly [key: string]: string;
  readonly person: string;
}

/** Of a person whose mailbox is not stopped: nothing changes, and nothing is refused. */
export function retryMailbox(commander: Commander, person: string): Promise<Outcome<MailboxRetried>> {
  return runCommand(commander, 'people.change', { retryMailbox: person }, async (tx, clock) => {
    const known = await findPerson(tx, person);
    if (known === null) return { ok: false, refusal: { code: 'not-found' } };
    const { email } = known;
    const lift = { at: clock.now, by: commander.viewer.person.id };
    if (email !== null && (await liftStop(tx, email, lift))) {
      await auditPerson(tx, commander, clock, {
        action: 'mailbox.retry',
        person,
        before: { mailbox: 'stopped' },
        after: { mailbox: 'open' },
      });
    }
    return { ok: true, result: { person }, starts: [] };
  });
}
