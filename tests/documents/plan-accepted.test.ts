/** What enters although it is not in order: real plans are recorded as deliberated, with a warning. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkPlan, readPlanJson } from '../../documents/plan-json.js';
import { lintPlan } from '../../domain/plan/plan-lint.js';
import { by, objective, plan, planOf, sector } from '../domain/plan/plans.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('what enters', () => {
  it('the plan of the example, from its file', () => {
    const bytes = readFileSync(new URL('../../examples/caluso-2023/plan.json', import.meta.url));
    const read = readPlanJson(bytes);
    expect(read.ok && read.plan.sectors.flatMap((one) => one.objectives)).toHaveLength(37);
  });

  it('a file with a byte order mark', () => {
    expect(readPlanJson(new Uint8Array([0xef, 0xbb, 0xbf, ...bytesOf(JSON.stringify(planOf()))])).ok).toBe(
      true,
    );
  });

  it('titles and names without the spaces around them, unknown keys left out, no lint as none', () => {
    const { lint: _, ...document } = plan([
      { ...sector([objective([], { title: ' Strade ' })]), name: ' A ' },
    ]);
    const read = checkPlan({ ...document, extra: 1 });
    expect(read.ok && [read.plan.sectors[0]?.name, read.plan.sectors[0]?.objectives[0]?.title]).toEqual([
      'A',
      'Strade',
    ]);
    expect(read.ok && read.plan.lint).toEqual([]);
    expect(read.ok && 'extra' in read.plan).toBe(false);
  });

  it('keys named __proto__ and constructor change nothing', () => {
    const text = JSON.stringify(planOf()).replace(
      '{',
      '{"__proto__":{"polluted":true},"constructor":{"x":1},',
    );
    const read = readPlanJson(bytesOf(text));
    expect(read.ok).toBe(true);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(read.ok && Reflect.get(read.plan, 'polluted')).toBeFalsy();
  });

  it.each([
    ['HTML in a title, as text', planOf(), { title: '<script>alert(1)</script>' }, 'markup-in-text'],
    ['a day that does not exist', planOf(by('2023-06-31')), {}, 'invalid-date'],
    ['weights that do not sum', planOf(by('2023-06-30')), { weight: 98.75 }, 'weights-sum'],
    ['no date at all', planOf(), {}, 'undated-objective'],
  ])('with a warning: %s', (_, document, over, code) => {
    const [first] = document.sectors[0]?.objectives ?? [];
    const read = checkPlan(plan([sector([{ ...(first ?? objective()), ...over }])]));
    if (!read.ok) throw new Error(read.problems.map((one) => one.message).join());
    expect(lintPlan(read.plan).map((one) => one.code)).toContain(code);
    expect(read.plan.sectors[0]?.objectives[0]).toMatchObject(over);
  });

  it('with a warning: duplicate numbers', () => {
    const read = checkPlan(plan([sector([objective(), objective([], { title: 'Altro' })])]));
    expect(read.ok && lintPlan(read.plan).map((one) => one.code)).toContain('numbering-duplicate');
  });
});
