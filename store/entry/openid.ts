/**
 * Entering through an OpenID provider. Accounts are above towns: each function calls one SECURITY DEFINER function of
 * `000037_openid.sql`. All instants are real ones.
 */
import type { Instant } from '../../domain/time/instant.js';
import type { Sql } from '../connection.js';
import type { Tx } from '../in-town.js';

/** Writes down that a browser goes to the provider; `hash` is of the secret in its cookie. */
export async function beginOpenId(
  sql: Sql,
  { hash, at, until }: { readonly hash: Uint8Array; readonly at: Instant; readonly until: Instant },
): Promise<void> {
  await sql`select across_begin_openid(${hash}, ${at}, ${until})`;
}

/** `ready` the first time, in time. */
export type BegunState = 'ready' | 'used' | 'expired' | 'unknown';

/** The browser is back. */
export async function useOpenId(sql: Sql, hash: Uint8Array, at: Instant): Promise<BegunState> {
  const [row] = await sql<{ state: BegunState }[]>`select across_use_openid(${hash}, ${at}) as state`;
  return row?.state ?? 'unknown';
}

/** Whom a provider vouches for. */
export interface OpenIdIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** Verified, in small letters; `null`: it vouches for none. */
  readonly address: string | null;
  /** Keyed hash of the fiscal code; `null`: it says none, or nobody is known by it here. */
  readonly fiscalHash: Uint8Array | null;
}

/** `other-address`, `other-subject`: what is linked says otherwise; told to nobody but the log. */
export type EntryByOpenId = 'entered' | 'unknown' | 'other-address' | 'other-subject';

/** `entered`: the session with the hash `session` exists, until `until` at the latest. */
export async function enterByOpenId(
  sql: Sql,
  identity: OpenIdIdentity,
  { session, at, until }: { readonly session: Uint8Array; readonly at: Instant; readonly until: Instant },
): Promise<EntryByOpenId> {
  const { issuer, subject, address, fiscalHash } = identity;
  const [row] = await sql<{ outcome: EntryByOpenId }[]>`
    select across_enter_by_openid(${issuer}, ${subject}, ${address}::text, ${fiscalHash}::bytea, ${session}, ${at},
      ${until}) as outcome`;
  return row?.outcome ?? 'unknown';
}

/** The next entry by the provider links its subject anew. `false` when none was linked. */
export async function unlinkOpenId(sql: Sql, account: string): Promise<boolean> {
  const [row] = await sql<{ unlinked: boolean }[]>`select across_unlink_openid(${account}) as unlinked`;
  return row?.unlinked === true;
}

/** Is the person known by a fiscal code? */
export async function hasFiscalCode(tx: Tx, person: string): Promise<boolean> {
  const [row] = await tx<{ known: boolean }[]>`
    select fiscal_hash is not null as known from person where id = ${person}`;
  return row?.known === true;
}

/** `null` takes it away. `false`: the code is somebody else's in this town. */
export async function keepFiscalHash(tx: Tx, person: string, hash: Uint8Array | null): Promise<boolean> {
  const taken = await tx`select 1 from person where fiscal_hash = ${hash}::bytea and id <> ${person}`;
  if (taken.count > 0) return false;
  await tx`update person set fiscal_hash = ${hash}::bytea where id = ${person} and erased_at is null`;
  return true;
}
