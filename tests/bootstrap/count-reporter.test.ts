import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../embedded/run-program.js';
import { tempFolder } from '../embedded/temp-folder.js';

/** The counts of a run of vitest over these test files. */
async function counts(files: Record<string, string>): Promise<unknown> {
  const folder = tempFolder();
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  mkdirSync(path.join(folder, 'tests'));
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(
      path.join(folder, 'tests', name),
      `import { test, expect, beforeAll } from 'vitest';\n${text}`,
    );
  }
  const result = path.join(folder, 'counts.json');
  const vitest = path.resolve('node_modules/vitest/vitest.mjs');
  const reporter = `--reporter=${path.resolve('tests/count-reporter.ts')}`;
  const env = { PATH: process.env['PATH'], TRAGUARDO_COUNTS: result };
  await run([vitest, 'run', '--root', folder, reporter], { env }).end;
  return JSON.parse(readFileSync(result, 'utf8'));
}

test('passed, failed and skipped tests are counted by their state', async () => {
  const text = `test('a', () => {}); test('b', () => { expect(1).toBe(2); }); test.skip('c', () => {}); test.todo('d');`;
  expect(await counts({ 'mixed.test.ts': text })).toEqual({ passed: 1, failed: 1, skipped: 2 });
});

test('a file that cannot be loaded counts as one failure, and so does a rejection that nobody caught', async () => {
  expect(
    await counts({
      'broken.test.ts': `throw new Error('no');`,
      'stray.test.ts': `test('a', () => { void Promise.reject(new Error('stray')); });`,
    }),
  ).toEqual({ passed: 1, failed: 2, skipped: 0 });
});
