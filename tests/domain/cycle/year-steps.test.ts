import { describe, expect, test } from 'vitest';
import { type ClosingFact, closingDuties } from '../../../domain/cycle/closing-duties.js';
import { type ClosingOrder, type ClosingStep, DEFAULT_CLOSING } from '../../../domain/cycle/closing-rules.js';
import type { OwedInStep, YearFacts } from '../../../domain/cycle/year-facts.js';
import { currentStep, isConcluded, missingForNucleo, stepsOf } from '../../../domain/cycle/year-steps.js';
import { civilDate } from '../../../domain/time/civil-date.js';
import { DEFAULT_CLOSURES } from '../../../domain/time/closures.js';
import { workingCalendar } from '../../../domain/time/working-calendar.js';

const calendar = workingCalendar(DEFAULT_CLOSURES);
const day = civilDate;

const fact = (step: ClosingStep, on: string, more: Partial<ClosingFact> = {}): ClosingFact => ({
  ...{ step, round: 1, on: day(on), outcome: step === 'validation' ? 'validated' : null },
  ...more,
});

const owed = (who: string | null, due: string, doneOn: string | null, opens = '2024-01-02'): OwedInStep => ({
  ...{ who, opens: day(opens), due: day(due), state: doneOn === null ? 'open' : 'done' },
  doneOn: doneOn === null ? null : day(doneOn),
});

const DONE: YearFacts = {
  year: 2023,
  approvedOn: day('2023-02-28'),
  planDue: day('2023-01-31'),
  closedOn: null,
  terms: { all: 2, open: 0, last: day('2023-12-31') },
  variations: [],
  windows: [
    {
      ...{ ordinal: 1, title: 'Monitoraggio del primo semestre 2023', skipped: null },
      ...{ opens: day('2023-07-01'), due: day('2023-07-31') },
      owed: [owed('Finanziario', '2023-07-31', '2023-07-20', '2023-07-01')],
    },
    {
      ...{ ordinal: 2, title: 'Monitoraggio del secondo semestre 2023', skipped: null },
      ...{ opens: day('2024-01-02'), due: day('2024-01-31') },
      owed: [owed('Finanziario', '2024-01-31', '2024-01-30'), owed('Tecnico', '2024-01-31', '2024-02-05')],
    },
  ],
  selfEvaluations: [owed('Finanziario', '2024-02-15', '2024-02-10')],
  measurements: [owed(null, '2024-03-31', '2024-03-20')],
  rules: DEFAULT_CLOSING,
  closing: [],
  readyAnyway: null,
  calendar,
};
const WHOLE = [
  fact('transmission', '2024-04-29'),
  fact('adoption', '2024-05-03'),
  fact('validation', '2024-05-20'),
  fact('approval', '2024-05-31'),
  fact('publication', '2024-06-05'),
];
const at = (facts: YearFacts, asOf: string, id: string) =>
  stepsOf(facts, day(asOf)).find((one) => one.id === id);

