/**
 * npm that is ended by a signal takes its shell with it and leaves us running, with servers and all. Told by the
 * parent of our parent (the shell, of which tsx is the child) being another one.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const EVERY_MS = 2_000;

const parentOf = async (pid: number): Promise<string> =>
  (await promisify(execFile)('ps', ['-o', 'ppid=', '-p', String(pid)])).stdout.trim();

/** Calls `leave` once when whoever started us is gone; does not keep the process alive. */
export async function whenOrphaned(leave: () => void): Promise<void> {
  const shell = await parentOf(process.ppid).catch(() => null);
  if (shell === null) return;
  const timer = setInterval(async () => {
    const now = await parentOf(process.ppid).catch(() => null);
    if (now === shell) return;
    clearInterval(timer);
    leave();
  }, EVERY_MS);
  timer.unref();
}
