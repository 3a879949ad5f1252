/** What Segretario and evaluators must hear of at 15:00: raised here, and read back as the facts of the alert mail. */
import { dueOf, type Role, roleKey } from '../domain/obligations/obligation.js';
import type { CivilDate } from '../domain/time/civil-date.js';
import type { Instant } from '../domain/time/instant.js';
import type { AlertItem } from '../mail/alert-facts.js';
import type { Json } from '../store/connection.js';
import type { Tx } from '../store/in-town.js';
import {
  BouncedDetail,
  CodeLockedDetail,
  NoRecipientDetail,
  OutageDetail,
  YearReadyDetail,
} from '../store/notices/alert-details.js';
import { type Alert, type DigestTrouble, digestTroubles, raiseAlert } from '../store/notices/alerts.js';
import { paperMails } from '../store/notices/paper-mails.js';
import { standingDisclaimers } from '../store/obligations/answers.js';
import type { Stock } from './stock.js';

const raise = (
  tx: Tx,
  kind: AlertItem['kind'],
  about: string,
  raisedAt: Instant,
  detail: Json,
): Promise<boolean> => raiseAlert(tx, { toRole: 'secretary', kind, about, raisedAt, detail });

/** The server refused it for good. Instants are town time. */
export const raiseRefused = (tx: Tx, digest: string, at: Instant): Promise<boolean> =>
  raise(tx, 'permanent-refusal', digest, at, {});

/** The server had taken it, and it came back; `stopped`: nothing is written to its address any more. */
export const raiseBounced = (tx: Tx, digest: string, stopped: boolean, at: Instant): Promise<boolean> =>
  raise(tx, 'bounced', digest, at, { stopped });

/** It was not, or not yet, handed over. Told once, whether it is still being tried or given up. */
export const raiseNotSent = (tx: Tx, digest: string, at: Instant): Promise<boolean> =>
  raise(tx, 'digest-not-sent', digest, at, {});

/** A mail to somebody without a mailbox, or whose mailbox is stopped. */
export const raiseToHandOver = (tx: Tx, digest: string, at: Instant): Promise<boolean> =>
  raise(tx, 'to-hand-over', digest, at, {});

/** Notices of a day for a role that nobody holds, or for which nobody is there. */
export const raiseNoRecipient = (
  tx: Tx,
  { role, mailDay, notices }: { readonly role: Role; readonly mailDay: CivilDate; readonly notices: number },
  at: Instant,
): Promise<boolean> =>
  raise(tx, 'no-recipient', `${mailDay} ${roleKey(role)}`, at, { role: { ...role }, mailDay, notices });

const KINDS: readonly string[] = [
  'permanent-refusal',
  'bounced',
  'digest-not-sent',
  'no-recipient',
  'to-hand-over',
  'outage',
  'not-mine',
  'code-locked',
] satisfies AlertItem['kind'][];

/** Something that the alert mail of its desk can tell. */
export const canBeTold = ({ toRole, kind }: Pick<Alert, 'toRole' | 'kind'>): boolean =>
  toRole === 'secretary' ? KINDS.includes(kind) : kind === 'year-ready';

/** Those about a mail. */
const ABOUT_MAILS: ReadonlySet<string> = new Set([
  'permanent-refusal',
  'bounced',
  'digest-not-sent',
] satisfies AlertItem['kind'][]);

/** Alerts that speak of a mail whose row is gone, or of a kind this program does not know, are left out. */
export async function alertItems(
  tx: Tx,
  alerts: readonly Alert[],
  { calendar, today }: Pick<Stock, 'calendar' | 'today'>,
): Promise<readonly AlertItem[]> {
  const mails = alerts.filter(({ kind }) => ABOUT_MAILS.has(kind));
  const troubles = await digestTroubles(
    tx,
    mails.map(({ about }) => about),
  );
  const byDigest = new Map(troubles.map((trouble) => [trouble.id, trouble]));
  const said = await disclaimers(
    tx,
    alerts.filter(({ kind }) => kind === 'not-mine').map(({ about }) => about),
  );
  const paper = await paperItems(
    tx,
    alerts.filter(({ kind }) => kind === 'to-hand-over').map(({ about }) => about),
    (due) => calendar.between(due, today),
  );
  return alerts.flatMap((alert): readonly AlertItem[] => {
    if (alert.kind === 'not-mine') return said.get(alert.about) ?? [];
    if (alert.kind === 'to-hand-over') return paper.get(alert.about) ?? [];
    const item = itemOf(alert, byDigest.get(alert.about));
    return item === null ? [] : [item];
  });
}

function itemOf({ kind, detail }: Alert, trouble: DigestTrouble | undefined): AlertItem | null {
  switch (kind) {
    case 'outage':
      return { kind, ...OutageDetail.parse(detail) };
    case 'no-recipient':
      return { kind, ...NoRecipientDetail.parse(detail) };
    case 'year-ready':
      return { kind, ...YearReadyDetail.parse(detail) };
    case 'code-locked':
      return { kind, ...CodeLockedDetail.parse(detail) };
    case 'permanent-refusal':
      return trouble === undefined ? null : { kind, ...answerOf(trouble) };
    case 'bounced':
      return trouble === undefined ? null : { kind, ...answerOf(trouble), ...BouncedDetail.parse(detail) };
    case 'digest-not-sent':
      return trouble === undefined ? null : { kind, ...answerOf(trouble), uncertain: trouble.dataBegun };
    default:
      return null;
  }
}

/** What is to be handed over still, by the id of the mail; `late` counts working days. */
async function paperItems(
  tx: Tx,
  digests: readonly string[],
  late: (due: CivilDate) => number,
): Promise<ReadonlyMap<string, readonly AlertItem[]>> {
  if (digests.length === 0) return new Map();
  return new Map(
    (await paperMails(tx, { digests, open: true })).map((mail) => [
      mail.digest,
      [
        {
          ...{ kind: 'to-hand-over' as const, person: mail.personName, roles: mail.roles, mailDay: mail.day },
          lines: mail.obligations.map(({ obligation }) => {
            const due = dueOf(obligation);
            return { subject: obligation.subject, due, workingDaysLate: due === null ? 0 : late(due) };
          }),
        },
      ],
    ]),
  );
}

/** What was said and still stands, by the id of the answer. */
async function disclaimers(
  tx: Tx,
  answers: readonly string[],
): Promise<ReadonlyMap<string, readonly AlertItem[]>> {
  return new Map(
    (await standingDisclaimers(tx, answers)).map(({ answer: { id, role: owner, note }, obligation }) => [
      id,
      [
        {
          kind: 'not-mine' as const,
          role: owner,
          subject: obligation.subject,
          due: dueOf(obligation),
          reason: note ?? '',
        },
      ],
    ]),
  );
}

const answerOf = ({ roles, day: mailDay, code, response }: DigestTrouble) => ({
  roles,
  mailDay,
  code,
  response,
});