describe('the steps of a year', () => {
  test('a plan of 28 February whose term was 31 January is done, 28 days late', () => {
    expect(at(DONE, '2024-04-01', 'plan')).toMatchObject({ state: 'done', late: 28, norm: 'piao' });
  });

  test('a window whose last sector transmitted on 5 February is done 5 days late; one that closed before the start is not asked', () => {
    expect(at(DONE, '2024-04-01', 'monitoring-2')).toMatchObject({
      state: 'done',
      doneOn: '2024-02-05',
      late: 5,
    });
    const [first, ...others] = DONE.windows;
    if (first === undefined) throw new Error('no window');
    const skipped = {
      ...DONE,
      windows: [{ ...first, skipped: 'closed-before-start' as const, owed: [] }, ...others],
    };
    expect(at(skipped, '2024-04-01', 'monitoring-1')).toMatchObject({ state: 'not-asked', late: 0 });
  });

  test('what is missing for the Nucleo is named by step and sector, and nothing is when all is done or it goes on anyway', () => {
    const late = { ...DONE, selfEvaluations: [owed('Tecnico', '2024-02-15', null)] };
    expect(missingForNucleo(stepsOf(late, day('2024-03-01')))).toEqual([
      { step: 'self-evaluation', who: 'Tecnico' },
    ]);
    expect(at(late, '2024-03-01', 'ready')).toMatchObject({ state: 'open' });
    expect(at({ ...late, readyAnyway: day('2024-03-02') }, '2024-03-03', 'ready')).toMatchObject({
      state: 'done',
    });
    expect(at(DONE, '2024-04-01', 'ready')).toMatchObject({ state: 'done', doneOn: '2024-03-20', late: 0 });
  });

  test('before the transmission the validation is foreseen for 30 days after its last day, and the publication 10 working days after the last act', () => {
    expect(at(DONE, '2024-04-01', 'validation')).toMatchObject({
      due: '2024-05-30',
      isEstimate: true,
      state: 'ahead',
    });
    expect(at(DONE, '2024-04-01', 'publication')).toMatchObject({ due: '2024-07-12', isEstimate: true });
  });

  test('an approval before the validation, and an adoption before the year was ready, are done and say what they came before', () => {
    const closing = [fact('adoption', '2024-01-10'), fact('approval', '2024-02-10')];
    const facts = { ...DONE, closing };
    expect(at(facts, '2024-04-01', 'adoption')).toMatchObject({ state: 'done', outOfOrder: ['ready'] });
    expect(at(facts, '2024-04-01', 'approval')).toMatchObject({ state: 'done', outOfOrder: ['validation'] });
  });

  test('the year is concluded by its last fact and not before, whatever order they came in', () => {
    for (const [index] of WHOLE.entries()) {
      const some = { ...DONE, closing: WHOLE.toSpliced(index, 1) };
      expect(isConcluded(stepsOf(some, day('2024-07-01')))).toBe(false);
    }
    const all = stepsOf({ ...DONE, closing: WHOLE.toReversed() }, day('2024-07-01'));
    expect(isConcluded(all)).toBe(true);
    expect(currentStep(all)).toBe('closed');
  });

  test('without a plan every step waits for it', () => {
    const steps = stepsOf({ ...DONE, approvedOn: null }, day('2023-02-01'));
    expect(steps.slice(1).every(({ waitsFor }) => JSON.stringify(waitsFor) === '[{"step":"plan"}]')).toBe(
      true,
    );
    expect(currentStep(steps)).toBe('plan');
  });
});

const duties = (facts: readonly ClosingFact[], order: ClosingOrder = 'adopted-first') =>
  closingDuties({ ...DEFAULT_CLOSING, order }, 2023, facts, calendar).map(
    ({ step, round, due }) => `${step} ${round} ${due}`,
  );

describe('what the closing makes people owe', () => {
  test.each([
    ['adopted-first', ['transmission 1 2024-04-30', 'adoption 1 2024-06-30', 'approval 1 2024-06-30']],
    ['draft-validated', ['transmission 1 2024-04-30', 'approval 1 2024-06-30']],
    ['act-first', ['approval 1 2024-06-30', 'transmission 1 2024-04-30']],
    ['with-rendiconto', ['approval 1 2024-04-30', 'transmission 1 2024-04-30']],
  ] as const)('from the day of the plan, in the order %s', (order, expected) => {
    expect(duties([], order)).toEqual(expected);
  });

  test('the publication counts from the later of validation and last act: act first on 15 April, validated on 20 May, due on 3 June', () => {
    const facts = [
      fact('approval', '2024-04-15'),
      fact('transmission', '2024-04-29'),
      fact('validation', '2024-05-20'),
    ];
    expect(duties(facts, 'act-first')).toContain('publication 1 2024-06-03');
  });

  test('refused three times there are four rounds, each 30 days after the refusal, and the acts after the validation are owed once', () => {
    const refused = [1, 2, 3].flatMap((round) => [
      fact('transmission', `2024-0${4 + round}-01`, { round }),
      fact('validation', `2024-0${4 + round}-20`, { round, outcome: 'not-validated' }),
    ]);
    const all = duties(refused);
    expect(all.filter((one) => one.startsWith('transmission'))).toEqual([
      ...['transmission 1 2024-04-30', 'transmission 2 2024-06-19', 'transmission 3 2024-07-20'],
      'transmission 4 2024-08-19',
    ]);
    expect(all.filter((one) => one.startsWith('approval'))).toEqual(['approval 1 2024-06-30']);
  });
});
