/**
 * The token in the return path of a mail (VERP): which mail, signed by a key of its town, so that nobody
 * makes another mail come back. Small letters and digits: mail servers may change the case.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { bytesOf, idBytes, idIn, isSpelled, spelled, spelledLength } from '../entry/base32.js';
import type { LinkKey } from '../entry/link-keys.js';

const CLAIM_BYTES = 18;
/** 64 bits: guessed in no lifetime, and a local part has 64 signs at most. */
const SIGNATURE_BYTES = 8;

/** How many signs a token has. */
export const RETURN_TOKEN_LENGTH = spelledLength(CLAIM_BYTES + SIGNATURE_BYTES);

/** What a token says; true only once {@link isReturnSigned} by the key of the mail's town. */
export interface ReturnClaim {
  readonly digest: string;
  /** Id of the town's key. */
  readonly key: number;
  readonly signature: Uint8Array;
}

/** What goes into the return path of one mail of one town. */
export function returnToken(town: string, digest: string, { id, key }: LinkKey): string {
  const claim = claimBytes(digest, id);
  return spelled(Buffer.concat([claim, signatureOf(town, claim, key)]));
}

/** `null`: never one of ours. */
export function readReturnToken(text: string): ReturnClaim | null {
  const token = text.toLowerCase();
  if (token.length !== RETURN_TOKEN_LENGTH || !isSpelled(token)) return null;
  const bytes = bytesOf(token);
  return {
    digest: idIn(bytes),
    key: bytes.readUInt16BE(16),
    signature: bytes.subarray(CLAIM_BYTES, CLAIM_BYTES + SIGNATURE_BYTES),
  };
}

/** Constant in time. */
export const isReturnSigned = (town: string, claim: ReturnClaim, key: Uint8Array): boolean =>
  timingSafeEqual(claim.signature, signatureOf(town, claimBytes(claim.digest, claim.key), key));

function claimBytes(digest: string, key: number): Buffer {
  const bytes = Buffer.alloc(CLAIM_BYTES);
  bytes.set(idBytes(digest));
  bytes.writeUInt16BE(key, 16);
  return bytes;
}

const signatureOf = (town: string, claim: Uint8Array, key: Uint8Array): Buffer =>
  createHmac('sha256', key)
    .update(`traguardo return 1 ${town} `)
    .update(claim)
    .digest()
    .subarray(0, SIGNATURE_BYTES);
