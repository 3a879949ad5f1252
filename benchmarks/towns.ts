/**
 * The board over five towns, as a Segretario of five sees it, with other towns in the database: server time without
 * a socket, and the tables that its statements read from end to end. BENCH_TOWNS: how many there are.
 */
import { randomBytes } from 'node:crypto';
import { createApp } from '../api/create-app.js';
import { createHealth } from '../api/health.js';
import { SESSION_COOKIE } from '../api/session.js';
import { instant } from '../domain/time/instant.js';
import type { Sql } from '../store/connection.js';
import { SESSION_MS } from '../store/entry/account-sessions.js';
import { newSecret } from '../store/entry/secret-token.js';
import { askSignIn, claimSignIn, enterBySignIn } from '../store/entry/sign-in.js';
import { type BenchStack, startBenchStack } from './bench-stack.js';
import { type Figure, percentile, rounded } from './figure.js';
import { makeTowns } from './many-towns.js';
import { planOf, statementsOf } from './statements.js';

const TOWNS = Number(process.env['BENCH_TOWNS'] ?? 400);
const WARM_UP = 30;
const REQUESTS = 200;
const SIZES = [
  { own: 5, bar: 150 },
  { own: 1, bar: null },
] as const;
/** A smaller table is read from end to end in no time, and PostgreSQL knows. */
const LARGE_TABLE = 5_000;

export async function benchTowns(): Promise<readonly Figure[]> {
  const stack = await startBenchStack();
  try {
    const towns = await makeTowns(stack, TOWNS);
    await stack.owner`update town set mode = 'trial' where id = any (${[...towns]})`;
    const figures: Figure[] = [{ what: 'towns in the database', value: towns.length, unit: 'count' }];
    for (const { own, bar } of SIZES) {
      const address = `segretario.di.${own}@prova.example`;
      await stack.owner`
        update person set email = ${address}
        from role_holder h where h.town = person.town and h.person = person.id and h.role = 'secretary'
          and person.town = any (${towns.slice(own, 2 * own)})`;
      await stack.owner`analyze person`;
      const cookie = await enter(stack.sql, address);
      const cpu = process.cpuUsage();
      const times = await timesOf(stack.sql, cookie);
      const { user, system } = process.cpuUsage(cpu);
      figures.push(
        {
          what: `/comuni of ${own} towns, server time, p95 of ${REQUESTS}`,
          value: rounded(percentile(times, 95)),
          unit: 'ms',
          ...(bar === null ? {} : { bar }),
        },
        { what: `/comuni of ${own} towns, p50`, value: rounded(percentile(times, 50)), unit: 'ms' },
        {
          what: `/comuni of ${own} towns, processor time of the API, each`,
          value: rounded((user + system) / 1000 / (WARM_UP + REQUESTS)),
          unit: 'ms',
        },
      );
    }
    return [...figures, ...(await plans(stack, towns[5] ?? ''))];
  } finally {
    await stack.stop();
  }
}

/** The cookie of somebody who entered by a link. */
async function enter(sql: Sql, address: string): Promise<string> {
  const at = instant(Date.now());
  const until = instant(at + SESSION_MS);
  const [browser, link, session] = [newSecret(), newSecret(), newSecret()];
  await askSignIn(sql, { address, browserHash: browser.hash, codeHash: browser.hash, at });
  await claimSignIn(sql, { hash: link.hash, at, lease: until });
  const shown = { hash: link.hash, browserHash: browser.hash, code: '' };
  const outcome = await enterBySignIn(sql, { ...shown, session: session.hash, at, until });
  if (outcome !== 'entered') throw new Error(`${address} could not enter: ${outcome}`);
  return `${SESSION_COOKIE}=${session.token}`;
}

async function timesOf(sql: Sql, cookie: string): Promise<readonly number[]> {
  const ask = boardFor(sql, cookie);
  const times: number[] = [];
  for (let request = 0; request < WARM_UP + REQUESTS; request++) {
    const start = performance.now();
    await ask();
    if (request >= WARM_UP) times.push(performance.now() - start);
  }
  return times;
}

function boardFor(sql: Sql, cookie: string): () => Promise<void> {
  const now = () => instant(Date.now());
  const app = createApp({
    ...{ sql, now, secret: randomBytes(32), publicUrl: null, secure: false, demo: null },
    announcer: { tell: () => undefined, settled: () => Promise.resolve() },
    health: createHealth(sql, () => Promise.resolve(true), now),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  return async () => {
    const answer = await app.request('/comuni', { headers: { cookie } });
    const text = await answer.text();
    if (answer.status !== 200 || !text.includes('I miei Comuni'))
      throw new Error(`/comuni: ${answer.status}`);
  };
}

/** Of the statements of a board of one town, those that read a large table from end to end. */
async function plans({ sql, owner, database }: BenchStack, town: string): Promise<readonly Figure[]> {
  const rows = await owner<{ table: string }[]>`
    select relname::text as table from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and reltuples > ${LARGE_TABLE}`;
  const large = new Set(rows.map(({ table }) => table));
  const cookie = await enter(sql, 'segretario.di.1@prova.example');
  const statements = await statementsOf(database.app, (listening) => boardFor(listening, cookie)());
  let sequential = 0;
  for (const statement of statements) {
    const plan = await planOf(sql, town, statement);
    const whole = plan.sequential.filter((table) => large.has(table));
    sequential += whole.length;
    if (whole.length > 0)
      process.stderr.write(
        `  reads ${whole.join(', ')} whole: ${statement.text.replaceAll(/\s+/g, ' ').slice(0, 120)}\n`,
      );
  }
  return [
    { what: 'statements of the board of one town', value: statements.length, unit: 'count' },
    { what: 'large tables that they read from end to end', value: sequential, unit: 'count', bar: 0 },
  ];
}
