/** A mail system's answer as the demo's inbox makes one, so that a return can be lived through: a true report, in bytes. */
import { cleanText } from './clean-text.js';

/** What can be tried out. */
export const SIMULATED = {
  inesistente: {
    subject: 'Undelivered Mail Returned to Sender',
    action: 'failed',
    status: '5.1.1',
    diagnostic: '550 5.1.1 User unknown: casella inesistente (prova)',
    sentence: 'Il messaggio non è stato consegnato: la casella non esiste.',
  },
  piena: {
    subject: 'Undelivered Mail Returned to Sender',
    action: 'failed',
    status: '5.2.2',
    diagnostic: '552 5.2.2 Mailbox full: casella piena (prova)',
    sentence: 'Il messaggio non è stato consegnato: la casella è piena.',
  },
  ritardo: {
    subject: 'Delayed Mail (still being retried)',
    action: 'delayed',
    status: '4.4.1',
    diagnostic: '451 4.4.1 Connection timed out: il server non risponde (prova)',
    sentence: 'Il messaggio non è ancora stato consegnato: il server ritenta.',
  },
} as const;
export type Simulated = keyof typeof SIMULATED;

/** The mail that comes back. */
export interface MailToReturn {
  readonly messageId: string;
  /** Its envelope sender, to which it comes back. */
  readonly returnPath: string;
  readonly recipient: string;
}

export interface SimulatedReturn {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  /** RFC 3464, in ASCII but for the first part. */
  readonly raw: string;
}

const FROM = 'Mail Delivery System <MAILER-DAEMON@posta-di-prova.example>';

/** Header fields hold one clean line each, whatever the mail brought. */
export function simulatedReturn(mail: MailToReturn, how: Simulated, boundary: string): SimulatedReturn {
  const { subject, action, status, diagnostic, sentence } = SIMULATED[how];
  const [messageId, returnPath, recipient] = [mail.messageId, mail.returnPath, mail.recipient].map((one) =>
    cleanText(one, 300, ''),
  );
  const text = `${sentence}\n\n<${recipient}>: ${diagnostic}\n`;
  const lines = [
    'Return-Path: <>',
    `From: ${FROM}`,
    `To: <${returnPath}>`,
    `Subject: ${subject}`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; posta-di-prova.example',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${diagnostic}`,
    '',
    `--${boundary}`,
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${messageId}`,
    '',
    `--${boundary}--`,
    '',
  ];
  return { from: FROM, subject, text, raw: lines.join('\n').replaceAll('\n', '\r\n') };
}
