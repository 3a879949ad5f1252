/** What people do can only take notices away, and only their own. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Obligation } from '../../../domain/obligations/obligation.js';
import { addDays, type CivilDate, civilDate } from '../../../domain/time/civil-date.js';
import { calendar, dayBetween, LONG_AFTER, ladders, obligations, outages } from './arbitraries.js';
import { type Given, type Said, saidOver, type Town } from './said-over.js';

const town = fc.record({ obligations, calendar, ladders });
const START = civilDate('2022-12-01');
const runs = { numRuns: 60 };
const text = ({ day, obligation, recipient, rung }: Given): string =>
  `${day} ${obligation} ${recipient} ${rung}`;

/** The same town in which the first obligation changes before the round of a day. */
function changedOn(
  one: Town,
  on: CivilDate,
  away: (day: CivilDate) => boolean,
  change: Partial<Obligation>,
): Said {
  const before = saidOver(one, START, addDays(on, -1), away);
  const [first, ...others] = one.obligations;
  const changed = { ...one, obligations: first ? [{ ...first, ...change }, ...others] : others };
  const after = saidOver(changed, on, LONG_AFTER, away, before.fired);
  return {
    ...after,
    notices: [...before.notices, ...after.notices],
    summary: [...before.summary, ...after.summary],
  };
}
const ofOthers = (lines: readonly string[]): string[] => lines.filter((line) => !line.includes(' o0 '));

describe('what is done, waived or replaced', () => {
  const closing = fc.constantFrom<Partial<Obligation>>(
    { state: 'done', doneOn: civilDate('2023-01-01') },
    { state: 'waived' },
    { state: 'superseded' },
  );

  it('never adds a notice, stops its own from that day on and leaves those of others as they are', () => {
    fc.assert(
      fc.property(town, outages, dayBetween('2022-12-02', '2024-03-31'), closing, (one, away, on, change) => {
        const silent = saidOver(one, START, LONG_AFTER, away);
        const acted = changedOn(one, on, away, change);
        const [all, left] = [silent.notices.map(text), acted.notices.map(text)];
        expect(left.filter((line) => !all.includes(line))).toEqual([]);
        expect(left.filter((line) => line >= on && line.includes(' o0 '))).toEqual([]);
        expect(ofOthers(left)).toEqual(ofOthers(all));
        expect(acted.summary.filter((line) => !silent.summary.includes(line))).toEqual([]);
      }),
      runs,
    );
  });

  it('gives nothing at all when it was so from the beginning', () => {
    fc.assert(
      fc.property(town, closing, (one, change) => {
        const closed = { ...one, obligations: one.obligations.map((each) => ({ ...each, ...change })) };
        expect(saidOver(closed, START, LONG_AFTER)).toMatchObject({
          notices: [],
          passedOver: [],
          summary: [],
        });
      }),
      runs,
    );
  });
});

describe('an answer with a forecast', () => {
  it('lets no late rung of that obligation out before the first working day after it', () => {
    const stretch = fc.tuple(dayBetween('2023-01-10', '2024-02-01'), fc.integer({ min: 0, max: 60 }));
    fc.assert(
      fc.property(town, outages, stretch, (one, away, [on, days]) => {
        const forecast = addDays(on, days);
        const { notices } = changedOn(one, on, away, { forecast });
        const early = notices.filter(
          ({ obligation, day, rung }) =>
            obligation === 'o0' && day >= on && day <= forecast && /^(late|weekly)/.test(rung),
        );
        expect(early).toEqual([]);
      }),
      runs,
    );
  });
});

describe('the order in which a town’s obligations are read', () => {
  it('changes nothing', () => {
    fc.assert(
      fc.property(town, outages, fc.nat(), (one, away, turn) => {
        const at = turn % one.obligations.length;
        const turned = [...one.obligations.slice(at), ...one.obligations.slice(0, at)].reverse();
        const straight = saidOver(one, START, LONG_AFTER, away);
        const mixed = saidOver({ ...one, obligations: turned }, START, LONG_AFTER, away);
        expect(mixed.notices.map(text).sort()).toEqual(straight.notices.map(text).sort());
        expect(mixed.passedOver.map(text).sort()).toEqual(straight.passedOver.map(text).sort());
        expect([...mixed.summary].sort()).toEqual([...straight.summary].sort());
        expect(mixed.days).toEqual(straight.days);
      }),
      runs,
    );
  });
});

describe('an outage', () => {
  it('of any length gives on the first round after it at most one rung of an obligation', () => {
    const stretch = fc.tuple(dayBetween('2023-01-10', '2024-01-31'), fc.integer({ min: 1, max: 120 }));
    fc.assert(
      fc.property(town, stretch, (one, [from, days]) => {
        const to = addDays(from, days);
        const { notices } = saidOver(one, START, LONG_AFTER, (day) => day >= from && day <= to);
        const first = one.calendar.after(to, 1);
        for (const { id } of one.obligations) {
          const rungs = new Set(
            notices.filter((n) => n.day === first && n.obligation === id).map((n) => n.rung),
          );
          expect(rungs.size).toBeLessThanOrEqual(1);
        }
      }),
      runs,
    );
  });

  it('never makes a town say more than it would have said without it', () => {
    fc.assert(
      fc.property(town, outages, (one, away) => {
        const days = (said: Said): number =>
          new Set(said.notices.map((n) => `${n.day} ${n.obligation}`)).size;
        const without = saidOver(one, START, LONG_AFTER);
        const withOutage = saidOver(one, START, LONG_AFTER, away);
        expect(days(withOutage)).toBeLessThanOrEqual(days(without));
      }),
      runs,
    );
  });
});
