import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { benchOf } from '../../cli/bench.js';

const run = promisify(execFile);
const traguardo = (...args: string[]) => run(process.execPath, ['bootstrap/run.mjs', 'cli/main.ts', ...args]);

describe('traguardo', () => {
  it('has the 19 commands of the design, each on a line of its help', async () => {
    const { stdout } = await traguardo('--help');
    const commands = [...stdout.matchAll(/^ {2}([a-z-]+) /gm)].map(([, name]) => name);
    expect(commands).toEqual(
      expect.arrayContaining([
        ...[
          'read-deadlines',
          'compile-plan',
          'rehearse',
          'relazione',
          'verify',
          'bench',
          'doctor',
          'migrate',
        ],
        ...['import-plan', 'serve', 'upgrade', 'backup', 'restore', 'erase-person', 'add-town', 'go-live'],
        ...['export-town', 'import-town', 'delete-town'],
      ]),
    );
  });

  it('bench with a name that is none is code 2, and lists those that are', async () => {
    const stderr = expect.stringMatching(/^rehearsal +one town's year rehearsed$/m);
    await expect(traguardo('bench', 'nothing')).rejects.toMatchObject({ code: 2, stderr });
  });

  it('bench where there is no source says so', async () => {
    await expect(benchOf(new URL('file:///nowhere/main.ts'))).rejects.toThrow('npm run bench');
  });
});
