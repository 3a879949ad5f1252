/**
 * The token of a link in a mail: which mail, which of its links, signed by which key, until when. The
 * signature covers town, person and obligation too, which only the mail's row tells. Small letters and
 * digits without look-alikes: a mail program that changes the case, or adds a full stop, spoils nothing.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { type CivilDate, epochDay, fromEpochDay } from '../domain/time/civil-date.js';

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

export type ReadToken =
  | { readonly ok: true; readonly claim: LinkClaim; readonly signature: Uint8Array }
  /** `incomplete`: cut off on its way. `malformed`: never one of ours. */
  | { readonly ok: false; readonly refusal: 'incomplete' | 'malformed' };

/** Douglas Crockford's base 32: no i, l, o, u. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const CLAIM_BYTES = 22;
/** 128 bits of the HMAC: nobody finds one by trying. */
const SIGNATURE_BYTES = 16;
const LENGTH = Math.ceil(((CLAIM_BYTES + SIGNATURE_BYTES) * 8) / 5);

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

export function readToken(text: string): ReadToken {
  const token = text.toLowerCase().replace(/[^0-9a-z]+$/, '');
  if (!/^[0-9a-hjkmnp-tv-z]*$/.test(token) || token.length > LENGTH)
    return { ok: false, refusal: 'malformed' };
  if (token.length < LENGTH) return { ok: false, refusal: token.length < 8 ? 'malformed' : 'incomplete' };
  const bytes = bytesOf(token);
  const hex = bytes.toString('hex', 0, 16);
  const claim: LinkClaim = {
    digest: [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
      '-',
    ),
    link: bytes.readUInt16BE(16),
    key: bytes.readUInt16BE(18),
    expires: fromEpochDay(bytes.readUInt16BE(20)),
  };
  return { ok: true, claim, signature: bytes.subarray(CLAIM_BYTES, CLAIM_BYTES + SIGNATURE_BYTES) };
}

/** Days since 1970 in two bytes last until the year 2149. */
function claimBytes({ digest, link, key, expires }: LinkClaim): Buffer {
  const bytes = Buffer.alloc(CLAIM_BYTES);
  bytes.write(digest.replaceAll('-', ''), 'hex');
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

function spelled(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(held >> bits) & 31];
    }
  }
  return bits === 0 ? text : text + ALPHABET[(held << (5 - bits)) & 31];
}

function bytesOf(token: string): Buffer {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const letter of token) {
    held = ((held << 5) | ALPHABET.indexOf(letter)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
  }
  return Buffer.from(bytes);
}
