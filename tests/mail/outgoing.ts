/** A mail to hand over, and settings for a server of this machine. */
import { instant } from '../../domain/time/instant.js';
import type { SmtpSettings } from '../../mail/smtp-settings.js';
import type { OutgoingMail, SmtpTimeouts } from '../../mail/transport.js';

export const outgoing = (changes: Partial<OutgoingMail> = {}): OutgoingMail => ({
  from: { name: 'Comune di Caluso', address: 'traguardo@comune.example' },
  to: { name: 'Responsabile del settore Finanziario', address: 'finanziario@comune.example' },
  replyTo: null,
  messageId: '<0123456789abcdef@comune.example>',
  date: instant(Date.UTC(2023, 5, 30, 5, 45)),
  subject: '2 scadenze oggi, 1 oltre il termine – Comune di Caluso',
  text: 'Perché: il termine è oggi\nhttps://town.example/r/1\n',
  html: '<p>Perché: il termine è oggi</p>',
  ...changes,
});

export const settings = (port: number, changes: Partial<SmtpSettings> = {}): SmtpSettings => ({
  host: '127.0.0.1',
  port,
  secure: false,
  requireTLS: false,
  ignoreTLS: false,
  auth: null,
  anyCertificate: false,
  ...changes,
});

/** No test waits for minutes; those about silence shorten the one limit they are about. */
export const IMPATIENT: SmtpTimeouts = {
  connection: 10_000,
  greeting: 10_000,
  socket: 10_000,
  whole: 15_000,
};
