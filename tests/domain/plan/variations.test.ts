import { describe, expect, it } from 'vitest';
import { beyondCorrection } from '../../../domain/plan/correction.js';
import type { DraftPlan } from '../../../domain/plan/draft/draft-plan.js';
import type { PlanChange } from '../../../domain/plan/draft/plan-change.js';
import { applyChanges } from '../../../domain/plan/draft/plan-changes.js';
import { planOfChange } from '../../../domain/plan/draft/plan-of-change.js';
import { planOf } from '../../../domain/plan/draft/plan-of-draft.js';
import { planDifference } from '../../../domain/plan/plan-difference.js';
import type { PlanDocument, PlanMilestone, PlanObjective } from '../../../domain/plan/plan-document.js';
import { beyondVariation } from '../../../domain/plan/variation.js';
import { variationFlags } from '../../../domain/plan/variation-flags.js';
import { variationsOf } from '../../../domain/plan/variations-of.js';
import { civilDate } from '../../../domain/time/civil-date.js';
import { SMALL_PLAN } from '../../store/small-plan.js';
import { BASE, changed, differenceOf } from './changed-plan.js';

const termsOf = (title: string): readonly PlanMilestone[] =>
  SMALL_PLAN.sectors.flatMap(({ objectives }) => objectives).find((one) => one.title === title)?.milestones ??
  [];
const redated = (date: string): PlanChange => ({
  ...{ change: 'amend', objective: 'o2' },
  to: { milestones: termsOf('Rendiconto').map((one) => (one.kind === 'date' ? { ...one, date } : one)) },
});
const NEW: Omit<PlanObjective, 'weight' | 'shared'> = {
  ...{ number: '7', title: 'Archivi', indicators: [] },
  milestones: [{ kind: 'date', date: '2023-11-30', phrase: 'entro il 30/11' }],
};

describe('a change of the plan in force, by its objectives', () => {
  it('pairs what has the same place in the draft, whatever its new words: a title without a word in common is no new objective', () => {
    const draft = changed({
      change: 'amend',
      objective: 'o2',
      to: { number: '99', title: 'Bilancio consuntivo' },
    });
    expect(differenceOf(draft).objectives).toMatchObject([
      { before: { said: { title: 'Rendiconto' } }, after: { said: { title: 'Bilancio consuntivo' } } },
    ]);
    expect(planDifference(SMALL_PLAN, planOf(draft).plan).objectives).toHaveLength(2);
  });

  it('writes a moved day into the words of the term, and leaves words that somebody chose', () => {
    const { milestones } = differenceOf(changed(redated('2023-09-30'))).objectives[0] ?? { milestones: [] };
    expect(milestones).toMatchObject([{ after: { date: '2023-09-30', phrase: 'entro il 30/9/2023' } }]);
    const own = termsOf('Rendiconto').map((one) =>
      one.kind === 'date' ? { ...one, date: '2023-09-30', phrase: 'dopo il collaudo' } : one,
    );
    const said = differenceOf(changed({ change: 'amend', objective: 'o2', to: { milestones: own } }));
    expect(said.objectives[0]?.milestones[0]?.after?.phrase).toBe('dopo il collaudo');
  });

  it('withdraws a shared objective under all its sectors, and adds one to two', () => {
    const whole = changed(
      { change: 'withdraw', objective: 'o3' },
      {
        change: 'add',
        objective: NEW,
        weights: [
          { sector: 'Finanziario', weight: 5 },
          { sector: 'Tecnico', weight: 3 },
        ],
      },
    );
    const difference = differenceOf(whole);
    expect(
      difference.objectives.map(({ sector, before, after }) => [
        sector,
        before?.said.title,
        after?.said.weight,
      ]),
    ).toEqual([
      ['Finanziario', undefined, 5],
      ['Finanziario', 'Tempi di pagamento', undefined],
      ['Tecnico', undefined, 3],
      ['Tecnico', 'Tempi di pagamento', undefined],
    ]);
    expect(beyondVariation(difference)).toEqual([]);
  });

  it.each<readonly [string, PlanChange, string]>([
    ['an objective that is not there', { change: 'withdraw', objective: 'o77' }, 'unknown-objective'],
    [
      'a sector that is not there',
      { change: 'add', objective: NEW, weights: [{ sector: 'Mare', weight: 1 }] },
      'unknown-sector',
    ],
    [
      'a weight in a sector that has not the objective',
      { change: 'amend', objective: 'o2', to: { weights: [{ sector: 'Tecnico', weight: 1 }] } },
      'unknown-sector',
    ],
  ])('%s is told with the position of the change, and nothing is applied', (_, change, why) => {
    const applied = applyChanges(BASE, [{ change: 'withdraw', objective: 'o5' }, change], 2);
    expect(applied).toMatchObject({ ok: false, problems: [{ at: 1, why }] });
  });
});

