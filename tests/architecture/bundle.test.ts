/**
 * The wall that sees through transitive imports: what really ends up in the bundle that each worker loads. Every
 * package there costs memory in each cached workflow (zod: 1.2 MB instead of 0.14).
 */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BundleContents, bundleContents } from './workflow-bundle.js';

const HOUSE = fileURLToPath(new URL('../../', import.meta.url));
/** `@temporalio/workflow` and what it brings; nothing of ours may add to it. */
const ALLOWED = ['@temporalio/common', '@temporalio/workflow', 'long', 'ms', 'nexus-rpc'];
const MOST_BYTES = 500_000;

describe('the workflow bundle', () => {
  let contents: BundleContents;
  beforeAll(async () => {
    contents = await bundleContents(join(HOUSE, 'workflows/index.ts'), HOUSE);
  }, 60_000);

  it('holds no package but @temporalio/workflow and what it brings', () => {
    expect(contents.packages.filter((name) => !ALLOWED.includes(name))).toEqual([]);
  });

  it('holds no file of ours but those of workflows/ and domain/', () => {
    expect(contents.own).toContain('workflows/index.ts');
    expect(contents.own.filter((file) => !/^(workflows|domain)\//.test(file))).toEqual([]);
  });

  it('is at most 500 kB of code without its source map', () => {
    expect(contents.codeBytes).toBeLessThanOrEqual(MOST_BYTES);
  });
});

describe('the bundle test itself', () => {
  const tree = mkdtempSync(join(tmpdir(), 'traguardo-bundle-'));
  const plant = (name: string, source: string): string => {
    const file = join(tree, `${name}.ts`);
    writeFileSync(file, source);
    return file;
  };
  beforeAll(() => symlinkSync(join(HOUSE, 'node_modules'), join(tree, 'node_modules')));
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  it('sees zod and luxon behind an innocent neighbour', async () => {
    plant(
      'neighbour',
      "import { DateTime } from 'luxon';\nimport { z } from 'zod';\nexport const x = [DateTime, z];\n",
    );
    const entry = plant(
      'breach',
      "import { x } from './neighbour.js';\nexport const flow = async () => x;\n",
    );
    const { packages } = await bundleContents(entry, tree);
    expect(packages.filter((name) => !ALLOWED.includes(name))).toEqual(['luxon', 'zod']);
  }, 60_000);

  it('finds nothing to say of a workflow that only sleeps', async () => {
    const entry = plant(
      'clean',
      "import { sleep } from '@temporalio/workflow';\nexport const flow = () => sleep('1 day');\n",
    );
    const { packages, own } = await bundleContents(entry, tree);
    expect(packages.filter((name) => !ALLOWED.includes(name))).toEqual([]);
    expect(own).toEqual(['clean.ts']);
  }, 60_000);
});
