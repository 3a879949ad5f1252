import { existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import { explainFailure } from './cannot-start.js';
import type { DataFolder } from './data-folder.js';
import { endProcess } from './process-identity.js';
import { findByArgument } from './process-search.js';
import type { Supervisor } from './supervisor.js';
import { startTemporal, type TemporalServer, type TemporalWish } from './temporal.js';
import { findTemporal } from './temporal-program.js';

/** The `host:port` of the Temporal server that the environment names (`TEMPORAL_ADDRESS`), else of our own, kept running. */
export async function startTime(
  supervisor: Supervisor,
  data: DataFolder,
  env: NodeJS.ProcessEnv,
  uiPort: number | null,
  tell: (line: string) => void,
): Promise<string> {
  const given = env['TEMPORAL_ADDRESS'];
  if (given) return given;
  const program = await findTemporal({ env, tell, elsewhere: path.join(data.folder, 'tools') });
  let port: number | null = null;
  const server = await supervisor.start('Temporal', async () => {
    const wish = {
      program,
      log: data.log,
      database: data.temporalDatabase,
      ...(port === null ? {} : { port }),
      ...(uiPort === null ? {} : { uiPort }),
    };
    const running = await startOnFile(wish, tell);
    // The worker's and the pages' connections find it again at the same address.
    port = running.port;
    return running;
  });
  return server.address;
}

async function startOnFile(
  wish: TemporalWish & { database: string },
  tell: (line: string) => void,
): Promise<TemporalServer> {
  // Left over by a supervisor that was killed; two servers on one file would spoil it.
  for (const orphan of findByArgument(wish.database)) await endProcess(orphan);
  try {
    return await startTemporal(wish);
  } catch (error) {
    if (!existsSync(wish.database) || !isSpoilt(error)) throw error;
    // Everything in it can be started again from the facts, and the watchdog does so.
    for (const ending of ['', '-shm', '-wal']) {
      const file = `${wish.database}${ending}`;
      try {
        if (existsSync(file)) renameSync(file, `${file}.rovinato`);
      } catch (failure) {
        throw explainFailure('Non riesco a mettere da parte l’archivio di Temporal', file, failure);
      }
    }
    tell('L’archivio di Temporal era rovinato: ne comincio uno nuovo, i fatti sono nella base dati.');
    return startTemporal(wish);
  }
}

function isSpoilt(error: unknown): boolean {
  const details = (error as { details?: unknown }).details;
  return (
    typeof details === 'string' && /malformed|not a database|file is encrypted|schema version/i.test(details)
  );
}
