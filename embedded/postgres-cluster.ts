import { spawn } from 'node:child_process';
import { chmod, chown, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { CannotStart, explainFailure } from './cannot-start.js';
import { isReachable, type PostgresPrograms } from './postgres-programs.js';

/** The user that owns a cluster and runs its server. PostgreSQL refuses to be root. */
export interface ClusterUser {
  readonly uid: number;
  readonly gid: number;
}

/** How a program is told where the cluster is. */
export interface ClusterAddress {
  /** Working folder of the program. */
  readonly cwd: string;
  /** The argument of `-D`. */
  readonly argument: string;
}

/** An id that exists on every system and owns nothing: no account has to be made on the host. */
const unprivileged: ClusterUser = { uid: 65534, gid: 65534 };

/** Null when we are not root: the server then simply runs as us. */
export async function clusterUser(folder: string): Promise<ClusterUser | null> {
  if (process.getuid?.() !== 0) return null;
  const found = await stat(path.join(folder, 'PG_VERSION')).catch(() => null);
  // A cluster that a normal user made before somebody typed `sudo` stays that user's.
  return found === null || found.uid === 0 ? unprivileged : { uid: found.uid, gid: found.gid };
}

/**
 * Under a folder that `user` may not enter, a program can still work in a folder that it was put into:
 * on Linux `/proc/self/cwd` names it without walking through its parents.
 */
export async function addressOf(folder: string, user: ClusterUser | null): Promise<ClusterAddress> {
  if (user === null || (await isReachable(path.dirname(folder)))) return { cwd: folder, argument: folder };
  if (process.platform === 'linux') return { cwd: folder, argument: '/proc/self/cwd' };
  throw new CannotStart(
    `PostgreSQL non può girare come root, e gli altri utenti non possono entrare in ${path.dirname(folder)}.`,
    {
      remedy: 'Avvia da utente normale, oppure scegli una cartella aperta con: npm start -- --data CARTELLA',
    },
  );
}

/** Makes the cluster in `folder` unless it is there, whole or not at all; returns whether it was made now. */
export async function ensureCluster(
  folder: string,
  programs: PostgresPrograms,
  user: ClusterUser | null,
): Promise<boolean> {
  const version = await readFile(path.join(folder, 'PG_VERSION'), 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return null;
    throw explainFailure('Non riesco a leggere la base dati', folder, error);
  });
  if (version !== null) {
    if (version.trim() === programs.major) return false;
    throw new CannotStart(
      `I dati in ${folder} sono di PostgreSQL ${version.trim()}, il programma installato è il ${programs.major}.`,
      {
        remedy:
          'Usa la versione di Traguardo con cui li hai creati, o un’altra cartella: npm start -- --data CARTELLA',
      },
    );
  }
  const fresh = `${folder}.new`;
  try {
    await rm(fresh, { recursive: true, force: true });
    await mkdir(fresh, { recursive: true, mode: 0o700 });
    await chmod(fresh, 0o700);
    if (user !== null) await chown(fresh, user.uid, user.gid);
    await initdb(fresh, programs, user);
    await rename(fresh, folder);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true }).catch(() => undefined);
    throw error instanceof CannotStart
      ? error
      : explainFailure('Non riesco a creare la base dati', folder, error);
  }
  return true;
}

async function initdb(folder: string, programs: PostgresPrograms, user: ClusterUser | null): Promise<void> {
  const { cwd, argument } = await addressOf(folder, user);
  const child = spawn(
    programs.initdb,
    [
      ...['-D', argument, '--username=postgres', '--encoding=UTF8'],
      // The builtin provider is the same on every machine: no index breaks when the system's locales change.
      ...['--locale-provider=builtin', '--locale=C.UTF-8', '--data-checksums', '--no-instructions'],
      // Who may open the socket's folder is trusted; nobody comes by the network.
      ...['--auth-local=trust', '--auth-host=reject'],
    ],
    {
      cwd,
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...user,
    },
  );
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => (said += bytes));
  child.stderr.on('data', (bytes: Buffer) => (said += bytes));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return;
  const log = said.trimEnd().split('\n').slice(-8).join('\n');
  if (/could not look up effective user ID/.test(log)) {
    throw new CannotStart('L’utente con cui PostgreSQL deve girare non ha un nome su questo sistema.', {
      remedy:
        'Avvia con un utente registrato, oppure indica un PostgreSQL tuo con la variabile DATABASE_URL.',
      details: log,
    });
  }
  throw explainFailure(
    'Non riesco a creare la base dati',
    folder,
    `initdb è uscito con il codice ${code}`,
    log,
  );
}
