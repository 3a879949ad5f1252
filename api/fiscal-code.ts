/** The *codice fiscale* of a person: read, checked, and hashed. It is kept nowhere in clear. */
import { createHmac } from 'node:crypto';

/** Sixteen signs; where two persons would have the same, digits become letters (*omocodia*). */
const SHAPE = /^[A-Z]{6}[\dLMNPQRSTUV]{2}[ABCDEHLMPRST][\dLMNPQRSTUV]{2}[A-Z][\dLMNPQRSTUV]{3}[A-Z]$/;
/** What identity gateways write before it (eIDAS: a tax number of Italy). */
const EIDAS_PREFIX = /^TINIT-/;
/** D.M. 12/03/1974, art. 7: what a sign in an odd place counts, `0`–`9` as `A`–`J`. */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
const A = 65;

const placeOf = (sign: string): number => (/\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - A);

/** In capitals and without blanks; `null` when it is none, or its last letter does not check the others. */
export function readFiscalCode(text: string): string | null {
  if (text.length > 60) return null;
  const code = text.replaceAll(/\s/g, '').toUpperCase().replace(EIDAS_PREFIX, '');
  if (!SHAPE.test(code)) return null;
  const sum = [...code.slice(0, 15)].reduce(
    (total, sign, index) => total + (index % 2 === 0 ? (ODD[placeOf(sign)] ?? 0) : placeOf(sign)),
    0,
  );
  return code.at(-1) === String.fromCharCode(A + (sum % 26)) ? code : null;
}

/** HMAC-SHA256: few codes are possible for a name, so that a bare hash would tell it. */
export const fiscalHash = (code: string, key: string): Uint8Array =>
  createHmac('sha256', key).update(code).digest();
