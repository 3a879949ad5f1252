/** The entries of the register that activities make: ids, codes and days, never free text (design §6). */
import type { Role } from '../domain/obligations/obligation.js';
import type { Instant } from '../domain/time/instant.js';
import type { Tx } from '../store/in-town.js';
import type { DeliveryKind } from '../store/notices/digests.js';
import type { NewNotice } from '../store/notices/notices.js';
import { roleColumns, sectorIds } from '../store/people/roles.js';
import type { NewEntry } from '../store/register/register.js';
import { registeredMails, registeredObligations } from '../store/register/register-subjects.js';

/** A notice as the freeze resolves it. */
export interface FrozenNotice extends NewNotice {
  /** The person does not hold the role: nobody does, or who holds it is absent. */
  readonly standsIn: boolean;
  /** The absent people in whose place this person receives. */
  readonly inPlaceOf: readonly string[];
  /** The mail that tells it, with the hash of its content; `null` when it goes to nobody. */
  readonly mail: { readonly digest: string; readonly contentHash: string } | null;
}

/** One entry a notice: what is owed by which act, which rung, to whom, in which mail. `at` is town time. */
export async function noticeEntries(
  tx: Tx,
  notices: readonly FrozenNotice[],
  at: Instant,
): Promise<readonly NewEntry[]> {
  const [owed, sectors] = await Promise.all([
    registeredObligations(
      tx,
      notices.map((one) => one.obligation),
    ),
    sectorIds(tx),
  ]);
  const codes = (role: Role) => ({ ...roleColumns(role, sectors) });
  return notices.map((notice) => {
    const obligation = owed.get(notice.obligation);
    if (obligation === undefined) throw new Error(`obligation ${notice.obligation} has no row`);
    const { due, planVersion, act, subject } = obligation;
    return {
      subject,
      body: {
        at,
        kind: 'notice',
        notice: notice.id,
        obligation: notice.obligation,
        version: notice.obligationVersion,
        due,
        planVersion,
        act,
        rung: notice.rung,
        day: notice.day,
        recipient: codes(notice.recipient),
        person: notice.person,
        standsIn: notice.standsIn,
        inPlaceOf: [...notice.inPlaceOf],
        digest: notice.mail?.digest ?? null,
        content: notice.mail?.contentHash ?? null,
      },
    };
  });
}

/** The final answer to a mail, or its return. */
export interface Answered {
  readonly digest: string;
  readonly person: string;
  readonly answer: Exclude<DeliveryKind, 'temporary'> | 'bounced';
  /** SMTP reply code; `null` when no server answered. */
  readonly code: number | null;
  /** Nobody was written to: there is no mailbox, or it is stopped after mail came back from it. */
  readonly why?: 'mailbox-stopped' | 'no-mailbox';
}

/**
 * One entry for each chain that a mail's notices stand in: whose mail, in which roles as they were resolved
 * when it was sent, with which content and Message-ID, and what the server answered. `at` is town time.
 */
export async function answerEntries(
  tx: Tx,
  answers: readonly Answered[],
  at: Instant,
): Promise<readonly NewEntry[]> {
  if (answers.length === 0) return [];
  const digests = answers.map((one) => one.digest);
  const [mails, sectors] = await Promise.all([registeredMails(tx, digests), sectorIds(tx)]);
  return answers.flatMap(({ digest, person, answer, code, why }) => {
    const frozen = mails.get(digest);
    if (frozen === undefined) throw new Error(`mail ${digest} has no row`);
    const { contentHash: mail, messageId, chains } = frozen;
    const roles = frozen.roles.map((role) => ({ ...roleColumns(role, sectors) }));
    return chains.map(({ subject, notices }) => ({
      subject,
      body: {
        at,
        kind: 'delivery',
        digest,
        mail,
        messageId,
        person,
        roles,
        answer,
        code,
        notices: [...notices],
        ...(why === undefined ? {} : { why }),
      },
    }));
  });
}
