/** The settings about the mail server and the pace towards it: see `config.ts`. */
import { z } from 'zod';
import { DEFAULT_PACE, SLOWEST_PER_MINUTE } from '../mail/pace.js';
import { type OAuth2SignIn, readSignIn } from '../mail/sign-in.js';
import { readSmtpUrl, type SmtpSettings } from '../mail/smtp-settings.js';

const smtp = z.string().transform((text, context): SmtpSettings => {
  const read = readSmtpUrl(text);
  if (read.ok) return read.settings;
  context.addIssue({ code: 'custom', message: `is no mail server: ${read.refusal}` });
  return z.NEVER;
});

/** `null`: none. */
export const signInSetting = z.string().transform((text, context): OAuth2SignIn | null => {
  if (text === '') return null;
  const read = readSignIn(text);
  if (read.ok) return read.signIn;
  context.addIssue({ code: 'custom', message: `non va bene: ${read.refusal}` });
  return z.NEVER;
});

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .refine((text) => /^\d{1,6}$/.test(text) && Number(text) >= from && Number(text) <= to, {
      error: `is no whole number from ${from} to ${to}`,
    })
    .transform(Number);

const perMinute = z.union([z.literal('0').transform(() => null), wholeNumber(SLOWEST_PER_MINUTE, 10_000)], {
  error: `is neither 0 (no limit) nor a whole number from ${SLOWEST_PER_MINUTE} to 10000`,
});

export const sendingSettings = [
  {
    env: 'SMTP_URL',
    doc: "The town's mail server: smtp://host:port or smtps://user:password@host:port.",
    required: true,
    default: null,
    example: 'smtp://relay.comune.example:25',
    schema: smtp,
  },
  {
    env: 'SMTP_SIGN_IN',
    doc: 'Sign-in with OAuth2 (Microsoft 365, Google): a JSON object, or the path of a file that holds it.',
    required: false,
    default: '',
    schema: signInSetting,
  },
  {
    env: 'SMTP_PER_MINUTE',
    doc: 'Mails that all workers together hand over in a minute; 0: as fast as the server answers.',
    required: false,
    default: String(DEFAULT_PACE.perMinute),
    schema: perMinute,
  },
  {
    env: 'SMTP_CONNECTIONS',
    doc: 'Connections that one worker keeps to the mail server at the same time.',
    required: false,
    default: String(DEFAULT_PACE.connections),
    schema: wholeNumber(1, 10),
  },
] as const;
