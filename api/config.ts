/** What the API is told by its environment. A bad value stops the start with its name. */
import { z } from 'zod';
import { type MetricsConfig, metricsConfig, metricsSettings } from '../running/metrics-settings.js';
import { type OpenIdConfig, openIdConfig, openIdSettings } from './openid-settings.js';
import { type IsProxy, LOOPBACK_PROXY, proxyAddresses } from './proxies.js';

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

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'is not a port')
  .transform(Number)
  .refine((n) => n < 65_536, 'is not a port');
const url = (protocol: RegExp) => z.url({ protocol, error: 'is not an address of the right kind' });

/** Everything the API reads, but for the demo's switch, which is no setting (docs/adr/0026). */
export const settings: readonly Setting[] = [
  {
    env: 'DATABASE_URL',
    doc: 'PostgreSQL with the facts, as the role traguardo_app.',
    required: true,
    default: null,
    schema: url(/^postgres(ql)?$/),
  },
  {
    env: 'TEMPORAL_ADDRESS',
    doc: 'host:port of the Temporal server that commands are announced to.',
    required: true,
    default: null,
    schema: z.string().regex(/^[^\s:]+:\d+$/, 'is not host:port'),
  },
  {
    env: 'TEMPORAL_NAMESPACE',
    doc: "Temporal's namespace.",
    required: false,
    default: 'default',
    schema: z.string().min(1),
  },
  {
    env: 'PUBLIC_URL',
    doc: 'The address people type, as the TLS proxy shows it.',
    required: false,
    default: null,
    schema: url(/^https?$/),
  },
  {
    env: 'PROXY_ADDRESSES',
    doc: 'From where the TLS proxy comes: its X-Forwarded-For is believed, nobody else’s.',
    required: false,
    default: LOOPBACK_PROXY,
    schema: proxyAddresses,
  },
  {
    env: 'HOST',
    doc: 'The address the API listens on.',
    required: false,
    default: '127.0.0.1',
    schema: z.string().min(1),
  },
  { env: 'PORT', doc: 'The port the API listens on.', required: false, default: '8080', schema: port },
  {
    env: 'LOG_LEVEL',
    doc: 'The least severe line that is logged.',
    required: false,
    default: 'info',
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace']),
  },
  ...openIdSettings,
  ...metricsSettings,
];

export interface Config {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  /** `null` where no proxy stands in front. */
  readonly publicUrl: string | null;
  readonly isProxy: IsProxy;
  readonly host: string;
  readonly port: number;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';
  /** `null`: people enter by links alone. */
  readonly openId: OpenIdConfig | null;
  /** `null`: no figures are shown. */
  readonly metrics: MetricsConfig | null;
  /** The demo's doors are open: only ever on loopback, never behind a public address. */
  readonly demo: boolean;
}

/** The environment is not fit to start with; the message names every variable that is wrong. */
export class ConfigRefused extends Error {
  override readonly name = 'ConfigRefused';
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** An address that only this machine reaches. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host.replace(/^\[|\]$/g, ''));

/** Throws {@link ConfigRefused}. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const wrong: string[] = [];
  const read = new Map<string, unknown>();
  for (const { env: name, required, default: fallback, schema } of settings) {
    const given = env[name] || fallback;
    if (given === null) {
      if (required) wrong.push(`${name} is missing`);
      continue;
    }
    const value = schema.safeParse(given);
    if (value.success) read.set(name, value.data);
    else wrong.push(`${name} ${value.error.issues[0]?.message ?? 'is wrong'}`);
  }
  const value = <T>(name: string): T => (read.get(name) ?? null) as T;
  const isDemo = env['DEMO'] === '1';
  const openId = openIdConfig((name) => value(name));
  if (!openId.ok && !isDemo) wrong.push(openId.refusal);
  const metrics = metricsConfig(value('METRICS_PORT'), value('METRICS_HOST'), value('METRICS_TOKEN'));
  if (!metrics.ok) wrong.push(metrics.refusal);
  const config: Config = {
    databaseUrl: value('DATABASE_URL'),
    temporalAddress: value('TEMPORAL_ADDRESS'),
    temporalNamespace: value('TEMPORAL_NAMESPACE'),
    publicUrl: value('PUBLIC_URL'),
    isProxy: value('PROXY_ADDRESSES'),
    host: value('HOST'),
    port: value('PORT'),
    logLevel: value('LOG_LEVEL'),
    metrics: metrics.ok ? metrics.config : null,
    openId: openId.ok && !isDemo ? openId.config : null,
    demo: isDemo,
  };
  if (config.demo && !isLoopback(config.host))
    wrong.push(`HOST ${config.host} is not loopback: no demo there`);
  if (config.demo && config.publicUrl !== null && !isLoopback(new URL(config.publicUrl).hostname)) {
    wrong.push('PUBLIC_URL is not loopback: no demo behind a public address');
  }
  if (wrong.length > 0) throw new ConfigRefused(wrong.join('; '));
  return config;
}
