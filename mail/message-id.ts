/**
 * A stable `Message-ID`: the same mail handed over twice carries the same id, so that a mail server or
 * a reader can drop the second one, and a bounce can be traced to its mail.
 */

/** Lower-case hexadecimal SHA-256 of the UTF-8 text. */
export type Sha256 = (text: string) => string;

/** What makes a mail that mail, and no other. */
export interface MailKey {
  readonly town: string;
  readonly person: string;
  /** Day of the mail in the town, `YYYY-MM-DD`. */
  readonly day: string;
  /** A person gets at most one mail of a kind a day: `daily`, `alert`. */
  readonly kind: string;
}

const DOMAIN = /^(?=.{1,190}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i;
/** 128 bits: no two mails of any town ever share an id. */
const HEX_DIGITS = 32;

/** `<hash@domain>`, with no id in clear. Throws `RangeError` when `domain` is not a host name in ASCII. */
export function messageIdOf(key: MailKey, domain: string, sha256: Sha256): string {
  if (!DOMAIN.test(domain)) throw new RangeError(`"${domain}" is not a domain for a Message-ID`);
  const hash = sha256(JSON.stringify(['mail', key.town, key.person, key.day, key.kind]));
  return `<${hash.slice(0, HEX_DIGITS)}@${domain.toLowerCase()}>`;
}
