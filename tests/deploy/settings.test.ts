/** The config schemas, docker-compose.yml and .env.example say the same. */
import { describe, expect, it } from 'vitest';
import { settings as apiSettings } from '../../api/config.js';
import { settings as workerSettings } from '../../worker/config.js';
import { ComposeFile, composeFile, envExample, placeholders } from './compose-file.js';

const compose = ComposeFile.parse(composeFile);
const lines = envExample();
/** Read by nobody's schema: what Compose itself, the databases and the images take. */
const OF_COMPOSE = new Set([
  ...['FACTS_ADMIN_PASSWORD', 'FACTS_OWNER_PASSWORD', 'FACTS_APP_PASSWORD', 'TEMPORAL_DATABASE_PASSWORD'],
  ...['WORKERS', 'APIS', 'API_PORTS'],
  ...['TRAGUARDO_VERSION', 'TEMPORAL_VERSION', 'TEMPORAL_UI_VERSION', 'MAILPIT_VERSION'],
]);
/** Read by `traguardo migrate` alone, which has no process of its own to configure. */
const OF_MIGRATE = new Set(['DATABASE_OWNER_URL']);

/** Handed by `embedded/` to its own children, and by nobody else: documented nowhere as a setting. */
const OF_SUPERVISOR = new Set(['DEMO', 'DATA_DIR', 'NIGHTLY_COPIES']);

/** What both schemas say of a variable. */
interface Documented {
  readonly env: string;
  readonly doc: string;
  readonly required: boolean;
  readonly default: string | null;
}

const processes: readonly (readonly [string, readonly Documented[]])[] = [
  ['worker', workerSettings],
  ['api', apiSettings],
];

describe.each(processes)('the settings of %s', (name, settings) => {
  const given = Object.keys(compose.services[name]?.environment ?? {});

  it('are all documented in .env.example', () => {
    const shown = new Set(lines.map((line) => line.name));
    const named = settings.map(({ env }) => env);
    expect(named.filter((env) => !shown.has(env) && !OF_SUPERVISOR.has(env))).toEqual([]);
  });

  it('that are required are given by docker-compose.yml', () => {
    const required = settings.filter((setting) => setting.required).map(({ env }) => env);
    expect(required.filter((env) => !given.includes(env))).toEqual([]);
  });

  it('are the only ones that docker-compose.yml gives', () => {
    expect(given.filter((env) => !settings.some((setting) => setting.env === env))).toEqual([]);
  });

  it('each say what they are for', () => {
    expect(settings.filter(({ doc }) => doc.length < 10)).toEqual([]);
  });

  it('have the default that docker-compose.yml gives them, but for the namespace that it makes itself', () => {
    const own = new Set(['TEMPORAL_NAMESPACE', 'HOST', 'METRICS_HOST']);
    const differing = settings.flatMap((setting) => {
      const value = placeholders.find(
        ({ name: env, kind }) => env === setting.env && kind === 'default',
      )?.value;
      return value === undefined || own.has(setting.env) || value === (setting.default ?? '')
        ? []
        : [`${setting.env}: ${value} here, ${setting.default ?? 'none'} there`];
    });
    expect(differing).toEqual([]);
  });
});

describe('.env.example', () => {
  it('has every value that docker-compose.yml takes, with the same default', () => {
    const missing = placeholders.filter(({ name, kind, value }) => {
      const line = lines.find((candidate) => candidate.given && candidate.name === name);
      return line === undefined || (kind === 'default' && line.value !== value);
    });
    expect(missing).toEqual([]);
  });

  it('names nothing that nobody reads', () => {
    const read = new Set([...workerSettings, ...apiSettings].map(({ env }) => env));
    const unread = lines.filter(
      ({ name }) => !read.has(name) && !OF_COMPOSE.has(name) && !OF_MIGRATE.has(name),
    );
    expect(unread).toEqual([]);
  });

  it('explains every value in a comment above it', () => {
    const lonely = lines.filter(({ documented }) => !documented);
    expect(lonely).toEqual([]);
  });

  it('names every value once', () => {
    expect(new Set(lines.map(({ name }) => name)).size).toBe(lines.length);
  });
});
