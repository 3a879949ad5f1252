/**
 * *Cancella i dati di una persona*: the words by and about them, and, once they hold no role any more, name
 * and mailbox: from then on they are called by the role they held. Chains, days and codes stay.
 */

import { roleInWords } from '../../../mail/roles.js';
import { isCollaborator } from '../../../store/people/collaborators.js';
import { findPerson, type Tenure, tenuresOf } from '../../../store/people/people.js';
import { eraseName, eraseWords } from '../../../store/privacy/erasure.js';
import { townWords } from '../../views/page/frame.js';
import { auditCommand } from '../audit-command.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';

export interface ErasureAsked {
  readonly person: string;
  /** On which request or decision: it stays in the history. */
  readonly reason: string;
}

export interface Erased {
  readonly [key: string]: string | number | boolean;
  readonly person: string;
  readonly texts: number;
  /** Name and mailbox too. */
  readonly name: boolean;
  /** Texts of others in the register that call them by name, and stay. */
  readonly named: number;
}

const LONGEST_REASON = 500;

export function erasePerson(commander: Commander, asked: ErasureAsked): Promise<Outcome<Erased>> {
  return runCommand(commander, 'person.erase', { ...asked }, async (tx, clock) => {
    const { viewer } = commander;
    const { now, today } = clock;
    const person = await findPerson(tx, asked.person);
    if (person === null) return { ok: false, refusal: { code: 'not-found' } };
    const reason = asked.reason.trim();
    const message =
      reason === ''
        ? 'Indica la richiesta o la decisione su cui si fonda la cancellazione.'
        : 'Il motivo supera i 500 caratteri.';
    if (reason === '' || reason.length > LONGEST_REASON)
      return { ok: false, refusal: { code: 'invalid', problems: [{ field: 'reason', message }] } };
    const { texts, mails } = await eraseWords(tx, person.id, { at: now, zone: clock.clock.zone });
    const tenures = await tenuresOf(tx, person.id);
    const holdsNone = tenures.every(({ validTo }) => validTo !== null && validTo < today);
    const isGone = holdsNone && !(await isCollaborator(tx, person.id, today));
    const last = lastOf(tenures);
    const called = last === null ? 'Persona' : roleInWords(last.role, townWords(viewer.town));
    const by = viewer.person.id;
    const named = isGone
      ? await eraseName(tx, person.id, { called: `${called} (nome cancellato)`, by, at: now })
      : null;
    const name = named !== null;
    await auditCommand(tx, commander, clock, {
      ...{ right: 'person.erase', action: 'person.erase', subjectKind: 'person', subject: person.id },
      after: { texts, mails, name, basis: reason },
    });
    return { ok: true, result: { person: person.id, texts, name, named: named ?? 0 }, starts: [] };
  });
}

/** The role held last. */
const lastOf = (tenures: readonly Tenure[]): Tenure | null =>
  [...tenures].sort((a, b) => ((a.validTo ?? '9') < (b.validTo ?? '9') ? 1 : -1))[0] ?? null;
