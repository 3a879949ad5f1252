/**
 * What came back to the return path, read and recorded: the mail it is about is found by the token of its
 * return path, else by the Message-ID in the report, never by a subject. A report that contradicts itself or
 * what we know is believed in nothing (docs/adr/0036).
 */
import type { Instant } from '../domain/time/instant.js';
import type { Fate } from '../mail/delivery-status.js';
import { isMailboxFault } from '../mail/mailbox-fault.js';
import { type ReturnPath, tokenIn } from '../mail/return-path.js';
import { type ReturnedMail, readReturnedMail } from '../mail/returned-mail.js';
import { digestsByMessageId, townOfDigest } from '../store/across-towns.js';
import { announce } from '../store/announcements.js';
import type { Sql } from '../store/connection.js';
import { findLinkKey } from '../store/entry/link-keys.js';
import { inTown, type Tx } from '../store/in-town.js';
import { settleAlert } from '../store/notices/alerts.js';
import { holdReturned, type ReturnedDigest, recordBounce, recordDelay } from '../store/notices/bounces.js';
import { isReturnSigned, type ReturnClaim, readReturnToken } from '../store/notices/return-token.js';
import { recordMailboxFault } from '../store/people/mailboxes.js';
import { appendEntries } from '../store/register/register.js';
import { roundStart } from '../workflows/contract.js';
import { raiseBounced } from './alert-items.js';
import { answerEntries } from './register-bodies.js';
import { type Moment, momentOf } from './stock.js';

/** A mail as it came. */
export interface CameBack {
  readonly raw: Uint8Array;
  /** Recipients of the SMTP dialogue, where they are known. */
  readonly envelopeTo: readonly string[];
}

/**
 * `bounced`, `delayed`: recorded now; `known`: recorded before. `automatic`: out of office and the like, never
 * counted. `person`: somebody wrote. `unknown`: about no mail of ours. `refused`: forged, or as good as.
 */
export type ReturnOutcome = 'bounced' | 'delayed' | 'known' | 'automatic' | 'person' | 'unknown' | 'refused';

export interface ReturnDeps {
  readonly sql: Sql;
  readonly returnPath: Pick<ReturnPath, 'address'>;
}

type Report = Extract<ReturnedMail, { kind: 'report' }>;

/** The longest that a server may still report on a mail: none tries for so long. */
const BELIEVED_MS = 30 * 86_400_000;

/** `now` is real time. */
export async function takeReturn(deps: ReturnDeps, came: CameBack, now: Instant): Promise<ReturnOutcome> {
  const read = await readReturnedMail(came.raw);
  if (read.kind !== 'report') return read.kind;
  const claims = claimsIn(deps.returnPath, [...came.envelopeTo, ...read.cameTo]);
  const [claim] = claims;
  if (claim === undefined) return byMessageId(deps.sql, read, now);
  if (claims.some(({ digest }) => digest !== claim.digest)) return 'refused';
  return byToken(deps.sql, read, claim, now);
}

const claimsIn = (path: ReturnDeps['returnPath'], addresses: readonly string[]): readonly ReturnClaim[] =>
  addresses.flatMap((address) => {
    const token = tokenIn(path, address);
    return token ? (readReturnToken(token) ?? []) : [];
  });

/** The token names the mail, so that a forwarded mailbox may report under another address. */
async function byToken(sql: Sql, report: Report, claim: ReturnClaim, now: Instant): Promise<ReturnOutcome> {
  const town = await townOfDigest(sql, claim.digest);
  if (town === null) return 'unknown';
  return inTown(sql, town, async (tx) => {
    const key = await findLinkKey(tx, claim.key);
    if (key === null || !isReturnSigned(town, claim, key.key)) return 'refused';
    const mail = await holdReturned(tx, claim.digest);
    if (mail === null) return 'unknown';
    const named = report.messageIds;
    return named.length > 0 && !named.includes(mail.messageId)
      ? 'refused'
      : record(tx, await momentOf(tx, now), mail, report.fate);
  });
}

/** Whoever has the mail knows its Message-ID: the report must also name the address that it went to, if any. */
async function byMessageId(sql: Sql, { messageIds, fate }: Report, now: Instant): Promise<ReturnOutcome> {
  if (messageIds.length === 0) return 'unknown';
  const found = await digestsByMessageId(sql, messageIds);
  const [only] = found;
  if (only === undefined) return 'unknown';
  if (found.length > 1) return 'refused';
  return inTown(sql, only.town, async (tx) => {
    const mail = await holdReturned(tx, only.digest);
    if (mail === null) return 'unknown';
    const { recipients } = fate;
    return recipients.length > 0 && !recipients.includes(mail.address?.toLowerCase() ?? '')
      ? 'refused'
      : record(tx, await momentOf(tx, now), mail, fate);
  });
}

async function record(tx: Tx, moment: Moment, mail: ReturnedDigest, fate: Fate): Promise<ReturnOutcome> {
  const { now, today, real, town } = moment;
  if (!mail.address || now - mail.frozenAt > BELIEVED_MS) return 'refused';
  const { code, response } = fate;
  const said = { digest: mail.id, at: now, code, response };
  if (fate.outcome === 'delayed') return (await recordDelay(tx, said)) ? 'delayed' : 'known';
  if (!(await recordBounce(tx, said))) return 'known';
  const stopped = isMailboxFault(fate) && (await recordMailboxFault(tx, mail.id, now));
  await appendEntries(
    tx,
    await answerEntries(tx, [{ digest: mail.id, person: mail.person, answer: 'bounced', code }], now),
  );
  await raiseBounced(tx, mail.id, stopped, now);
  // The mailbox that alerts go to sent one back: it is on the board, and no news to that mailbox.
  if (mail.kind === 'alert') await settleAlert(tx, { kind: 'bounced', about: mail.id }, today);
  await announce(tx, [roundStart({ town: town.id })], real);
  return 'bounced';
}
