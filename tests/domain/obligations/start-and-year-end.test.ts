/** When notices begin, and what the end of the year leaves of the ladder (design §3). */
import { describe, expect, it } from 'vitest';
import { isBeforeStart, noticesFrom } from '../../../domain/obligations/rung-days.js';
import { type CivilDate, civilDate } from '../../../domain/time/civil-date.js';
import { brief, ITALY, lived } from './lived.js';
import { dueOn, external, implicit, obligation } from './obligations.js';

const day = civilDate;
/** Its notices, when the plan starts on `startDay`. */
const noticesOf = (due: string, startDay: string, opens: CivilDate | null = null): string[] =>
  brief(
    lived([obligation({ term: dueOn(due), startDay: day(startDay), opens })], { from: startDay }).notices,
  );

describe('the start day', () => {
  it('a plan of Friday 28 April begins to tell on Tuesday 2 May, the first working day after it', () => {
    expect(noticesFrom(obligation({ startDay: day('2023-04-28') }), ITALY)).toBe('2023-05-02');
  });

  it('a plan approved on a Saturday begins on Monday', () => {
    expect(noticesFrom(obligation({ startDay: day('2023-07-01') }), ITALY)).toBe('2023-07-03');
  });

  it('what is due the day before notices begin makes one before-start line and never goes further', () => {
    expect(noticesOf('2023-05-01', '2023-04-28')).toEqual(['05-02 before-start']);
  });

  it('it is never in the summary', () => {
    const late = obligation({ term: dueOn('2023-05-01'), startDay: day('2023-04-28') });
    expect(lived([late]).summary).toEqual([]);
  });

  it('what is due on the first day of notices has the ladder and sends that day only due-day', () => {
    const begun = obligation({ term: dueOn('2023-05-02'), startDay: day('2023-04-28') });
    const { notices, passedOver } = lived([begun], { until: '2023-05-04' });
    expect(brief(notices)).toEqual(['05-02 due-day', '05-03 late-1']);
    expect(passedOver).toEqual([
      '2023-05-02 head:A first-notice before-notices',
      '2023-05-02 head:A ten-days before-notices',
      '2023-05-02 head:A three-days before-notices',
    ]);
  });

  it.each([
    ['Sunday 30 April is before it', '2023-04-30', true],
    ['1 May, a holiday, is before it', '2023-05-01', true],
    ['Tuesday 2 May is not', '2023-05-02', false],
  ])('of Friday 28 April: %s', (_, due, before) => {
    const one = obligation({ term: dueOn(due), startDay: day('2023-04-28') });
    expect(isBeforeStart(one, ITALY)).toBe(before);
  });

  it('an occurrence of a recurrence due before it makes nothing', () => {
    const occurrence = obligation({
      term: dueOn('2023-03-31'),
      startDay: day('2023-04-28'),
      recurrence: { id: 'r', frequent: false },
    });
    expect(lived([occurrence])).toMatchObject({ notices: [], passedOver: [], summary: [] });
  });

  it('in the middle of the rungs the highest whose day has come goes first, then the ladder as it is', () => {
    expect(noticesOf('2023-06-30', '2023-06-19').slice(0, 4)).toEqual([
      '06-20 ten-days',
      '06-27 three-days',
      '06-30 due-day',
      '07-03 late-1',
    ]);
  });
});

describe('what opens later', () => {
  it('waits with first-notice until the first working day from its opening, here a Saturday', () => {
    expect(noticesOf('2023-07-31', '2023-01-01', day('2023-07-01')).slice(0, 2)).toEqual([
      '07-03 first-notice',
      '07-17 ten-days',
    ]);
  });

  it('on that day sends only the highest', () => {
    expect(noticesOf('2023-07-10', '2023-01-01', day('2023-07-01')).slice(0, 3)).toEqual([
      '07-03 ten-days',
      '07-05 three-days',
      '07-10 due-day',
    ]);
  });

  it('open on a Saturday and due on the Sunday after it, it begins with late-1 on Monday', () => {
    expect(noticesOf('2023-07-02', '2023-01-01', day('2023-07-01')).slice(0, 2)).toEqual([
      '07-03 late-1',
      '07-05 late-3',
    ]);
  });

  it('changes nothing when it opened before the plan started', () => {
    expect(noticesOf('2023-06-30', '2023-06-19', day('2023-01-01'))).toEqual(
      noticesOf('2023-06-30', '2023-06-19'),
    );
  });
});

describe('the end of the year', () => {
  it('due on 31 December, a Sunday, it has its rungs up to due-day on Friday 29', () => {
    expect(brief(lived([obligation({ term: dueOn('2023-12-31') })]).notices)).toEqual([
      '12-01 first-notice',
      '12-14 ten-days',
      '12-27 three-days',
      '12-29 due-day',
    ]);
  });

  it('due on 30 December it has the whole ladder, into February', () => {
    const { notices } = lived([obligation({ term: dueOn('2023-12-30') })]);
    expect(notices).toHaveLength(13);
    expect(notices.at(-1)).toBe('2024-02-05 head:A weekly-4');
  });

  it('an implicit term has only first-notice', () => {
    expect(brief(lived([obligation({ term: implicit(2023) })]).notices)).toEqual(['12-01 first-notice']);
  });

  it('an implicit term of a plan approved after it says nothing, a written 31 December asks once', () => {
    const startDay = day('2024-01-15');
    expect(lived([obligation({ term: implicit(2023), startDay })]).notices).toEqual([]);
    expect(lived([obligation({ term: dueOn('2023-12-31'), startDay })]).notices).toEqual([
      '2024-01-16 head:A before-start',
    ]);
  });

  it('neither is ever in the summary', () => {
    const both = [
      obligation({ id: 'a', term: implicit(2023) }),
      obligation({ id: 'b', term: dueOn('2023-12-31') }),
    ];
    expect(lived(both).summary).toEqual([]);
  });

  it('a monitoring due on 31 December keeps the whole ladder: it is the one in which the others answer', () => {
    expect(lived([obligation({ kind: 'monitoring', term: dueOn('2023-12-31') })]).notices).toHaveLength(13);
  });
});

describe('what has no rungs', () => {
  it('an external term whose date nobody knows', () => {
    expect(lived([obligation({ term: external('bando') })]).notices).toEqual([]);
  });

  it.each(['done', 'waived', 'superseded'] as const)('what is %s', (state) => {
    const closed = obligation({ state, doneOn: state === 'done' ? day('2023-05-01') : null });
    expect(lived([closed])).toMatchObject({ notices: [], passedOver: [], summary: [] });
  });

  it('an occurrence of a monthly or finer recurrence but due-day and late-3', () => {
    const monthly = obligation({ recurrence: { id: 'r', frequent: true } });
    expect(brief(lived([monthly]).notices)).toEqual(['06-30 due-day', '07-05 late-3']);
    expect(lived([monthly]).summary).toEqual([]);
  });

  it('of a recurrence less than monthly nothing: it has the whole ladder', () => {
    expect(lived([obligation({ recurrence: { id: 'r', frequent: false } })]).notices).toHaveLength(13);
  });

  it('a monthly one due on 31 December has due-day alone', () => {
    const last = obligation({ term: dueOn('2023-12-31'), recurrence: { id: 'r', frequent: true } });
    expect(brief(lived([last]).notices)).toEqual(['12-29 due-day']);
  });
});
