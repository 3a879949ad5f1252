/** Secrets that open something to whoever bears them: 256 random bits, of which we keep the SHA-256 alone. */
import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** `token`: in an address or a cookie, letters, digits, `-` and `_`; the hash is what is kept. */
export interface Secret {
  readonly token: string;
  readonly hash: Uint8Array;
}

/** A token to hand out once, and the hash that is kept. */
export function newSecret(): Secret {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  return { token, hash: sha256(token) };
}

/** Needs no salt, since nobody guesses a token. `null` for what was never one of ours. */
export function secretHash(token: string): Uint8Array | null {
  if (!/^[\w-]{43}$/.test(token)) return null;
  // The last sign holds four bits: one token is written in one way.
  if (Buffer.from(token, 'base64url').toString('base64url') !== token) return null;
  return sha256(token);
}

const sha256 = (token: string): Uint8Array => createHash('sha256').update(token).digest();
