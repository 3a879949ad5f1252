/**
 * Does a refusal speak of the mailbox (there is none, it is shut, full or nowhere to be found), or of our
 * mail, our server or the moment? Only the former says anything about the next mail to the same address.
 */

/** What a server said: an SMTP code and an enhanced status (RFC 3463), where it gave them. */
export interface Refused {
  readonly code: number | null;
  /** `5.1.1`; `null`: none. */
  readonly status: string | null;
}

const STATUS = /(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])/;

/** The first enhanced status in a line; `null`: none. What looks like an address of a machine is not one. */
export const statusIn = (text: string): string | null => STATUS.exec(text)?.[0] ?? null;

/** 5.1.7, 5.1.8: the sender's address. 5.2.3: our mail is too long for it. */
const ABOUT_US = new Set(['5.1.7', '5.1.8', '5.2.3']);
/** Many a server says no more than this of a mailbox that it has not got. */
const VAGUE = new Set(['5.0.0', '5.5.0']);
/** Subjects of RFC 3463 §3: addressing, mailbox, routing. Not: system, protocol, content, policy. */
const ABOUT_MAILBOX = new Set(['1', '2', '4']);
const WITHOUT_STATUS = new Set([550, 551, 553]);

export function isMailboxFault({ code, status }: Refused): boolean {
  if (status === null) return code !== null && WITHOUT_STATUS.has(code);
  if (!status.startsWith('5.') || ABOUT_US.has(status)) return false;
  return VAGUE.has(status) || ABOUT_MAILBOX.has(status.split('.')[1] ?? '');
}