describe('a correction', () => {
  it('may change words and a day that was misread, of one objective or all that share it', () => {
    const words = changed(redated('2023-05-15'), {
      change: 'amend',
      objective: 'o1',
      to: { title: 'Tempi dei pagamenti' },
    });
    expect(beyondCorrection(differenceOf(words))).toEqual([]);
  });

  it.each<readonly [string, PlanChange, string]>([
    ['a weight', { change: 'amend', objective: 'o2', to: { weight: 20 } }, 'Cambia il peso di «Rendiconto»'],
    [
      'who answers',
      { change: 'amend', objective: 'o2', to: { owner: 'Segretario' } },
      'Cambia il responsabile',
    ],
    [
      'a target',
      { change: 'amend', objective: 'o1', to: { indicators: [{ text: 'x', target: { value: 9 } }] } },
      'valori attesi',
    ],
    [
      'a term taken out',
      { change: 'amend', objective: 'o2', to: { milestones: [] } },
      'è tolta: serve un atto',
    ],
    ['an objective taken out', { change: 'withdraw', objective: 'o2' }, 'è tolto: serve un atto'],
    [
      'an objective added',
      { change: 'add', objective: NEW, weights: [{ sector: 'Tecnico', weight: 1 }] },
      'è aggiunto: serve un atto',
    ],
  ])('may not touch %s: that takes an act', (_, change, words) => {
    expect(beyondCorrection(differenceOf(changed(change))).join(' ')).toContain(words);
  });
});

describe('what is marked about a change', () => {
  const flags = (
    draft: DraftPlan,
    madeOn: string,
    over: Partial<Parameters<typeof variationFlags>[0]> = {},
  ) =>
    variationFlags({
      ...{
        year: 2023,
        difference: differenceOf(draft),
        lint: [],
        lateAfter: { month: 12, day: 15 },
        isActKnown: false,
      },
      ...{ madeOn: civilDate(madeOn), effectiveFrom: civilDate(madeOn) },
      ...over,
    });

  it.each([
    ['2023-04-15', []],
    [
      '2023-04-16',
      [{ code: 'after-due', sector: 'Finanziario', number: '2', title: 'Rendiconto', day: '2023-04-15' }],
    ],
  ])('a term of 15 April moved by an act of %s', (madeOn, expected) => {
    expect(flags(changed(redated('2023-09-30')), madeOn)).toEqual(expected);
  });

  it('the weight of an objective is changed after its day when all its terms are over, and not while one is to come', () => {
    const heavier = changed({ change: 'amend', objective: 'o1', to: { weight: 40 } });
    expect(flags(heavier, '2023-06-30')).toEqual([]);
    expect(flags(heavier, '2023-07-01')).toMatchObject([{ code: 'after-due', day: '2023-06-30' }]);
  });

  it('an objective without dates is withdrawn after its day from 1 January on', () => {
    const gone = changed({ change: 'withdraw', objective: 'o5' });
    expect(flags(gone, '2023-12-31').map(({ code }) => code)).toEqual(['late-in-year']);
    expect(flags(gone, '2024-01-01').map(({ code }) => code)).toEqual(['late-in-year', 'after-due']);
  });

  it('late is after 15 December, or after the day that the town chose', () => {
    const words = changed({ change: 'amend', objective: 'o2', to: { title: 'Rendiconto di gestione' } });
    expect(flags(words, '2023-04-01')).toEqual([]);
    const codes = (madeOn: string, lateAfter: { month: number; day: number }) =>
      flags(words, madeOn, { lateAfter }).map(({ code }) => code);
    expect(codes('2023-12-15', { month: 12, day: 15 })).not.toContain('late-in-year');
    expect(codes('2023-12-16', { month: 12, day: 15 })).toContain('late-in-year');
    expect(codes('2023-12-01', { month: 11, day: 30 })).toContain('late-in-year');
  });

  it('an effect before its act, an act known already, weights of a touched sector that do not sum', () => {
    const heavier = changed({ change: 'amend', objective: 'o2', to: { weight: 20 } });
    const lint = ['Finanziario', 'Tecnico'].map((sector) => ({
      ...{
        code: 'weights-sum' as const,
        where: { sector },
        message: 'I pesi del settore sommano a 50, non a 100',
      },
    }));
    const found = flags(heavier, '2023-03-10', {
      effectiveFrom: civilDate('2023-03-01'),
      isActKnown: true,
      lint,
    });
    expect(found.map(({ code, sector }) => [code, sector])).toEqual([
      ['retroactive', undefined],
      ['same-act', undefined],
      ['weights-sum', 'Finanziario'],
    ]);
  });
});

