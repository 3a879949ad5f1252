/**
 * The registro degli avvisi: each entry's hash covers its body and the hash of the entry before, so that no
 * entry of a chain can be changed, taken out or put in without breaking every later one. What a chain cannot
 * show by itself is that its end was cut off: for that, compare `head` with a seal.
 */
import { canonicalJson } from './canonical-json.js';

/** SHA-256 of the text's UTF-8, as 64 lowercase hexadecimal digits. Passed in: the domain has no crypto. */
export type Sha256 = (text: string) => string;

/** An entry as stored. `prev` is null for the first of its chain. Whatever must not change is in `body`. */
export interface ChainEntry {
  readonly prev: string | null;
  readonly body: unknown;
  readonly hash: string;
}

/**
 * What breaks an entry: `previous-hash` when it does not follow the one before it (taken out, put in, moved),
 * `hash` when its body is not the one that was hashed.
 */
export type ChainBreak = 'previous-hash' | 'hash';

/** `head` is the last entry's hash, null for a chain with no entry; `entry` is the index of the first broken one. */
export type ChainVerdict =
  | { readonly ok: true; readonly head: string | null }
  | { readonly ok: false; readonly entry: number; readonly broken: ChainBreak };

/** The hash of an entry: SHA-256 of the canonical JSON of `{body, prev}`. Throws `TypeError` when `body` is not JSON. */
export const entryHash = (prev: string | null, body: unknown, sha256: Sha256): string =>
  sha256(canonicalJson({ body, prev }));

/** Walks a chain from its first entry and names the first broken one. */
export function verifyChain(entries: readonly ChainEntry[], sha256: Sha256): ChainVerdict {
  let head: string | null = null;
  for (const [index, entry] of entries.entries()) {
    if (entry.prev !== head) return { ok: false, entry: index, broken: 'previous-hash' };
    if (entry.hash !== entryHash(head, entry.body, sha256))
      return { ok: false, entry: index, broken: 'hash' };
    head = entry.hash;
  }
  return { ok: true, head };
}

const SALT = /^[0-9a-f]{32}$/;

/**
 * What an entry holds instead of free text: SHA-256 of the salt followed by the text. With salt and text
 * erased nothing can be guessed from it, and the chain still holds. `salt` is 16 random bytes as 32 lowercase
 * hexadecimal digits (a fixed length, so that no other pair of salt and text runs together to the same
 * string); throws `TypeError` on any other salt and on text with half of a surrogate pair.
 */
export function textCommitment(salt: string, text: string, sha256: Sha256): string {
  if (!SALT.test(salt)) throw new TypeError('the salt is not 32 lowercase hexadecimal digits');
  // Called for its refusal only: two texts that differ in half a pair have the same UTF-8.
  canonicalJson(text, 'text');
  return sha256(salt + text);
}
