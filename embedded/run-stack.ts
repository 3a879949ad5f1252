import { appendFileSync } from 'node:fs';
import { CannotStart } from './cannot-start.js';
import { type DataFolder, openDataFolder, turnLog } from './data-folder.js';
import { type DataLock, lockData } from './data-lock.js';
import { portTrouble } from './free-port.js';
import type { Stack } from './parts.js';
import { Stopped, Supervisor } from './supervisor.js';

const tell = (line: string): void => console.log(line);

/** One way of running the whole stack on this machine. */
export interface Run {
  /** Absolute path of the data folder. */
  readonly data: string;
  readonly port: number;
  /** The port to advise when `port` is taken. */
  readonly usualPort: number;
  /** What a person types before an option: `npm start --`. */
  readonly command: string;
  /** Starts the parts in their order, once the folder is ours and the port free. Throws `CannotStart`. */
  start(supervisor: Supervisor, data: DataFolder, tell: (line: string) => void): Promise<Started>;
}

export interface Started {
  readonly stack: Stack;
  /** Lines for the person at the terminal: where it is, and what to do next. */
  readonly welcome: readonly string[];
}

/**
 * Runs the stack until it is asked to stop. Returns the exit code: 0 stopped as asked, 1 something could not start or
 * kept dying, and why was said in Italian.
 */
export async function runStack(run: Run): Promise<number> {
  let lock: DataLock | null = null;
  const asked = askedToStop();
  try {
    const data = openDataFolder(run.data);
    lock = lockData(data.folder);
    turnLog(data);
    await supervise(run, data, lock, asked);
    return 0;
  } catch (error) {
    return complain(error, run.command);
  } finally {
    lock?.release();
  }
}

/** Returns when the person asked for the end and everything has stopped; throws what keeps the stack from working. */
async function supervise(run: Run, data: DataFolder, lock: DataLock, asked: Promise<null>): Promise<void> {
  const log = (line: string): void => appendFileSync(data.log, `${new Date().toISOString()} ${line}\n`);
  const supervisor = new Supervisor({ tell, log });
  const since = Date.now();
  log(`start on port ${run.port}`);
  const starting = checkPort(run).then(() => run.start(supervisor, data, tell));
  // When the wish to stop overtakes it, its failure is of no interest any more.
  starting.catch(() => undefined);
  try {
    const started = await Promise.race([starting, supervisor.failed, asked]);
    if (started instanceof CannotStart) throw started;
    if (started === null) return;
    lock.announce(started.stack);
    log(`ready after ${Date.now() - since} ms`);
    tell(`\nTraguardo è pronto (${Math.round((Date.now() - since) / 1000)} s):  ${started.stack.address}`);
    for (const line of started.welcome) tell(line);
    tell('Ctrl-C per fermare.\n');
    const failure = await Promise.race([supervisor.failed, asked]);
    if (failure !== null) throw failure;
  } finally {
    await supervisor.stop();
    log('stopped');
    tell('Fermato. I dati restano: il prossimo avvio riprende da qui.');
  }
}

/** Asked first of all: everything else takes longer to say no. */
async function checkPort({ port, usualPort }: Run): Promise<void> {
  const trouble = await portTrouble(port);
  if (trouble === null) return;
  const other = port === usualPort ? usualPort + 1 : usualPort;
  const remedy = `Scegline un'altra con: npm start -- --port ${other}`;
  if (trouble === 'EADDRINUSE')
    throw new CannotStart(`La porta ${port} è già usata da un altro programma.`, { remedy });
  if (trouble === 'EACCES') throw new CannotStart(`La porta ${port} è riservata al sistema.`, { remedy });
  throw new CannotStart(`La porta ${port} non si può usare (${trouble}).`, { remedy });
}

/** What runs us may pass one Ctrl-C on twice: only a later one means impatience. */
const impatienceMs = 1_000;

/** Fulfilled at the first Ctrl-C, `kill` or closed terminal; a second one does not wait for an orderly end. */
function askedToStop(): Promise<null> {
  return new Promise((resolve) => {
    let since: number | null = null;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (since !== null) {
          if (Date.now() - since > impatienceMs) process.exit(130);
          return;
        }
        since = Date.now();
        tell('\nMi fermo… (ancora Ctrl-C per non aspettare)');
        resolve(null);
      });
    }
  });
}

/** Says why it cannot go on, in Italian where it is this machine's doing; returns the exit code. */
function complain(error: unknown, command: string): number {
  if (error instanceof Stopped) return 0;
  if (!(error instanceof CannotStart)) {
    console.error('Errore imprevisto di Traguardo: segnalalo con le righe seguenti.');
    console.error(error);
    return 1;
  }
  console.error(`\n${error.message}`);
  if (error.details !== '') console.error(error.details.replaceAll(/^/gm, '    '));
  console.error(error.remedyFor(command));
  return 1;
}
