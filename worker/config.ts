/** What the worker is told by its environment. A bad value stops the start with its name. */
import { z } from 'zod';
import { mailboxOf } from '../activities/sender.js';
import type { MailAddress } from '../mail/mail-address.js';
import { readSmtpUrl, type SmtpSettings } from '../mail/smtp-settings.js';

/** One environment variable, as docs, `.env.example` and the containers' file must agree on it. */
export interface Setting {
  readonly env: string;
  /** What it is for. */
  readonly doc: string;
  readonly required: boolean;
  /** As written in the environment; `null` when there is none. */
  readonly default: string | null;
  readonly schema: z.ZodType;
}

const smtp = z.string().transform((text, context): SmtpSettings => {
  const read = readSmtpUrl(text);
  if (read.ok) return read.settings;
  context.addIssue({ code: 'custom', message: `is no mail server: ${read.refusal}` });
  return z.NEVER;
});

const mailbox = z.string().transform((text, context): MailAddress => {
  const read = mailboxOf(text);
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: `"${text}" is neither "Name <address>" nor an address` });
  return z.NEVER;
});

/** Everything the worker reads. */
export const settings = [
  {
    env: 'DATABASE_URL',
    doc: 'PostgreSQL with the facts, as the role traguardo_app.',
    required: true,
    default: null,
    schema: z.url({ protocol: /^postgres(ql)?$/, error: 'is not a postgres:// address' }),
  },
  {
    env: 'TEMPORAL_ADDRESS',
    doc: 'host:port of the Temporal server.',
    required: true,
    default: null,
    schema: z.string().regex(/^[^\s:]+:\d+$/, 'is not host:port'),
  },
  {
    env: 'TEMPORAL_NAMESPACE',
    doc: "Temporal's namespace; made at the start where it is absent.",
    required: false,
    default: 'default',
    schema: z.string().regex(/^[\w.-]+$/, 'is not a name'),
  },
  {
    env: 'SMTP_URL',
    doc: "The town's mail server: smtp://host:port or smtps://user:password@host:port.",
    required: true,
    default: null,
    schema: smtp,
  },
  {
    env: 'MAIL_FROM',
    doc: 'The sender of the notices: "Name <address>"; refusals and bounces come back to it.',
    required: true,
    default: null,
    schema: mailbox,
  },
  {
    env: 'PUBLIC_URL',
    doc: 'The address people type; links in mails begin with it.',
    required: true,
    default: null,
    schema: z
      .url({ protocol: /^https?$/, error: 'is not an http(s):// address' })
      .transform((text) => text.replace(/\/+$/, '')),
  },
  {
    env: 'LOG_LEVEL',
    doc: 'The least severe line that is logged.',
    required: false,
    default: 'info',
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace'], 'is not a level of the log'),
  },
] as const satisfies readonly Setting[];

export interface Config {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly smtp: SmtpSettings;
  readonly mailFrom: MailAddress;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';
}

/** The environment is not fit to start with; the message names every variable that is wrong, and no password. */
export class ConfigRefused extends Error {
  override readonly name = 'ConfigRefused';
}

/** Throws {@link ConfigRefused}. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const wrong: string[] = [];
  const read = new Map<string, unknown>();
  for (const { env: name, required, default: fallback, schema } of settings as readonly Setting[]) {
    const given = env[name] || fallback;
    if (given === null) {
      if (required) wrong.push(`${name} is missing`);
      continue;
    }
    const value = schema.safeParse(given);
    if (value.success) read.set(name, value.data);
    else wrong.push(`${name} ${value.error.issues[0]?.message ?? 'is wrong'}`);
  }
  if (wrong.length > 0) throw new ConfigRefused(wrong.join('; '));
  const value = <T>(name: (typeof settings)[number]['env']): T => read.get(name) as T;
  return {
    databaseUrl: value('DATABASE_URL'),
    temporalAddress: value('TEMPORAL_ADDRESS'),
    temporalNamespace: value('TEMPORAL_NAMESPACE'),
    smtp: value('SMTP_URL'),
    mailFrom: value('MAIL_FROM'),
    publicUrl: value('PUBLIC_URL'),
    logLevel: value('LOG_LEVEL'),
  };
}
