/** The default ladder of design §3, line by line, and the days of its rungs around closed days. */
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_LADDER,
  DEFAULT_LADDERS,
  heightOf,
  isLateRung,
  isRung,
  RUNGS,
} from '../../../domain/obligations/ladder.js';
import { rungDays } from '../../../domain/obligations/rung-days.js';
import { civilDate } from '../../../domain/time/civil-date.js';
import { DEFAULT_CLOSURES } from '../../../domain/time/closures.js';
import { workingCalendar } from '../../../domain/time/working-calendar.js';
import { brief, ITALY, lived } from './lived.js';
import { dueOn, obligation } from './obligations.js';

/** `07-11` of every rung but `before-start`, in order of height. */
function daysOf(due: string, calendar = ITALY): string[] {
  const days = rungDays(calendar)(civilDate(due), DEFAULT_LADDER);
  return RUNGS.slice(1).map((rung) => days.get(rung)?.slice(5) ?? 'none');
}

describe('the default ladder', () => {
  it('of what was due on Friday 30 June and nobody answers is these thirteen notices', () => {
    expect(lived([obligation()]).notices).toEqual([
      '2023-05-31 head:A first-notice', // 30 calendar days before
      '2023-06-16 head:A ten-days', // the 10th working day before
      '2023-06-27 head:A three-days', // the 3rd
      '2023-06-30 head:A due-day',
      '2023-07-03 head:A late-1', // the 1st working day after
      '2023-07-05 head:A late-3',
      '2023-07-11 secretary late-7',
      '2023-07-12 head:A late-8',
      '2023-07-12 mayor late-8',
      '2023-07-17 head:A weekly-1', // the four Mondays after the week of late-8
      '2023-07-24 head:A weekly-2',
      '2023-07-31 head:A weekly-3',
      '2023-08-07 head:A weekly-4',
    ]);
  });

  it('passes nothing over while a round happens on every working day', () => {
    expect(lived([obligation()]).passedOver).toEqual([]);
  });

  it('rises in the order in which the design lists its rungs', () => {
    expect(DEFAULT_LADDER.steps.map(({ rung }) => rung)).toEqual([...RUNGS]);
    expect(RUNGS.map(heightOf)).toEqual(RUNGS.map((_, height) => height));
  });

  it('presses for what is late from late-1 on', () => {
    expect(RUNGS.filter(isLateRung)).toEqual(RUNGS.slice(RUNGS.indexOf('late-1')));
  });

  it('knows its rungs by name and no other', () => {
    expect(isRung('late-7')).toBe(true);
    expect(['late-2', '', 'constructor', '__proto__'].filter(isRung)).toEqual([]);
  });

  it('of a question has only a first notice, due-day and late-3, of every other kind all', () => {
    const question = obligation({ kind: 'question' });
    expect(brief(lived([question]).notices)).toEqual(['05-31 first-notice', '06-30 due-day', '07-05 late-3']);
    const { question: short, ...others } = DEFAULT_LADDERS;
    expect(Object.values(others).every((ladder) => ladder === DEFAULT_LADDER)).toBe(true);
    expect(short.steps).toHaveLength(3);
  });
});

