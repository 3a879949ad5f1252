/**
 * Ten thousand files with mistakes in them through the readers: real ones of every format, changed at random, each
 * read or refused in words. `npm run bench -- soak [FILES] [SEED]`; a file that crashes or hangs its reader is named
 * by its seed, which makes it again.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Figure, rounded } from './figure.js';
import type { SoakOutcome } from './soak-reading-child.js';

const FILES = Number(process.argv[3] ?? 10_000);
const SEED = Number(process.argv[4] ?? 1);
/** What an upload is given. */
const SECONDS = 10;
const MEGABYTES = 300;
/** Then there is no point in going on. */
const MOST_TROUBLES = 20;

const CHILD = fileURLToPath(new URL('./soak-reading-child.ts', import.meta.url));

export async function benchSoak(files = FILES, seed = SEED): Promise<readonly Figure[]> {
  const counts = { read: 0, refused: 0, wrong: 0, crashed: 0, hung: 0 };
  let slowest = 0;
  let done = 0;
  while (done < files && counts.crashed + counts.hung < MOST_TROUBLES) {
    const end = await soakUntilTrouble(seed + done, files - done, ({ seed: at, how, ms, detail }) => {
      counts[how] += 1;
      slowest = Math.max(slowest, ms);
      if (detail !== '') process.stderr.write(`seed ${at}: ${detail}\n`);
    });
    done += end.outcomes;
    if (end.trouble === null) break;
    process.stderr.write(`seed ${seed + done}: ${end.trouble}\n`);
    counts[end.trouble] += 1;
    done += 1;
  }
  return [
    { what: 'mutated files', value: done, unit: 'count' },
    { what: 'read', value: counts.read, unit: 'count' },
    { what: 'refused in words', value: counts.refused, unit: 'count' },
    { what: 'read to something impossible', value: counts.wrong, unit: 'count', bar: 0 },
    { what: 'crashes', value: counts.crashed, unit: 'count', bar: 0 },
    { what: `hangs over ${SECONDS} s`, value: counts.hung, unit: 'count', bar: 0 },
    { what: 'the slowest', value: rounded(slowest), unit: 'ms', bar: SECONDS * 1000 },
  ];
}

interface SoakEnd {
  readonly outcomes: number;
  /** `null` when all were read. */
  readonly trouble: 'crashed' | 'hung' | null;
}

async function soakUntilTrouble(
  seed: number,
  count: number,
  tell: (outcome: SoakOutcome) => void,
): Promise<SoakEnd> {
  const child = fork(CHILD, [String(seed), String(count)], {
    execArgv: ['--import', 'tsx', `--max-old-space-size=${MEGABYTES}`],
  });
  let outcomes = 0;
  let hung = false;
  let timer: NodeJS.Timeout | undefined;
  const watch = (running: ChildProcess): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      hung = true;
      running.kill('SIGKILL');
    }, SECONDS * 1000);
  };
  let ready = false;
  child.on('message', (message: SoakOutcome | 'ready') => {
    ready = true;
    watch(child);
    if (message === 'ready') return;
    outcomes += 1;
    tell(message);
  });
  await new Promise((resolve) => child.once('exit', resolve));
  clearTimeout(timer);
  if (!ready) throw new Error('the process of the readers does not start');
  if (outcomes === count) return { outcomes, trouble: null };
  return { outcomes, trouble: hung ? 'hung' : 'crashed' };
}
