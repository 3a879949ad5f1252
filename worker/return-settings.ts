/** The settings about mail that comes back: see `config.ts`. */
import { z } from 'zod';
import { type ImapSettings, readImapUrl, signedIn } from '../mail/imap-settings.js';
import { isMailAddress } from '../mail/mail-address.js';
import { hasRoomFor, type ReturnPath } from '../mail/return-path.js';
import type { OAuth2SignIn } from '../mail/sign-in.js';
import type { PasswordSignIn } from '../mail/smtp-settings.js';
import { RETURN_TOKEN_LENGTH } from '../store/notices/return-token.js';
import { signInSetting } from './sending-settings.js';

export interface ReturnConfig {
  /** `null`: mail comes back to its sender. */
  readonly path: ReturnPath | null;
  /** `null`: nothing is read. */
  readonly mailbox: ImapSettings | null;
}

const address = z
  .string()
  .refine((text) => text === '' || isMailAddress(text), 'is no address: it has no name beside it');

/** As `BOUNCE_IMAP_URL` says it. */
type MailboxAddress = ImapSettings<PasswordSignIn | null>;

const imap = z.string().transform((text, context): MailboxAddress | null => {
  if (text === '') return null;
  const read = readImapUrl(text);
  if (read.ok) return read.settings;
  context.addIssue({ code: 'custom', message: `is no mailbox: ${read.refusal}` });
  return z.NEVER;
});

export const returnSettings = [
  {
    env: 'BOUNCE_ADDRESS',
    doc: 'Where mail that cannot be delivered comes back to (envelope sender); empty: to MAIL_FROM.',
    required: false,
    default: '',
    schema: address,
  },
  {
    env: 'BOUNCE_VERP',
    doc: '1: each mail has a return path of its own, name+token@…, where the server takes such addresses.',
    required: false,
    default: '0',
    schema: z.enum(['0', '1'], 'is neither 0 nor 1').transform((text) => text === '1'),
  },
  {
    env: 'BOUNCE_IMAP_URL',
    doc: 'The mailbox of BOUNCE_ADDRESS: imaps://user:password@host/INBOX; empty: returns are not read.',
    required: false,
    default: '',
    schema: imap,
  },
  {
    env: 'BOUNCE_IMAP_SIGN_IN',
    doc: 'Sign-in to that mailbox with OAuth2, written as SMTP_SIGN_IN; BOUNCE_IMAP_URL then has no password.',
    required: false,
    default: '',
    schema: signInSetting,
  },
] as const;

/** Values as the schemas give them. `refusal`: what does not go together. */
export function returnConfig(given: {
  readonly address: string;
  readonly verp: boolean;
  readonly mailbox: MailboxAddress | null;
  readonly signIn: OAuth2SignIn | null;
}): { readonly ok: true; readonly config: ReturnConfig } | { readonly ok: false; readonly refusal: string } {
  const { address: to, verp } = given;
  const mailbox = given.mailbox === null ? null : signedIn(given.mailbox, given.signIn);
  if (given.mailbox !== null && mailbox === null)
    return {
      ok: false,
      refusal: 'BOUNCE_IMAP_URL needs a user and a password, or BOUNCE_IMAP_SIGN_IN, and not both',
    };
  if (to === '') {
    return verp
      ? { ok: false, refusal: 'BOUNCE_VERP needs a BOUNCE_ADDRESS' }
      : { ok: true, config: { path: null, mailbox } };
  }
  return verp && !hasRoomFor(to, RETURN_TOKEN_LENGTH)
    ? {
        ok: false,
        refusal: `BOUNCE_ADDRESS is too long before the @ for BOUNCE_VERP: ${63 - RETURN_TOKEN_LENGTH} signs at most`,
      }
    : { ok: true, config: { path: { address: to, verp }, mailbox } };
}
