/** The settings about the endpoint with figures, the same for worker and API. */
import { z } from 'zod';

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];
/** As many letters as 96 random bits have in base 64. */
const LEAST_TOKEN = 16;

/** `null`: no endpoint. */
export const metricsSettings = [
  {
    env: 'METRICS_PORT',
    doc: 'The port of /metrics for Prometheus; empty: there is none. Never the port of the pages.',
    required: false,
    default: '',
    schema: z
      .string()
      .refine((text) => text === '' || (/^\d{1,5}$/.test(text) && Number(text) < 65_536), 'is not a port')
      .transform((text) => (text === '' ? null : Number(text))),
  },
  {
    env: 'METRICS_HOST',
    doc: 'The address /metrics listens on; anything but loopback wants METRICS_TOKEN.',
    required: false,
    default: '127.0.0.1',
    schema: z.string().min(1),
  },
  {
    env: 'METRICS_TOKEN',
    doc: 'What Prometheus shows as "Authorization: Bearer …"; empty: nothing is asked for, on loopback only.',
    required: false,
    default: '',
    schema: z
      .string()
      .refine(
        (text) => text === '' || text.length >= LEAST_TOKEN,
        `is shorter than ${LEAST_TOKEN} characters`,
      )
      .transform((text) => (text === '' ? null : text)),
  },
] as const;

/** Where the figures are shown, and to whom. */
export interface MetricsConfig {
  readonly port: number;
  readonly host: string;
  readonly token: string | null;
}

/** The three settings together. `refusal`: why they do not fit each other. */
export function metricsConfig(
  port: number | null,
  host: string,
  token: string | null,
):
  | { readonly ok: true; readonly config: MetricsConfig | null }
  | { readonly ok: false; readonly refusal: string } {
  if (port === null) return { ok: true, config: null };
  if (token === null && !LOOPBACK.includes(host))
    return { ok: false, refusal: `METRICS_HOST ${host} is not loopback: set METRICS_TOKEN` };
  return { ok: true, config: { port, host, token } };
}
