/**
 * Mails the links by which people enter. A link is made when its mail leaves and stands in no row and no log;
 * tried again it is another one, and the earlier opens nothing.
 */
import { type Instant, instant } from '../domain/time/instant.js';
import type { MailAddress } from '../mail/mail-address.js';
import { messageIdOf } from '../mail/message-id.js';
import { fillLinks, fillLinksInHtml } from '../mail/placeholders.js';
import type { SendResult } from '../mail/send-result.js';
import { composeSignInMail } from '../mail/sign-in-mail.js';
import type { MailTransport } from '../mail/transport.js';
import type { Log } from '../running/log.js';
import type { Sql } from '../store/connection.js';
import { newSecret } from '../store/entry/secret-token.js';
import { type ClaimedSignIn, claimSignIn, type MailedSignIn, settleSignIn } from '../store/entry/sign-in.js';
import { sha256Hex } from '../store/register/register.js';

export interface SignInMailDeps {
  readonly sql: Sql;
  readonly transport: MailTransport;
  /** Of the installation: whoever enters may belong to several towns. */
  readonly sender: MailAddress;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  readonly leaseMs: number;
  readonly now: () => Instant;
  readonly log: Pick<Log, 'info' | 'warn'>;
}

/** Somebody sits and waits: the first pauses are short. The last falls within the quarter of an hour. */
const PAUSE_MS = 5_000;

/** Mails all that wait; returns how many left. */
export async function mailSignIns(deps: SignInMailDeps): Promise<number> {
  let mailed = 0;
  for (;;) {
    const { token, hash } = newSecret();
    const at = deps.now();
    const claimed = await claimSignIn(deps.sql, { hash, at, lease: instant(at + deps.leaseMs) });
    if (claimed === null) return mailed;
    const result = await handOver(deps, claimed, token);
    const outcome = outcomeOf(result, claimed, deps.now());
    await settleSignIn(deps.sql, claimed.id, outcome);
    if (outcome.kind === 'mailed') mailed += 1;
    deps.log[outcome.kind === 'mailed' ? 'info' : 'warn']({ outcome: outcome.kind }, 'a link to enter');
  }
}

function handOver(
  { transport, sender, publicUrl }: SignInMailDeps,
  { id, address, attempts, askedAt }: ClaimedSignIn,
  token: string,
): Promise<SendResult> {
  const { subject, text, html } = composeSignInMail();
  const links = [`${publicUrl}/accesso/${token}`];
  const domain = sender.address.slice(sender.address.lastIndexOf('@') + 1);
  return transport.sendOne({
    from: sender,
    to: { name: null, address },
    replyTo: null,
    // Each attempt carries another link: it is another mail.
    messageId: messageIdOf(
      { town: 'none', person: id, day: String(attempts), kind: 'sign-in' },
      domain,
      sha256Hex,
    ),
    date: askedAt,
    subject,
    text: fillLinks(text, links),
    html: fillLinksInHtml(html, links),
  });
}

function outcomeOf(result: SendResult, { attempts }: ClaimedSignIn, now: Instant): MailedSignIn {
  if (result.kind === 'accepted') return { kind: 'mailed', at: now };
  if (result.kind === 'permanent') return { kind: 'refused' };
  return { kind: 'put-off', until: instant(now + PAUSE_MS * 2 ** Math.min(attempts - 1, 6)) };
}
