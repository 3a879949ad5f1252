/** The four orders in which a town may close its year, by the real workflows: refused once, a Nucleo of one in conflict. */
import { expect, test } from 'vitest';
import type { StepAsked } from '../../api/commands/cycle/closing-asked.js';
import {
  CLOSING_ORDERS,
  type ClosingStep,
  closingStepsOf,
  DEFAULT_CLOSING,
} from '../../domain/cycle/closing-rules.js';
import { listRounds } from '../../store/review/review.js';
import { headOf, MAYOR, planOf, SECRETARY } from '../activities/small-plan.js';
import { openWorld } from '../workflows/world.js';
import { expectSame } from './lives/expect-same.js';
import { declares, records } from './year-deeds.js';
import { YearStory } from './year-story.js';

const world = await openWorld();

/** Alone, and responsible for the prevention of corruption too: shown, declared, not refused. */
const ALONE = { name: 'Nucleo', roles: [{ role: 'oiv' as const }, { role: 'rpct' as const }] };

/** What is said of each step beside its day; `at`: which act of the town it is. */
const saidOf = (step: ClosingStep, organ: string, at: number): Partial<StepAsked> => {
  if (step === 'transmission') return { note: 'La misurazione segue' };
  if (step === 'publication') return { addresses: 'https://comune.example/performance' };
  return step === 'validation' ? {} : { organ, number: String(40 + at) };
};

test.concurrent.each(CLOSING_ORDERS)(
  'a year closed %s: not validated, prepared again and validated; the only member declares a conflict in each round; every mail is that of the prova generale',
  async (order) => {
    const rules = { ...DEFAULT_CLOSING, order };
    const steps = closingStepsOf(rules);
    const organ = order === 'with-rendiconto' ? 'consiglio' : 'giunta';
    const story = await YearStory.begin(world, {
      plan: planOf({ Tecnico: [['2023-11-30']] }),
      ...{ approved: '2023-10-05', live: '2024-04-15', now: '2024-04-15 18:00' },
      people: [headOf('Tecnico'), SECRETARY, MAYOR, ALONE],
      settings: { closing: rules },
    });
    let acts = 0;
    const takes = async (step: ClosingStep, date: string, more: Partial<StepAsked> = {}): Promise<void> => {
      acts += 1;
      const said = { ...saidOf(step, organ, acts), ...more };
      await records(story, step === 'validation' ? 'Nucleo' : 'Segretaria', { step, date, ...said });
    };
    const before = steps.slice(0, steps.indexOf('validation'));
    const after = steps.slice(steps.indexOf('validation') + 1);
    const outcomes = async (round: number, date: string, more: Partial<StepAsked>): Promise<void> => {
      await expect(takes('validation', date, more)).rejects.toThrow('conflict-undeclared');
      await declares(story, 'Nucleo', round);
      await takes('validation', date, more);
    };

    await story.until('2024-04-29');
    for (const step of before) await takes(step, '2024-04-29');
    await story.until('2024-05-20');
    await outcomes(1, '2024-05-20', { outcome: 'not-validated', note: 'Mancano i motivi' });
    // Owed again by 19 June, 30 days later; the Relazione that was refused stays what it was.
    await story.until('2024-06-17');
    for (const step of before) await takes(step, '2024-06-17');
    await story.until('2024-06-24');
    await outcomes(2, '2024-06-24', { outcome: 'validated' });
    for (const step of after) await takes(step, '2024-06-24');
    await story.until('2024-06-25');

    const closing = (await story.steps()).filter((one) => /^(trans|adop|valid|appr|publ|closed)/.test(one));
    expect(closing.map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual([
      ...steps.map((step) => `${step} done`),
      'closed done',
    ]);
    const rounds = await story.read((tx) => listRounds(tx, story.town.cycle, rules));
    expect(rounds.map(({ outcome }) => outcome?.is)).toEqual(['not-validated', 'validated']);
    expectSame(story.came, story.told, 0);
    await story.until('2024-06-28');
    expect(story.came.filter(({ day }) => day > '2024-06-24')).toEqual([]);
  },
  240_000,
);
