import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { run } from '../embedded/run-program.js';
import { tempFolder } from '../embedded/temp-folder.js';

const PROGRAM = `import { word } from './word.js';
console.log(word, ...process.argv.slice(2), import.meta.url);
if (process.argv.includes('lazy')) console.log((await import('./lazy.js')).lazy);
if (process.argv.includes('fail')) throw new Error(word);
`;
const YEARS_AGO = new Date('2020-01-01T00:00:00Z');
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** A project of three files with our `bootstrap/` and packages, as it lies there after a while. */
function smallProject(): { at: (file: string) => string; start: (...words: string[]) => Promise<string> } {
  const folder = tempFolder();
  const at = (file: string): string => path.join(folder, file);
  cpSync('bootstrap', at('bootstrap'), { recursive: true });
  symlinkSync(path.resolve('node_modules'), at('node_modules'));
  for (const file of ['package.json', 'tsconfig.json', 'tsconfig.base.json']) cpSync(file, at(file));
  mkdirSync(at('cli'));
  write(at('cli/main.ts'), PROGRAM);
  write(at('cli/word.ts'), "export const word: string = 'uno';\n");
  write(at('cli/lazy.ts'), "export const lazy = 'tardi';\n");
  for (const file of ['bundle.mjs']) utimesSync(at(`bootstrap/${file}`), YEARS_AGO, YEARS_AGO);
  for (const file of ['package.json', 'tsconfig.json', 'tsconfig.base.json'])
    utimesSync(at(file), YEARS_AGO, YEARS_AGO);
  const start = async (...words: string[]): Promise<string> =>
    (await run([at('bootstrap/run.mjs'), at('cli/main.ts'), ...words]).end).said;
  return { at, start };
}

function write(file: string, text: string): void {
  writeFileSync(file, text);
  utimesSync(file, YEARS_AGO, YEARS_AGO);
}

it('a program finds its words and its place as if Node ran the source, and what it loads late', async () => {
  const { at, start } = smallProject();
  const url = pathToFileURL(at('cli/main.ts')).href;
  expect(await start('due', 'lazy')).toBe(`uno due lazy ${url}\ntardi\n`);
});

it('nothing changed: the bundle is not made again; an edit of the same length and the same old date: it is', async () => {
  const { at, start } = smallProject();
  await start();
  const kept = at('.tools/programs/cli-main.ts/kept.json');
  const made = statSync(kept).mtimeMs;
  expect(await start()).toMatch(/^uno /);
  expect(statSync(kept).mtimeMs).toBe(made);
  write(at('cli/word.ts'), "export const word: string = 'due';\n");
  expect(await start()).toMatch(/^due /);
});

it('what was edited while the bundle was made is taken for changed at the next start', async () => {
  const { at, start } = smallProject();
  writeFileSync(at('cli/word.ts'), "export const word: string = 'ora';\n");
  await start();
  const { sources } = JSON.parse(readFileSync(at('.tools/programs/cli-main.ts/kept.json'), 'utf8'));
  expect(sources['cli/word.ts']).toBe('changing');
  expect(sources['cli/main.ts']).not.toBe('changing');
});

it('an error names the line of the source', async () => {
  const { at, start } = smallProject();
  expect(await start('fail')).toContain(`${at('cli/main.ts')}:4:`);
});

it('what is wrong with a source is said with its line', async () => {
  const { at, start } = smallProject();
  write(at('cli/word.ts'), 'export const word = ;\n');
  expect(await start()).toContain('cli/word.ts:1:20: ERROR: Unexpected ";"');
});

it('a bundle that came with a copied folder is not used there', async () => {
  const { at, start } = smallProject();
  await start();
  const copy = smallProject();
  cpSync(at('.tools'), copy.at('.tools'), { recursive: true });
  expect(await copy.start()).toContain(pathToFileURL(copy.at('cli/main.ts')).href);
});

it('a folder that takes no files: the program runs all the same', async () => {
  const { at } = smallProject();
  chmodSync(at('.'), 0o555);
  const { said, code } = await run([at('bootstrap/run.mjs'), at('cli/main.ts')], NOBODY).end;
  chmodSync(at('.'), 0o755);
  expect({ said, code }).toEqual({ said: `uno ${pathToFileURL(at('cli/main.ts')).href}\n`, code: 0 });
});
