/** What stops, delays and redirects the rungs: outages, answers, the Sindaco's rung, deeds, variations (design §3). */
import { describe, expect, it } from 'vitest';
import { DEFAULT_LADDERS } from '../../../domain/obligations/ladder.js';
import { civilDate } from '../../../domain/time/civil-date.js';
import { brief, lived } from './lived.js';
import { done, dueOn, MAYOR, obligation, SECRETARY } from './obligations.js';

const awayFrom =
  (first: string, last: string) =>
  (day: string): boolean =>
    day >= first && day <= last;
/** What is said in a life that begins on the due day, from July on. */
const inJuly = (lines: readonly string[]): string[] => lines.filter((line) => line > '2023-07');
const JULY = { from: '2023-06-30', until: '2023-08-31' };
const forecast = (day: string | null) => (one: ReturnType<typeof obligation>) => ({
  ...one,
  forecast: day === null ? null : civilDate(day),
});

describe('after an outage', () => {
  it('of 20 working days from late-1 on: one notice with late-7 to all, the next day the notice to the Sindaco, in the place of 3 weekly ones', () => {
    const { notices, passedOver } = lived([obligation()], {
      ...JULY,
      away: awayFrom('2023-07-03', '2023-07-28'),
    });
    expect(notices.slice(1)).toEqual([
      '2023-07-31 head:A late-7',
      '2023-07-31 secretary late-7',
      '2023-08-01 head:A late-8',
      '2023-08-01 mayor late-8',
      '2023-08-07 head:A weekly-4',
    ]);
    expect(inJuly(passedOver)).toEqual([
      '2023-07-31 head:A late-1 no-round',
      '2023-07-31 head:A late-3 no-round',
      '2023-08-01 head:A weekly-1 no-round',
      '2023-08-01 head:A weekly-2 no-round',
      '2023-08-01 head:A weekly-3 no-round',
    ]);
  });

  it('of 20 working days before the due date: one notice with the highest rung that is due', () => {
    const { notices, passedOver } = lived([obligation()], {
      until: '2023-06-30',
      away: awayFrom('2023-05-29', '2023-06-27'),
    });
    expect(brief(notices)).toEqual(['06-28 three-days', '06-30 due-day']);
    expect(passedOver).toEqual([
      '2023-06-28 head:A first-notice no-round',
      '2023-06-28 head:A ten-days no-round',
    ]);
  });

  it.each([
    [
      'late-3: it goes out the day after',
      '2023-07-05',
      ['07-03 late-1', '07-06 late-3', '07-11 secretary late-7'],
    ],
    [
      'late-7: late-8 waits for it, a day each',
      '2023-07-11',
      ['07-12 secretary late-7', '07-13 late-8', '07-13 mayor late-8', '07-17 weekly-1'],
    ],
    [
      'late-8: the day after, late-7 having been given',
      '2023-07-12',
      ['07-11 secretary late-7', '07-13 late-8', '07-13 mayor late-8', '07-17 weekly-1'],
    ],
    [
      'a day without a rung: nothing changes',
      '2023-07-06',
      ['07-05 late-3', '07-11 secretary late-7', '07-12 late-8'],
    ],
  ])('of the one day of %s', (_, day, expected) => {
    const { notices } = lived([obligation()], { ...JULY, away: awayFrom(day, day) });
    const said = brief(notices);
    const first = said.indexOf(expected[0] ?? '');
    expect(said.slice(first, first + expected.length)).toEqual(expected);
    expect(new Set(notices).size).toBe(notices.length);
  });

  it('of the two days of late-7 and late-8: they come on the two days after it', () => {
    const { notices } = lived([obligation()], { ...JULY, away: awayFrom('2023-07-11', '2023-07-12') });
    expect(brief(notices).slice(3, 6)).toEqual([
      '07-13 secretary late-7',
      '07-14 late-8',
      '07-14 mayor late-8',
    ]);
  });

  it('from the due day to the end of the ladder: late-7 and the next day the notice to owner and Sindaco, the last', () => {
    const { notices } = lived([obligation()], { ...JULY, away: awayFrom('2023-06-30', '2023-08-10') });
    expect(brief(notices)).toEqual([
      '08-11 late-7',
      '08-11 secretary late-7',
      '08-14 late-8',
      '08-14 mayor late-8',
    ]);
  });

  it('a before-start line comes on the first round held', () => {
    const before = obligation({ term: dueOn('2023-01-01'), startDay: civilDate('2023-01-01') });
    expect(brief(lived([before], { away: awayFrom('2023-01-01', '2023-01-08') }).notices)).toEqual([
      '01-09 before-start',
    ]);
  });
});

