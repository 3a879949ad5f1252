import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { identify, type ProcessIdentity } from './process-identity.js';

/**
 * The living processes that were started with exactly this word on their command line. With a word that only we use,
 * such as a path of our own data, they are provably ours, whoever their parent is by now.
 */
export function findByArgument(argument: string): ProcessIdentity[] {
  const pids = process.platform === 'linux' ? searchProc(argument) : searchPs(argument);
  return pids
    .filter((pid) => pid !== process.pid)
    .map(identify)
    .filter((found) => found !== null);
}

function searchProc(argument: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0').includes(argument);
      } catch {
        // Ended while we looked, or somebody else's.
        return false;
      }
    })
    .map(Number);
}

function searchPs(argument: string): number[] {
  const list = execFileSync('ps', ['-axww', '-o', 'pid=,command='], {
    encoding: 'utf8',
    maxBuffer: 32_000_000,
  });
  return list
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(.*)$/.exec(line))
    .filter((found) => found !== null && ` ${found[2]} `.includes(` ${argument} `))
    .map((found) => Number(found?.[1]));
}
