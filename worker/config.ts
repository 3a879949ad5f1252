/** What the worker is told by its environment. A bad value stops the start with its name. */
import { z } from 'zod';
import { mailboxOf } from '../activities/sender.js';
import type { MailAddress } from '../mail/mail-address.js';
import type { MailPace } from '../mail/pace.js';
import { type SmtpSettings, withSignIn } from '../mail/smtp-settings.js';
import { type MetricsConfig, metricsConfig, metricsSettings } from '../running/metrics-settings.js';
import { publicAddress } from '../running/public-address.js';
import {
  ConfigRefused,
  type Environment,
  type LogLevel,
  readSettings,
  type Setting,
  storeSettings,
  together,
} from '../running/settings.js';
import { type ReturnConfig, returnConfig, returnSettings } from './return-settings.js';
import { sendingSettings } from './sending-settings.js';

const mailbox = z.string().transform((text, context): MailAddress => {
  const read = mailboxOf(text);
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: `"${text}" is neither "Name <address>" nor an address` });
  return z.NEVER;
});

/** Everything the worker reads. */
export const settings = [
  ...storeSettings,
  ...sendingSettings,
  {
    env: 'MAIL_FROM',
    doc: 'The sender of the notices: "Name <address>"; what people write back comes to it.',
    required: true,
    default: null,
    example: 'Traguardo <traguardo@comune.example>',
    schema: mailbox,
  },
  ...returnSettings,
  {
    env: 'PUBLIC_URL',
    doc: 'The address people type; links in mails begin with it.',
    required: true,
    default: null,
    example: 'https://performance.comune.example',
    schema: publicAddress,
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
  readonly logLevel: LogLevel;
  /** `null`: no figures are shown. */
  readonly metrics: MetricsConfig | null;
  /** The folder of the nightly copies; `null` where nobody makes them here. */
  readonly copies: string | null;
}

type Name = (typeof settings)[number]['env'];

/** Throws `ConfigRefused`. */
export function readConfig(env: Environment): Config {
  const { smtp, mailFrom, value } = read(env, settings);
  const returns = returnsOf(value);
  const metrics = metricsConfig(value('METRICS_PORT'), value('METRICS_HOST'), value('METRICS_TOKEN'));
  if (!metrics.ok) throw new ConfigRefused([together(metrics.refusal)]);
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

/** What it takes to hand over one mail, and to read what comes back. Throws `ConfigRefused`. */
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
  if (!returns.ok) throw new ConfigRefused([together(returns.refusal)]);
  return returns.config;
}

function read(env: Environment, wanted: readonly Setting[]) {
  const { wrong, value: of } = readSettings(env, wanted);
  if (wrong.length > 0) throw new ConfigRefused(wrong);
  const value = <T>(name: Name): T => of(name);
  const smtp = withSignIn(value('SMTP_URL'), value('SMTP_SIGN_IN'));
  if (smtp === null)
    throw new ConfigRefused([
      together('SMTP_SIGN_IN non va insieme a una password in SMTP_URL: togli una delle due'),
    ]);
  return { smtp, mailFrom: value<MailAddress>('MAIL_FROM'), value };
}
