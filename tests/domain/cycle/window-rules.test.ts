/** Windows as a town may set them, and what setting them moves in a year under way. */
import { describe, expect, it } from 'vitest';
import {
  isSameWindow,
  type StandingWindow,
  windowProblems,
  windowsUnder,
} from '../../../domain/cycle/window-rules.js';
import { DEFAULT_WINDOWS, type WindowRule, windowsOf, type YearDay } from '../../../domain/cycle/windows.js';
import { civilDate } from '../../../domain/time/civil-date.js';

const [first, second] = DEFAULT_WINDOWS as [WindowRule, WindowRule];
const on = (month: number, day: number, yearsAfter: 0 | 1 = 0): YearDay => ({ month, day, yearsAfter });

describe('windows are refused beside their field', () => {
  it.each<[string, readonly WindowRule[], string]>([
    ['without a name', [{ ...first, name: '  ' }, second], '0 name no-name'],
    ['a name of 81 characters', [{ ...first, name: 'x'.repeat(81) }, second], '0 name long-name'],
    ['two of one name', [first, { ...second, name: first.name }], '1 name same-name'],
    ['open before the reference day', [{ ...first, opens: on(6, 29) }, second], '0 opens too-early'],
    ['due before it opens', [{ ...first, due: on(6, 30) }, second], '0 due too-early'],
    [
      'a second that looks at the first’s day',
      [first, { ...second, reference: on(6, 30) }],
      '1 reference not-after-former',
    ],
    [
      'a second open with the first',
      [first, { ...second, reference: on(7, 1), opens: on(7, 1) }],
      '1 opens not-after-former',
    ],
    [
      'due on 1 April, after the measurement',
      [first, { ...second, due: on(4, 1, 1) }],
      '1 due after-closing',
    ],
  ])('%s', (_, rules, told) => {
    expect(windowProblems(rules).map(({ at, field, code }) => `${at} ${field} ${code}`)).toEqual([told]);
  });

  it('the defaults, and a due day of 31 March, are not', () => {
    expect(windowProblems(DEFAULT_WINDOWS)).toEqual([]);
    expect(windowProblems([first, { ...second, due: on(3, 31, 1) }])).toEqual([]);
  });
});

describe('other rules in a year under way', () => {
  const startDay = civilDate('2023-02-28');
  const kept: readonly StandingWindow[] = windowsOf(DEFAULT_WINDOWS, 2023, startDay).map(
    ({ name, ...window }) => ({ ...window, title: `${name} 2023` }),
  );
  const later = [
    { ...first, reference: on(7, 31), opens: on(8, 1), due: on(9, 15) },
    { ...second, due: on(2, 15, 1) },
  ];
  const under = (rules: readonly WindowRule[], today: string) =>
    windowsUnder(rules, kept, { year: 2023, startDay, today: civilDate(today) });

  it('before 1 July both windows follow, and the second covers what the first leaves', () => {
    expect(
      under(later, '2023-06-30').map(({ coversFrom, referenceOn, due }) => [coversFrom, referenceOn, due]),
    ).toEqual([
      ['2023-01-01', '2023-07-31', '2023-09-15'],
      ['2023-08-01', '2023-12-31', '2024-02-15'],
    ]);
  });

  it('from 1 July the first stays as the sectors were told, the second alone follows', () => {
    const [stays, moves] = under(later, '2023-07-01');
    expect(stays).toEqual(kept[0]);
    expect([moves?.coversFrom, moves?.due]).toEqual(['2023-07-01', '2024-02-15']);
  });

  it('the same rules move nothing', () => {
    expect(
      under(DEFAULT_WINDOWS, '2023-03-01').every((one, at) => isSameWindow(one, kept[at] as StandingWindow)),
    ).toBe(true);
  });

  it('a plan approved on 10 August: the first, moved to 15 September, is owed after all', () => {
    const rules = { year: 2023, startDay: civilDate('2023-08-10'), today: civilDate('2023-08-10') };
    const skipped = windowsOf(DEFAULT_WINDOWS, 2023, rules.startDay).map(({ name, ...window }) => ({
      ...window,
      title: name,
    }));
    expect(skipped.map((one) => [one.skipped, one.coversFrom])).toEqual([
      ['closed-before-start', '2023-01-01'],
      [null, '2023-01-01'],
    ]);
    expect(windowsUnder(later, skipped, rules).map((one) => [one.skipped, one.coversFrom])).toEqual([
      [null, '2023-01-01'],
      [null, '2023-08-01'],
    ]);
  });
});
