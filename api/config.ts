/** What the API is told by its environment. A bad value stops the start with its name. */
import { z } from 'zod';
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
import { type OpenIdConfig, openIdConfig, openIdSettings } from './openid-settings.js';
import { type IsProxy, LOOPBACK_PROXY, proxyAddresses } from './proxies.js';

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'is not a port')
  .transform(Number)
  .refine((n) => n < 65_536, 'is not a port');

/** Everything the API reads, but for the demo's switch, which is no setting (docs/adr/0026). */
export const settings: readonly Setting[] = [
  ...storeSettings,
  {
    env: 'PUBLIC_URL',
    doc: 'The address people type, as the TLS proxy shows it.',
    required: false,
    default: null,
    schema: publicAddress,
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
  readonly logLevel: LogLevel;
  /** `null`: people enter by links alone. */
  readonly openId: OpenIdConfig | null;
  /** `null`: no figures are shown. */
  readonly metrics: MetricsConfig | null;
  /** The demo's doors are open: only ever on loopback, never behind a public address. */
  readonly demo: boolean;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** An address that only this machine reaches. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host.replace(/^\[|\]$/g, ''));

/** Throws `ConfigRefused`. */
export function readConfig(env: Environment): Config {
  const { value, wrong: misread } = readSettings(env, settings);
  const wrong = [...misread];
  const isDemo = env['DEMO'] === '1';
  const openId = openIdConfig((name) => value(name));
  if (!openId.ok && !isDemo) wrong.push(together(openId.refusal));
  const metrics = metricsConfig(value('METRICS_PORT'), value('METRICS_HOST'), value('METRICS_TOKEN'));
  if (!metrics.ok) wrong.push(together(metrics.refusal));
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
    wrong.push(together(`HOST ${config.host} is not loopback: no demo there`));
  if (config.demo && config.publicUrl !== null && !isLoopback(new URL(config.publicUrl).hostname)) {
    wrong.push(together('PUBLIC_URL is not loopback: no demo behind a public address'));
  }
  if (wrong.length > 0) throw new ConfigRefused(wrong);
  return config;
}
