import { appendFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CannotStart } from './cannot-start.js';
import { clearData, openDataFolder, turnLog } from './data-folder.js';
import { type DataLock, lockData } from './data-lock.js';
import { type Example, fillAtFirst } from './first-content.js';
import { portTrouble } from './free-port.js';
import { defaultPort, parseOptions, type StartOptions } from './options.js';
import { type Setting, type Stack, startParts } from './parts.js';
import { Stopped, Supervisor } from './supervisor.js';

const project = fileURLToPath(new URL('..', import.meta.url));
const tell = (line: string): void => console.log(line);

/**
 * The command `npm start`: the whole stack on this machine until Ctrl-C, then the end of this process. Exit codes:
 * 0 stopped as asked, 1 something could not start or kept dying, 2 a wrong option.
 */
export async function main(words: readonly string[], example: Example | null = null): Promise<void> {
  const parsed = parseOptions(words, process.env['INIT_CWD'] || process.cwd(), project);
  if (!parsed.ok) {
    console.error(parsed.refusal);
    process.exit(2);
  }
  process.exit(await runStack(parsed.options, example));
}

async function runStack(options: StartOptions, example: Example | null): Promise<number> {
  let lock: DataLock | null = null;
  const asked = askedToStop();
  try {
    const data = openDataFolder(options.data);
    lock = lockData(data.folder);
    turnLog(data);
    await superviseStack({ options, data, env: process.env, tell }, example, lock, asked);
    return 0;
  } catch (error) {
    return complain(error);
  } finally {
    lock?.release();
  }
}

/** Returns when the person asked for the end and everything has stopped; throws what keeps the stack from working. */
async function superviseStack(
  setting: Setting,
  example: Example | null,
  lock: DataLock,
  asked: Promise<null>,
): Promise<void> {
  const { options, data } = setting;
  const log = (line: string): void => appendFileSync(data.log, `${new Date().toISOString()} ${line}\n`);
  const supervisor = new Supervisor({ tell, log });
  const since = Date.now();
  log(`start on port ${options.port}`);
  const starting = startAll(supervisor, setting, example);
  // When the wish to stop overtakes it, its failure is of no interest any more.
  starting.catch(() => undefined);
  try {
    const started = await Promise.race([starting, supervisor.failed, asked]);
    if (started instanceof CannotStart) throw started;
    if (started === null) return;
    lock.announce(started.stack.address);
    log(`ready after ${Date.now() - since} ms`);
    welcome(started, Date.now() - since);
    const failure = await Promise.race([supervisor.failed, asked]);
    if (failure !== null) throw failure;
  } finally {
    await supervisor.stop();
    log('stopped');
    tell('Fermato. I dati restano: il prossimo avvio riprende da qui.');
  }
}

interface Started {
  readonly stack: Stack;
  /** Whom to enter as; empty without the example. */
  readonly people: readonly string[];
}

async function startAll(supervisor: Supervisor, setting: Setting, example: Example | null): Promise<Started> {
  const { options, data } = setting;
  if (options.reset) clearData(data);
  await checkPort(options.port);
  const stack = await startParts(supervisor, setting);
  const filled = example !== null && (await fillAtFirst(example, stack, setting, supervisor.signal));
  return { stack, people: filled ? example.people : [] };
}

/** Asked first of all: everything else takes longer to say no. */
async function checkPort(port: number): Promise<void> {
  const trouble = await portTrouble(port);
  if (trouble === null) return;
  const other = port === defaultPort ? defaultPort + 1 : defaultPort;
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

function welcome({ stack, people }: Started, ms: number): void {
  tell(`\nTraguardo è pronto (${Math.round(ms / 1000)} s):  ${stack.address}`);
  if (people.length > 0) tell(`Puoi entrare come: ${people.join(' · ')}`);
  tell('Ctrl-C per fermare.\n');
}

/** Says why it cannot go on, in Italian where it is this machine's doing; returns the exit code. */
function complain(error: unknown): number {
  if (error instanceof Stopped) return 0;
  if (!(error instanceof CannotStart)) {
    console.error('Errore imprevisto di Traguardo: segnalalo con le righe seguenti.');
    console.error(error);
    return 1;
  }
  console.error(`\n${error.message}`);
  if (error.details !== '') console.error(error.details.replaceAll(/^/gm, '    '));
  console.error(error.remedy);
  return 1;
}
