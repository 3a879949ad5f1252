import type { DataFolder } from './data-folder.js';
import { answersAt, partMark, saysReady, startNodePart } from './node-part.js';
import { endProcess } from './process-identity.js';
import { findByArgument } from './process-search.js';
import { type DatabaseUrls, migrateDatabase, startDatabase } from './stack-database.js';
import { startTime } from './stack-temporal.js';
import type { Supervisor } from './supervisor.js';

/** What the parts are started with. */
export interface Setting {
  /** Loopback port of the pages. */
  readonly port: number;
  /** Loopback port of Temporal's own pages; `null` for none. */
  readonly temporalUi: number | null;
  readonly data: DataFolder;
  /** The environment of the command: names real services to use instead of ours. */
  readonly env: NodeJS.ProcessEnv;
  /** A line for the person at the terminal, in Italian. */
  readonly tell: (line: string) => void;
}

/** Where everything is, once it works. */
export interface Stack extends Stores {
  /** Where people go: `http://localhost:3000`. */
  readonly address: string;
  /** Where the pages listen, whatever stands in front. */
  readonly pages: string;
}

/** What keeps facts and time, ours or what the environment names. */
export interface Stores {
  readonly database: DatabaseUrls;
  readonly temporalAddress: string;
}

/** The environments that worker and pages are started with: here the demo and a service differ. */
export interface Wired {
  readonly worker: NodeJS.ProcessEnv;
  readonly pages: NodeJS.ProcessEnv;
  /** Where people go. */
  readonly address: string;
}

/** May start parts of its own first. */
export type Wiring = (supervisor: Supervisor, setting: Setting, stores: Stores) => Promise<Wired>;

/** The parts of one machine in the order in which they need each other; they stop in the reverse order. */
export async function startParts(supervisor: Supervisor, setting: Setting, wiring: Wiring): Promise<Stack> {
  const { data, env, tell } = setting;
  await endOrphans(data);

  const database = await startDatabase(supervisor, data, env);
  await migrateDatabase(database);
  tell('Base dati pronta.');

  const temporalAddress = await startTime(supervisor, data, env, setting.temporalUi, tell);
  tell('Temporal pronto.');

  const wired = await wiring(supervisor, setting, { database, temporalAddress });
  const part = { data: data.folder, log: data.log };
  await supervisor.start('il worker', (signal) =>
    startNodePart({
      ...part,
      env: wired.worker,
      name: 'il worker',
      program: 'worker/main',
      ready: saysReady,
      signal,
    }),
  );
  tell('Worker pronto.');

  const pages = `http://127.0.0.1:${setting.port}`;
  const ready = answersAt(`${pages}/salute/vivo`);
  await supervisor.start('le pagine', (signal) =>
    startNodePart({ ...part, env: wired.pages, name: 'le pagine', program: 'api/main', ready, signal }),
  );
  tell('Pagine pronte.');
  return { database, temporalAddress, address: wired.address, pages };
}

/** Our own programs end by themselves when their supervisor dies; this is for one that could not. */
async function endOrphans(data: DataFolder): Promise<void> {
  await Promise.all(findByArgument(partMark(data.folder)).map((orphan) => endProcess(orphan)));
}
