/** The Segretario's weekly summary: its days, its lines, its counts (design §3). */
import { describe, expect, it } from 'vitest';
import { agendaFacts } from '../../../domain/obligations/agenda-facts.js';
import { DEFAULT_LADDERS } from '../../../domain/obligations/ladder.js';
import type { Fired, FiredRung } from '../../../domain/obligations/notice.js';
import { type Obligation, roleKey } from '../../../domain/obligations/obligation.js';
import { type LastPosted, noAnswer, recurrenceCounts } from '../../../domain/obligations/summary-facts.js';
import { addDays, civilDate } from '../../../domain/time/civil-date.js';
import { DEFAULT_CLOSURES } from '../../../domain/time/closures.js';
import { workingCalendar } from '../../../domain/time/working-calendar.js';
import { ITALY, lived } from './lived.js';
import { done, dueOn, external, HEAD_A, HEAD_B, obligation } from './obligations.js';

const day = civilDate;
/** `07-10` of each summary that has a line of it. */
const summariesOf = (one: Obligation, life: Parameters<typeof lived>[1] = {}): string[] =>
  lived([one], life).summary.map((line) => line.slice(5, 10));

describe('what is late', () => {
  it('stands in the first summary on a later day than its late-1, itself a Monday, then weekly to 31 December', () => {
    const days = summariesOf(obligation());
    expect(days.slice(0, 3)).toEqual(['07-10', '07-17', '07-24']);
    // Christmas and Saint Stephen fall on Monday and Tuesday: the last week begins on Wednesday 27.
    expect(days.slice(-2)).toEqual(['12-18', '12-27']);
    expect(days).toHaveLength(25);
  });

  it('with late-1 on a Tuesday stands in the summary of the Monday after', () => {
    expect(summariesOf(obligation({ term: dueOn('2023-07-03') }))[0]).toBe('07-10');
  });

  it('with late-1 on Friday stands in the one of the Monday three days later', () => {
    expect(summariesOf(obligation({ term: dueOn('2023-07-06') }))[0]).toBe('07-10');
  });

  it('has no summary in a week wholly closed', () => {
    const closed = { kind: 'days', from: day('2023-08-14'), to: day('2023-08-20') } as const;
    const calendar = workingCalendar([...DEFAULT_CLOSURES, closed]);
    const august = summariesOf(obligation(), { calendar }).filter((one) => one.startsWith('08'));
    expect(august).toEqual(['08-07', '08-21', '08-28']);
  });

  it('leaves it once done, and stays in it while explained', () => {
    expect(summariesOf(obligation(), { deeds: { '2023-07-18': done('2023-07-18') } })).toEqual([
      '07-10',
      '07-17',
    ]);
    expect(summariesOf(obligation({ forecast: day('2023-08-31') })).slice(0, 2)).toEqual(['07-10', '07-17']);
  });

  it('is not in it when due on 30 December: its first summary would be in January', () => {
    expect(summariesOf(obligation({ term: dueOn('2023-12-30') }))).toEqual([]);
  });

  it('missed by an outage of that Monday is not made up for on Tuesday', () => {
    const days = summariesOf(obligation(), { until: '2023-07-31', away: (one) => one === '2023-07-17' });
    expect(days).toEqual(['07-10', '07-24', '07-31']);
  });
});

describe('external terms that nobody has dated', () => {
  it('stand in it on the first working day of each month until December, whatever the weekday', () => {
    expect(summariesOf(obligation({ term: external('bando') }))).toEqual([
      '01-02',
      '02-01',
      '03-01',
      '04-03',
      '05-02',
      '06-01',
      '07-03',
      '08-01',
      '09-01',
      '10-02',
      '11-02',
      '12-01',
    ]);
  });

  it('of a plan of 2 May begin on 1 June', () => {
    const one = obligation({ term: external(null), startDay: day('2023-05-02') });
    expect(summariesOf(one)[0]).toBe('06-01');
  });

  it('once dated leave it', () => {
    const deeds = { '2023-02-10': (one: Obligation) => ({ ...one, term: dueOn('2023-12-15'), version: 2 }) };
    expect(summariesOf(obligation({ term: external('bando') }), { deeds, until: '2023-12-15' })).toEqual([
      '01-02',
      '02-01',
    ]);
  });

  it('stand beside what is late on a Monday that is also the first of the month', () => {
    const both = [obligation({ id: 'a' }), obligation({ id: 'b', term: external('bando') })];
    const october = lived(both).summary.filter((line) => line.startsWith('2023-10-0'));
    expect(october).toEqual(['2023-10-02 a late', '2023-10-02 b external', '2023-10-09 a late']);
  });
});

