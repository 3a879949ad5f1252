/**
 * The token of a link in a mail: which mail, which of its links, signed by which key, until when. The
 * signature covers town, person and obligation too, which only the mail's row tells. Small letters and
 * digits without look-alikes: a mail program that changes the case, or adds a full stop, spoils nothing.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { type CivilDate, epochDay, fromEpochDay } from '../../domain/time/civil-date.js';
import { bytesOf, idBytes, idIn, isSpelled, spelled, spelledLength } from './base32.js';

/** What a token says in clear. */
export interface LinkClaim {
  /** The mail. */
  readonly digest: string;
  /** The n of `{{link:n}}` in it. */
  readonly link: number;
  /** Id of the town's key. */
  readonly key: number;
  /** Last day on which it opens its page. */
  readonly expires: CivilDate;
}

/** What the signature covers beside the claim: known from the mail's row. */
export interface LinkBearer {
  readonly town: string;
  readonly person: string;
  readonly obligation: string;
}

/** What a token says of itself; whether it is true the signature tells. */
export type ReadToken =
  | { readonly ok: true; readonly claim: LinkClaim; readonly signature: Uint8Array }
  /** `incomplete`: cut off on its way. `malformed`: never one of ours. */
  | { readonly ok: false; readonly refusal: 'incomplete' | 'malformed' };

const CLAIM_BYTES = 22;
/** 128 bits of the HMAC: nobody finds one by trying. */
const SIGNATURE_BYTES = 16;
const LENGTH = spelledLength(CLAIM_BYTES + SIGNATURE_BYTES);

/** As it stands in the link's address. */
export const signedToken = (claim: LinkClaim, bearer: LinkBearer, key: Uint8Array): string => {
  const bytes = claimBytes(claim);
  return spelled(Buffer.concat([bytes, signatureOf(bytes, bearer, key)]));
};

/** Is it the signature that this key makes for whoever bears the link? Constant in time. */
export function isSigned(
  { claim, signature }: Extract<ReadToken, { ok: true }>,
  bearer: LinkBearer,
  key: Uint8Array,
): boolean {
  return timingSafeEqual(signature, signatureOf(claimBytes(claim), bearer, key));
}

/** Looks at its shape alone; no key is needed. */
export function readToken(text: string): ReadToken {
  const token = text.toLowerCase().replace(/[^0-9a-z]+$/, '');
  if (!isSpelled(token) || token.length > LENGTH) return { ok: false, refusal: 'malformed' };
  if (token.length < LENGTH) return { ok: false, refusal: token.length < 8 ? 'malformed' : 'incomplete' };
  const bytes = bytesOf(token);
  const claim: LinkClaim = {
    digest: idIn(bytes),
    link: bytes.readUInt16BE(16),
    key: bytes.readUInt16BE(18),
    expires: fromEpochDay(bytes.readUInt16BE(20)),
  };
  return { ok: true, claim, signature: bytes.subarray(CLAIM_BYTES, CLAIM_BYTES + SIGNATURE_BYTES) };
}

/** Days since 1970 in two bytes last until the year 2149. */
function claimBytes({ digest, link, key, expires }: LinkClaim): Buffer {
  const bytes = Buffer.alloc(CLAIM_BYTES);
  bytes.set(idBytes(digest));
  bytes.writeUInt16BE(link, 16);
  bytes.writeUInt16BE(key, 18);
  bytes.writeUInt16BE(epochDay(expires), 20);
  return bytes;
}

const signatureOf = (claim: Uint8Array, { town, person, obligation }: LinkBearer, key: Uint8Array): Buffer =>
  createHmac('sha256', key)
    .update(`traguardo link 1 ${town} ${person} ${obligation} `)
    .update(claim)
    .digest()
    .subarray(0, SIGNATURE_BYTES);