describe('the list of variations', () => {
  const version = (number: number, kind: 'approval' | 'variation' | 'correction', plan: PlanDocument) => ({
    ...{
      id: `v${number}`,
      number,
      kind,
      act: kind === 'correction' ? null : `G.C. ${number}`,
      reason: 'motivo',
    },
    ...{ effectiveFrom: civilDate('2023-06-01'), flags: [], plan, places: null },
  });

  it('says what each version changed of the one before it, numbers corrections apart, and knows the rows', () => {
    const [second, third, fourth] = [
      planOfChange(SMALL_PLAN, changed(redated('2023-09-30'))).plan,
      planOfChange(SMALL_PLAN, changed(redated('2023-09-30'), { change: 'withdraw', objective: 'o5' })).plan,
      planOfChange(SMALL_PLAN, changed(redated('2023-10-31'), { change: 'withdraw', objective: 'o5' })).plan,
    ];
    const places = [{ objective: 'row-5', sector: 'Tecnico', before: 2, after: null }];
    const list = variationsOf([
      version(4, 'variation', fourth),
      { ...version(3, 'variation', third), places: [...keptPlaces(), ...places] },
      version(2, 'correction', second),
      version(1, 'approval', SMALL_PLAN),
    ]);
    expect(list.map(({ kind, ordinal, act }) => [kind, ordinal, act])).toEqual([
      ['correction', 1, null],
      ['variation', 1, 'G.C. 3'],
      ['variation', 2, 'G.C. 4'],
    ]);
    expect(list[0]?.changes).toMatchObject([
      {
        title: 'Rendiconto',
        change: 'changed',
        details: [{ field: 'milestone', before: { date: '2023-04-15' } }],
      },
    ]);
    expect(list[1]?.changes).toEqual([
      {
        objective: 'row-5',
        sector: 'Tecnico',
        number: '9',
        title: 'Senza date',
        change: 'withdrawn',
        weight: { before: 5, after: null },
        details: [],
      },
    ]);
    expect(list[2]?.changes[0]?.details).toMatchObject([
      { field: 'milestone', before: { date: '2023-09-30' }, after: { date: '2023-10-31' } },
    ]);
  });

  const keptPlaces = () =>
    SMALL_PLAN.sectors.flatMap(({ name, objectives }) =>
      objectives
        .filter(({ title }) => title !== 'Senza date')
        .map((_, at) => ({ objective: `${name} ${at}`, sector: name, before: at, after: at })),
    );
});