describe('days of the rungs: first, ten, three, due, late 1, 3, 7, 8, weekly 1–4', () => {
  it.each([
    [
      'Sunday 30 April 2023, before a holiday',
      '2023-04-30',
      '03-31 04-14 04-26 04-28 05-02 05-04 05-10 05-11 05-15 05-22 05-29 06-05',
    ],
    [
      'Tuesday 25 April 2023, a holiday: the days are counted from it all the same',
      '2023-04-25',
      '03-24 04-11 04-20 04-24 04-26 04-28 05-05 05-08 05-15 05-22 05-29 06-05',
    ],
    [
      'Saturday 30 September 2023',
      '2023-09-30',
      '08-31 09-18 09-27 09-29 10-02 10-04 10-10 10-11 10-16 10-23 10-30 11-06',
    ],
    [
      'New Year 2024, a Monday: due-day goes back over the weekend and Christmas is not counted',
      '2024-01-01',
      '12-01 12-14 12-27 12-29 01-02 01-04 01-10 01-11 01-15 01-22 01-29 02-05',
    ],
    [
      '29 February 2024: the third week begins on the Tuesday after Easter Monday',
      '2024-02-29',
      '01-30 02-15 02-26 02-29 03-01 03-05 03-11 03-12 03-18 03-25 04-02 04-08',
    ],
    [
      'Easter Monday 10 April 2023: the second week begins on Tuesday 2 May',
      '2023-04-10',
      '03-10 03-27 04-05 04-07 04-11 04-13 04-19 04-20 04-24 05-02 05-08 05-15',
    ],
    [
      'Friday 7 July 2023, whose late-8 is a Wednesday',
      '2023-07-07',
      '06-07 06-23 07-04 07-07 07-10 07-12 07-18 07-19 07-24 07-31 08-07 08-14',
    ],
    [
      'Sunday 29 March 2026, the short night',
      '2026-03-29',
      '02-27 03-16 03-25 03-27 03-30 04-01 04-08 04-09 04-13 04-20 04-27 05-04',
    ],
    [
      'Sunday 25 October 2026, the long night',
      '2026-10-25',
      '09-25 10-12 10-21 10-23 10-26 10-28 11-03 11-04 11-09 11-16 11-23 11-30',
    ],
  ])('%s', (_, due, days) => {
    expect(daysOf(due).join(' ')).toBe(days);
  });

  it('a week without a working day gives its rung to the next working day, where only the highest fires', () => {
    const calendar = workingCalendar([
      ...DEFAULT_CLOSURES,
      { kind: 'days', from: civilDate('2023-08-14'), to: civilDate('2023-08-20') },
    ]);
    expect(daysOf('2023-07-21', calendar).slice(-5)).toEqual(['08-02', '08-07', '08-21', '08-21', '08-28']);
    const { notices, passedOver } = lived([obligation({ term: dueOn('2023-07-21') })], { calendar });
    expect(brief(notices).slice(-3)).toEqual(['08-07 weekly-1', '08-21 weekly-3', '08-28 weekly-4']);
    expect(passedOver).toEqual(['2023-08-21 head:A weekly-2 higher-rung']);
  });

  it('of first-notice and ten-days on one day, for a Sunday after weeks closed, only ten-days fires', () => {
    const calendar = workingCalendar([
      ...DEFAULT_CLOSURES,
      { kind: 'days', from: civilDate('2023-08-11'), to: civilDate('2023-08-27') },
    ]);
    const { notices, passedOver } = lived([obligation({ term: dueOn('2023-08-27') })], {
      calendar,
      until: '2023-08-28',
    });
    expect(brief(notices)).toEqual(['07-28 ten-days', '08-08 three-days', '08-10 due-day', '08-28 late-1']);
    expect(passedOver).toEqual(['2023-07-28 head:A first-notice higher-rung']);
  });

  it('a long closure puts ten-days before first-notice, which is then passed over and not forgotten', () => {
    const calendar = workingCalendar([
      ...DEFAULT_CLOSURES,
      { kind: 'days', from: civilDate('2023-01-04'), to: civilDate('2023-01-20') },
    ]);
    expect(daysOf('2023-02-02', calendar).slice(0, 3)).toEqual(['01-03', '01-02', '01-30']);
    const { notices, passedOver } = lived([obligation({ term: dueOn('2023-02-02') })], {
      calendar,
      until: '2023-02-02',
    });
    expect(brief(notices)).toEqual(['01-02 ten-days', '01-30 three-days', '02-02 due-day']);
    expect(passedOver).toEqual(['2023-01-02 head:A first-notice higher-rung']);
  });
});
