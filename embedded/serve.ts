import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { listTowns } from '../store/across-towns.js';
import { connect } from '../store/connection.js';
import { claimContent } from './data-folder.js';
import { nightlyCopies, startNightlyBackup } from './nightly-backup.js';
import { type Setting, type Stack, startParts } from './parts.js';
import { runStack } from './run-stack.js';
import { serviceSettings, serviceWiring } from './service-wiring.js';

/** The port of the pages where none is asked for: what the TLS proxy passes requests to. */
export const SERVICE_PORT = 8080;

export interface ServeOptions {
  readonly port: number;
  /** Data folder, absolute or from the current one. */
  readonly data: string;
}

/**
 * `traguardo serve`: the whole stack as a service of one small installation, until it is asked to stop. PostgreSQL
 * and Temporal are ours unless `DATABASE_URL`, `TEMPORAL_ADDRESS` name others. Returns the exit code.
 */
export const serve = ({ port, data: folder }: ServeOptions, env: NodeJS.ProcessEnv): Promise<number> =>
  runStack({
    data: path.resolve(folder),
    port,
    usualPort: SERVICE_PORT,
    command: 'traguardo serve',
    async start(supervisor, data, tell) {
      serviceSettings(env, port);
      claimContent(data, 'service');
      const setting: Setting = { port, temporalUi: null, data, env, tell };
      const stack = await startParts(supervisor, setting, serviceWiring);
      const log = (line: string): void =>
        appendFileSync(data.log, `${new Date().toISOString()} ${line}\n`, { mode: 0o600 });
      const copies = nightlyCopies(data.folder);
      await supervisor.start('la copia notturna', () =>
        startNightlyBackup({ owner: stack.database.owner, folder: copies, log }),
      );
      tell(`In ascolto per il proxy su 127.0.0.1:${port}.`);
      return { stack, welcome: await firstSteps(stack) };
    },
  });

/** Without a town nobody can enter. */
async function firstSteps({ database }: Stack): Promise<readonly string[]> {
  const sql = connect(database.app, { max: 1, applicationName: 'traguardo serve' });
  try {
    if ((await listTowns(sql)).length > 0) return [];
    return ['Nessun comune ancora: aggiungi il primo con «traguardo add-town --help».'];
  } finally {
    await sql.end({ timeout: 2 });
  }
}
