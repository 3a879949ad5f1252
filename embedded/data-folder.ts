import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { CannotStart, explainFailure, logSize } from './cannot-start.js';

/** Where one installation on one machine keeps everything. */
export interface DataFolder {
  readonly folder: string;
  readonly postgres: string;
  readonly temporalDatabase: string;
  readonly log: string;
}

/** What the first start put into the data: nothing yet, the demo's example as far as it came, the example, the demo without it, or real towns. */
export type Content = 'none' | 'loading' | 'example' | 'empty' | 'service';

/** A log larger than this, in bytes, is set aside at the next start; one older log is kept. */
const largestLog = 20_000_000;

/** Makes the folder where it is absent. Throws `CannotStart`. */
export function openDataFolder(folder: string): DataFolder {
  // PostgreSQL, which runs as somebody else when we are root, must pass through.
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  const data = {
    folder,
    postgres: path.join(folder, 'postgres'),
    temporalDatabase: path.join(folder, 'temporal.db'),
    log: path.join(folder, 'log'),
  };
  try {
    makeFolder(folder, mode);
    appendFileSync(data.log, '', { mode: 0o600 });
  } catch (error) {
    throw noFolder(folder, error);
  }
  return data;
}

/** What the system answers where files cannot be made at all, as below `/proc`, or where one stands in the way. */
const NO_PLACE = ['ENOENT', 'ENOTDIR', 'EEXIST', 'EISDIR', 'EINVAL', 'ENAMETOOLONG'];

function noFolder(folder: string, error: unknown): CannotStart {
  if (!NO_PLACE.includes(String((error as { code?: unknown }).code)))
    return explainFailure('Non riesco a scrivere nella cartella dei dati', folder, error);
  return new CannotStart(`Qui non si può fare una cartella dei dati: ${folder}`, {
    remedy: 'Scegli un’altra cartella con: npm start -- --data CARTELLA',
    details: error instanceof Error ? error.message : '',
    cause: error,
  });
}

/**
 * With the folders above it. Node's own way turns in a circle for ever where the system says of a folder that is there
 * that it is not, as below `/proc`.
 */
function makeFolder(folder: string, mode: number): void {
  const missing: string[] = [];
  for (let at = folder; !existsSync(at); at = path.dirname(at)) missing.unshift(at);
  for (const one of missing) mkdirSync(one, { mode });
}

/** Sets a log aside that has grown too large. */
export function turnLog(data: DataFolder): void {
  if (logSize(data.log) > largestLog) renameSync(data.log, `${data.log}.1`);
}

/** Removes what this program keeps in the folder, and nothing else that may lie there. The lock stays. */
export function clearData(data: DataFolder): void {
  const kept = ['postgres', 'postgres.new', 'temporal.db', 'temporal.db-shm', 'temporal.db-wal', 'content'];
  for (const name of kept) rmSync(path.join(data.folder, name), { recursive: true, force: true });
}

const KNOWN: readonly Content[] = ['loading', 'example', 'empty', 'service'];

/** Reads what the data hold. */
export function readContent(data: DataFolder): Content {
  try {
    const text = readFileSync(path.join(data.folder, 'content'), 'utf8').trim();
    return KNOWN.find((one) => one === text) ?? 'none';
  } catch {
    return 'none';
  }
}

/** Remembers what the data hold. */
export function writeContent(data: DataFolder, content: Content): void {
  writeFileSync(path.join(data.folder, 'content'), `${content}\n`, { mode: 0o600 });
}

/** A folder serves the demo or real towns, for good: whose doors are open must never depend on the command. Throws `CannotStart`. */
export function claimContent(data: DataFolder, use: 'demo' | 'service'): void {
  const content = readContent(data);
  if (use === 'service' && content === 'none') writeContent(data, 'service');
  if (content === 'none' || (content === 'service') === (use === 'service')) return;
  throw new CannotStart(
    use === 'service'
      ? `La cartella ${data.folder} contiene la prova di «npm start»: il servizio vuole una cartella sua.`
      : `La cartella ${data.folder} contiene i comuni di «traguardo serve»: la prova vuole una cartella sua.`,
    { remedy: 'Scegli un’altra cartella con: npm start -- --data CARTELLA' },
  );
}
