import path from 'node:path';
import { expect, test } from 'vitest';
import { longestFiles } from '../longest-reporter.js';

const took = (name: string, collectDuration: number, duration: number) => ({
  moduleId: path.resolve('tests', name),
  diagnostic: () => ({ collectDuration, duration }),
});

test('the end of a run names the five of six files that took longest, with what they opened at their top', () => {
  const files = [
    took('a.test.ts', 0, 900),
    took('b.test.ts', 12_000, 500),
    took('c.test.ts', 0, 100),
    took('d.test.ts', 100, 1_900),
    took('e.test.ts', 300, 700),
    took('f.test.ts', 0, 110_000),
  ];
  expect(longestFiles(files)).toEqual([
    '6 files took 127 s one after the other; the longest:',
    '   110.0 s  tests/f.test.ts',
    '    12.5 s  tests/b.test.ts',
    '     2.0 s  tests/d.test.ts',
    '     1.0 s  tests/e.test.ts',
    '     0.9 s  tests/a.test.ts',
  ]);
});