describe('an answer "in corso" with a forecast', () => {
  it('suspends the late rungs until the first working day after it, then they go on from the highest due', () => {
    const { notices, passedOver } = lived([obligation()], {
      ...JULY,
      until: '2023-07-21',
      deeds: { '2023-07-04': forecast('2023-07-07') },
    });
    expect(brief(notices).slice(1)).toEqual([
      '07-03 late-1',
      '07-10 late-3',
      '07-11 secretary late-7',
      '07-12 late-8',
      '07-12 mayor late-8',
      '07-17 weekly-1',
    ]);
    expect(inJuly(passedOver)).toEqual([]);
  });

  it('that outlasts several rungs passes them over as explained', () => {
    const { notices, passedOver } = lived([obligation()], {
      ...JULY,
      until: '2023-07-20',
      deeds: { '2023-07-04': forecast('2023-07-16') },
    });
    expect(brief(notices).slice(2, 4)).toEqual(['07-17 late-7', '07-17 secretary late-7']);
    expect(inJuly(passedOver)[0]).toBe('2023-07-17 head:A late-3 explained');
  });

  it('renewed while it lasts goes on suspending', () => {
    const { notices } = lived([obligation()], {
      ...JULY,
      until: '2023-07-31',
      deeds: { '2023-07-04': forecast('2023-07-14'), '2023-07-14': forecast('2023-07-28') },
    });
    expect(brief(notices).slice(1)).toEqual(['07-03 late-1', '07-31 late-7', '07-31 secretary late-7']);
  });

  it('given before the due date suspends no reminder', () => {
    const { notices } = lived([obligation()], {
      until: '2023-07-20',
      deeds: { '2023-06-01': forecast('2023-07-14') },
    });
    expect(brief(notices).slice(1, 4)).toEqual(['06-16 ten-days', '06-27 three-days', '06-30 due-day']);
    expect(brief(notices)[4]).toBe('07-17 late-7');
  });
});

describe('the Sindaco', () => {
  it('is not told of what the Segretario held back, and the weekly rungs go on', () => {
    const { notices } = lived([obligation()], {
      ...JULY,
      deeds: { '2023-07-11': (one) => ({ ...one, heldBack: true }) },
    });
    expect(brief(notices).slice(3)).toEqual([
      '07-11 secretary late-7',
      '07-17 weekly-1',
      '07-24 weekly-2',
      '07-31 weekly-3',
      '08-07 weekly-4',
    ]);
  });

  it('of a town without that rung is never told: no late-7, and late-8 to the owner alone', () => {
    const milestone = { ...DEFAULT_LADDERS.milestone, mayor: { on: false, act: null } };
    const { notices } = lived([obligation()], { ...JULY, ladders: { ...DEFAULT_LADDERS, milestone } });
    expect(brief(notices).slice(2, 5)).toEqual(['07-05 late-3', '07-12 late-8', '07-17 weekly-1']);
  });

  it('as owner is told once, as owner', () => {
    const { notices } = lived([obligation({ owner: MAYOR })], { ...JULY, until: '2023-07-14' });
    expect(notices.slice(-2)).toEqual(['2023-07-11 secretary late-7', '2023-07-12 mayor late-8']);
  });

  it('is told of what the Segretario owes, the day after the Segretario was warned', () => {
    const { notices } = lived([obligation({ owner: SECRETARY })], { ...JULY, until: '2023-07-14' });
    expect(notices.slice(-3)).toEqual([
      '2023-07-11 secretary late-7',
      '2023-07-12 secretary late-8',
      '2023-07-12 mayor late-8',
    ]);
  });
});

describe('what cancels and what re-arms', () => {
  it.each([
    ['before anything was said', '2023-05-30', 0],
    ['on the day of a rung, before its round', '2023-06-27', 2],
    ['on the due day', '2023-06-30', 3],
    ['late, before the Segretario was warned', '2023-07-10', 6],
    ['between late-7 and late-8', '2023-07-12', 7],
  ])('done %s (%s): nothing after it', (_, day, said) => {
    const { notices } = lived([obligation()], { deeds: { [day]: done(day) } });
    expect(notices).toHaveLength(said);
  });

  it('done and open again, it goes on from where it was', () => {
    const { notices } = lived([obligation()], {
      ...JULY,
      until: '2023-07-10',
      deeds: {
        '2023-07-03': done('2023-07-03'),
        '2023-07-06': (one) => ({ ...one, state: 'open', doneOn: null }),
      },
    });
    expect(brief(notices)).toEqual(['06-30 due-day', '07-06 late-3']);
  });

  it('a later date by an act is a new version: its rungs all fire again, from the day of the act', () => {
    const { notices } = lived([obligation()], {
      until: '2023-08-02',
      deeds: {
        '2023-06-20': (one) => ({
          ...one,
          version: 2,
          term: dueOn('2023-07-31'),
          startDay: civilDate('2023-06-20'),
        }),
      },
    });
    expect(brief(notices)).toEqual([
      '05-31 first-notice',
      '06-16 ten-days',
      '06-30 first-notice',
      '07-17 ten-days',
      '07-26 three-days',
      '07-31 due-day',
      '08-01 late-1',
    ]);
  });

  it('an earlier date by an act of Tuesday 20 June sends on the 21st only the highest', () => {
    const { notices } = lived([obligation()], {
      until: '2023-06-27',
      deeds: {
        '2023-06-20': (one) => ({
          ...one,
          version: 2,
          term: dueOn('2023-06-25'),
          startDay: civilDate('2023-06-20'),
        }),
      },
    });
    expect(brief(notices).slice(2)).toEqual(['06-21 three-days', '06-23 due-day', '06-26 late-1']);
  });

  it('a late one given to another owner warns the Segretario anew before the Sindaco', () => {
    const { notices } = lived([obligation()], {
      ...JULY,
      until: '2023-07-14',
      deeds: { '2023-07-12': (one) => ({ ...one, version: 2, owner: { role: 'head', sector: 'B' } }) },
    });
    expect(notices.slice(4)).toEqual([
      '2023-07-12 head:B late-7',
      '2023-07-12 secretary late-7',
      '2023-07-13 head:B late-8',
      '2023-07-13 mayor late-8',
    ]);
  });
});
