/** `import-town`: a town out of its archive, whole or not at all, beside those that are here. */
import path from 'node:path';
import { type Instant, instant } from '../../domain/time/instant.js';
import { CannotStart } from '../../embedded/cannot-start.js';
import { claimContent, openDataFolder } from '../../embedded/data-folder.js';
import { serviceFolder } from '../../embedded/running-stack.js';
import type { DatabaseUrls } from '../../embedded/stack-database.js';
import { counted } from '../../mail/italian-numbers.js';
import { ConfigRefused } from '../../running/settings.js';
import { registerFault } from '../../store/backup/sound-register.js';
import { connect, type Sql } from '../../store/connection.js';
import { recordEvent } from '../../store/installation-events.js';
import { migrate, schemaState } from '../../store/migrate.js';
import { deleteTown } from '../../store/moving/delete-town.js';
import { type TownManifest, TownRefused } from '../../store/moving/town-manifest.js';
import { type ArrivingTown, writeTown } from '../../store/moving/write-town.js';
import { townReads } from '../../store/towns/towns.js';
import { readMailConfig } from '../../worker/config.js';
import { appPasswordOf } from '../app-password.js';
import { CommandError } from '../command-error.js';
import { reachable } from '../environment.js';
import { refusalOf, withFacts } from '../facts-database.js';
import { inDoubt } from '../restore.js';
import { sentUntilOf } from '../sent-until.js';
import { refused } from './delete-town.js';
import { withThisSchema } from './older-archive.js';
import { withArchive } from './open-archive.js';
import { type Sender, takeUp } from './take-up.js';

export interface ImportOptions {
  /** As of `restore`; `null`: the archive was made by `--leave`. */
  readonly sentUntil?: string;
}

/** What arrived, in one sentence. Throws `CommandError`; then no row of it is here. */
export async function importTownFrom(
  file: string,
  { sentUntil }: ImportOptions = {},
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  return refused(() =>
    withArchive(path.resolve(file), async (arriving) => {
      const { manifest } = arriving;
      const span = spanOf(manifest, sentUntil, env);
      if (!env['DATABASE_URL']) forTowns(env);
      return withFacts(env, async (urls) => {
        await arrive(urls, arriving);
        const unknown = await takenUp(urls, arriving, span);
        const { name, mode } = manifest.town;
        const where = mode === 'trial' ? 'in prova' : 'in esercizio';
        return `${name} è qui, ${where}: ${counted(manifest.files.length, 'file', 'file')}, registro verificato. ${inDoubt(unknown)} Ogni persona entra con la sua casella; codici degli uffici, calendari e chiavi personali si fanno di nuovo.`;
      });
    }),
  );
}

/** A real town never comes into the folder of a demonstration. */
function forTowns(env: NodeJS.ProcessEnv): void {
  try {
    claimContent(openDataFolder(path.resolve(serviceFolder(env))), 'service');
  } catch (error) {
    throw error instanceof CannotStart ? refusalOf(error) : error;
  }
}

interface Span {
  readonly until: Instant;
  readonly sender: Sender | null;
}

/** Only the operator knows when the other installation stopped. */
function spanOf(
  { madeAt, left, town }: TownManifest,
  asked: string | undefined,
  env: NodeJS.ProcessEnv,
): Span {
  if (asked === undefined && !left && town.mode === 'live')
    throw new CommandError(
      'Il comune è in esercizio altrove: di’ con --sent-until quando ha smesso di spedire («AAAA-MM-GG HH:MM», ora italiana; «copia» se già all’esportazione).',
    );
  const until = sentUntilOf(asked ?? 'copia', instant(madeAt), "dell'archivio");
  if (until <= madeAt || town.mode !== 'live') return { until, sender: null };
  try {
    return { until, sender: readMailConfig(env).mailFrom };
  } catch (error) {
    if (!(error instanceof ConfigRefused)) throw error;
    throw new CommandError(
      `Per rivivere i giorni dopo l'archivio servono le variabili della posta: ${error.message}.`,
      { cause: error },
    );
  }
}

async function arrive({ owner, app }: DatabaseUrls, arriving: ArrivingTown): Promise<void> {
  const sql = connect(owner, { max: 2, applicationName: 'traguardo import-town' });
  try {
    await reachable(sql, 'DATABASE_OWNER_URL');
    const state = await schemaState(sql);
    if (state === 'behind')
      throw new TownRefused('Lo schema di questa installazione è indietro: esegui prima «traguardo upgrade»');
    if (state === 'empty') await migrate(sql, appPasswordOf(app));
    await withThisSchema(sql, owner, arriving, (ours) => putIn(sql, ours));
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** What PostgreSQL says of rows that cannot be: of the archive, then. */
const OF_THE_ARCHIVE = /^(22|23|42|54)/;

async function putIn(sql: Sql, arriving: ArrivingTown): Promise<void> {
  const { town } = arriving.manifest;
  const { id, slug, name } = town;
  try {
    await sql.begin(async (tx) => {
      await writeTown(tx, arriving);
      const fault = (await townReads(tx, id))
        ? await registerFault(tx, id)
        : 'le impostazioni non si leggono';
      if (fault !== null) throw new TownRefused(`Il comune dell'archivio non è integro: ${fault}`);
      await recordEvent(tx, { at: instant(Date.now()), action: 'town.import', subject: id, slug, name });
    });
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: string };
    if (error instanceof RangeError || OF_THE_ARCHIVE.test(String(code)))
      throw new TownRefused(`I dati dell'archivio non entrano: ${message}`, { cause: error });
    throw error;
  }
}

/** A town that cannot take up its days goes again: it would be silent. */
async function takenUp({ owner, app }: DatabaseUrls, arriving: ArrivingTown, span: Span): Promise<number> {
  const { manifest, sha256 } = arriving;
  const sql = connect(app, { max: 2, applicationName: 'traguardo import-town' });
  try {
    return await takeUp(sql, manifest, { ...span, sha256 });
  } catch (error) {
    const ownerSql = connect(owner, { max: 1, applicationName: 'traguardo import-town' });
    const { id, name } = manifest.town;
    await deleteTown(ownerSql, { id, confirmed: name, withoutExport: true }, instant(Date.now())).finally(
      () => ownerSql.end({ timeout: 2 }),
    );
    throw error;
  } finally {
    await sql.end({ timeout: 2 });
  }
}
