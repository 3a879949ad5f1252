/**
 * The weekly seal: the heads of all chains of a town under one hash. Whoever keeps that hash (the mail
 * that printed it, a page in the town's protocol register) can tell later whether a chain lost its end or
 * was written anew: the chain itself cannot show that.
 */
import { type CivilDate, mondayOf } from '../time/civil-date.js';
import { canonicalJson } from './canonical-json.js';
import type { Sha256 } from './chain.js';

/** What a chain of the register is about. */
export interface ChainSubject {
  readonly kind: 'objective' | 'sector' | 'cycle';
  readonly id: string;
}

/** The last entry of a chain when the seal was made. */
export interface SealedHead extends ChainSubject {
  readonly seq: number;
  readonly hash: string;
}

/** What is hashed, in canonical JSON (RFC 8785). */
export interface SealContent {
  readonly town: string;
  /** The Monday of the week. */
  readonly week: CivilDate;
  /** When it was made: a day of that week. */
  readonly day: CivilDate;
  /** In the order of `sortedHeads`. */
  readonly heads: readonly SealedHead[];
}

/** `hash`: SHA-256 in hexadecimal, as printed. */
export interface Seal extends SealContent {
  readonly hash: string;
}

const FORMAT = 'traguardo.seal/1';

/** The one order of heads: by kind, then by id, both by code units. Throws `RangeError` on a chain that stands there twice. */
export function sortedHeads(heads: readonly SealedHead[]): readonly SealedHead[] {
  const keys = heads.map(({ kind, id }) => `${kind} ${id}`);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) throw new RangeError(`two heads of the chain ${twice}`);
  return heads
    .map((head, index) => ({ head, key: keys[index] as string }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ head: { kind, id, seq, hash } }) => ({ kind, id, seq, hash }));
}

/** SHA-256 of the canonical JSON of all of it. */
export const sealHash = ({ town, week, day, heads }: SealContent, sha256: Sha256): string =>
  sha256(canonicalJson({ format: FORMAT, town, week, day, heads }));

/** The seal of the week of `day`. */
export function makeSeal({ town, day, heads }: Omit<SealContent, 'week'>, sha256: Sha256): Seal {
  const content = { town, week: mondayOf(day), day, heads: sortedHeads(heads) };
  return { ...content, hash: sealHash(content, sha256) };
}

/** Is it the one seal that these heads have: in order, of that week, with that hash? */
export function isSeal({ hash, ...content }: Seal, sha256: Sha256): boolean {
  const keys = content.heads.map(({ kind, id }) => `${kind} ${id}`);
  const inOrder = keys.every((key, index) => index === 0 || (keys[index - 1] as string) < key);
  return inOrder && mondayOf(content.day) === content.week && sealHash(content, sha256) === hash;
}
