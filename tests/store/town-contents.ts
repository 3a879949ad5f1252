import type { Sql } from '../../store/connection.js';

/** Number and hash of a town's rows in each table that has some of any town, whatever their order. `sql` sees all towns. */
export async function contentsOfTown(sql: Sql, town: string): Promise<ReadonlyMap<string, string>> {
  const tables = await sql<{ name: string; column: string }[]>`
    select c.relname as name, a.attname as column from pg_class c
      join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
        and a.attname = case c.relname when 'town' then 'id' else 'town' end
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`;
  const rows = await Promise.all(
    tables.map(async ({ name, column }) => {
      const [row] = await sql<{ what: string }[]>`
        select count(*) || ' ' || coalesce(md5(string_agg(t::text, '\n' order by t::text)), '') as what
        from ${sql(name)} t where ${sql(column)} = ${town}
          ${name === 'audit' ? sql`and action not in ('town.export', 'town.import')` : sql``}`;
      return [name, row?.what ?? ''] as const;
    }),
  );
  return new Map(rows);
}
