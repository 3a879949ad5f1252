/** Resident memory of processes, by their command line, as `ps` has it. */
import { execFileSync } from 'node:child_process';
import { rounded } from './figure.js';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly rssKb: number;
  readonly command: string;
}

/** MB of those under the process `root`, itself included, whose command line matches. */
export function residentMb(root: number): (pattern: RegExp) => number {
  const ours = descendants(processes(), root);
  return (pattern) =>
    rounded(
      ours.filter(({ command }) => pattern.test(command)).reduce((kb, { rssKb }) => kb + rssKb, 0) / 1024,
    );
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
