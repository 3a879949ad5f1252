import { fileURLToPath } from 'node:url';
import { CannotStart, explainFailure, logSize, logTail } from './cannot-start.js';
import { type Launched, launch, Watch } from './launch.js';
import { endProcess, type ProcessIdentity } from './process-identity.js';
import { Stopped } from './supervisor.js';

const project = fileURLToPath(new URL('..', import.meta.url));
/** `.ts` when this runs from the sources, `.js` when it runs from a build. */
const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

/** What is wanted of a part that is one of our own programs. */
export interface NodePartWish {
  /** What people call it, in Italian, with its article: `il worker`. */
  readonly name: string;
  /** The program without its extension, from the project's folder: `worker/main`. */
  readonly program: string;
  /** The data folder; it marks the process as a part of this stack. */
  readonly data: string;
  readonly env: NodeJS.ProcessEnv;
  readonly log: string;
  /** Fulfilled when the part does its work; `ended` is fulfilled first when it ends instead. */
  readonly ready: (part: Launched) => Promise<void>;
  /** Gives the start up. */
  readonly signal: AbortSignal;
}

/** One of our own programs at work. */
export interface NodePart {
  readonly process: ProcessIdentity;
  /** Fulfilled, with the reason in English, when it ends without `stop`. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

/** The word on the command line by which a later start knows the parts of this data folder. */
export function partMark(data: string): string {
  return `--traguardo-part-of=${data}`;
}

/** Starts the program under our leash and waits until it is ready. Throws `CannotStart` when it ends before. */
export async function startNodePart(wish: NodePartWish): Promise<NodePart> {
  const from = logSize(wish.log);
  const runner = extension === '.ts' ? [`${project}bootstrap/run.mjs`] : [];
  const leash = ['--import', new URL('leash.mjs', import.meta.url).href];
  const args = [...leash, ...runner, `${project}${wish.program}${extension}`, partMark(wish.data)];
  const { log, env } = wish;
  const part = await launch(process.execPath, args, { log, env, cwd: project, channel: true }).catch(
    (error) => {
      throw explainFailure(`Non parte ${wish.name}`, wish.program, error);
    },
  );
  const ended = part.exit.then((how) => {
    throw new CannotStart(`Non parte ${wish.name} (${wish.program}: ${how}).`, {
      remedy: 'Le righe qui sotto dicono perché.',
      details: logTail(wish.log, from),
    });
  });
  // Once it is ready its end is told by the watch instead.
  ended.catch(() => undefined);
  const running = part.process;
  if (running === null) return ended;
  const given = givenUp(wish.signal);
  try {
    await Promise.race([wish.ready(part), ended, given.up]);
  } catch (error) {
    await endProcess(running);
    throw error;
  } finally {
    given.forget();
  }
  const watch = new Watch(wish.program, part.exit);
  return {
    process: running,
    died: watch.died,
    async stop() {
      watch.expectEnd();
      await endProcess(running);
    },
  };
}

/** `up` rejects when the signal is aborted. A part may be started many times under one signal: `forget` leaves no listener. */
function givenUp(signal: AbortSignal): { readonly up: Promise<never>; forget(): void } {
  let giveUp = (): void => undefined;
  const up = new Promise<never>((_, reject) => {
    giveUp = () => reject(new Stopped());
  });
  if (signal.aborted) giveUp();
  else signal.addEventListener('abort', giveUp, { once: true });
  return { up, forget: () => signal.removeEventListener('abort', giveUp) };
}

/** Fulfilled when the part says `ready` over its channel. */
export async function saysReady(part: Launched): Promise<void> {
  await new Promise<void>((resolve) => {
    part.child.on('message', (message) => {
      if (message === 'ready') resolve();
    });
  });
}

/** Fulfilled when `url` answers with 200. */
export function answersAt(url: string): (part: Launched) => Promise<void> {
  return async (part) => {
    while (part.child.exitCode === null && part.child.signalCode === null) {
      const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
      await answer?.body?.cancel();
      if (answer?.status === 200) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    // It has ended: the caller hears of that by itself.
    await new Promise(() => undefined);
  };
}
