import { afterAll, describe, expect, it } from 'vitest';
import { connect } from '../../store/connection.js';
import { inTown } from '../../store/in-town.js';
import { freshDatabase } from '../database.js';
import { furnishedTown } from './furnished-town.js';

const database = await freshDatabase();
const admin = connect(database.adminUrl, { max: 2 });
const app = connect(database.appUrl, { max: 2 });
afterAll(() => Promise.all([admin.end(), app.end()]));

const ours = (await furnishedTown(app, 'Comune di qua')).town;
const theirs = (await furnishedTown(app, 'Comune di là')).town;

/** Tables with a town, and the column that says which. */
const TABLES = [
  ...(await admin<{ name: string; column: string }[]>`
    select c.relname as name, a.attname as column from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'town' and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'inbox_message'
    order by 1`),
  { name: 'town', column: 'id' },
].map((row) => ({ ...row }));

/** What an attempt came to: rows touched, or the server's refusal. */
async function attempt(work: () => Promise<{ count: number }>): Promise<number | 'refused'> {
  try {
    return (await work()).count;
  } catch (error) {
    // 42501: no privilege, or a row that the policy does not let in.
    if ((error as { code?: string }).code === '42501') return 'refused';
    throw error;
  }
}
const NOTHING = [0, 'refused'];

describe('as traguardo_app, by direct SQL', () => {
  it('has, in each of the 29 tables of a town and more to come, a row of another town to reach for', async () => {
    expect(TABLES.length).toBeGreaterThanOrEqual(29);
    for (const { name, column } of TABLES) {
      const [row] =
        await admin`select count(*) as rows from ${admin(name)} where ${admin(column)} = ${theirs}`;
      expect(row, name).toMatchObject({ rows: expect.any(Number) });
      expect(row?.['rows'], name).toBeGreaterThan(0);
    }
  });

  it.each(TABLES)('$name: without a town no row is seen', async ({ name }) => {
    expect((await app`select 1 from ${app(name)}`).count).toBe(0);
  });

  it.each(TABLES)(
    '$name: inside one town no row of another is seen, also when asked for by its key',
    async ({ name, column }) => {
      const seen = await inTown(
        app,
        ours,
        (tx) => tx`
      select count(*) filter (where ${tx(column)} = ${theirs}) as foreign, count(*) as own from ${tx(name)}`,
      );
      expect(seen[0]).toMatchObject({ foreign: 0 });
      expect(seen[0]?.['own']).toBeGreaterThan(0);
    },
  );

  it.each(TABLES)(
    '$name: no row of another town can be changed, removed or locked',
    async ({ name, column }) => {
      const update = (): Promise<{ count: number }> =>
        inTown(
          app,
          ours,
          (tx) => tx`update ${tx(name)} set ${tx(column)} = ${ours} where ${tx(column)} = ${theirs}`,
        );
      const remove = (): Promise<{ count: number }> =>
        inTown(app, ours, (tx) => tx`delete from ${tx(name)} where ${tx(column)} = ${theirs}`);
      const lock = (): Promise<{ count: number }> =>
        inTown(app, ours, (tx) => tx`select 1 from ${tx(name)} where ${tx(column)} = ${theirs} for share`);
      expect(NOTHING).toContain(await attempt(update));
      expect(NOTHING).toContain(await attempt(remove));
      expect(NOTHING).toContain(await attempt(lock));
    },
  );

  it.each(TABLES)(
    '$name: no row can be put into another town, nor given away to it',
    async ({ name, column }) => {
      const [row] = await admin<{ whole: unknown }[]>`
      select to_jsonb(t) as whole from ${admin(name)} t where ${admin(column)} = ${theirs} limit 1`;
      const insert = (): Promise<{ count: number }> =>
        inTown(
          app,
          ours,
          (tx) => tx`
        insert into ${tx(name)} overriding system value
        select * from jsonb_populate_record(null::${tx(name)}, ${tx.json(row?.whole as never)})`,
        );
      const giveAway = (): Promise<{ count: number }> =>
        inTown(app, ours, (tx) => tx`update ${tx(name)} set ${tx(column)} = ${theirs}`);
      expect(await attempt(insert)).toBe('refused');
      expect(await attempt(giveAway)).toBe('refused');
    },
  );

  it('cannot truncate, alter, create or disable anything, nor take the owner’s role', async () => {
    const forbidden = [
      'truncate person',
      'alter table person disable row level security',
      'alter table person no force row level security',
      'drop policy own_town on person',
      'create table mine (x integer)',
      'create function mine() returns integer language sql as $$ select 1 $$',
      'set role traguardo_owner',
      'set session_replication_role = replica',
    ];
    for (const statement of forbidden) {
      expect(await attempt(() => app.unsafe(statement)), statement).toBe('refused');
    }
  });

  it('sees nothing more with row_security off: the query is refused', async () => {
    const query = app.begin(async (tx) => {
      await tx`set local row_security = off`;
      return tx`select 1 from person`;
    });
    await expect(query).rejects.toMatchObject({ code: '42501' });
  });
});
