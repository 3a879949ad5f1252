import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { identify, type ProcessIdentity } from './process-identity.js';

/** A program that was started; it may have ended since. */
export interface Launched {
  readonly child: ChildProcess;
  /** Null when it ended before we could look. */
  readonly process: ProcessIdentity | null;
  /** Fulfilled, with how in English, when it has ended. */
  readonly exit: Promise<string>;
}

/** How a program is started. */
export interface LaunchOptions {
  /** File that its output is appended to; not a pipe, because a program outlives us when we are killed. */
  readonly log: string;
  readonly env: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly uid?: number;
  readonly gid?: number;
  /** A channel to a Node program, which so learns of our death. */
  readonly channel?: boolean;
}

/**
 * Starts a program as a direct child, so that it is reaped when it ends, and in a session of its own: Ctrl-C at the
 * terminal reaches us alone, and we stop the parts in their order. Rejects when the system cannot start it.
 */
export async function launch(
  program: string,
  args: readonly string[],
  options: LaunchOptions,
): Promise<Launched> {
  const { log: file, channel, ...rest } = options;
  const log = openSync(file, 'a', 0o600);
  try {
    const stdio = channel ? (['ignore', log, log, 'ipc'] as const) : (['ignore', log, log] as const);
    const child = spawn(program, [...args], { ...rest, detached: true, stdio: [...stdio] });
    const exit = new Promise<string>((resolve) => {
      child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`));
    });
    await new Promise((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    return { child, process: identify(child.pid ?? 0), exit };
  } finally {
    closeSync(log);
  }
}

/** Passes on the end of a process that was not asked to end; what we stop ourselves has not died. */
export class Watch {
  #stopping = false;
  readonly died: Promise<string>;

  constructor(name: string, exit: Promise<string>) {
    this.died = new Promise((resolve) => {
      void exit.then((how) => {
        if (!this.#stopping) resolve(`${name} ended with ${how}`);
      });
    });
  }

  /** From here on the end is wanted. */
  expectEnd(): void {
    this.#stopping = true;
  }
}
