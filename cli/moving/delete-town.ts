/** `delete-town`: everything of a town, for good, once it has been exported. */
import { instant } from '../../domain/time/instant.js';
import { counted } from '../../mail/italian-numbers.js';
import { listTowns } from '../../store/across-towns.js';
import { NarrowView } from '../../store/backup/whole-view.js';
import { connect, type Sql } from '../../store/connection.js';
import { deleteTown } from '../../store/moving/delete-town.js';
import { TownRefused } from '../../store/moving/town-manifest.js';
import { CommandError } from '../command-error.js';
import { reachable } from '../environment.js';
import { withFacts } from '../facts-database.js';
import { endWorkflows } from './end-workflows.js';

export interface DeleteOptions {
  /** The town's whole name. */
  readonly confirm: string;
  readonly withoutExport?: boolean;
}

/** What is gone, in one sentence. Throws `CommandError`; then nothing is. */
export async function deleteTownOf(
  slug: string,
  { confirm, withoutExport = false }: DeleteOptions,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  return withFacts(env, async ({ owner }) => {
    const sql = connect(owner, { max: 1, applicationName: 'traguardo delete-town' });
    try {
      await reachable(sql, 'DATABASE_OWNER_URL');
      const town = (await listTowns(sql)).find((one) => one.slug === slug);
      if (town === undefined) throw new CommandError(`Nessun comune con sigla "${slug}".`);
      const ended = await removeTown(sql, { id: town.id, confirmed: confirm, withoutExport }, env);
      return `${town.name} è cancellato da questa installazione. ${ended} Le copie di sicurezza fatte prima lo contengono ancora.`;
    } finally {
      await sql.end({ timeout: 2 });
    }
  });
}

/** Says what became of the workflows. Throws `CommandError` when it is refused. */
export async function removeTown(
  ownerSql: Sql,
  town: Parameters<typeof deleteTown>[1],
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const ids = await refused(() => deleteTown(ownerSql, town, instant(Date.now())));
  const ended = await endWorkflows(ids, env).catch(() => null);
  return ended === null
    ? 'Temporal non risponde: i suoi processi finiscono da sé al prossimo passo.'
    : `${counted(ended, 'processo fermato', 'processi fermati')}.`;
}

/** What a person is told: a refusal of the town, or of the role that asks. */
export async function refused<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TownRefused || error instanceof NarrowView)
      throw new CommandError(`${error.message}.`, { cause: error });
    throw error;
  }
}
