/** *Consegnato a mano*: the notices of a day were handed to somebody without a mailbox, on which day and by whom. */
import { parseCivilDate } from '../../../domain/time/civil-date.js';
import { settleAlert } from '../../../store/notices/alerts.js';
import { findDigest } from '../../../store/notices/digest-list.js';
import { type PaperMail, paperMails, recordPaperHandOver } from '../../../store/notices/paper-mails.js';
import { roleColumns, sectorIds } from '../../../store/people/roles.js';
import { appendEntries, commitText } from '../../../store/register/register.js';
import { chainsOfMail } from '../../../store/register/register-subjects.js';
import type { FieldProblem, Refusal } from '../../refusals.js';
import { actingRole } from '../../rights.js';
import { auditCommand } from '../audit-command.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';

export interface PaperAsked {
  /** Id of the mail. */
  readonly mail: string;
  /** As typed, both. */
  readonly on: string;
  readonly by: string;
}

export interface PaperKept {
  readonly [key: string]: string;
  readonly mail: string;
  readonly on: string;
}

const LONGEST_NAME = 120;

export function recordPaper(commander: Commander, asked: PaperAsked): Promise<Outcome<PaperKept>> {
  return runCommand(commander, 'paper.record', { ...asked }, async (tx, clock) => {
    const { viewer, channel } = commander;
    const role = actingRole(viewer.roles, 'paper.record', []);
    if (role === null) return { ok: false, refusal: { code: 'not-allowed' } };
    const [mail] = await paperMails(tx, { digests: [asked.mail] });
    if (mail === undefined) {
      const wasMailed = (await findDigest(tx, asked.mail)) !== null;
      return { ok: false, refusal: { code: wasMailed ? 'not-on-paper' : 'not-found' } };
    }
    const on = parseCivilDate(asked.on);
    const by = asked.by.trim().replace(/\s+/g, ' ');
    const refusal = whyNot(mail, on, by, clock.today);
    if (on === null || refusal !== null) return { ok: false, refusal: refusal ?? { code: 'not-found' } };
    const handed = { on, by, at: clock.now, recordedBy: viewer.person.id };
    if (!(await recordPaperHandOver(tx, mail.digest, handed)))
      return { ok: false, refusal: { code: 'not-on-paper' } };
    await settleAlert(tx, { kind: 'to-hand-over', about: mail.digest }, clock.today);
    const [chains, sectors] = await Promise.all([chainsOfMail(tx, mail.digest), sectorIds(tx)]);
    const declared = await commitText(tx, by);
    await appendEntries(
      tx,
      chains.map(({ subject, notices }) => ({
        subject,
        body: {
          ...{ at: clock.now, kind: 'handed-over', digest: mail.digest, mail: mail.contentHash },
          ...{ to: mail.person, person: viewer.person.id, ...roleColumns(role, sectors) },
          ...{ on, declared, channel, notices: [...notices] },
        },
      })),
    );
    await auditCommand(tx, commander, clock, {
      ...{ role, action: 'paper.record', subjectKind: 'person', subject: mail.person },
      after: { mail: mail.digest, day: mail.day, on, name: by },
    });
    return { ok: true, result: { mail: mail.digest, on }, starts: [] };
  });
}

function whyNot(mail: PaperMail, on: string | null, by: string, today: string): Refusal | null {
  if (mail.handedOver !== null) return { code: 'not-on-paper' };
  const problems: FieldProblem[] = [];
  if (on === null || on > today || on < mail.day) {
    const message = 'Indica il giorno della consegna: dal giorno degli avvisi a oggi.';
    problems.push({ field: 'on', message });
  }
  if (by === '') problems.push({ field: 'by', message: 'Indica chi li ha consegnati.' });
  if (by.length > LONGEST_NAME) problems.push({ field: 'by', message: 'Il nome supera i 120 caratteri.' });
  return problems.length === 0 ? null : { code: 'invalid', problems };
}
