/**
 * What row-level security costs the dashboard: its statements as `traguardo_app` under the policies, and the same
 * statements by a role that passes them, on views in which each table has its town written into it. Both in turn, in the
 * same minute, in the same towns.
 */

import { loadDashboard } from '../api/queries/dashboard.js';
import { instant } from '../domain/time/instant.js';
import { type AnyTx, connect, type Sql } from '../store/connection.js';
import { inTown } from '../store/in-town.js';
import { type BenchStack, startBenchStack } from './bench-stack.js';
import { COUNTRY, makeCountry } from './country.js';
import { type Figure, percentile, rounded } from './figure.js';
import { type Statement, statementsOf } from './statements.js';

const TOWNS = Number(process.env['BENCH_TOWNS'] ?? 500);
const MEASURED = 5;
const WARM_UP = 60;
const ROUNDS = 300;
const say = (line: string): void => void process.stderr.write(`${line}\n`);

export async function benchRls(): Promise<readonly Figure[]> {
  const stack = await startBenchStack();
  const { database } = stack;
  const pairs: Pair[] = [];
  try {
    const { towns } = await makeCountry(stack, { ...COUNTRY, towns: TOWNS }, say);
    const some = towns.slice(0, MEASURED);
    for (const [nth, town] of some.entries()) pairs.push(await pairOf(stack, `plain_${nth}`, town));
    const first = some[0] ?? '';
    const now = instant(Date.now());
    const statements = await statementsOf(database.app, (sql) =>
      inTown(sql, first, (tx) => loadDashboard(tx, now, null)),
    );
    const [under, past]: [number[], number[]] = [[], []];
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      const pair = pairs[round % pairs.length];
      if (pair === undefined) continue;
      const ways = [
        () => timed(under, round, () => inTown(pair.app, pair.town, (tx) => all(tx, statements))),
        () => timed(past, round, () => pair.plain.begin((tx) => all(tx, statements))),
      ];
      // Neither always comes second, when the pages are in the cache.
      for (const way of round % 2 === 0 ? ways : ways.reverse()) await way();
    }
    for (const pair of pairs) await sameRows(pair, statements);
    const [mine, theirs] = [percentile(under, 50), percentile(past, 50)];
    return [
      { what: 'towns in the database', value: towns.length, unit: 'count' },
      { what: "statements of the dashboard's reading", value: statements.length, unit: 'count' },
      { what: `under row-level security, p50 of ${ROUNDS}`, value: rounded(mine), unit: 'ms' },
      { what: 'past it, the town written into each table, p50', value: rounded(theirs), unit: 'ms' },
      { what: 'row-level security costs', value: rounded(mine / theirs), unit: 'ratio', bar: 1.15 },
    ];
  } finally {
    for (const { app, plain } of pairs)
      await Promise.all([app.end({ timeout: 2 }), plain.end({ timeout: 2 })]);
    await stack.stop();
  }
}

async function timed(into: number[], round: number, work: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  await work();
  if (round >= WARM_UP) into.push(performance.now() - start);
}

/** All in one go, as the page asks them. */
const all = (tx: AnyTx, statements: readonly Statement[]): Promise<readonly (readonly unknown[])[]> =>
  Promise.all(statements.map(({ text, values }) => tx.unsafe(text, values as never, { prepare: true })));

/** Two connections to one town, each with its plans kept: under the policies, and past them. */
interface Pair {
  readonly town: string;
  readonly app: Sql;
  readonly plain: Sql;
}

async function pairOf(stack: BenchStack, schema: string, town: string): Promise<Pair> {
  await plainTown(stack, schema, town);
  const options = { max: 1, applicationName: 'bench' };
  const plain = connect(stack.database.owner, options);
  // Once for all: a search path that changes makes every plan anew.
  await plain`select set_config('search_path', ${`${schema}, public`}, false)`;
  return { town, plain, app: connect(stack.database.app, options) };
}

/** Views over the rows of one town. */
async function plainTown({ owner }: BenchStack, schema: string, town: string): Promise<void> {
  await owner.unsafe(`create schema ${schema}`);
  const tables = await owner<{ name: string; key: string }[]>`
    select c.relname as name, case when c.relname = 'town' then 'id' else 'town' end as key from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and (c.relname = 'town' or exists (
      select from pg_attribute a where a.attrelid = c.oid and a.attname = 'town' and not a.attisdropped))`;
  for (const { name, key } of tables)
    await owner.unsafe(
      `create view ${schema}.${name} as select * from public.${name} where ${key} = '${town}'`,
    );
}

/** A comparison of two different questions would be worth nothing. */
async function sameRows({ town, app, plain }: Pair, statements: readonly Statement[]): Promise<void> {
  const count = (answers: readonly (readonly unknown[])[]): string => answers.map((one) => one.length).join();
  const under = count(await inTown(app, town, (tx) => all(tx, statements)));
  if (under !== count(await plain.begin((tx) => all(tx, statements))))
    throw new Error(`not the same rows in town ${town}`);
}
