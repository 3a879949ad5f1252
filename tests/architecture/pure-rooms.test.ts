/**
 * The compiler's wall: `domain/` and `workflows/` are programs of their own, without the types of Node or of a
 * browser. What the machine offers is a type error there. One file is planted for each thing refused.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const HOUSE = fileURLToPath(new URL('../../', import.meta.url));
const COMPILER = join(HOUSE, 'node_modules', 'typescript-native', 'bin', 'tsc');

/** One file each: what a pure room might reach for. */
const REFUSED: Readonly<Record<string, string>> = {
  console: "console.log('x');",
  process: "export const x = process.env['X'];",
  fetch: "export const x = fetch('http://localhost');",
  timer: 'setTimeout(() => undefined, 1);',
  interval: 'setInterval(() => undefined, 1);',
  crypto: 'export const x = crypto.randomUUID();',
  buffer: "export const x = Buffer.from('x');",
  document: 'export const x = document.title;',
  performance: 'export const x = performance.now();',
  'structured-clone': 'export const x = structuredClone({});',
  'node-module': "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;",
  any: 'export const x = (y) => y;',
  'missing-case':
    "export const x = (u: 'a' | 'b'): number => {\n  switch (u) {\n    case 'a':\n      return 1;\n  }\n};",
  'unchecked-index': 'export const x = (list: number[]): number => list[0];',
};

const CLEAN: Readonly<Record<string, string>> = {
  domain: 'export const clean = (list: readonly number[]): number => Math.max(...list);',
  workflows:
    "import { sleep } from '@temporalio/workflow';\nexport const clean = (): Promise<void> => sleep('1 day');",
};

describe.each(['domain', 'workflows'])('the program of %s/', (room) => {
  let tree = '';
  let broken: ReadonlySet<string> = new Set();

  beforeAll(() => {
    tree = mkdtempSync(join(tmpdir(), `traguardo-${room}-`));
    mkdirSync(join(tree, room));
    symlinkSync(join(HOUSE, 'node_modules'), join(tree, 'node_modules'));
    for (const file of ['tsconfig.base.json', `${room}/tsconfig.json`, 'package.json']) {
      cpSync(join(HOUSE, file), join(tree, file));
    }
    for (const [name, source] of Object.entries({ ...REFUSED, clean: CLEAN[room] ?? '' })) {
      writeFileSync(join(tree, room, `${name}.ts`), `${source}\nexport const planted = 1;\n`);
    }
    broken = filesWithErrors(join(tree, room));
  }, 60_000);

  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  it.each(Object.keys(REFUSED))('does not know %s', (name) => {
    expect([...broken]).toContain(`${name}.ts`);
  });

  it('compiles clean code', () => {
    expect([...broken]).not.toContain('clean.ts');
  });
});

/** Names of the files of the program of `folder` in which the compiler of the gate finds an error. */
function filesWithErrors(folder: string): ReadonlySet<string> {
  // What it learns stays beside the planted files: the house's own answer is kept under `node_modules`.
  const learnt = join(folder, 'learnt.tsbuildinfo');
  const told = spawnSync(
    process.execPath,
    [COMPILER, '-p', folder, '--pretty', 'false', '--tsBuildInfoFile', learnt],
    { encoding: 'utf8' },
  );
  const found = told.stdout.matchAll(/([\w-]+\.ts)\(\d+,\d+\): error TS\d+/g);
  return new Set([...found].map(([, name = '']) => name));
}
