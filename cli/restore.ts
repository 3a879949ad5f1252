/**
 * `restore`: a copy into an empty database. What the old server mailed after the copy nobody knows any more: whoever
 * restores says until when it ran, and what was due until then is recorded as "unknown" and never sent again.
 */
import path from 'node:path';
import { reliveRounds } from '../activities/relive-rounds.js';
import { italianMoment } from '../api/views/italian-time.js';
import { type Instant, instant } from '../domain/time/instant.js';
import { CannotStart } from '../embedded/cannot-start.js';
import { claimContent, openDataFolder } from '../embedded/data-folder.js';
import { runningStack, serviceFolder } from '../embedded/running-stack.js';
import type { DatabaseUrls } from '../embedded/stack-database.js';
import { counted } from '../mail/italian-numbers.js';
import { ConfigRefused } from '../running/settings.js';
import { listTowns } from '../store/across-towns.js';
import { BackupRefused, readManifest } from '../store/backup/manifest.js';
import { restoreBackup } from '../store/backup/restore-backup.js';
import { connect } from '../store/connection.js';
import { sha256Hex } from '../store/register/register.js';
import { readMailConfig } from '../worker/config.js';
import { appPasswordOf } from './app-password.js';
import { CommandError } from './command-error.js';
import { reachable } from './environment.js';
import { refusalOf, withFacts } from './facts-database.js';
import { sentUntilOf } from './sent-until.js';

export interface RestoreOptions {
  /** `AAAA-MM-GG HH:MM`, Italian time: when the old server stopped; or `copia`: it had stopped when the copy was made. */
  readonly sentUntil: string;
}

const ZONE = 'Europe/Rome';

/** What was put back, in one sentence. Throws `CommandError`; then the database is as empty as before. */
export async function restoreFrom(
  folder: string,
  { sentUntil }: RestoreOptions,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const copy = path.resolve(folder);
  try {
    const { madeAt } = await readManifest(copy);
    const until = sentUntilOf(sentUntil, instant(madeAt), 'della copia');
    const sender = until > madeAt ? readMailConfig(env).mailFrom : null;
    if (!env['DATABASE_URL']) ownFolder(env);
    return await withFacts(env, async (urls) => {
      await putBack(copy, urls);
      const { towns, unknown } = await relive(urls.app, sender, { from: instant(madeAt), until });
      return `${counted(towns, 'comune ripristinato', 'comuni ripristinati')} dalla copia di ${italianMoment(instant(madeAt), ZONE)}. ${inDoubt(unknown)} Ora avvia il servizio.`;
    });
  } catch (error) {
    if (error instanceof BackupRefused) throw new CommandError(`${error.message}.`, { cause: error });
    if (error instanceof CannotStart) throw refusalOf(error);
    if (error instanceof ConfigRefused)
      throw new CommandError(
        `Per rivivere i giorni dopo la copia servono le variabili della posta: ${error.message}.`,
        { cause: error },
      );
    throw error;
  }
}

export const inDoubt = (mails: number): string =>
  mails === 0
    ? 'Nessuna e-mail è in dubbio.'
    : `${counted(mails, 'e-mail forse già partita non riparte', 'e-mail forse già partite non ripartono')}: il registro dice «non si sa».`;

/** A service that runs has facts of its own. */
function ownFolder(env: NodeJS.ProcessEnv): void {
  const folder = path.resolve(serviceFolder(env));
  if (runningStack(folder) !== null)
    throw new CommandError(
      `Il servizio su ${folder} è in funzione: fermalo, e ripristina in una cartella nuova.`,
    );
  claimContent(openDataFolder(folder), 'service');
}

async function putBack(copy: string, { owner, app }: DatabaseUrls): Promise<void> {
  const sql = connect(owner, { max: 2, applicationName: 'traguardo restore' });
  try {
    await reachable(sql, 'DATABASE_OWNER_URL');
    await restoreBackup(sql, copy, instant(Date.now()), appPasswordOf(app));
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** A town on trial has mailed nobody: its rounds go on by themselves. */
async function relive(
  app: string,
  sender: Parameters<typeof reliveRounds>[0]['sender'] | null,
  span: { readonly from: Instant; readonly until: Instant },
): Promise<{ readonly towns: number; readonly unknown: number }> {
  const sql = connect(app, { max: 2, applicationName: 'traguardo restore' });
  try {
    const towns = await listTowns(sql);
    let unknown = 0;
    if (sender !== null)
      for (const { id, mode } of towns)
        if (mode === 'live')
          unknown += await reliveRounds({ sql, sha256: sha256Hex, sender }, { town: id, ...span });
    return { towns: towns.length, unknown };
  } finally {
    await sql.end({ timeout: 2 });
  }
}
