import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CannotStart, explainFailure } from './cannot-start.js';
import { identify, isAlive, type ProcessIdentity } from './process-identity.js';
import type { DatabaseUrls } from './stack-database.js';

/** Who holds a data folder. */
interface Holder extends ProcessIdentity {
  /** Where its pages are, once they are. */
  readonly address: string | null;
}

/** What whoever finds the folder taken may know of the stack that runs on it. */
export interface Announced {
  readonly address: string;
  /** The same on this machine, whatever proxy stands in front. */
  readonly pages: string;
  readonly database: DatabaseUrls;
  readonly temporalAddress: string;
}

/** The right to use a data folder, until `release` or our death. */
export interface DataLock {
  /** Tells whoever finds the folder taken where everything is: readable by our own user alone. */
  announce(where: Announced): void;
  release(): void;
}

/**
 * Takes a data folder for this process alone. A lock whose holder is dead is taken over. Throws `CannotStart` when
 * another process that lives holds it.
 */
export function lockData(folder: string): DataLock {
  const file = path.join(folder, 'lock');
  const own = `${file}.${process.pid}`;
  const me = identify(process.pid);
  if (me === null) throw new Error('this process cannot see itself');
  const write = (where: Announced | null): void =>
    writeFileSync(own, JSON.stringify({ ...me, ...where }), { mode: 0o600 });
  try {
    write(null);
    for (;;) {
      try {
        // A link is made whole or not at all, and by one process alone.
        linkSync(own, file);
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = readHolder(file);
      if (holder !== null && isAlive(holder)) throw inUse(folder, holder);
      clearStale(file, holder);
    }
  } catch (error) {
    rmSync(own, { force: true });
    throw error instanceof CannotStart
      ? error
      : explainFailure('Non riesco a scrivere nella cartella dei dati', folder, error);
  }
  rmSync(own, { force: true });
  return {
    announce({ address, pages, database, temporalAddress }) {
      write({ address, pages, database, temporalAddress });
      renameSync(own, file);
    },
    release() {
      if (readHolder(file)?.started === me.started) rmSync(file, { force: true });
    },
  };
}

/** Moves a dead holder's lock away, unless somebody took it over in between: then theirs is put back. */
function clearStale(file: string, seen: Holder | null): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = readHolder(aside);
  if (moved !== null && moved.started !== seen?.started && isAlive(moved)) linkSync(aside, file);
  rmSync(aside, { force: true });
}

function readHolder(file: string): Holder | null {
  try {
    const found = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>;
    if (typeof found.pid !== 'number' || typeof found.started !== 'string') return null;
    return { pid: found.pid, started: found.started, address: found.address ?? null };
  } catch {
    return null;
  }
}

function inUse(folder: string, holder: Holder): CannotStart {
  const where = holder.address === null ? '' : ` Le pagine sono su ${holder.address}`;
  return new CannotStart(
    `I dati in ${folder} sono già in uso da un altro Traguardo (processo ${holder.pid}).${where}`,
    {
      remedy:
        'Usa quello, fermalo con Ctrl-C nel suo terminale, o scegli un’altra cartella: npm start -- --data CARTELLA',
    },
  );
}
