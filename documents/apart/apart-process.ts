/** One process for one wish: started, given the wish, timed, and gone when this returns. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type ApartWish, READY } from './apart-contract.js';

/** How it went. */
export type Outcome<Answer> =
  | { readonly how: 'answered'; readonly answer: Answer }
  | { readonly how: 'too-long' }
  /** It, its own watch or the system put an end to it for memory. */
  | { readonly how: 'too-much-memory' }
  /** A bug, of ours or of a package; what it wrote. */
  | { readonly how: 'crashed'; readonly output: string };

/** The programs that there are, each a file of this folder that calls `answerApart`. */
export type ApartProgram = 'compile' | 'typeset' | 'print' | 'pack';

/** What one wish may take. */
export interface ProcessLimits {
  /** From the wish's arrival in the process to its answer. */
  readonly seconds: number;
  /** Resident memory of the process, 10^6 bytes. */
  readonly megabytes: number;
}

/** Loading our own code is not the wish's doing, and does not count. */
const START_SECONDS = 60;
const LONGEST_OUTPUT = 8_000;

/** `.ts` when this runs from the sources, `.js` when it runs from a build. */
const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
const fileOf = (program: ApartProgram): string =>
  fileURLToPath(new URL(`./${program}-main${extension}`, import.meta.url));
/** What runs a program from the sources. */
const RUNNER = fileURLToPath(new URL('../../bootstrap/run.mjs', import.meta.url));

/** Of the process's memory, what is not JavaScript's heap: code, buffers, the watching thread. */
const BESIDE_HEAP = 100;

/** The process ends itself only where nobody is left to end it. */
const GRACE_SECONDS = 5;

/** Rejects when the program itself does not start. */
export async function askApart<Wish, Answer>(
  program: ApartProgram,
  wish: Wish,
  { seconds, megabytes }: ProcessLimits,
): Promise<Outcome<Answer>> {
  const child = start(fileOf(program), megabytes);
  const message: ApartWish<Wish> = { wish, megabytes, seconds: seconds + GRACE_SECONDS };
  let output = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-LONGEST_OUTPUT);
  });
  let given = false;
  let late = false;
  let answer: { readonly given: Answer } | undefined;
  const tooLate = (): void => {
    late = true;
    child.kill('SIGKILL');
  };
  let timer = setTimeout(tooLate, START_SECONDS * 1000);
  child.on('message', (said: unknown) => {
    clearTimeout(timer);
    if (said === READY) {
      given = true;
      timer = setTimeout(tooLate, seconds * 1000);
      // A process that is already gone is told by its exit.
      child.send(message, () => undefined);
    } else {
      answer = { given: said as Answer };
      child.kill('SIGKILL');
    }
  });
  const end = await endOf(child).finally(() => clearTimeout(timer));
  if (answer !== undefined) return { how: 'answered', answer: answer.given };
  if (!given) throw new Error(`the process apart does not start (${end}): ${output}`);
  if (late) return { how: 'too-long' };
  const byMemory = end === 'SIGKILL' || /heap out of memory|Array buffer allocation failed/.test(output);
  return byMemory ? { how: 'too-much-memory' } : { how: 'crashed', output: `${end}\n${output}` };
}

function start(file: string, megabytes: number): ChildProcess {
  const runner = extension === '.ts' ? [RUNNER] : [];
  const heap = `--max-old-space-size=${Math.max(64, megabytes - BESIDE_HEAP)}`;
  return spawn(process.execPath, [heap, ...runner, file], {
    // Nothing of ours, passwords least of all, stands in the memory of a process that opens foreign files.
    env: {},
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
}

/** How the process ended: a signal or an exit code. */
async function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      if (child.pid === undefined) reject(error);
    });
    child.once('close', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
}
