/**
 * Pages with every municipality of the country in the database: server times in towns taken at random, the plans
 * of their statements, and what looks across all towns. BENCH_TOWNS: fewer of them.
 */
import { instant } from '../domain/time/instant.js';
import { overdueBefore } from '../domain/time/overdue.js';
import { civilDateAt } from '../domain/time/zone.js';
import { backlog, claimAnnouncements, overdueWorkflows } from '../store/across-towns.js';
import { factsClock } from '../store/facts-clock.js';
import { figuresOf } from '../store/figures.js';
import { inTown } from '../store/in-town.js';
import { loadStaff } from '../store/people/absences.js';
import { appWithoutSocket } from './app-without-socket.js';
import { type BenchStack, startBenchStack } from './bench-stack.js';
import { COUNTRY, makeCountry } from './country.js';
import { type Figure, percentile, rounded } from './figure.js';
import { processorTime } from './processor-time.js';
import { planOf, statementsOf } from './statements.js';

const TOWNS = Number(process.env['BENCH_TOWNS'] ?? COUNTRY.towns);
const WARM_UP = 30;
const REQUESTS = 300;
/** p95 in milliseconds. */
const PAGES = [
  // What a page costs that reads nothing: the noise of the machine.
  { path: '/salute/vivo', role: 'secretary', bar: 100 },
  { path: '/cruscotto', role: 'secretary', bar: 100 },
  { path: '/le-mie-scadenze', role: 'head', bar: 100 },
  { path: '/scadenze', role: 'secretary', bar: 100 },
  { path: '/obiettivi', role: 'secretary', bar: 100 },
  { path: '/avvisi', role: 'secretary', bar: 100 },
] as const;
/** A smaller table is read from end to end in no time, and PostgreSQL knows. */
const LARGE_TABLE = 20_000;
const say = (line: string): void => void process.stderr.write(`${line}\n`);

export async function benchLarge(): Promise<readonly Figure[]> {
  const stack = await startBenchStack();
  try {
    const began = performance.now();
    const { towns, rows } = await makeCountry(stack, { ...COUNTRY, towns: TOWNS }, say);
    const made = (performance.now() - began) / 1000;
    say(`largest tables: ${rows.map(({ table, rows: count }) => `${table} ${count}`).join(', ')}`);
    const large = new Set(rows.filter(({ rows: count }) => count > LARGE_TABLE).map(({ table }) => table));
    const [{ objectives } = { objectives: 0 }] = await stack.owner<{ objectives: number }[]>`
      select count(*) as objectives from objective`;
    const figures: Figure[] = [
      { what: 'towns', value: towns.length, unit: 'count' },
      { what: 'objectives', value: objectives, unit: 'count' },
      { what: 'made in', value: rounded(made), unit: 's' },
    ];
    for (const page of PAGES) figures.push(...(await measured(stack, towns, page, large)));
    return [...figures, ...(await acrossTowns(stack))];
  } finally {
    await stack.stop();
  }
}

/** The n-th of a walk through the country that visits all towns before it comes back to one. */
const visited = (towns: readonly string[], n: number): string => towns[(n * 7_919) % towns.length] ?? '';

async function measured(
  { sql, database, announcer }: BenchStack,
  towns: readonly string[],
  { path, role, bar }: (typeof PAGES)[number],
  large: ReadonlySet<string>,
): Promise<readonly Figure[]> {
  const app = appWithoutSocket(sql, announcer);
  const times: number[] = [];
  const people = await Promise.all(
    Array.from({ length: WARM_UP + REQUESTS }, async (_, request) => {
      const town = visited(towns, request);
      return { town, person: await personOf(sql, town, role) };
    }),
  );
  let before = 0;
  for (const [request, { town, person }] of people.entries()) {
    if (request === WARM_UP) before = await processorTime(sql, 'bench');
    const took = await app.timeOf(path, town, person);
    if (request >= WARM_UP) times.push(took);
  }
  const processor = ((await processorTime(sql, 'bench')) - before) / REQUESTS;
  const town = visited(towns, 1);
  const person = await personOf(sql, town, role);
  const statements = await statementsOf(database.app, (listening) =>
    appWithoutSocket(listening, announcer).timeOf(path, town, person),
  );
  const sequential: string[] = [];
  for (const statement of statements) {
    const plan = await planOf(sql, town, statement);
    sequential.push(...plan.sequential.filter((table) => large.has(table)));
    const shown = statement.text.replaceAll(/\s+/g, ' ').trim().slice(0, 90);
    say(`  ${path} ${rounded(plan.ms)} ms: ${shown}\n      ${plan.scans.join(', ') || 'no table'}`);
  }
  return [
    {
      what: `${path}, server time, p95 of ${REQUESTS} in as many towns`,
      value: rounded(percentile(times, 95)),
      unit: 'ms',
      bar,
    },
    { what: `${path}, server time, p50`, value: rounded(percentile(times, 50)), unit: 'ms' },
    {
      what: `${path}, processor time of application and database, mean`,
      value: rounded(processor),
      unit: 'ms',
    },
    { what: `${path}, statements`, value: statements.length, unit: 'count' },
    {
      what: `${path}, large tables read from end to end`,
      value: sequential.length,
      unit: 'count',
      bar: 0,
    },
  ];
}

const personOf = (sql: BenchStack['sql'], town: string, role: 'secretary' | 'head'): Promise<string> =>
  inTown(sql, town, async (tx) => {
    const { today } = await factsClock(tx, instant(Date.now()));
    const { holders } = await loadStaff(tx, today);
    const key = role === 'head' ? [...holders.keys()].find((one) => one.startsWith('head:')) : role;
    return holders.get(key as never)?.[0]?.id ?? '';
  });

class Undone extends Error {}
const BACKLOG = 20_000;
const LATE = 5_000;

/** What relay, watchdog, health and metrics ask, with a morning's backlog that nothing of stays. */
async function acrossTowns({ owner, sql }: BenchStack): Promise<readonly Figure[]> {
  const now = instant(Date.now());
  const figures: Figure[] = [];
  const timed = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    const start = performance.now();
    await work();
    figures.push({ what, value: rounded(performance.now() - start), unit: 'ms', bar: 100 });
  };
  const idle = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    await work();
    await timed(what, work);
  };
  const today = civilDateAt(now, 'Europe/Rome');
  await idle('health asks what waits', () => backlog(sql, overdueBefore(now)));
  await idle('metrics ask for their figures', () => figuresOf(sql, today));
  await idle('the watchdog looks', () => overdueWorkflows(sql, overdueBefore(now), 200));
  await owner
    .begin(async (tx) => {
      await tx`insert into announcement (town, workflow_id, workflow_type, args, created_at)
        select town, workflow_id, workflow_type, args, ${instant(now - 60_000)}
        from workflow_next where workflow_type = 'objective' limit ${BACKLOG}`;
      await tx`update workflow_next set next_at = ${instant(now - 3_600_000)}
        where ctid = any (array(select ctid from workflow_next limit ${LATE}))`;
      await timed(`the relay takes 200 of ${BACKLOG} announcements`, () => claimAnnouncements(tx, now, 200));
      await timed(`the watchdog takes 200 of ${LATE} late workflows`, () =>
        overdueWorkflows(tx, overdueBefore(now), 200),
      );
      await timed('health asks what waits, with that backlog', () => backlog(tx, overdueBefore(now)));
      throw new Undone('nothing stays');
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  return figures;
}