describe('who has not answered', () => {
  const ON = day('2023-07-10');
  const notice = (id: string, on: string): FiredRung => ({
    obligation: id,
    version: 1,
    rung: 'first-notice',
    recipient: 'head:A',
    day: day(on),
  });
  const silentOf = (
    obligations: readonly Obligation[],
    fired: Fired,
    posted: LastPosted = new Map(),
  ): string[] =>
    noAnswer(agendaFacts(obligations, fired, DEFAULT_LADDERS, ITALY), posted, ON).map(
      ({ owner, count }) => `${roleKey(owner)} ${count}`,
    );
  const late = obligation({ id: 'late' });
  const told: Fired = new Map([['late', [notice('late', '2023-05-31')]]]);

  it.each([
    ['posted nothing', new Map(), ['head:A 1']],
    ['posted before the first notice', new Map([['head:A', day('2023-05-30')]]), ['head:A 1']],
    ['posted on the day of the first notice', new Map([['head:A', day('2023-05-31')]]), []],
    ['posted after it', new Map([['head:A', day('2023-07-01')]]), []],
  ])('a head who %s', (_, posted, expected) => {
    expect(silentOf([late], told, posted)).toEqual(expected);
  });

  it.each([
    ['due within ten working days', obligation({ id: 'late', term: dueOn('2023-07-24') }), ['head:A 1']],
    ['due in eleven', obligation({ id: 'late', term: dueOn('2023-07-25') }), []],
    ['done', done('2023-07-01')(late), []],
  ])('of something %s', (_, one, expected) => {
    expect(silentOf([one], told)).toEqual(expected);
  });

  it('of something of which no notice was given nobody could answer', () => {
    expect(silentOf([late], new Map())).toEqual([]);
  });

  it('are counted by role, the most silent first', () => {
    const obligations = [
      obligation({ id: 'a', owner: HEAD_A }),
      obligation({ id: 'b', owner: HEAD_B }),
      obligation({ id: 'c', owner: HEAD_B }),
    ];
    const fired: Fired = new Map(['a', 'b', 'c'].map((id) => [id, [notice(id, '2023-05-31')]]));
    expect(silentOf(obligations, fired)).toEqual(['head:B 2', 'head:A 1']);
  });
});

describe('"6 di 10 confermate"', () => {
  /** Occurrences on the last of each month; `confirmed` of them are done. */
  const monthly = (months: number, confirmed: number): Obligation[] =>
    Array.from({ length: months }, (_, index) => {
      const due = dueOn(addDays(day(`2023-${String(index + 2).padStart(2, '0')}-01`), -1));
      const one = obligation({ id: `m${index}`, term: due, recurrence: { id: 'r', frequent: true } });
      return index < confirmed ? done('2023-01-31')(one) : one;
    });

  it('counts the occurrences whose day has come, today included, the confirmed ones and all', () => {
    expect(recurrenceCounts(monthly(10, 6), day('2023-08-31'))).toMatchObject([
      { confirmed: 6, come: 8, total: 10 },
    ]);
  });

  it('says nothing of a recurrence of which no day has come', () => {
    expect(recurrenceCounts(monthly(10, 0), day('2023-01-30'))).toEqual([]);
  });

  it('does not count what an act has replaced, nor what does not recur', () => {
    const [first, ...rest] = monthly(3, 0);
    if (!first) throw new Error('no occurrence');
    const obligations: Obligation[] = [{ ...first, state: 'superseded' }, ...rest, obligation()];
    expect(recurrenceCounts(obligations, day('2023-12-31'))).toMatchObject([
      { confirmed: 0, come: 2, total: 2 },
    ]);
  });

  it('keeps two recurrences apart', () => {
    const other = monthly(2, 2).map((one) => ({ ...one, recurrence: { id: 's', frequent: true } }));
    expect(recurrenceCounts([...monthly(3, 1), ...other], day('2023-12-31'))).toMatchObject([
      { confirmed: 1, total: 3 },
      { confirmed: 2, total: 2 },
    ]);
  });
});
