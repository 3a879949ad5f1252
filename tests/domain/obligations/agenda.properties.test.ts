/** What holds of the agenda for any town, calendar and outage. fast-check prints the seed of a failure. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agendaOfDay, nextAgendaDay } from '../../../domain/obligations/agenda.js';
import { agenda } from '../../../domain/obligations/agenda-at.js';
import { afterNotices, agendaFacts } from '../../../domain/obligations/agenda-facts.js';
import { heightOf, type Rung } from '../../../domain/obligations/ladder.js';
import { roleKey } from '../../../domain/obligations/obligation.js';
import { addDays, type CivilDate, civilDate } from '../../../domain/time/civil-date.js';
import { instant } from '../../../domain/time/instant.js';
import { civilDateAt } from '../../../domain/time/zone.js';
import { calendar, dayBetween, LONG_AFTER, ladders, obligations, outages } from './arbitraries.js';
import { type Given, type Said, saidOver } from './said-over.js';

const town = fc.record({ obligations, calendar, ladders });
const START = civilDate('2022-12-01');
const runs = { numRuns: 60 };

/** Notices by obligation and recipient, in the order given. */
function byRecipient(notices: readonly Given[]): Map<string, Given[]> {
  const all = new Map<string, Given[]>();
  for (const one of notices) {
    const key = `${one.obligation} ${one.recipient}`;
    all.set(key, [...(all.get(key) ?? []), one]);
  }
  return all;
}

describe('the agenda of any town, with any outages', () => {
  it('gives each rung once to each recipient, higher and higher, on working days only', () => {
    fc.assert(
      fc.property(town, outages, (one, away) => {
        const { notices } = saidOver(one, START, LONG_AFTER, away);
        for (const given of byRecipient(notices).values()) {
          const heights = given.map(({ rung }) => heightOf(rung));
          expect(heights).toEqual([...new Set(heights)].sort((a, b) => a - b));
          expect(given.every(({ day }) => one.calendar.isWorkingDay(day) && !away(day))).toBe(true);
        }
      }),
      runs,
    );
  });

  it('gives of one obligation one rung a day, to whomever', () => {
    fc.assert(
      fc.property(town, outages, (one, away) => {
        const rungs = new Map<string, Set<Rung>>();
        for (const { day, obligation, rung } of saidOver(one, START, LONG_AFTER, away).notices) {
          const key = `${day} ${obligation}`;
          rungs.set(key, (rungs.get(key) ?? new Set()).add(rung));
        }
        expect([...rungs.values()].filter((all) => all.size > 1)).toEqual([]);
      }),
      runs,
    );
  });

  it('skips no rung in silence: each is given, passed over with a reason or, cut short anywhere, still to come', () => {
    fc.assert(
      fc.property(town, outages, dayBetween('2023-01-01', '2024-06-30'), (one, away, cut) => {
        const said = saidOver(one, START, cut, away);
        const rest = saidOver(one, addDays(cut, 1), LONG_AFTER, () => false, said.fired);
        const accounted = new Set(
          [said, rest]
            .flatMap(({ notices, passedOver }) => [...notices, ...passedOver])
            .map((n) => `${n.obligation} ${n.recipient} ${n.rung}`),
        );
        const facts = agendaFacts(one.obligations, said.fired, one.ladders, one.calendar);
        for (const { obligation, rungs } of facts.schedule) {
          for (const { rung, to } of rungs) {
            if (rung === 'late-8' && obligation.heldBack) continue;
            for (const recipient of to) {
              const key = `${obligation.id} ${roleKey(recipient)} ${rung}`;
              expect(accounted.has(key), key).toBe(true);
            }
          }
        }
      }),
      runs,
    );
  });

  it('tells the Sindaco only after the Segretario was warned on an earlier working day', () => {
    fc.assert(
      fc.property(town, outages, (one, away) => {
        const { notices } = saidOver(one, START, LONG_AFTER, away);
        for (const { obligation, recipient, day } of notices) {
          const { owner } = one.obligations.find(({ id }) => id === obligation) ?? {};
          if (recipient !== 'mayor' || owner === undefined || owner.role === 'mayor') continue;
          const warned = notices.find((n) => n.obligation === obligation && n.rung === 'late-7');
          expect(warned !== undefined && warned.day < day).toBe(true);
        }
      }),
      runs,
    );
  });

  it('said again on the same day, after what it gave was recorded, says nothing', () => {
    fc.assert(
      fc.property(town, dayBetween('2023-01-01', '2024-02-28'), (one, at) => {
        const day = one.calendar.onOrAfter(at);
        const facts = agendaFacts(one.obligations, new Map(), one.ladders, one.calendar);
        const after = afterNotices(facts, agendaOfDay(facts, day).due, day);
        expect(agendaOfDay(after, day)).toMatchObject({ due: [], passedOver: [] });
      }),
      runs,
    );
  });
});

describe('when to look again', () => {
  it('is a later working day, and jumping from one to the next says what stepping day by day says', () => {
    fc.assert(
      fc.property(town, (one) => {
        const stepped = saidOver(one, START, LONG_AFTER);
        let facts = agendaFacts(one.obligations, new Map(), one.ladders, one.calendar);
        const jumped: Said['all'][number][] = [];
        const days: CivilDate[] = [];
        for (
          let day = nextAgendaDay(facts, START);
          day !== null && day <= LONG_AFTER;
          day = nextAgendaDay(facts, day)
        ) {
          expect(one.calendar.isWorkingDay(day) && day > (days.at(-1) ?? START)).toBe(true);
          const { due, summary } = agendaOfDay(facts, day);
          days.push(day);
          jumped.push(...due.map((n) => `${n.obligation.id} ${roleKey(n.recipient)} ${n.rung}`));
          expect(due.length + summary.length, `nothing to say on ${day}`).toBeGreaterThan(0);
          facts = afterNotices(facts, due, day);
        }
        expect(jumped).toEqual(stepped.all);
        expect(days).toEqual(stepped.days);
      }),
      runs,
    );
  });

  it('by the clock is after asOf, on a working day, whatever the hour and the last round', () => {
    const moment = fc.integer({ min: Date.parse('2022-12-01'), max: Date.parse('2024-03-01') });
    const day = fc.option(dayBetween('2022-12-01', '2024-03-01'));
    fc.assert(
      fc.property(town, moment, day, day, (one, at, lastRound, askedOn) => {
        const facts = agendaFacts(one.obligations, new Map(), one.ladders, one.calendar);
        const asked = agenda(facts, { town: 'any', zone: 'Europe/Rome', lastRound, askedOn }, instant(at));
        if (asked.next === null) return;
        expect(asked.next).toBeGreaterThan(at);
        expect(one.calendar.isWorkingDay(civilDateAt(asked.next, 'Europe/Rome'))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
