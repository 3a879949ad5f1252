/** What a town may set as closures, and what is refused with which day. */
import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../domain/time/civil-date.js';
import { closureProblems, LONGEST_CLOSED_DAYS, MOST_CLOSURES } from '../../../domain/time/closure-rules.js';
import type { Closure } from '../../../domain/time/closures.js';

const TODAY = civilDate('2026-06-29');
const period = (from: string, to: string): Closure => ({
  kind: 'days',
  from: civilDate(from),
  to: civilDate(to),
});
const SATURDAYS: Closure = { kind: 'weekday', weekday: 6 };
const codes = (...closures: readonly Closure[]): readonly string[] =>
  closureProblems(closures, TODAY).map((one) => ('at' in one ? `${one.code}@${one.at}` : one.code));

describe('closures that a town may set', () => {
  it.each<[string, readonly Closure[]]>([
    ['none at all', []],
    ['Saturdays', [SATURDAYS]],
    ['a patron by day', [{ kind: 'yearly', month: 6, day: 24, name: 'San Giovanni' }]],
    ['a patron of 29 February, in leap years', [{ kind: 'yearly', month: 2, day: 29 }]],
    ['a patron by rule', [{ kind: 'nth-weekday', nth: 2, weekday: 7, month: 10 }]],
    [
      'two rules of one month',
      [
        { kind: 'yearly', month: 6, day: 24 },
        { kind: 'yearly', month: 6, day: 25 },
      ],
    ],
    ['a bridge of one day', [period('2026-12-07', '2026-12-07')]],
    ['two periods that touch', [period('2026-08-10', '2026-08-14'), period('2026-08-15', '2026-08-18')]],
    ['a period of an earlier year', [period('2024-08-12', '2024-08-16')]],
    [`${LONGEST_CLOSED_DAYS} days in a row`, [period('2026-07-01', '2026-07-31')]],
    ['all days but Wednesday', [1, 2, 4, 5, 6].map((n) => ({ kind: 'weekday', weekday: n as 1 }) as const)],
  ])('%s', (_, closures) => {
    expect(codes(...closures)).toEqual([]);
  });
});

describe('closures that are refused', () => {
  it.each<[string, readonly Closure[], string]>([
    ['30 February', [{ kind: 'yearly', month: 2, day: 30 }], 'no-such-day@0'],
    ['31 June', [SATURDAYS, { kind: 'yearly', month: 6, day: 31 }], 'no-such-day@1'],
    ['the zeroth Monday', [{ kind: 'nth-weekday', nth: 0, weekday: 1, month: 6 }], 'no-such-day@0'],
    ['an end before its start', [period('2026-08-18', '2026-08-14')], 'ends-before@0'],
    ['the year 9999', [period('9999-01-01', '9999-01-02')], 'out-of-reach@0'],
    ['an end in the year 9999', [period('2026-08-14', '9999-12-31')], 'out-of-reach@0'],
    ['the year 1900', [period('1900-01-01', '1900-01-02')], 'out-of-reach@0'],
    ['366 days', [period('2026-01-01', '2027-01-01')], 'too-long@0'],
    ['32 days', [period('2026-07-01', '2026-08-01')], 'too-long@0'],
    [
      'two that share a day',
      [period('2026-08-10', '2026-08-14'), period('2026-08-14', '2026-08-18')],
      'overlaps@1',
    ],
    [
      'one inside another',
      [period('2026-08-01', '2026-08-20'), SATURDAYS, period('2026-08-10', '2026-08-11')],
      'overlaps@2',
    ],
    ['Saturdays twice', [SATURDAYS, SATURDAYS], 'stands-twice@1'],
    [
      'a patron twice, by another name',
      [
        { kind: 'yearly', month: 6, day: 24, name: 'a' },
        { kind: 'yearly', month: 6, day: 24, name: 'b' },
      ],
      'stands-twice@1',
    ],
    [
      'the whole week',
      ([1, 2, 3, 4, 5, 6] as const).map((weekday) => ({ kind: 'weekday', weekday })),
      'week-closed',
    ],
    ['more than can be', Array.from({ length: MOST_CLOSURES + 1 }, () => SATURDAYS), 'too-many'],
  ])('%s', (_, closures, code) => {
    expect(codes(...closures)).toContain(code);
  });

  it('several periods that together leave no working day for 36 days, with the days', () => {
    expect(
      closureProblems([period('2026-07-06', '2026-07-31'), period('2026-08-01', '2026-08-08')], TODAY),
    ).toEqual([{ code: 'closed-too-long', from: '2026-07-05', to: '2026-08-09', days: 36 }]);
  });

  it('what rules of each year leave closed in a year after this one too', () => {
    const december = Array.from(
      { length: 31 },
      (_, day): Closure => ({ kind: 'yearly', month: 12, day: day + 1 }),
    );
    expect(codes(...december, period('2027-11-25', '2027-11-30'))).toEqual(['closed-too-long']);
  });
});
