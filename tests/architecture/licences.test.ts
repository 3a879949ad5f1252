/** Under which licences the packages come: all of them allow what the EUPL-1.2 of this program needs. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HOUSE } from './house-files.js';

interface Entry {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly link?: boolean;
}
const { packages } = JSON.parse(readFileSync(join(HOUSE, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Entry>>;
};
const installed = Object.entries(packages)
  .filter(([place]) => place !== '')
  .map(([place, entry]) => ({ ...entry, name: place.slice(place.lastIndexOf('node_modules/') + 13) }));

/** Permissive, or with a copyleft of the file (MPL) that leaves ours as it is. */
const ALLOWED = new Set([
  ...[
    '0BSD',
    'Apache-2.0',
    'BSD',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'BlueOak-1.0.0',
    'CC0-1.0',
    'ISC',
    'MIT',
    'MIT-0',
  ],
  ...['MPL-2.0', 'PSF-2.0', 'Unlicense', 'Zlib'],
  // Of data: the days and browsers they list.
  ...['CC-BY-3.0', 'CC-BY-4.0'],
]);
/** The lock file says nothing of these; their own package.json or LICENSE does. */
const SAID_ELSEWHERE: Readonly<Record<string, string>> = { 'dom-walk': 'MIT', unionfs: 'Unlicense' };

/** May a package under this SPDX expression be used? Of an OR one side is enough, of an AND it takes all. */
function isAllowed(expression: string): boolean {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isAllowed);
  return bare.split(' AND ').every((one) => ALLOWED.has(one));
}

describe('licences', () => {
  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['Apache-2.0 AND MIT', true],
    ['GPL-3.0-only', false],
    ['MIT AND AGPL-3.0-only', false],
    ['UNLICENSED', false],
    ['', false],
  ])('"%s": usable is %s', (expression, is) => {
    expect(isAllowed(expression)).toBe(is);
  });

  it(`of all ${installed.length} packages of the lock file are known and allowed; none is GPL alone`, () => {
    const refused = installed
      .map(({ name, license }) => ({ name, license: license ?? SAID_ELSEWHERE[name] ?? '' }))
      .filter(({ license }) => !isAllowed(license));
    expect(refused).toEqual([]);
  });
});

describe('the bill of materials', () => {
  it('is CycloneDX, of every package that is installed with the program, and of none for its making', () => {
    const made = spawnSync(process.execPath, [join(HOUSE, 'bootstrap/sbom.mjs')], {
      encoding: 'utf8',
      cwd: HOUSE,
    });
    expect(made.status, made.stderr).toBe(0);
    const bill = JSON.parse(made.stdout) as {
      readonly bomFormat: string;
      readonly components: readonly {
        readonly name: string;
        readonly version: string;
        readonly purl: string;
      }[];
    };
    expect(bill.bomFormat).toBe('CycloneDX');
    const listed = new Set(bill.components.map(({ name, version }) => `${name} ${version}`));
    const wanted = installed.filter(({ dev, devOptional, link }) => !dev && !devOptional && !link);
    expect(wanted.length).toBeGreaterThan(100);
    expect(
      wanted.filter(({ name, version }) => !listed.has(`${name} ${version}`)).map(({ name }) => name),
    ).toEqual([]);
    for (const name of ['vitest', 'typescript', 'playwright-core'])
      expect([...listed].some((one) => one.startsWith(`${name} `))).toBe(false);
  }, 60_000);
});
