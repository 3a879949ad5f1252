/** Resident memory of what `npm start` runs, by process, a while after the load of the example. */
import { execFileSync } from 'node:child_process';
import { benchFolder } from './bench-folder.js';
import { type Figure, rounded } from './figure.js';
import { startAsPeopleDo } from './start.js';

const IDLE_MS = 15_000;

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly rssKb: number;
  readonly command: string;
}

export async function benchMemory(): Promise<readonly Figure[]> {
  const folder = benchFolder();
  const stack = await startAsPeopleDo(folder.data);
  try {
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
    const all = processes();
    const ours = descendants(all, stack.child.pid ?? 0);
    const sum = (pattern: RegExp): number =>
      rounded(
        ours.filter(({ command }) => pattern.test(command)).reduce((kb, { rssKb }) => kb + rssKb, 0) / 1024,
      );
    return [
      { what: 'supervisor and inbox', value: sum(/bootstrap\/start\.mjs/), unit: 'MB' },
      { what: 'worker', value: sum(/worker\/main/), unit: 'MB' },
      { what: 'pages', value: sum(/api\/main/), unit: 'MB' },
      { what: 'Temporal', value: sum(/temporal.* server start-dev/), unit: 'MB' },
      { what: 'PostgreSQL (shared pages counted in each process)', value: sum(/postgres/), unit: 'MB' },
    ];
  } finally {
    await stack.stop();
    await folder.remove();
  }
}

function processes(): readonly Process[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,rss=,args='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line);
    return match
      ? [
          {
            pid: Number(match[1]),
            parent: Number(match[2]),
            rssKb: Number(match[3]),
            command: match[4] ?? '',
          },
        ]
      : [];
  });
}

function descendants(all: readonly Process[], root: number): readonly Process[] {
  const own = all.filter(({ pid, parent }) => pid === root || parent === root);
  return own.flatMap((one) => (one.pid === root ? [one] : descendants(all, one.pid)));
}
