/**
 * Personal keys for programs. They belong to accounts, which are above towns: each function calls one SECURITY
 * DEFINER function of `000033_api_keys.sql`. All instants are real ones.
 */
import type { Instant } from '../../domain/time/instant.js';
import type { Sql } from '../connection.js';

/** A key as its owner sees it in a list; never the secret. */
export interface ApiKey {
  readonly id: string;
  /** What its owner calls it. */
  readonly label: string;
  readonly townName: string;
  /** Else it only reads. */
  readonly writes: boolean;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  /** To an hour; `null`: never. */
  readonly usedAt: Instant | null;
}

/** Of the secret only its hash is kept. */
export interface NewApiKey extends Pick<ApiKey, 'label' | 'writes' | 'madeAt' | 'expiresAt'> {
  /** The session that asks: the key acts as whom it has chosen. */
  readonly session: string;
  readonly hash: Uint8Array;
}

/** `false` when the session acts as nobody, or its account has twenty open keys. */
export async function makeKey(sql: Sql, key: NewApiKey): Promise<boolean> {
  const [row] = await sql<{ id: string | null }[]>`select across_make_key(
    ${key.session}, ${key.hash}, ${key.label}, ${key.writes}, ${key.madeAt}, ${key.expiresAt}) as id`;
  return row?.id != null;
}

/** Those of an account that are open, latest first. */
export const openKeys = async (sql: Sql, account: string, at: Instant): Promise<readonly ApiKey[]> =>
  sql<ApiKey[]>`select * from across_keys_of(${account}, ${at})`;

/** `false` when the account has no such key open. */
export async function endKey(
  sql: Sql,
  ended: { readonly account: string; readonly key: string; readonly at: Instant },
): Promise<boolean> {
  const [row] = await sql<{ ended: boolean }[]>`
    select across_end_key(${ended.account}, ${ended.key}, ${ended.at}) as ended`;
  return row?.ended === true;
}

/** Whom a key stands for. */
export interface KeyBearer {
  readonly town: string;
  readonly person: string;
  readonly writes: boolean;
}

/** `null` when there is no such key, it is over, or the address is no longer that person's. */
export async function bearerOf(sql: Sql, hash: Uint8Array, at: Instant): Promise<KeyBearer | null> {
  const [row] = await sql<KeyBearer[]>`select * from across_key(${hash}, ${at})`;
  return row ?? null;
}
