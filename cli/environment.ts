/** What commands need from the environment, refused in words that name the variable. */
import { runningStack, serviceFolder } from '../embedded/running-stack.js';
import type { Sql } from '../store/connection.js';
import { CommandError } from './command-error.js';

/** The variable, else what the service running on this machine uses. Throws `CommandError` when there is neither. */
export function neededUrl(
  env: NodeJS.ProcessEnv,
  name: 'DATABASE_URL' | 'DATABASE_OWNER_URL',
  what: string,
): string {
  const ours = runningStack(serviceFolder(env))?.database;
  const value = env[name] || (name === 'DATABASE_URL' ? ours?.app : ours?.owner);
  if (value) return value;
  throw new CommandError(
    `${name} non è impostata: serve ${what}. Con «traguardo serve» in funzione basta DATA_DIR, la cartella dei suoi dati.`,
  );
}

/** Throws `CommandError` when the database does not answer. */
export async function reachable(sql: Sql, name: string): Promise<void> {
  try {
    await sql`select 1`;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandError(`La base dati di ${name} non risponde: ${why}`, { cause: error });
  }
}
