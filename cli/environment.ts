/** What commands need from the environment, refused in words that name the variable. */
import type { Sql } from '../store/connection.js';
import { CommandError } from './command-error.js';

/** Throws `CommandError` when the variable is absent. */
export function neededUrl(env: NodeJS.ProcessEnv, name: string, what: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw new CommandError(`${name} non è impostata: serve ${what}.`);
  return value;
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
