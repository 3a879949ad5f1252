import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { whyInstall } from '../../bootstrap/packages.mjs';
import { tempFolder } from '../embedded/temp-folder.js';

type Packages = Record<string, { version?: string; optional?: boolean }>;

/** A project whose lock file wants `wanted` and whose node_modules holds `present`. */
function project(wanted: Packages, present: Packages | null): string {
  const folder = tempFolder();
  writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  if (present !== null) {
    mkdirSync(path.join(folder, 'node_modules'));
    writeFileSync(
      path.join(folder, 'node_modules', '.package-lock.json'),
      JSON.stringify({ packages: present }),
    );
  }
  return folder;
}

const wanted: Packages = {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/for-mac': { version: '2.0.0', optional: true },
};

test('a clone without packages needs an install', () => {
  expect(whyInstall(project(wanted, null))).toBe('no packages are installed');
});

test('an install that was interrupted is done again: npm writes its own lock file last', () => {
  const folder = project(wanted, null);
  mkdirSync(path.join(folder, 'node_modules', 'a'), { recursive: true });
  expect(whyInstall(folder)).toBe('no packages are installed');
});

test('all packages at the versions of the lock file need none, those of other platforms may be absent', () => {
  expect(whyInstall(project(wanted, { 'node_modules/a': { version: '1.0.0' } }))).toBeNull();
});

test('a new package and another version need an install', () => {
  expect(whyInstall(project(wanted, {}))).toBe('node_modules/a is absent');
  const older = { 'node_modules/a': { version: '0.9.0' } };
  expect(whyInstall(project(wanted, older))).toBe('node_modules/a is 0.9.0, not 1.0.0');
});

test('this very project needs none', () => {
  expect(whyInstall(path.resolve('.'))).toBeNull();
});
