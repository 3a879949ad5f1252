/** The database that a command works on as its owner: the one named by the environment, else that of `traguardo serve`. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { CannotStart } from '../embedded/cannot-start.js';
import { withDatabaseOf } from '../embedded/own-database.js';
import { serviceFolder } from '../embedded/running-stack.js';
import type { DatabaseUrls } from '../embedded/stack-database.js';
import { CommandError } from './command-error.js';

/** What keeps a command from its data folder, with the remedy as the command takes it. */
export const refusalOf = (error: CannotStart): CommandError =>
  new CommandError(
    [error.message, error.details, error.remedyFor(null)].filter((line) => line !== '').join('\n'),
    { cause: error },
  );

/** Throws `CommandError` when it cannot be reached. A folder that nobody made for the service stays as it is: most often its name is wrong. */
export async function withFacts<T>(
  env: NodeJS.ProcessEnv,
  work: (urls: DatabaseUrls) => Promise<T>,
): Promise<T> {
  const { DATABASE_OWNER_URL: owner, DATABASE_URL: app } = env;
  if (owner && app) return work({ owner, app });
  if (owner || app)
    throw new CommandError(
      'Servono insieme DATABASE_OWNER_URL (il ruolo proprietario) e DATABASE_URL (traguardo_app); o nessuna delle due, e DATA_DIR.',
    );
  const folder = path.resolve(serviceFolder(env));
  if (!existsSync(path.join(folder, 'content')))
    throw new CommandError(
      `In ${folder} non ci sono dati di «traguardo serve»: indica la loro cartella con DATA_DIR, o la base dati con DATABASE_OWNER_URL e DATABASE_URL.`,
    );
  try {
    return await withDatabaseOf(folder, work);
  } catch (error) {
    throw error instanceof CannotStart ? refusalOf(error) : error;
  }
}
