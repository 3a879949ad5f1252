/** `upgrade`: the facts of an older release become this one's, or stay as they were. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { instant } from '../domain/time/instant.js';
import { civilDateAt, minuteOfDayAt } from '../domain/time/zone.js';
import { runningStack, serviceFolder } from '../embedded/running-stack.js';
import type { DatabaseUrls } from '../embedded/stack-database.js';
import { counted } from '../mail/italian-numbers.js';
import { upgradeSchema } from '../store/backup/upgrade-schema.js';
import { NarrowView } from '../store/backup/whole-view.js';
import { connect, type Sql } from '../store/connection.js';
import { MigrationFailed, schemaState } from '../store/migrate.js';
import { MigrationRefused } from '../store/migration-refused.js';
import { appPasswordOf } from './app-password.js';
import { CommandError } from './command-error.js';
import { reachable } from './environment.js';
import { withFacts } from './facts-database.js';

export interface UpgradeOptions {
  /** New folder for the copy that is made before. */
  readonly copy?: string;
}

const ZONE = 'Europe/Rome';

/** What was done, in one sentence. Throws `CommandError`; then the facts are as they were, and it says where the copy is. */
export async function upgradeOf(
  { copy }: UpgradeOptions = {},
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const folder = path.resolve(serviceFolder(env));
  if (runningStack(folder) !== null)
    throw new CommandError(`Il servizio su ${folder} è in funzione: fermalo, aggiorna, riavvialo.`);
  const target = path.resolve(copy ?? copyIn(folder, env));
  if (existsSync(target)) throw new CommandError(`${target} c'è già: la copia vuole una cartella nuova.`);
  return withFacts(env, (urls) => upgraded(urls, target));
}

function copyIn(folder: string, env: NodeJS.ProcessEnv): string {
  if (env['DATABASE_OWNER_URL']) throw new CommandError('Di’ con --copy dove tenere la copia di prima.');
  const now = instant(Date.now());
  const minute = minuteOfDayAt(now, ZONE);
  const at = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join('');
  return path.join(folder, 'copie', `prima-dell-aggiornamento-${civilDateAt(now, ZONE)}-${at}`);
}

async function upgraded({ owner, app }: DatabaseUrls, copy: string): Promise<string> {
  const [ownerSql, appSql] = [owner, app].map((url) =>
    connect(url, { max: 2, applicationName: 'traguardo upgrade' }),
  ) as [Sql, Sql];
  try {
    await reachable(ownerSql, 'DATABASE_OWNER_URL');
    const state = await schemaState(ownerSql);
    if (state === 'current') return 'I dati sono già di questa versione: non c’è nulla da aggiornare.';
    if (state === 'empty')
      throw new CommandError('La base dati è vuota: avvia il servizio, non c’è nulla da aggiornare.');
    const wish = { ownerSql, appSql, copy, now: instant(Date.now()) };
    const outcome = await upgradeSchema(wish, appPasswordOf(app));
    if (outcome.ok)
      return `Aggiornato: ${counted(outcome.applied.length, 'passo', 'passi')} (${outcome.applied.join(', ')}), ${counted(outcome.towns, 'comune controllato', 'comuni controllati')}. La copia di prima è in ${copy}. Ora avvia il servizio.`;
    throw new CommandError(
      `L'aggiornamento non regge al controllo: ${outcome.fault}. I dati sono tornati com'erano, dalla copia in ${copy}: rimetti il programma di prima e avvialo; poi segnala questo messaggio.`,
    );
  } catch (error) {
    throw refusal(error, copy);
  } finally {
    await Promise.all([ownerSql.end({ timeout: 2 }), appSql.end({ timeout: 2 })]);
  }
}

function refusal(error: unknown, copy: string): unknown {
  if (error instanceof MigrationRefused || error instanceof NarrowView)
    return new CommandError(error.message, { cause: error });
  if (error instanceof MigrationFailed)
    return new CommandError(
      `L'aggiornamento si è fermato a ${error.message}. Nulla è cambiato: rimetti il programma di prima e avvialo; poi segnala questo messaggio. C'è anche una copia in ${copy}.`,
      { cause: error },
    );
  const { message, syscall } = error as NodeJS.ErrnoException;
  if (error instanceof CommandError) return error;
  if (existsSync(copy))
    return new CommandError(
      `L'aggiornamento si è interrotto: ${message}. La copia di prima è intera in ${copy}: ripristinala in una cartella nuova con il programma di prima.`,
      { cause: error },
    );
  return syscall === undefined
    ? error
    : new CommandError(`La copia di prima non si scrive, nulla è cambiato: ${message}`, { cause: error });
}
