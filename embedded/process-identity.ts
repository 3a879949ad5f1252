import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** One process of this machine for as long as it lives: a pid alone is given out again after its death. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in the words of the system; two processes with one pid never share it. */
  readonly started: string;
}

/** The living process with this number, or null: a zombie has ended. */
export function identify(pid: number): ProcessIdentity | null {
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  return process.platform === 'linux' ? identifyByProc(pid) : identifyByPs(pid);
}

function identifyByProc(pid: number): ProcessIdentity | null {
  try {
    // The second field is the program's name in brackets and may itself hold spaces and brackets.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return { pid, started: `${boot}/${fields[19]}` };
  } catch {
    return null;
  }
}

function identifyByPs(pid: number): ProcessIdentity | null {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    const [state = '', ...started] = line.split(/\s+/);
    return state === '' || state.startsWith('Z') ? null : { pid, started: started.join(' ') };
  } catch {
    return null;
  }
}

/** Whether this very process still runs. */
export function isAlive(known: ProcessIdentity): boolean {
  return identify(known.pid)?.started === known.started;
}

/** Waits until the process has ended; false when it still lives after `graceMs` milliseconds. */
export async function untilGone(known: ProcessIdentity, graceMs: number): Promise<boolean> {
  const end = Date.now() + graceMs;
  while (isAlive(known)) {
    if (Date.now() > end) return false;
    await sleep(15);
  }
  return true;
}

/** Ends a process: each signal in turn until it has gone, `graceMs` after each. Never signals a newcomer with the same pid. */
export async function endProcess(
  known: ProcessIdentity,
  signals: readonly NodeJS.Signals[] = ['SIGTERM', 'SIGKILL'],
  graceMs = 10_000,
): Promise<void> {
  for (const signal of signals) {
    if (!isAlive(known)) return;
    try {
      process.kill(known.pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
    if (await untilGone(known, graceMs)) return;
  }
}
