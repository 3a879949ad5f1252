/**
 * The JSON API under schemathesis: the real application on loopback with PostgreSQL and Temporal, two towns of one
 * making, and in turn the keys of both Segretari with ids of both. Part of the gate, with the seed below.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openDataFolder } from '../embedded/data-folder.js';
import { freePort } from '../embedded/free-port.js';
import { answersAt, startNodePart } from '../embedded/node-part.js';
import { migrateDatabase, startDatabase } from '../embedded/stack-database.js';
import { startTime } from '../embedded/stack-temporal.js';
import { Supervisor } from '../embedded/supervisor.js';
import { connect, type Sql } from '../store/connection.js';
import { benchFolder } from './bench-folder.js';
import { type Figure, rounded } from './figure.js';
import { type OpenApi, withRealValues } from './fuzz-document.js';
import { type FuzzTown, fuzzTown, idsOf } from './fuzz-towns.js';
import { type Watch, watchApplication } from './fuzz-watch.js';
import { ensureSchemathesis, fuzz } from './schemathesis.js';

const GATE = { seed: 20_261_123, examples: 2 };
/** Of each run: in the gate a minute on two busy cores is usual. */
const LIMIT_MS = { gate: 400_000, thorough: 3_600_000 };
/** With this many examples an operation somebody has the time for everything. */
const THOROUGH = 50;

/** `npm run bench -- fuzz [SEED] [EXAMPLES an operation; from 50 on with the bounds of every schema]`. Findings go to stderr, and the process ends with 1. */
export async function benchFuzz(): Promise<readonly Figure[]> {
  const [seed, examples] = [numberOr(process.argv[3], GATE.seed), numberOr(process.argv[4], GATE.examples)];
  const packages = await ensureSchemathesis();
  const folder = benchFolder();
  const data = openDataFolder(folder.data);
  const supervisor = new Supervisor({ tell: () => undefined, log: () => undefined });
  let sql: Sql | null = null;
  let watch: Watch | null = null;
  const since = Date.now();
  try {
    const database = await startDatabase(supervisor, data, {});
    await migrateDatabase(database);
    const temporal = await startTime(supervisor, data, {}, null, () => undefined);
    sql = connect(database.app, { max: 4, applicationName: 'fuzz' });
    const towns = [await fuzzTown(sql, 'Diqua'), await fuzzTown(sql, 'Dila')] as const;
    const port = await freePort();
    const settings = { DATABASE_URL: database.app, TEMPORAL_ADDRESS: temporal, PORT: String(port) };
    const env = { ...process.env, ...settings, LOG_LEVEL: 'warn' };
    const ready = answersAt(`http://127.0.0.1:${port}/salute/pronto`);
    const part = { data: data.folder, log: data.log, name: 'le pagine', program: 'api/main', env, ready };
    await supervisor.start('le pagine', (signal) => startNodePart({ ...part, signal }));
    watch = await watchApplication(port);
    const started = Date.now();
    const run = { packages, folder: data.folder, watch, sql, seed, examples };
    const said = [await asOne(run, towns[0], towns[1]), await asOne(run, towns[1], towns[0])];
    const findings = [...said.filter((one) => one !== null), ...watch.findings];
    for (const finding of findings) process.stderr.write(`${finding}\n`);
    if (findings.length > 0) process.exitCode = 1;
    return figuresOf(watch, {
      startMs: started - since,
      runMs: Date.now() - started,
      findings: findings.length,
    });
  } finally {
    await watch?.stop();
    await sql?.end({ timeout: 2 });
    await supervisor.stop();
    await folder.remove();
  }
}

interface Run {
  readonly packages: string;
  readonly folder: string;
  readonly watch: Watch;
  readonly sql: Sql;
  readonly seed: number;
  readonly examples: number;
}

/** With the key of one, and ids of both. What schemathesis found, or that the key stopped opening. */
async function asOne(
  { packages, folder, watch, sql, seed, examples }: Run,
  who: FuzzTown,
  other: FuzzTown,
): Promise<string | null> {
  watch.guard({ ids: await idsOf(sql, other.town), mark: other.mark });
  const described = (await (await fetch(`${watch.url}/api/openapi.json`)).json()) as OpenApi;
  const document = path.join(folder, `openapi-${who.mark}.json`);
  await writeFile(document, JSON.stringify(await withRealValues(described, who.things, other.things)));
  const thorough = examples >= THOROUGH;
  const wish = {
    folder: packages,
    document,
    url: watch.url,
    key: who.key,
    seed,
    examples,
    thorough,
    limitMs: thorough ? LIMIT_MS.thorough : LIMIT_MS.gate,
  };
  const said = await fuzz(wish);
  const me = await fetch(`${watch.url}/api/v1/me`, { headers: { authorization: `Bearer ${who.key}` } });
  // A run that shut itself out would find nothing and look clean.
  return me.status === 200
    ? said
    : `${said ?? ''}\nthe key of ${who.mark} does not open any more (${me.status})`;
}

function figuresOf(
  { answered }: Watch,
  { startMs, runMs, findings }: { startMs: number; runMs: number; findings: number },
): readonly Figure[] {
  const operations = [...answered.values()];
  const count = (is: (status: number) => boolean): number =>
    operations
      .flatMap((statuses) => [...statuses])
      .reduce((sum, [status, n]) => sum + (is(status) ? n : 0), 0);
  return [
    { what: 'two towns and the application started', value: rounded(startMs / 1000), unit: 's' },
    { what: 'both runs of schemathesis', value: rounded(runMs / 1000), unit: 's', bar: 75 },
    { what: 'requests', value: count(() => true), unit: 'count' },
    { what: 'of them went well', value: count((status) => status < 300), unit: 'count' },
    { what: 'of them were refused', value: count((status) => status >= 400 && status < 500), unit: 'count' },
    {
      what: 'paths with something that went well',
      value: operations.filter((statuses) => [...statuses.keys()].some((status) => status < 300)).length,
      unit: 'count',
    },
    { what: 'findings', value: findings, unit: 'count', bar: 0 },
  ];
}

const numberOr = (given: string | undefined, otherwise: number): number =>
  /^\d{1,9}$/.test(given ?? '') ? Number(given) : otherwise;
