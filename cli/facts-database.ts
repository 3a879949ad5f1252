/** The database that a command works on as its owner: the one named by the environment, else that of `traguardo serve`. */
import path from 'node:path';
import { CannotStart } from '../embedded/cannot-start.js';
import { withDatabaseOf } from '../embedded/own-database.js';
import { serviceFolder } from '../embedded/running-stack.js';
import type { DatabaseUrls } from '../embedded/stack-database.js';
import { CommandError } from './command-error.js';

export const refusalOf = (error: CannotStart): CommandError =>
  new CommandError([error.message, error.details, error.remedy].filter((line) => line !== '').join('\n'), {
    cause: error,
  });

/** Throws `CommandError` when it cannot be reached. */
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
  try {
    return await withDatabaseOf(path.resolve(serviceFolder(env)), work);
  } catch (error) {
    throw error instanceof CannotStart ? refusalOf(error) : error;
  }
}
