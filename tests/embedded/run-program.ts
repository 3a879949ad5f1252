import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { afterThisFile } from '../after-file.js';

/** A program that the tests started as a process of its own. */
export interface Program {
  readonly child: ChildProcess;
  /** Its first line on the standard output; rejects with all it said when it ends without one. */
  readonly firstLine: Promise<string>;
  /** Fulfilled as soon as it has said this on either output. */
  says(words: string): Promise<void>;
  /** Everything it said on both outputs, once it has ended, with its exit code or signal. */
  readonly end: Promise<{ code: number | null; signal: NodeJS.Signals | null; said: string }>;
}

/** Runs a program of `tests/embedded/programs/`. It is killed after the file's last test if it still lives. */
export function runProgram(name: string, ...words: string[]): Program {
  return run([
    path.resolve('bootstrap/run.mjs'),
    path.resolve('tests/embedded/programs', `${name}.ts`),
    ...words,
  ]);
}

/** Runs Node with these words. */
export function run(
  words: readonly string[],
  options: { env?: NodeJS.ProcessEnv; uid?: number; gid?: number } = {},
): Program {
  const child = spawn(process.execPath, [...words], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  afterThisFile(() => child.kill('SIGKILL'));
  let out = '';
  let said = '';
  child.stderr.on('data', (bytes) => {
    said += bytes;
  });
  const end = new Promise<Awaited<Program['end']>>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, said }));
  });
  const firstLine = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (bytes) => {
      out += bytes;
      said += bytes;
      if (out.includes('\n')) resolve(out.slice(0, out.indexOf('\n')));
    });
    void end.then((how) => reject(new Error(`ended with ${how.code ?? how.signal}: ${how.said}`)));
  });
  firstLine.catch(() => undefined);
  const says = async (words: string): Promise<void> => {
    while (!said.includes(words)) {
      if (child.exitCode !== null) throw new Error(`ended without saying ${words}: ${said}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  return { child, firstLine, says, end };
}
