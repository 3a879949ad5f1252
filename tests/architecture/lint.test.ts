/** What Biome must refuse, planted: clocks and chance in pure rooms, loose promises, `any`, default exports … */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const HOUSE = fileURLToPath(new URL('../../', import.meta.url));

interface Planted {
  readonly file: string;
  readonly source: string;
  readonly rule: string;
}

const clock = (name: string, source: string, rule: string): Planted => ({
  file: `domain/clock-${name}.ts`,
  source: `export const x = () => ${source};\n`,
  rule,
});
const sandbox = (name: string, source: string): Planted => ({
  file: `workflows/reach-${name}.ts`,
  source: `export const x = () => ${source};\n`,
  rule: 'noRestrictedGlobals',
});

const PLANTED: readonly Planted[] = [
  clock('now', 'Date.now()', 'noRestrictedGlobals'),
  clock('new-date', 'new Date()', 'noRestrictedGlobals'),
  clock('temporal', 'Temporal.Now.instant()', 'noRestrictedGlobals'),
  clock('performance', 'performance.now()', 'noRestrictedGlobals'),
  clock('back-door', 'globalThis.Date.now()', 'noRestrictedGlobals'),
  clock('random', 'Math.random()', 'noJsRestrictedProperties'),
  clock('format', 'new Intl.DateTimeFormat().format()', 'noJsRestrictedProperties'),
  clock('luxon-now', 'DateTime.now()', 'noJsRestrictedProperties'),
  clock('luxon-local', 'DateTime.local()', 'noJsRestrictedProperties'),
  clock('luxon-utc', 'DateTime.utc()', 'noJsRestrictedProperties'),
  sandbox('process', 'process.uptime()'),
  sandbox('fetch', "fetch('http://localhost')"),
  sandbox('intl', "new Intl.NumberFormat('it')"),
  sandbox('interval', 'setInterval(() => undefined, 1)'),
  sandbox('temporal', 'Temporal.Now.instant()'),
  sandbox('back-door', 'globalThis.fetch'),
  {
    file: 'workflows/loose.ts',
    source: 'const p = async () => 1;\nexport const q = () => {\n  p();\n};\n',
    rule: 'noFloatingPromises',
  },
  { file: 'workflows/talks.ts', source: "export const x = () => console.log('x');\n", rule: 'noConsole' },
  { file: 'api/any.ts', source: 'export const x = (y: any) => y;\n', rule: 'noExplicitAny' },
  { file: 'api/ignore.ts', source: "// @ts-ignore\nexport const x: number = '1';\n", rule: 'noTsIgnore' },
  { file: 'api/default.ts', source: 'const x = 1;\nexport default x;\n', rule: 'noDefaultExport' },
  { file: 'api/barrel.ts', source: "export * from './any.js';\n", rule: 'noReExportAll' },
  { file: 'api/enum.ts', source: 'export enum X {\n  A,\n}\n', rule: 'noEnum' },
  { file: 'api/env.ts', source: "export const x = process.env['X'];\n", rule: 'noProcessEnv' },
  { file: 'api/CamelCase.ts', source: 'export const x = 1;\n', rule: 'useFilenamingConvention' },
  {
    file: 'api/thrown.ts',
    source: "export const x = () => {\n  throw 'x';\n};\n",
    rule: 'useThrowOnlyError',
  },
  { file: 'domain/long.ts', source: 'export const x = 1;\n'.repeat(121), rule: 'noExcessiveLinesPerFile' },
  { file: 'store/long.ts', source: 'export const x = 1;\n'.repeat(201), rule: 'noExcessiveLinesPerFile' },
  {
    file: 'tests/only.test.ts',
    source: "import { it } from 'vitest';\nit.only('x', () => undefined);\n",
    rule: 'noFocusedTests',
  },
];

/** In workflows the SDK makes `Date.now()` workflow time; elsewhere the clock is read at the edge. */
const CLEAN: Readonly<Record<string, string>> = {
  'domain/clean.ts': 'export const later = (now: number, days: number): number => now + days * 86_400_000;\n',
  'workflows/clean.ts': 'export const now = (): number => Date.now();\n',
  'api/config.ts': "export const url = process.env['PUBLIC_URL'];\n",
};

const Report = z.object({
  diagnostics: z.array(z.object({ category: z.string(), location: z.object({ path: z.string() }) })),
});

describe('the lint rules of the house', () => {
  let tree = '';
  const found: string[] = [];

  beforeAll(() => {
    tree = mkdtempSync(join(tmpdir(), 'traguardo-lint-'));
    cpSync(join(HOUSE, 'biome.json'), join(tree, 'biome.json'));
    for (const [file, source] of [
      ...PLANTED.map((planted) => [planted.file, planted.source] as const),
      ...Object.entries(CLEAN),
    ]) {
      mkdirSync(dirname(join(tree, file)), { recursive: true });
      writeFileSync(join(tree, file), source);
    }
    const biome = spawnSync(
      process.execPath,
      [
        join(HOUSE, 'node_modules/@biomejs/biome/bin/biome'),
        'lint',
        '--reporter=json',
        '--max-diagnostics=none',
        '.',
      ],
      { cwd: tree, encoding: 'utf8' },
    );
    for (const { category, location } of Report.parse(JSON.parse(biome.stdout)).diagnostics) {
      found.push(`${location.path}: ${category.split('/').at(-1)}`);
    }
  }, 60_000);

  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  it.each(PLANTED)('$rule refuses $file', ({ file, rule }) => {
    expect(found).toContain(`${file}: ${rule}`);
  });

  it.each(Object.keys(CLEAN))('says nothing of %s', (file) => {
    expect(found.filter((line) => line.startsWith(`${file}:`))).toEqual([]);
  });
});
