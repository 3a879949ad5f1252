/** `relazione` as other programs call it: which files, on which streams, with which codes. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { InvalidArgumentError } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CommandError } from '../../cli/command-error.js';
import { writeRelazione } from '../../cli/relazione.js';
import { formatsIn } from '../../cli/relazione-command.js';

const run = promisify(execFile);
const ROOT = new URL('../..', import.meta.url).pathname;
const Said = z.object({ stdout: z.string(), stderr: z.string(), code: z.number().default(0) });

async function command(...args: readonly string[]): Promise<z.infer<typeof Said>> {
  // No database, no server: the environment names none.
  const env = { PATH: process.env['PATH'] ?? '', HOME: tmpdir() };
  const asked = ['bootstrap/run.mjs', 'cli/main.ts', 'relazione', ...args];
  return Said.parse(await run(process.execPath, asked, { cwd: ROOT, env }).catch((error: unknown) => error));
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'relazione-'));
});
afterAll(() => rm(folder, { recursive: true }));

const Totals = z.object({
  version: z.string(),
  sectors: z.array(z.object({ total: z.string().optional() })),
});

it('writes six files under one name, makes the folder, prints their paths; totals in the JSON are exact texts', async () => {
  const out = path.join(folder, 'a', 'b');
  const { stdout, stderr, code } = await command(
    ...['--example', 'caluso-2023', '--format', 'json,pdf,docx,xlsx,csv,html', '--out', out],
  );
  expect([stderr, code]).toEqual(['', 0]);
  const names = ['json', 'pdf', 'docx', 'xlsx', 'csv', 'html'].map((format) => `relazione-2023.${format}`);
  expect(stdout).toBe(names.map((name) => `${path.join(out, name)}\n`).join(''));
  expect((await readdir(out)).toSorted()).toEqual(names.toSorted());
  const read = Totals.parse(JSON.parse(await readFile(path.join(out, 'relazione-2023.json'), 'utf8')));
  expect(read.version).toBe('internal');
  expect(read.sectors.map(({ total }) => total)).toEqual(['83.00', '98.75', '99.50', '99.50', '91.50']);
  expect((await readFile(path.join(out, 'relazione-2023.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
}, 60_000);

it('with --publication the files have another name and the JSON no totals', async () => {
  const [file] = await writeRelazione({ formats: ['json'], out: folder, publication: true });
  expect(path.basename(file ?? '')).toBe('relazione-2023-pubblicazione.json');
  const read = Totals.parse(JSON.parse(await readFile(file ?? '', 'utf8')));
  expect([read.version, ...read.sectors.flatMap(({ total }) => total ?? [])]).toEqual(['publication']);
});

it('a format, an example or a folder that is wrong is code 2, with the value; nothing is written', async () => {
  const { stdout, stderr, code } = await command(
    ...['--example', 'avella-2026', '--format', 'json', '--out', path.join(folder, 'never')],
  );
  expect([stdout, code]).toEqual(['', 2]);
  expect(stderr).toContain('There is no example "avella-2026". Examples: caluso-2023.');
  expect(await readdir(folder)).not.toContain('never');
}, 60_000);

describe('the list of formats', () => {
  it.each([
    ['json', ['json']],
    ['pdf, json', ['pdf', 'json']],
    ['csv,csv', ['csv']],
  ])('%j is %j', (text, formats) => expect(formatsIn(text)).toEqual(formats));

  it.each([
    ['json,odt', '"odt" is not a format. Formats: html,pdf,docx,xlsx,csv,json.'],
    ['PDF', '"PDF" is not a format.'],
    ['json,', 'A format is missing in "json,".'],
    ['', 'A format is missing in "".'],
  ])('%j is refused: %s', (text, message) => {
    expect(() => formatsIn(text)).toThrow(InvalidArgumentError);
    expect(() => formatsIn(text)).toThrow(message);
  });
});

it('where a file cannot be written the place is named', async () => {
  const file = path.join(folder, 'a-file');
  await writeFile(file, '');
  const writing = writeRelazione({ formats: ['json'], out: path.join(file, 'out'), publication: false });
  await expect(writing).rejects.toThrow(CommandError);
  await expect(writing).rejects.toThrow(path.join(file, 'out'));
});
