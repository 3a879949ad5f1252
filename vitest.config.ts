/**
 * Five projects by what they need running: `unit` nothing, `long` nothing but time, `store` a PostgreSQL of
 * its own, `temporal` and `browser` the servers of tests/servers.ts; when all files run they are one, `all`. All run in
 * a zone no town lives in: whoever leans on the machine's zone fails at once.
 */
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { LongestFirst } from './tests/longest-first.js';

// Before any worker is forked: a process reads its zone when it starts.
process.env['TZ'] = 'Pacific/Auckland';

/** Folders of tests/ that spoil whole files, install packages or live through years: too slow for the quick gate. */
const LONG = ['documents', 'annexes', 'bootstrap', 'oracle'];
/** Files of tests/ that talk to mail and name servers of their own, and wait for slow ones. */
const WIRED = ['mail/transport*', 'mail/sign-in', 'mail/pace', 'cli/doctor-mail'].map(
  (file) => `tests/${file}.test.ts`,
);
/** Folders of tests/ that talk to PostgreSQL only. */
const STORE = ['store', 'embedded'];
/** Folders of tests/ that talk to a Temporal server too. */
const TEMPORAL = ['workflows', 'worker', 'activities', 'api', 'stories'];

const ALL = ['tests/**/*.test.{ts,tsx}'];
const under = (folders: readonly string[]): string[] =>
  folders.map((folder) => `tests/${folder}/**/*.test.{ts,tsx}`);

const SERVERS = { globalSetup: ['tests/servers.ts'] };

const project = (test: TestProjectInlineConfiguration['test']): TestProjectInlineConfiguration => ({
  extends: true,
  ...(test === undefined ? {} : { test }),
});

const BY_NEED = [
  project({
    name: 'unit',
    include: ALL,
    exclude: [...under([...LONG, ...STORE, ...TEMPORAL, 'browser']), ...WIRED],
    testTimeout: 20_000,
  }),
  project({ name: 'long', include: [...under(LONG), ...WIRED], testTimeout: 20_000 }),
  project({ name: 'store', include: under(STORE), ...SERVERS, testTimeout: 30_000, hookTimeout: 60_000 }),
  project({
    name: 'temporal',
    include: under(TEMPORAL),
    ...SERVERS,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  }),
  project({
    name: 'browser',
    include: under(['browser']),
    ...SERVERS,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  }),
];

/** A worker serves one project: as one, what a worker has loaded serves every file after. See docs/adr/0053. */
const TOGETHER = [
  project({ name: 'all', include: ALL, ...SERVERS, testTimeout: 180_000, hookTimeout: 180_000 }),
];

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    env: { TZ: 'Pacific/Auckland' },
    pool: 'forks',
    // A file's modules stay for the next file of its worker: docs/adr/0051-tests-share-their-modules.md.
    isolate: false,
    setupFiles: ['tests/left-as-found.ts'],
    sequence: { sequencer: LongestFirst },
    // One more than the cores of a small machine: while one waits for a server, a timer or a browser, two think.
    maxWorkers: 3,
    projects: process.env['TRAGUARDO_TESTS'] === 'all' ? TOGETHER : BY_NEED,
  },
});
