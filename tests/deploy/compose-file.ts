import { parse } from 'yaml';
import { z } from 'zod';
import { textOf } from '../architecture/house-files.js';

const Duration = z.string().regex(/^\d+(ms|s|m)$/);
const Environment = z.record(z.string().regex(/^[A-Z][A-Z0-9_]*$/), z.string());
const Logging = z.strictObject({ driver: z.literal('json-file'), options: z.record(z.string(), z.string()) });

const HealthCheck = z.strictObject({
  test: z.tuple([z.enum(['CMD', 'CMD-SHELL'])], z.string()),
  interval: Duration,
  timeout: Duration,
  retries: z.int().positive(),
  start_period: Duration.optional(),
});

const DependsOn = z.record(
  z.string(),
  z.strictObject({
    condition: z.enum(['service_started', 'service_healthy', 'service_completed_successfully']),
  }),
);

/** The part of the Compose Specification that we use; strict, so that a misspelt key is refused. */
const Service = z.strictObject({
  image: z.string().min(1),
  build: z.string().optional(),
  init: z.boolean().optional(),
  restart: z.string().regex(/^(unless-stopped|on-failure:\d+)$/),
  profiles: z.array(z.string()).optional(),
  depends_on: DependsOn.default({}),
  environment: Environment.default({}),
  entrypoint: z.array(z.string()).optional(),
  command: z.array(z.string()).optional(),
  configs: z.array(z.strictObject({ source: z.string(), target: z.string().startsWith('/') })).default([]),
  volumes: z.array(z.string().regex(/^[a-z]+:\/[\w/]+$/, 'a named volume and a path')).default([]),
  networks: z.array(z.string()).min(1),
  ports: z.array(z.string()).default([]),
  deploy: z.strictObject({ replicas: z.string() }).optional(),
  healthcheck: HealthCheck.optional(),
  stop_grace_period: Duration.optional(),
  shm_size: z.string().optional(),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string()).optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  logging: Logging,
});
export type Service = z.infer<typeof Service>;

export const ComposeFile = z.strictObject({
  name: z.string(),
  'x-product': z.unknown(),
  services: z.record(z.string(), Service),
  configs: z.record(z.string(), z.strictObject({ content: z.string() })),
  networks: z.record(z.string(), z.strictObject({ internal: z.boolean().optional() })),
  volumes: z.record(z.string(), z.strictObject({})),
});

const text = textOf('docker-compose.yml');

/** docker-compose.yml with anchors and merges resolved, as Compose sees it; values are not yet filled in. */
export const composeFile: unknown = parse(text, { merge: true });

/** A `${NAME:-default}` or `${NAME:?message}` of docker-compose.yml. */
export interface Placeholder {
  readonly name: string;
  readonly kind: 'default' | 'required' | 'bare';
  readonly value: string;
}

/** Every value that docker-compose.yml takes from `.env`; `$$` is a dollar for the shell, not one of them. */
export const placeholders: readonly Placeholder[] = [
  ...text.replaceAll('$$', '').matchAll(/\$\{([A-Z_]+)(?:(:-|:\?)([^}]*))?\}/g),
].map(([, name = '', mark, value = '']) => ({
  name,
  kind: mark === ':-' ? 'default' : mark === ':?' ? 'required' : 'bare',
  value,
}));

/** A line `NAME=value` of .env.example; `given` is false for one that is only shown, behind a `#`. */
export interface EnvLine {
  readonly name: string;
  readonly value: string;
  readonly given: boolean;
  readonly documented: boolean;
}

/** The values of .env.example, in order. Documented: a comment stands above it or above its group. */
export function envExample(): readonly EnvLine[] {
  let documented = false;
  return textOf('.env.example')
    .split('\n')
    .flatMap((line) => {
      const [, hidden, name, value = ''] = /^(# )?([A-Z][A-Z0-9_]*)=(.*)$/.exec(line) ?? [];
      if (name === undefined) {
        documented = line.startsWith('# ') && !line.startsWith('# ---');
        return [];
      }
      return [{ name, value, given: hidden === undefined, documented }];
    });
}
