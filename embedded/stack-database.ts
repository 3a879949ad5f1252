import { connect } from '../store/connection.js';
import { migrate } from '../store/migrate.js';
import { CannotStart } from './cannot-start.js';
import type { DataFolder } from './data-folder.js';
import { type PostgresServer, startPostgres } from './postgres.js';
import { ensureDatabase, ensureOwnerRole, ownerRole } from './roles.js';
import type { Supervisor } from './supervisor.js';

/** Where the facts are, for the role that migrates and for everything else. */
export interface DatabaseUrls {
  readonly owner: string;
  readonly app: string;
}

const database = 'traguardo';

/** The PostgreSQL that the environment names (`DATABASE_URL`, `DATABASE_OWNER_URL`), else our own, kept running. */
export async function startDatabase(
  supervisor: Supervisor,
  data: DataFolder,
  env: NodeJS.ProcessEnv,
): Promise<DatabaseUrls> {
  const given = env['DATABASE_URL'];
  if (given) return { app: given, owner: env['DATABASE_OWNER_URL'] || given };
  let socketFolder: string | null = null;
  const server = await supervisor.start('la base dati', async (): Promise<PostgresServer> => {
    const again = socketFolder === null ? {} : { socketFolder };
    const running = await startPostgres({ folder: data.postgres, log: data.log, ...again });
    // Those who are connected by then find it again in the same place.
    socketFolder = running.socketFolder;
    return running;
  });
  const admin = connect(server.url('postgres', 'postgres'), { max: 1 });
  try {
    await ensureOwnerRole(admin);
    await ensureDatabase(admin, database);
  } finally {
    await admin.end();
  }
  return { owner: server.url(ownerRole, database), app: server.url('traguardo_app', database) };
}

/** Brings the schema to this program's version. Throws `CannotStart` when the database refuses it. */
export async function migrateDatabase(urls: DatabaseUrls): Promise<void> {
  const sql = connect(urls.owner, { max: 1 });
  try {
    await migrate(sql);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CannotStart('Non riesco a preparare la base dati.', {
      remedy: 'La riga qui sotto dice perché. I dati non sono stati cambiati.',
      details: reason,
      cause: error,
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}
