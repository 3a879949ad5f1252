/** As many towns as one likes, each with the example's plan and people, in seconds: one is made, the others are copies of its rows. */
import { randomUUID } from 'node:crypto';
import { readExample } from '../embedded/example-files.js';
import { ensurePlan, ensureTown } from '../embedded/example-town.js';
import type { AnyTx } from '../store/connection.js';
import type { BenchStack } from './bench-stack.js';

/** In the order in which they refer to each other. What a town has lived through (commands, audit, announcements) is not copied. */
const TABLES = [
  'person',
  'sector',
  'role_holder',
  'cycle',
  'act',
  'plan_version',
  'cycle_sector',
  'objective',
  'sector_weight',
  'indicator',
  'milestone',
  'obligation',
] as const;

/** Ids of the copies. Nothing has been announced to their workflows. */
export async function makeTowns({ sql, owner }: BenchStack, count: number): Promise<readonly string[]> {
  const files = await readExample();
  const model = await ensureTown(sql, files);
  await ensurePlan(sql, model, files);
  const towns = Array.from({ length: count }, () => randomUUID());
  await owner.begin(async (tx) => {
    const own = await columnsOf(tx, 'town', ['id', 'slug']);
    await tx.unsafe(
      `insert into town (id, slug, ${own}) select copied_to, slug || '-' || nth, ${own}
       from town, unnest($2::uuid[]) with ordinality as copy (copied_to, nth) where id = $1`,
      [model, towns],
    );
    for (const table of TABLES) {
      const columns = await columnsOf(tx, table, ['town']);
      await tx.unsafe(
        `insert into ${table} (town, ${columns}) select copied_to, ${columns}
         from ${table}, unnest($2::uuid[]) as copy (copied_to) where town = $1`,
        [model, towns],
      );
    }
  });
  // Not all: a table that is known to be empty is read through for every row that comes, until the server counts again.
  await owner`analyze ${owner(['town', ...TABLES])}`;
  return towns;
}

/** The names of a table's columns as a statement lists them. */
async function columnsOf(tx: AnyTx, table: string, without: readonly string[]): Promise<string> {
  const rows = await tx<{ name: string }[]>`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'
      and column_name <> all (${[...without]}) order by ordinal_position`;
  return rows.map(({ name }) => `"${name}"`).join(', ');
}
