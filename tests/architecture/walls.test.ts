/**
 * A wall nobody has seen refuse is not a wall: every rule of `.dependency-cruiser.cjs` meets a planted breach,
 * and the house as it stands meets all of them.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseOptions, type ICruiseResult, type IViolation } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOMPLICES, BREACHES, NEIGHBOURS } from './planted-breaches.js';

const HOUSE = fileURLToPath(new URL('../../', import.meta.url));

/** What the house's own rules refuse of the tree at `root`. */
async function refusals(root: string): Promise<readonly IViolation[]> {
  const options: ICruiseOptions = await extractDepcruiseOptions(join(HOUSE, '.dependency-cruiser.cjs'));
  const tsConfig = extractTSConfig(join(HOUSE, 'tsconfig.json'));
  const symlinks = root === HOUSE;
  const { output } = await cruise(
    ['.'],
    { ...options, baseDir: root, preserveSymlinks: !symlinks },
    { ...options.enhancedResolveOptions, symlinks },
    { tsConfig },
  );
  return (output as ICruiseResult).summary.violations;
}

describe('the walls between the rooms', () => {
  let tree = '';
  let refused: readonly string[] = [];

  beforeAll(async () => {
    tree = mkdtempSync(join(tmpdir(), 'traguardo-walls-'));
    symlinkSync(join(HOUSE, 'node_modules'), join(tree, 'node_modules'));
    cpSync(join(HOUSE, 'package.json'), join(tree, 'package.json'));
    const files = [
      ...Object.entries(NEIGHBOURS),
      ...BREACHES.map(({ file, source }) => [file, source] as const),
      ...Object.entries(ACCOMPLICES),
    ];
    for (const [file, source] of files) {
      mkdirSync(dirname(join(tree, file)), { recursive: true });
      writeFileSync(join(tree, file), source);
    }
    refused = (await refusals(tree)).map(({ from, rule }) => `${from}: ${rule.name}`);
  }, 60_000);

  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  it.each(BREACHES)('$rule refuses $file', ({ file, rule }) => {
    expect(refused).toContain(`${file}: ${rule}`);
  });

  it.each(Object.keys(NEIGHBOURS))('lets %s, which breaks nothing, stand', (file) => {
    expect(refused.filter((line) => line.startsWith(`${file}:`))).toEqual([]);
  });

  it('has a planted breach for every rule', async () => {
    const { ruleSet } = await extractDepcruiseOptions(join(HOUSE, '.dependency-cruiser.cjs'));
    const rules = (ruleSet?.forbidden ?? []).map(({ name }) => name);
    expect(rules.filter((name) => !BREACHES.some(({ rule }) => rule === name))).toEqual([]);
  });

  it('refuses nothing in the house as it stands', async () => {
    const { ruleSet } = await extractDepcruiseOptions(join(HOUSE, '.dependency-cruiser.cjs'));
    const instead = new Map(ruleSet?.forbidden?.map(({ name, comment }) => [name, comment]));
    const refusedHere = await refusals(HOUSE);
    expect(
      refusedHere.map(({ from, to, rule }) => `${from} → ${to}: ${rule.name}: ${instead.get(rule.name)}`),
    ).toEqual([]);
  }, 60_000);
});
