/** Addresses as an SMTP server takes them. */

/** A mailbox, with the name shown beside it. */
export interface MailAddress {
  readonly name: string | null;
  readonly address: string;
}

/** RFC 5321 §4.5.3.1.3, without the angle brackets. */
const LONGEST = 254;
/** One `@`, nothing that separates or quotes addresses, no blank, a domain without empty labels. */
const SHAPE = /^[^\s@,;:<>()[\]"\\\p{Cc}]+@[^\s@,;:<>()[\]"\\.\p{Cc}]+(?:\.[^\s@,;:<>()[\]"\\.\p{Cc}]+)*$/u;

/** Can it be one address at all? A mail server has the last word. */
export const isMailAddress = (text: string): boolean => text.length <= LONGEST && SHAPE.test(text);
