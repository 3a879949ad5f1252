/** `migrate`: brings the schema of DATABASE_OWNER_URL to this program's version; safe to run again and at once. */
import { connect } from '../store/connection.js';
import { migrate } from '../store/migrate.js';
import { MigrationRefused } from '../store/migration-refused.js';
import { CommandError } from './command-error.js';
import { neededUrl, reachable } from './environment.js';

/** What was done, in one sentence. Throws `CommandError` when the database is not reachable or refuses. */
export async function migrateDatabase(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const url = neededUrl(env, 'DATABASE_OWNER_URL', 'il ruolo proprietario, che esegue le migrazioni');
  const sql = connect(url, { max: 2, applicationName: 'traguardo migrate' });
  try {
    await reachable(sql, 'DATABASE_OWNER_URL');
    const applied = await migrate(sql, appPassword(env));
    return applied.length === 0 ? 'Lo schema è già aggiornato.' : `Applicate: ${applied.join(', ')}.`;
  } catch (error) {
    if (error instanceof MigrationRefused) throw new CommandError(error.message, { cause: error });
    throw error;
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** The password with which the program itself will come, from DATABASE_URL where that is given. */
function appPassword(env: NodeJS.ProcessEnv): { appPassword?: string } {
  const url = env['DATABASE_URL'] ? new URL(env['DATABASE_URL']) : null;
  const ours = url?.username === 'traguardo_app' ? decodeURIComponent(url.password) : '';
  return ours === '' ? {} : { appPassword: ours };
}
