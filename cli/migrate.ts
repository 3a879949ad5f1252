/** `migrate`: brings the schema of DATABASE_OWNER_URL to this program's version; safe to run again and at once. */
import { connect } from '../store/connection.js';
import { migrate } from '../store/migrate.js';
import { MigrationRefused } from '../store/migration-refused.js';
import { appPasswordOf } from './app-password.js';
import { CommandError } from './command-error.js';
import { neededUrl, reachable } from './environment.js';

/** What was done, in one sentence. Throws `CommandError` when the database is not reachable or refuses. */
export async function migrateDatabase(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const url = neededUrl(env, 'DATABASE_OWNER_URL', 'il ruolo proprietario, che esegue le migrazioni');
  const sql = connect(url, { max: 2, applicationName: 'traguardo migrate' });
  try {
    await reachable(sql, 'DATABASE_OWNER_URL');
    const applied = await migrate(sql, appPasswordOf(env['DATABASE_URL']));
    return applied.length === 0 ? 'Lo schema è già aggiornato.' : `Applicate: ${applied.join(', ')}.`;
  } catch (error) {
    if (error instanceof MigrationRefused) throw new CommandError(error.message, { cause: error });
    throw error;
  } finally {
    await sql.end({ timeout: 2 });
  }
}
