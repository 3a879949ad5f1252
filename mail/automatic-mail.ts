/** Tells what no person wrote and what is no news of a delivery: out-of-office replies, receipts, notices of machines. */

/** Header fields by their names in small letters, the first of each. */
export type Headers = ReadonlyMap<string, string>;

const AUTOMATIC_FIELDS = ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-reply'];
const AUTOMATIC_PRECEDENCE = /^(?:auto[-_]reply|bulk|junk|list)$/i;
/** Programs that say it nowhere but in the subject; only ever used to leave a mail uncounted, never to match one. */
const AUTOMATIC_SUBJECT =
  /^\s*(?:(?:re|r|i|aw)\s*:\s*)?(?:auto(?:matic)?[- ]?(?:reply|risposta|response)|risposta automatica|out of (?:the )?office|fuori (?:sede|ufficio)|assen(?:te|za)\b|abwesenheit)/i;

/** Senders that are mail systems, by the local part of their address. */
const SYSTEM =
  /^(?:mailer-daemon|postmaster|mail-daemon|mdaemon|microsoftexchange[0-9a-f]*|posta-certificata|noreply-dmarc.*)@/i;

/** A sender that tells of deliveries: by name, or without an address to answer to. `from`: address only. */
export const isSystem = (headers: Headers, from: string): boolean =>
  SYSTEM.test(from) || (/^<\s*>$/.test(headers.get('return-path') ?? '') && !isAutomatic(headers));

/** Was it sent by a program in answer to ours, or about its having been read? */
export function isAutomatic(headers: Headers): boolean {
  const submitted = (headers.get('auto-submitted') ?? 'no').toLowerCase();
  return (
    !/^no\b/.test(submitted) ||
    AUTOMATIC_FIELDS.some((name) => headers.has(name)) ||
    AUTOMATIC_PRECEDENCE.test(headers.get('precedence') ?? '') ||
    /report-type\s*=\s*"?(?:disposition-notification|feedback-report)/i.test(
      headers.get('content-type') ?? '',
    ) ||
    AUTOMATIC_SUBJECT.test(headers.get('subject') ?? '')
  );
}
