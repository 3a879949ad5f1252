/**
 * A country in one database: the example lives its months once, by the real workflows, and its rows are copied
 * into as many towns as one likes. The same seed makes the same ids and the same spread of clocks.
 */
import { instant } from '../domain/time/instant.js';
import { liveThrough } from '../embedded/example.js';
import type { AnyTx, Sql } from '../store/connection.js';
import type { BenchStack } from './bench-stack.js';

/** As many towns as there are municipalities, with 25 objectives each. */
export const COUNTRY = { towns: 8_000, seed: 2023 } as const;

/** What no board reads, and fills a disk: the register's texts, bodies of mails, what people typed once. */
const LEFT_OUT = [
  ...['announcement', 'command', 'inbox_message', 'import_draft', 'import_file', 'api_key'],
  ...['register_entry', 'register_text', 'register_chain', 'register_seal', 'delivery_event'],
];
/** In digests: nobody reads eight thousand times the same letter. */
const SHORTENED = ['text', 'html'];
/** Clocks of the towns lie within so many days: something else is late in each. */
const CLOCKS_DAYS = 45;

export interface Country {
  readonly towns: readonly string[];
  /** Rows of the largest tables, largest first. */
  readonly rows: readonly { readonly table: string; readonly rows: number }[];
}

/** Ids of the copies; the model itself is not among them. Statistics are fresh. */
export async function makeCountry(
  stack: BenchStack,
  { towns, seed }: { readonly towns: number; readonly seed: number },
  tell: (line: string) => void,
): Promise<Country> {
  const model = await liveThrough({
    sql: stack.sql,
    announcer: stack.announcer,
    tell,
    signal: new AbortController().signal,
    async moveTo(town, at) {
      const moved = await stack.move(town, instant(at));
      if (!moved.ok) throw new Error(`the workflow ${moved.waitingFor} does not settle`);
    },
  });
  const { owner } = stack;
  await aloneInIt(owner, async (tx) => {
    await tx`create temporary table copies as
      select nth, md5(${seed} || '.' || nth)::uuid as id from generate_series(1, ${towns}) nth`;
    await tx`analyze copies`;
    await tx.unsafe(WITHOUT_FOREIGN_KEYS);
    await copyTowns(tx, model);
    for (const table of await tablesOf(tx)) {
      const from = performance.now();
      const { count } = await copyTable(tx, table, model);
      const seconds = Math.round((performance.now() - from) / 100) / 10;
      if (count > 0) tell(`  ${table.name}: ${count} rows in ${seconds} s`);
    }
    await tx.unsafe(FOREIGN_KEYS_AGAIN);
  });
  await owner`analyze`;
  const made = await owner<{ id: string }[]>`select md5(${seed} || '.' || nth)::uuid as id
    from generate_series(1, ${towns}) nth`;
  const rows = await owner<{ table: string; rows: number }[]>`
    select relname::text as table, reltuples::bigint as rows from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' order by reltuples desc limit 12`;
  return { towns: made.map(({ id }) => id), rows };
}

const copyTowns = async (tx: AnyTx, model: string): Promise<void> => {
  const [{ names } = { names: '' }] = await tx<{ names: string }[]>`
    select string_agg(quote_ident(attname), ', ') as names from pg_attribute
    where attrelid = 'town'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
      and attname not in ('id', 'slug', 'name', 'clock_offset_ms')`;
  await tx.unsafe(
    `insert into town (id, slug, name, clock_offset_ms, ${names})
     select c.id, slug || '-' || c.nth, name || ' ' || c.nth,
       clock_offset_ms + (c.nth % ${CLOCKS_DAYS}) * 86400000::bigint, ${names}
     from town, copies c where town.id = $1`,
    [model],
  );
};

interface CopiedTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly alone: boolean }[];
}

/** Tables of towns; `alone`: the column has to be unique over all of them. */
const tablesOf = async (tx: AnyTx): Promise<readonly CopiedTable[]> =>
  tx<CopiedTable[]>`
    select c.relname as name, json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null),
      'alone', exists (select from pg_index i where i.indrelid = c.oid and i.indisunique
        and a.attnum = any (i.indkey::int[]) and not t.attnum = any (i.indkey::int[])))) as columns
    from pg_class c
    join pg_attribute t on t.attrelid = c.oid and t.attname = 'town' and not t.attisdropped
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relname::text = any (${LEFT_OUT})
    group by c.relname order by c.relname`;

const copyTable = (tx: AnyTx, { name, columns }: CopiedTable, model: string) => {
  const values = columns.map((column) => copiedValue(name, column));
  const list = columns.map((column) => `"${column.name}"`).join(', ');
  return tx.unsafe(
    `insert into ${name} (${list}) overriding system value
     select ${values.join(', ')} from ${name} m, copies c where m.town = $1`,
    [model],
  );
};

const ANEW: Readonly<Record<string, (column: string) => string>> = {
  text: (column) => `${column} || '.' || c.nth`,
  uuid: (column) => `md5(${column}::text || c.nth)::uuid`,
  bytea: (column) => `sha256(${column} || convert_to(c.nth::text, 'UTF8'))`,
};

function copiedValue(table: string, { name, type, alone }: CopiedTable['columns'][number]): string {
  const column = `m."${name}"`;
  if (name === 'town') return 'c.id';
  if (table === 'digest' && SHORTENED.includes(name)) return `'…'`;
  // Ids of workflows begin with their town; nobody is to wake up while pages are measured.
  if (table === 'workflow_next' && name === 'workflow_id')
    return `replace(${column}, m.town::text, c.id::text)`;
  if (table === 'workflow_next' && name === 'next_at') return `${column} + interval '10 years'`;
  const anew = alone ? ANEW[type] : undefined;
  if (alone && anew === undefined) throw new Error(`${table}.${name} is unique and of type ${type}`);
  return anew?.(column) ?? column;
}

/**
 * The parts that run beside may hold a table that is wanted here, and want one that is held: PostgreSQL breaks such
 * a knot by ending one of the two, and this one begins again.
 */
async function aloneInIt(owner: Sql, work: (tx: AnyTx) => Promise<void>): Promise<void> {
  for (let left = 5; ; left -= 1) {
    try {
      await owner.begin(work);
      return;
    } catch (error) {
      if (left === 0 || (error as { code?: unknown }).code !== DEADLOCK) throw error;
    }
  }
}

const DEADLOCK = '40P01';

/** Millions of rows are checked one by one otherwise; the planner is to know of the keys all the same. */
const WITHOUT_FOREIGN_KEYS = `
create temporary table foreign_keys as
  select conrelid::regclass as owner, conname as name, pg_get_constraintdef(oid) as body
  from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace;
do $$ declare one record; begin
  for one in select * from foreign_keys loop
    execute format('alter table %s drop constraint %I', one.owner, one.name);
  end loop;
  for one in select oid::regclass as t from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' loop
    execute format('alter table %s disable trigger user', one.t);
  end loop;
end $$`;
const FOREIGN_KEYS_AGAIN = `do $$ declare one record; begin
  for one in select * from foreign_keys loop
    execute format('alter table %s add constraint %I %s not valid', one.owner, one.name, one.body);
  end loop;
  for one in select oid::regclass as t from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' loop
    execute format('alter table %s enable trigger user', one.t);
  end loop;
end $$`;
