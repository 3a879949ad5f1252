/**
 * What a change does to the mails of a rehearsal: added, gone, moved to another day, with other contents.
 * A mail has moved when the same notices reach the same person on another day and on that day alone.
 */
import type { DigestFacts } from '../obligations/digest.js';
import { roleKey } from '../obligations/obligation.js';
import type { RehearsedMail } from './rehearse.js';

/** One mail that is not the same in both rehearsals. */
export type MailChange =
  | { readonly kind: 'added'; readonly after: RehearsedMail }
  | { readonly kind: 'gone'; readonly before: RehearsedMail }
  | { readonly kind: 'moved' | 'changed'; readonly before: RehearsedMail; readonly after: RehearsedMail };

/** `before`, `after`: mails of each. */
export interface RehearsalDifference {
  /** By day, then by receiver. */
  readonly changes: readonly MailChange[];
  readonly before: number;
  readonly after: number;
}

/** Both over the same days. */
export function rehearsalDifference(
  before: Iterable<RehearsedMail>,
  after: Iterable<RehearsedMail>,
): RehearsalDifference {
  const [was, is] = [byDay(before), byDay(after)];
  const gone = new Map<string, RehearsedMail>();
  const changes: MailChange[] = [];
  for (const [key, mail] of was) {
    const now = is.get(key);
    if (now === undefined) gone.set(key, mail);
    else if (contentOf(mail.facts) !== contentOf(now.facts))
      changes.push({ kind: 'changed', before: mail, after: now });
  }
  const movable = new Map<string, RehearsedMail>();
  for (const mail of gone.values()) if (mail.facts.lines.length > 0) movable.set(noticesOf(mail), mail);
  for (const [key, mail] of is) {
    if (was.has(key)) continue;
    const from = movable.get(noticesOf(mail));
    changes.push(
      from === undefined ? { kind: 'added', after: mail } : { kind: 'moved', before: from, after: mail },
    );
    if (from !== undefined) {
      movable.delete(noticesOf(from));
      gone.delete(keyOf(from));
    }
  }
  changes.push(...[...gone.values()].map((mail) => ({ kind: 'gone', before: mail }) as const));
  return { changes: changes.sort(byDayAndReceiver), before: was.size, after: is.size };
}

const keyOf = ({ day, to }: RehearsedMail): string => `${day} ${to}`;
const byDay = (mails: Iterable<RehearsedMail>): ReadonlyMap<string, RehearsedMail> =>
  new Map([...mails].map((mail) => [keyOf(mail), mail]));

const linesOf = ({ lines }: DigestFacts): readonly string[] =>
  lines.map(({ obligation, rung, recipient }) => `${obligation} ${rung} ${roleKey(recipient)}`).sort();

/** Whom it tells what; two mails of different days may agree. */
const noticesOf = ({ to, facts }: RehearsedMail): string => [to, ...linesOf(facts)].join('\n');

const contentOf = (facts: DigestFacts): string => {
  const { summary } = facts;
  const listed = summary === null ? [] : [...summary.late, ...summary.external].map((one) => one.obligation);
  return [...linesOf(facts), summary === null ? 'none' : 'summary', ...listed.sort()].join('\n');
};

/** The mail that stands for a change: as it will be, else as it was. */
export const mailOf = (change: MailChange): RehearsedMail =>
  change.kind === 'gone' ? change.before : change.after;

const byDayAndReceiver = (a: MailChange, b: MailChange): number =>
  keyOf(mailOf(a)) < keyOf(mailOf(b)) ? -1 : 1;
