/** Is everything as the program needs it: asked as the program itself, after a change that touched all tables. */
import { listTowns } from '../across-towns.js';
import type { AnyTx, Sql } from '../connection.js';
import { inTown } from '../in-town.js';
import { schemaState } from '../migrate.js';
import { piecesTables } from '../moving/town-tables.js';
import { loadTown } from '../towns/towns.js';
import { registerFault } from './sound-register.js';

/** What is wrong first, in Italian; `null`: nothing. `sql` is `traguardo_app`'s; `towns` are the ids that must be there. */
export async function townsFault(sql: Sql, towns: readonly string[]): Promise<string | null> {
  if ((await schemaState(sql)) !== 'current') return 'lo schema non è quello di questo programma';
  const here = await listTowns(sql);
  if (here.length !== towns.length || towns.some((id) => !here.some((one) => one.id === id)))
    return 'i comuni non sono quelli di prima';
  for (const { id, name } of here) {
    const fault = await inTown(sql, id, async (tx) => {
      const reads = await loadTown(tx).then(
        () => true,
        () => false,
      );
      return reads ? ((await registerFault(tx, id)) ?? fileFault(tx)) : 'le impostazioni non si leggono';
    });
    if (fault !== null) return `${name}: ${fault}`;
  }
  return null;
}

/** A file whose pieces do not make its size, unless its time was over and they were removed. */
async function fileFault(tx: AnyTx): Promise<string | null> {
  for (const { name, column, of } of await piecesTables(tx)) {
    const [odd] = await tx<{ id: string }[]>`
      select f.id from ${tx(of)} f left join (
          select ${tx(column)} as id, sum(octet_length(bytes)) as size from ${tx(name)} group by 1) p on p.id = f.id
      where f.size is distinct from p.size and to_jsonb(f) ->> 'content_removed_at' is null limit 1`;
    if (odd !== undefined) return `il file ${odd.id} di «${of}» non è intero`;
  }
  return null;
}
