/** What the lint says of a plan, code by code (plan compiler's contract): it warns and repairs nothing. */
import { describe, expect, it } from 'vitest';
import type {
  LintCode,
  PlanDocument,
  PlanMilestone,
  PlanObjective,
} from '../../../domain/plan/plan-document.js';
import { lintPlan } from '../../../domain/plan/plan-lint.js';
import { by, EXTERNAL, every, objective, plan, planOf, sector, since } from './plans.js';

const codes = (document: PlanDocument): LintCode[] => lintPlan(document).map(({ code }) => code);
const has = (document: PlanDocument, code: LintCode): boolean => codes(document).includes(code);
const numbers = (document: PlanDocument, code: LintCode): (string | null | undefined)[] =>
  lintPlan(document)
    .filter((one) => one.code === code)
    .map(({ where }) => where.number);
/** A sector of objectives with these numbers. */
const numbered = (all: readonly (string | null)[], over: Partial<PlanObjective> = {}) =>
  sector(
    all.map((number, i) =>
      objective([by('2023-06-30')], { number, title: `${i}`, weight: 100 / all.length, ...over }),
    ),
  );
const weighted = (...weights: readonly (number | null)[]) =>
  sector(
    weights.map((weight, i) => objective([by('2023-06-30')], { number: `${i + 1}`, title: `${i}`, weight })),
  );

describe('a plan in order', () => {
  it('has no warning', () => {
    expect(lintPlan(planOf(by('2023-06-30')))).toEqual([]);
  });

  it('is not changed by it', () => {
    const document = planOf(by('2023-06-31'));
    const before = structuredClone(document);
    lintPlan(document);
    expect(document).toEqual(before);
  });
});

describe('weights', () => {
  it.each([
    ['33.3333 + 33.3333 + 33.3334 are 100', plan([weighted(33.3333, 33.3333, 33.3334)]), false],
    ['0.1 + 0.2 + 99.7 are 100', plan([weighted(0.1, 0.2, 99.7)]), false],
    ['98.75 are not', plan([weighted(50, 48.75)]), true],
    ['a sector without objectives has 0', plan([sector([])]), true],
    ['multipliers add up to nothing', plan([weighted(1.2, 0.8)], { weights: 'multiplier' }), false],
    ['a plan without weights has no sum', plan([weighted(null, null)], { weights: 'none' }), false],
  ])('weights-sum: %s', (_, document, warned) => {
    expect(has(document, 'weights-sum')).toBe(warned);
  });

  it('weights-sum names the sector alone and the sum with a comma', () => {
    expect(lintPlan(plan([weighted(50, 48.75)]))).toEqual([
      {
        code: 'weights-sum',
        where: { sector: 'A' },
        message: 'I pesi del settore sommano a 98,75, non a 100',
      },
    ]);
  });

  it.each([
    ['an objective without weight among weights', plan([weighted(100, null)]), true],
    ['one among multipliers', plan([weighted(1.2, null)], { weights: 'multiplier' }), true],
    ['one in a plan without weights', plan([weighted(null)], { weights: 'none' }), false],
    ['a weight of 0 is a weight', plan([weighted(100, 0)]), false],
  ])('missing-weight: %s', (_, document, warned) => {
    expect(has(document, 'missing-weight')).toBe(warned);
  });
});

describe('numbers', () => {
  it.each([
    ['1, 2, 4 lack 3', ['1', '2', '4'], ['3']],
    ['1, 4 lack 2 and 3', ['1', '4'], ['2', '3']],
    ['2.1, 2.3 lack 2.2', ['2.1', '2.3'], ['2.2']],
    ['1.1, 2.1, 2.2 are two series without a gap', ['1.1', '2.1', '2.2'], []],
    ['2, 3 begin where they begin', ['2', '3'], []],
    ['in any order', ['3', '1', '2'], []],
    ['codes such as 2301 and 2355 are no series', ['2301', '2355'], []],
    ['no numbers', [null, null], []],
    ['words', ['A', 'C'], []],
  ])('numbering-gap: %s', (_, all, missing) => {
    expect(numbers(plan([numbered(all)]), 'numbering-gap')).toEqual(missing);
  });

  it('numbering-gap: shared objectives are one series of all sectors, without a sector', () => {
    const shared = numbered(['1', '3'], { shared: true });
    const document = plan([shared, { ...shared, name: 'B' }]);
    const gap = lintPlan(document).filter(({ code }) => code === 'numbering-gap');
    expect(gap).toMatchObject([{ where: { number: '2' } }]);
    expect(gap[0]?.where.sector).toBeUndefined();
  });

  it.each([
    ['twice in one sector', plan([numbered(['1', '2', '1'])]), ['1']],
    ['in two sectors', plan([numbered(['1']), { ...numbered(['1']), name: 'B' }]), []],
    ['none and none', plan([numbered([null, null])]), []],
  ])('numbering-duplicate: %s', (_, document, duplicates) => {
    expect(numbers(document, 'numbering-duplicate')).toEqual(duplicates);
  });
});

