import { openDataFolder } from './data-folder.js';
import { lockData } from './data-lock.js';
import { runningStack } from './running-stack.js';
import { type DatabaseUrls, startDatabase } from './stack-database.js';
import { Supervisor } from './supervisor.js';

/**
 * Work on the facts of a service: of the one that runs on `folder`, else with its PostgreSQL alone, started and
 * stopped for this. Throws `CannotStart`.
 */
export async function withDatabaseOf<T>(
  folder: string,
  work: (urls: DatabaseUrls) => Promise<T>,
): Promise<T> {
  const running = runningStack(folder);
  if (running !== null) return work(running.database);
  const data = openDataFolder(folder);
  const lock = lockData(data.folder);
  const supervisor = new Supervisor({ tell: () => undefined, log: () => undefined });
  try {
    return await work(await startDatabase(supervisor, data, {}));
  } finally {
    await supervisor.stop();
    lock.release();
  }
}
