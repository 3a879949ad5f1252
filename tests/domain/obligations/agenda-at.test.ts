/** The agenda by the town's clock (design §4): slot, makeup until 17:00, the next instant. */
import { describe, expect, it } from 'vitest';
import { agendaOfDay } from '../../../domain/obligations/agenda.js';
import {
  type Agenda,
  agenda,
  nextRoundSlot,
  roundDayAt,
  type TownRounds,
} from '../../../domain/obligations/agenda-at.js';
import { agendaFacts } from '../../../domain/obligations/agenda-facts.js';
import { DEFAULT_LADDERS } from '../../../domain/obligations/ladder.js';
import type { Obligation } from '../../../domain/obligations/obligation.js';
import { civilDate } from '../../../domain/time/civil-date.js';
import { type Instant, instant } from '../../../domain/time/instant.js';
import { roundWindow } from '../../../domain/time/round-slot.js';
import { instantAt } from '../../../domain/time/zone.js';
import { ITALY } from './lived.js';
import { done, dueOn, obligation } from './obligations.js';

const ROME = 'Europe/Rome';
const TOWN = 'caluso';
const day = civilDate;
const slot = (on: string): Instant => roundWindow(TOWN, day(on), ROME).slot;
const clock = (on: string, hour: number, minute = 0): Instant => instantAt(day(on), hour * 60 + minute, ROME);

function ask(
  asOf: Instant,
  over: Partial<TownRounds> = {},
  obligations: readonly Obligation[] = [obligation()],
): Agenda {
  const facts = agendaFacts(obligations, new Map(), DEFAULT_LADDERS, ITALY);
  return agenda(facts, { town: TOWN, zone: ROME, lastRound: null, askedOn: null, ...over }, asOf);
}
const said = ({ day: on, due }: Agenda): string[] => due.map(({ rung }) => `${on} ${rung}`);

describe('on 31 May, the day of first-notice', () => {
  it('before the slot nothing is to be said, and the slot is next', () => {
    expect(ask(clock('2023-05-31', 7))).toMatchObject({ day: null, due: [], next: slot('2023-05-31') });
    expect(ask(instant(slot('2023-05-31') - 1))).toMatchObject({ day: null, next: slot('2023-05-31') });
  });

  it.each([
    ['at the slot', slot('2023-05-31')],
    ['late in the morning, made up', clock('2023-05-31', 11)],
    ['a minute before 17:00, made up', clock('2023-05-31', 16, 59)],
  ])('%s the round is to be held, and ten-days is next', (_, asOf) => {
    const now = ask(asOf);
    expect(said(now)).toEqual(['2023-05-31 first-notice']);
    expect(now.next).toBe(slot('2023-06-16'));
  });

  it('a town that chose 10:00 has it then, and is woken then on the days after', () => {
    const chosen = { sendsAt: 600 };
    expect(ask(clock('2023-05-31', 9, 59), chosen)).toMatchObject({
      day: null,
      next: clock('2023-05-31', 10),
    });
    const now = ask(clock('2023-05-31', 10), chosen);
    expect(said(now)).toEqual(['2023-05-31 first-notice']);
    expect(now.next).toBe(clock('2023-06-16', 10));
  });

  it('from 17:00 it is too late: the next working day', () => {
    expect(ask(clock('2023-05-31', 17))).toMatchObject({ day: null, due: [], next: slot('2023-06-01') });
    expect(said(ask(slot('2023-06-01')))).toEqual(['2023-06-01 first-notice']);
  });

  it('once the round was held there is no second one, and next is a later day', () => {
    const held = ask(clock('2023-05-31', 11), { lastRound: day('2023-05-31') });
    expect(held).toMatchObject({ day: null, due: [], next: slot('2023-06-01') });
  });

  it('asking again after the notice was recorded says nothing more', () => {
    const fired = new Map([
      [
        'o1',
        [
          {
            obligation: 'o1',
            version: 1,
            rung: 'first-notice' as const,
            recipient: 'head:A',
            day: day('2023-05-31'),
          },
        ],
      ],
    ]);
    const facts = agendaFacts([obligation()], fired, DEFAULT_LADDERS, ITALY);
    expect(agendaOfDay(facts, day('2023-05-31')).due).toEqual([]);
  });
});