describe('terms', () => {
  const AS_OF: PlanMilestone = by('2023-12-31', { role: 'as-of' });
  const EVENT: PlanMilestone = by('2023-05-03', { role: 'event' });
  const IMPOSSIBLE: PlanMilestone = { kind: 'none', invalid: true, phrase: 'entro il 31 giugno' };

  it.each<[LintCode, string, PlanDocument, boolean]>([
    ['undated-objective', 'nothing at all', planOf(), true],
    ['undated-objective', 'an event only', planOf(EVENT), true],
    ['undated-objective', 'a day that does not exist only', planOf(IMPOSSIBLE), true],
    ['undated-objective', 'an "al 31/12" is enough', planOf(AS_OF), false],
    ['undated-objective', 'a recurrence', planOf(every('FREQ=MONTHLY')), false],
    ['undated-objective', 'a relative term', planOf(since('P30D', 'richiesta')), false],
    ['undated-objective', 'an external term', planOf(EXTERNAL), false],
    ['weekend-date', 'Saturday 15 April', planOf(by('2023-04-15')), true],
    ['weekend-date', 'Sunday 30 April', planOf(by('2023-04-30')), true],
    ['weekend-date', 'Easter Monday', planOf(by('2023-04-10')), true],
    [
      'weekend-date',
      '4 October 2027, a holiday by then',
      plan([sector([objective([by('2027-10-04')])])], { year: 2027 }),
      true,
    ],
    ['weekend-date', '4 October 2023', planOf(by('2023-10-04')), false],
    ['weekend-date', 'a month that ends on a Sunday', planOf(by('2023-04-30', { kind: 'month-end' })), false],
    ['weekend-date', 'an "al" on a Sunday', planOf(by('2023-04-30', { role: 'as-of' })), false],
    ['wrong-year', 'a day of 2022 in a plan of 2023', planOf(by('2022-06-30')), true],
    ['wrong-year', 'a month of 2022', planOf(by('2022-06-30', { kind: 'month-end' })), true],
    ['wrong-year', 'a day of 2024 in a plan of 2023', planOf(by('2024-01-31')), false],
    ['wrong-year', 'something that happened in 2022', planOf({ ...EVENT, date: '2022-11-16' }), false],
    [
      'past-date',
      '31 March in a plan of 26 April',
      plan([sector([objective([by('2023-03-31')])])], { actDate: '2023-04-26' }),
      true,
    ],
    [
      'past-date',
      'the day of the act',
      plan([sector([objective([by('2023-04-26')])])], { actDate: '2023-04-26' }),
      false,
    ],
    [
      'past-date',
      'a month before the act',
      plan([sector([objective([by('2023-03-31', { kind: 'month-end' })])])], { actDate: '2023-04-26' }),
      false,
    ],
    [
      'past-date',
      'in a report everything is past',
      plan([sector([objective([by('2023-03-31')])])], { actDate: '2024-05-03', kind: 'report' }),
      false,
    ],
    ['past-date', 'an act without a date', planOf(by('2023-01-02')), false],
    ['invalid-date', '31 June, marked', planOf(by('2023-06-30'), IMPOSSIBLE), true],
    ['invalid-date', '31 June, written', planOf(by('2023-06-31')), true],
    [
      'invalid-date',
      '29 February 2024',
      plan([sector([objective([by('2024-02-29')])])], { year: 2024 }),
      false,
    ],
    ['multiple-milestones-without-subweights', 'two days', planOf(by('2023-06-30'), by('2023-09-29')), true],
    [
      'multiple-milestones-without-subweights',
      'one with a weight, one without',
      planOf(by('2023-06-30', { weight: 5 }), by('2023-09-29')),
      true,
    ],
    [
      'multiple-milestones-without-subweights',
      'each with its weight',
      planOf(by('2023-06-30', { weight: 5 }), by('2023-09-29', { weight: 5 })),
      false,
    ],
    ['multiple-milestones-without-subweights', 'a day and an "al"', planOf(by('2023-06-30'), AS_OF), false],
    [
      'multiple-milestones-without-subweights',
      'a day and a recurrence',
      planOf(by('2023-06-30'), every('FREQ=MONTHLY')),
      false,
    ],
    [
      'multiple-milestones-without-subweights',
      'also in a plan without weights',
      plan([sector([objective([by('2023-06-30'), by('2023-09-29')])])], { weights: 'none' }),
      true,
    ],
    ['external-term', 'the terms of a call', planOf(EXTERNAL), true],
    ['external-term', 'a term from a request', planOf(since('P30D', 'richiesta')), false],
    [
      'markup-in-text',
      'a tag in the title',
      plan([sector([objective([by('2023-06-30')], { title: 'Strade <script>alert(1)</script>' })])]),
      true,
    ],
    [
      'markup-in-text',
      'an unclosed tag in an indicator',
      plan([sector([objective([by('2023-06-30')], { indicators: [{ text: 'ore <img src=x' }] })])]),
      true,
    ],
    [
      'markup-in-text',
      'less than',
      plan([sector([objective([by('2023-06-30')], { title: 'ritardi < 5% e <30 giorni' })])]),
      false,
    ],
  ])('%s: %s', (code, _, document, warned) => {
    expect(has(document, code)).toBe(warned);
  });

  it('weekend-date says which day and why, as people write it', () => {
    const messages = (date: string) => lintPlan(planOf(by(date))).map(({ message }) => message);
    expect(messages('2023-04-15')).toEqual(['15/04/2023 è sabato']);
    expect(messages('2023-04-30')).toEqual(['30/04/2023 è domenica']);
    expect(messages('2023-04-25')).toEqual(['25/04/2023 è festivo']);
  });
});

describe('where a warning is', () => {
  it('names sector, number, title and line of the objective', () => {
    const one = objective([], { number: '3', title: 'Archivio', sourceLines: [120, 131] });
    expect(lintPlan(plan([sector([one])]))[0]?.where).toEqual({
      sector: 'A',
      number: '3',
      title: 'Archivio',
      line: 120,
    });
  });

  it('says what concerns a shared objective once, without a sector', () => {
    const shared = objective([], { shared: true });
    const warnings = lintPlan(plan([sector([shared]), sector([shared], { name: 'B' })]));
    expect(warnings).toMatchObject([
      { code: 'undated-objective', where: { number: '1', title: 'Manutenzioni' } },
    ]);
    expect(warnings[0]?.where.sector).toBeUndefined();
  });
});
