/** What a provider says of somebody, read into whom it vouches for. Nothing that it does not vouch for gets through. */
import { isMailAddress } from '../mail/mail-address.js';
import type { OpenIdIdentity } from '../store/entry/openid.js';
import { fiscalHash, readFiscalCode } from './fiscal-code.js';
import type { OpenIdConfig } from './openid-settings.js';

/** Claims of the ID token, and of the userinfo of the same subject. */
export type Claims = Readonly<Record<string, unknown>>;

export type ClaimsReading =
  | { readonly ok: true; readonly identity: OpenIdIdentity }
  | { readonly ok: false; readonly why: 'no-subject' | 'level-too-low' };

/** Longest that OpenID Connect Core §2 allows; what a database can hold. */
const SUBJECT = /^[\x20-\x7e]{1,255}$/;
/** Beyond ASCII letters of other alphabets look alike, and capitals fold into letters they are not. */
const PLAIN = /^[\x21-\x7e]+$/;

export function readClaims(claims: Claims, config: OpenIdConfig): ClaimsReading {
  const { sub: subject, acr } = claims;
  if (typeof subject !== 'string' || !SUBJECT.test(subject)) return { ok: false, why: 'no-subject' };
  if (config.acrValues.length > 0 && !config.acrValues.some((level) => level === acr))
    return { ok: false, why: 'level-too-low' };
  const identity = {
    issuer: config.issuer.href,
    subject,
    address: addressIn(claims, config),
    fiscalHash: fiscalIn(claims, config),
  };
  return { ok: true, identity };
}

/** Claims that `config` names and `claims` lacks. */
export const lacksClaims = (claims: Claims, { claims: names }: OpenIdConfig): boolean =>
  [names.email, names.fiscalCode].some((name) => name !== null && claims[name] === undefined);

function addressIn(claims: Claims, { claims: names, emailsAreVerified }: OpenIdConfig): string | null {
  const address = claims[names.email];
  const said = claims[names.emailVerified];
  const isVerified = emailsAreVerified || said === true || said === 'true';
  if (!isVerified || typeof address !== 'string' || !PLAIN.test(address) || !isMailAddress(address))
    return null;
  return address.toLowerCase();
}

function fiscalIn(claims: Claims, { claims: names, fiscalKey }: OpenIdConfig): Uint8Array | null {
  if (names.fiscalCode === null || fiscalKey === null) return null;
  const said = claims[names.fiscalCode];
  const code = typeof said === 'string' ? readFiscalCode(said) : null;
  return code === null ? null : fiscalHash(code, fiscalKey);
}
