/**
 * Entering by a link to one's own mailbox. Whose addresses these are is known above towns: each function
 * calls one SECURITY DEFINER function of `000027_sign_in.sql`. All instants are real ones.
 */
import type { Instant } from '../../domain/time/instant.js';
import type { Sql } from '../connection.js';

/** Writes down that a link was asked for, if the address is somebody's; nobody learns which. */
export async function askSignIn(
  sql: Sql,
  { address, browserHash, codeHash, at }: AskedSignIn & { readonly at: Instant },
): Promise<void> {
  await sql`select across_ask_sign_in(${address}, ${browserHash}, ${codeHash}, ${at})`;
}

/** Nothing of it says whether anybody has that address. */
export interface AskedSignIn {
  readonly address: string;
  /** Of the secret in the cookie of the browser that asks. */
  readonly browserHash: Uint8Array;
  /** Of that hash and the code that this browser shows. */
  readonly codeHash: Uint8Array;
}

/** A link to be mailed, in one sender's hands until the lease is over. */
export interface ClaimedSignIn {
  readonly id: string;
  readonly address: string;
  /** This one included. */
  readonly attempts: number;
  readonly askedAt: Instant;
}

/** The oldest that waits, whose link is from now on the one with this hash; `null`: none. */
export async function claimSignIn(
  sql: Sql,
  { hash, at, lease }: { readonly hash: Uint8Array; readonly at: Instant; readonly lease: Instant },
): Promise<ClaimedSignIn | null> {
  const [row] = await sql<ClaimedSignIn[]>`select * from across_claim_sign_in(${hash}, ${at}, ${lease})`;
  return row ?? null;
}

/** How handing it over ended; what is put off is claimed again from that instant, while it has not expired. */
export type MailedSignIn =
  | { readonly kind: 'mailed'; readonly at: Instant }
  | { readonly kind: 'refused' }
  | { readonly kind: 'put-off'; readonly until: Instant };

/** What became of the mail with the link; a put-off one is claimed again then. */
export async function settleSignIn(sql: Sql, id: string, outcome: MailedSignIn): Promise<void> {
  await sql`select across_settle_sign_in(${id}, ${outcome.kind === 'mailed' ? outcome.at : null}::timestamptz,
    ${outcome.kind === 'refused'}, ${outcome.kind === 'put-off' ? outcome.until : null}::timestamptz)`;
}

/** What opening a link would do. `blocked`: the code was wrong five times. */
export type SignInState = 'ready' | 'needs-code' | 'used' | 'expired' | 'blocked' | 'unknown';

/** Changes nothing: mail scanners look too. */
export async function peekSignIn(
  sql: Sql,
  link: { readonly hash: Uint8Array; readonly browserHash: Uint8Array | null; readonly at: Instant },
): Promise<SignInState> {
  const [row] = await sql<{ state: SignInState }[]>`
    select across_peek_sign_in(${link.hash}, ${link.browserHash}::bytea, ${link.at}) as state`;
  return row?.state ?? 'unknown';
}

/** Uses up the link; `entered`: the session with the hash `session` exists, until `until` at the latest. */
export async function enterBySignIn(
  sql: Sql,
  link: {
    readonly hash: Uint8Array;
    readonly browserHash: Uint8Array | null;
    /** As typed, digits only; empty: none. */
    readonly code: string;
    readonly session: Uint8Array;
    readonly at: Instant;
    readonly until: Instant;
  },
): Promise<Exclude<SignInState, 'ready'> | 'wrong-code' | 'entered'> {
  const [row] = await sql<{ outcome: Exclude<SignInState, 'ready'> | 'wrong-code' | 'entered' }[]>`
    select across_enter(${link.hash}, ${link.browserHash}::bytea, ${link.code}, ${link.session}, ${link.at},
      ${link.until}) as outcome`;
  if (row === undefined) throw new Error('entering has no outcome');
  return row.outcome;
}