describe('other days', () => {
  it.each([
    ['a working day with nothing to say', slot('2023-05-30'), slot('2023-05-31')],
    ['a Sunday', clock('2023-06-25', 8), slot('2023-06-26')],
    ['a holiday before a holiday bridge', clock('2023-06-02', 12), slot('2023-06-05')],
  ])('%s: no round, the next slot', (_, asOf, next) => {
    expect(ask(asOf)).toMatchObject({ day: null, due: [], next });
  });

  it('with everything said and done there is no next', () => {
    expect(ask(slot('2023-05-31'), {}, [done('2023-05-30')(obligation())]).next).toBeNull();
    expect(ask(slot('2023-05-31'), {}, []).next).toBeNull();
  });

  it('a last round in the future of a clock put back holds today’s', () => {
    expect(ask(slot('2023-05-31'), { lastRound: day('2023-06-01') })).toMatchObject({
      day: null,
      next: slot('2023-06-01'),
    });
  });

  it('throws when a closed day is asked for by itself', () => {
    const facts = agendaFacts([obligation()], new Map(), DEFAULT_LADDERS, ITALY);
    expect(() => agendaOfDay(facts, day('2023-07-01'))).toThrow('2023-07-01 is not a working day');
  });
});

describe('"Invia ora", asked on 31 May', () => {
  const askedOn = day('2023-05-31');
  it.each([
    ['before the slot', clock('2023-05-31', 6)],
    ['after 17:00', clock('2023-05-31', 20)],
  ])('%s holds the round of that day at once', (_, asOf) => {
    const now = ask(asOf, { askedOn });
    expect(said(now)).toEqual(['2023-05-31 first-notice']);
    expect(now.next).toBe(slot('2023-06-16'));
  });

  it.each([
    ['when its round was held', clock('2023-05-31', 20), { askedOn, lastRound: askedOn }],
    ['the day after, before the slot', clock('2023-06-01', 6), { askedOn }],
    ['on a Sunday', clock('2023-06-25', 10), { askedOn: day('2023-06-25') }],
  ])('holds none %s', (_, asOf, over) => {
    expect(ask(asOf, over)).toMatchObject({ day: null, due: [] });
  });
});

describe('the days of rounds, whatever there is to say', () => {
  const rounds: TownRounds = { town: TOWN, zone: ROME, lastRound: null, askedOn: null };
  it.each([
    ['before the slot, today’s', clock('2023-05-30', 6), {}, null, '2023-05-30'],
    ['at the slot, today now and tomorrow next', slot('2023-05-30'), {}, '2023-05-30', '2023-05-31'],
    ['once held, tomorrow', clock('2023-05-30', 12), { lastRound: day('2023-05-30') }, null, '2023-05-31'],
    ['after 17:00 before a holiday, Monday', clock('2023-06-01', 17), {}, null, '2023-06-05'],
    ['on a Saturday, Monday', clock('2023-06-03', 9), {}, null, '2023-06-05'],
  ])('%s', (_, asOf, over, now, next) => {
    expect(roundDayAt({ ...rounds, ...over }, ITALY, asOf)).toBe(now);
    expect(nextRoundSlot({ ...rounds, ...over }, ITALY, asOf)).toBe(slot(next));
  });
});

describe('around the nights of the clock change', () => {
  it.each([
    ['short', '2026-03-29', '2026-03-30'],
    ['long', '2026-10-25', '2026-10-26'],
  ])(
    'the %s one: due on its Sunday, late-1 leaves on Monday at the town’s usual minute',
    (_, sunday, monday) => {
      const one = obligation({ year: 2026, term: dueOn(sunday), startDay: day('2026-01-01') });
      const asked = ask(clock(sunday, 0, 30), {}, [one]);
      expect(asked.next).toBe(slot(monday));
      expect(said(ask(slot(monday), {}, [one]))).toEqual([`${monday} late-1`]);
    },
  );
});
