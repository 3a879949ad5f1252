/** What the worker is told by its environment. A bad value stops the start with its name. */
import { z } from 'zod';
import { mailboxOf } from '../activities/sender.js';
import type { MailAddress } from '../mail/mail-address.js';
import type { MailPace } from '../mail/pace.js';
import { type SmtpSettings, withSignIn } from '../mail/smtp-settings.js';
import { type MetricsConfig, metricsConfig, metricsSettings } from '../running/metrics-settings.js';
import { type ReturnConfig, returnConfig, returnSettings } from './return-settings.js';
import { sendingSettings } from './sending-settings.js';

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
  ...sendingSettings,
  {
    env: 'MAIL_FROM',
    doc: 'The sender of the notices: "Name <address>"; what people write back comes to it.',
    required: true,
    default: null,
    schema: mailbox,
  },
  ...returnSettings,
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
  ...metricsSettings,
  {
    env: 'NIGHTLY_COPIES',
    doc: 'Set by `traguardo serve`: the folder of its nightly copies, whose age is a figure.',
    required: false,
    default: '',
    schema: z.string().transform((text) => (text === '' ? null : text)),
  },
] as const satisfies readonly Setting[];

export interface Config {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly smtp: SmtpSettings;
  readonly pace: MailPace;
  readonly mailFrom: MailAddress;
  readonly returns: ReturnConfig;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';
  /** `null`: no figures are shown. */
  readonly metrics: MetricsConfig | null;
  /** The folder of the nightly copies; `null` where nobody makes them here. */
  readonly copies: string | null;
}

/** The environment is not fit to start with; the message names every variable that is wrong, and no password. */
export class ConfigRefused extends Error {
  override readonly name = 'ConfigRefused';
}

type Name = (typeof settings)[number]['env'];

/** Throws {@link ConfigRefused}. */
export function readConfig(env: Environment): Config {
  const { smtp, mailFrom, value } = read(env, settings);
  const returns = returnsOf(value);
  const metrics = metricsConfig(value('METRICS_PORT'), value('METRICS_HOST'), value('METRICS_TOKEN'));
  if (!metrics.ok) throw new ConfigRefused(metrics.refusal);
  return {
    databaseUrl: value('DATABASE_URL'),
    temporalAddress: value('TEMPORAL_ADDRESS'),
    temporalNamespace: value('TEMPORAL_NAMESPACE'),
    smtp,
    pace: { perMinute: value('SMTP_PER_MINUTE'), connections: value('SMTP_CONNECTIONS') },
    mailFrom,
    returns,
    publicUrl: value('PUBLIC_URL'),
    logLevel: value('LOG_LEVEL'),
    metrics: metrics.config,
    copies: value('NIGHTLY_COPIES'),
  };
}

const OF_MAIL: readonly string[] = [
  ...(['SMTP_URL', 'SMTP_SIGN_IN', 'MAIL_FROM'] satisfies readonly Name[]),
  ...returnSettings.map(({ env }) => env),
];

/** What it takes to hand over one mail, and to read what comes back. Throws {@link ConfigRefused}. */
export function readMailConfig(env: Environment): Pick<Config, 'smtp' | 'mailFrom' | 'returns'> {
  const { smtp, mailFrom, value } = read(
    env,
    settings.filter(({ env: name }) => OF_MAIL.includes(name)),
  );
  return { smtp, mailFrom, returns: returnsOf(value) };
}

function returnsOf(value: <T>(name: Name) => T): ReturnConfig {
  const returns = returnConfig({
    address: value('BOUNCE_ADDRESS'),
    verp: value('BOUNCE_VERP'),
    mailbox: value('BOUNCE_IMAP_URL'),
    signIn: value('BOUNCE_IMAP_SIGN_IN'),
  });
  if (!returns.ok) throw new ConfigRefused(returns.refusal);
  return returns.config;
}

type Environment = Readonly<Record<string, string | undefined>>;

function read(env: Environment, wanted: readonly Setting[]) {
  const wrong: string[] = [];
  const found = new Map<string, unknown>();
  for (const { env: name, required, default: fallback, schema } of wanted) {
    const given = env[name] || fallback;
    if (given === null) {
      if (required) wrong.push(`${name} is missing`);
      continue;
    }
    const value = schema.safeParse(given);
    if (value.success) found.set(name, value.data);
    else wrong.push(`${name} ${value.error.issues[0]?.message ?? 'is wrong'}`);
  }
  if (wrong.length > 0) throw new ConfigRefused(wrong.join('; '));
  const value = <T>(name: Name): T => found.get(name) as T;
  const smtp = withSignIn(value('SMTP_URL'), value('SMTP_SIGN_IN'));
  if (smtp === null)
    throw new ConfigRefused('SMTP_SIGN_IN non va insieme a una password in SMTP_URL: togli una delle due');
  return { smtp, mailFrom: value<MailAddress>('MAIL_FROM'), value };
}
