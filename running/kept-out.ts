/**
 * What stands in no log, whoever put it into a line: secrets, addresses, names, subjects. Lines hold ids, codes and
 * counts as they are written; this is the net below.
 */

/** Keys whose value is left out wherever they stand. */
const SECRET_KEYS =
  /^(?:authorization|cookie|set-cookie|password|passphrase|secret|clientsecret|token|refreshtoken|accesstoken|apikey|privatekey|session|link|code_verifier|databaseurl|smtpurl)$/i;
const PERSONAL_KEYS =
  /^(?:e-?mail|address|to|from|replyto|envelopeto|envelopefrom|name|personname|fiscalcode|phone|subject|text|html|body|note|reason|query)$/i;

export const CENSORED = '[…]';

/** No longer than mail allows (64 and 255 signs): a line of any length is gone over once. */
const ADDRESS = /[^\s"'<>()[\]{}:;,@/]{1,64}@[^\s"'<>()[\]{}:;,@/]{1,255}/gu;
/** user:password@ of an address of a server. */
const CREDENTIALS = /(\b[a-z][a-z\d+.-]{1,20}:\/\/)[^\s/@]{1,300}@/gi;
/** Answer links, calendars, links to enter: what stands after the path's first part, and is no word, opens something. */
const SECRET_PATH = /(\/(?:r|calendario|accesso)\/)[\w.~%-]{16,}/g;
const API_KEY = /\btrg_[\w-]+/g;
const BEARER = /\b(Bearer|Basic)\s+[\w.~+/=-]+/gi;
const QUERY = /\?[^\s"']+/g;

/** A text without what must not be read in a log. */
export const withoutSecrets = (text: string): string =>
  text
    .replace(CREDENTIALS, `$1${CENSORED}@`)
    .replace(SECRET_PATH, `$1${CENSORED}`)
    .replace(API_KEY, CENSORED)
    .replace(BEARER, `$1 ${CENSORED}`)
    .replace(ADDRESS, CENSORED)
    .replace(QUERY, '?');

const DEEPEST = 6;

/** The same of all that a line holds. Errors keep their kind alone: messages may quote what people typed. */
export function keptOut(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return withoutSecrets(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Error) return value.name;
  if (depth >= DEEPEST) return CENSORED;
  if (Array.isArray(value)) return value.map((one) => keptOut(one, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      SECRET_KEYS.test(key) || PERSONAL_KEYS.test(key) ? CENSORED : keptOut(one, depth + 1),
    ]),
  );
}
