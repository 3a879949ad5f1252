import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, civilDate } from '../../../domain/time/civil-date.js';
import {
  alertInstant,
  registerInstant,
  roundWindow,
  SENDING_MINUTES,
  stableHash,
} from '../../../domain/time/round-slot.js';
import { civilDateAt, minuteOfDayAt } from '../../../domain/time/zone.js';

const ROME = 'Europe/Rome';
const HALF_PAST_SEVEN = 7 * 60 + 30;
const DAYS = ['2026-01-15', '2026-03-29', '2026-03-30', '2026-07-15', '2026-10-25', '2026-10-26'].map(
  civilDate,
);

describe('the round of a town', () => {
  it('is due from 07:30 to 08:59 by the town’s clock, in both seasons and after both nights of the change', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.constantFrom(...DAYS), (town, day) => {
        const { slot, until } = roundWindow(town, day, ROME);
        const minute = minuteOfDayAt(slot, ROME);
        expect(minute).toBeGreaterThanOrEqual(HALF_PAST_SEVEN);
        expect(minute).toBeLessThan(9 * 60);
        expect(civilDateAt(slot, ROME)).toBe(day);
        expect([civilDateAt(until, ROME), minuteOfDayAt(until, ROME)]).toEqual([day, 17 * 60]);
      }),
    );
  });

  it('is at the same minute of the town’s clock on every day', () => {
    const minutes = DAYS.map((day) => minuteOfDayAt(roundWindow('caluso', day, ROME).slot, ROME));
    expect(new Set(minutes).size).toBe(1);
  });

  it('is at the minute that the town chose, from 07:30 to 12:00, with the same end', () => {
    for (const minute of [SENDING_MINUTES.first, 8 * 60 + 30, SENDING_MINUTES.last]) {
      for (const day of DAYS) {
        const { slot, until } = roundWindow('caluso', day, ROME, minute);
        expect([civilDateAt(slot, ROME), minuteOfDayAt(slot, ROME)]).toEqual([day, minute]);
        expect(until).toBe(roundWindow('caluso', day, ROME).until);
      }
    }
    expect([SENDING_MINUTES.first, SENDING_MINUTES.last]).toEqual([HALF_PAST_SEVEN, 12 * 60]);
  });

  it('is spread: 3,000 towns take each of the 90 minutes, none more than three times its share', () => {
    const perMinute = new Map<number, number>();
    for (let town = 0; town < 3000; town++) {
      const minute = stableHash(`00000000-0000-4000-8000-${String(town).padStart(12, '0')}`) % 90;
      perMinute.set(minute, (perMinute.get(minute) ?? 0) + 1);
    }
    expect(perMinute.size).toBe(90);
    expect(Math.max(...perMinute.values())).toBeLessThan(100);
  });

  it('has a hash that does not change with the machine or the version (FNV-1a, its published values)', () => {
    expect([stableHash(''), stableHash('a'), stableHash('foobar')]).toEqual([
      0x811c9dc5, 0xe40c292c, 0xbf9cf968,
    ]);
  });
});

describe('nothing between 00:30 and 04:00', () => {
  it('neither rounds, nor alerts at 15:00, nor the register at 04:00–05:59, on any of the 365 days of 2026', () => {
    for (let day = civilDate('2026-01-01'); day <= civilDate('2026-12-31'); day = addDays(day, 1)) {
      for (const id of ['a', 'b', 'c', 'd', 'e']) {
        const moments = [
          roundWindow(id, day, ROME).slot,
          alertInstant(day, ROME),
          registerInstant(id, day, ROME),
        ];
        const [round, alert, register] = moments.map((moment) => minuteOfDayAt(moment, ROME));
        expect(round).toBeGreaterThanOrEqual(HALF_PAST_SEVEN);
        expect(alert).toBe(15 * 60);
        expect(register).toBeGreaterThanOrEqual(4 * 60);
        expect(register).toBeLessThan(6 * 60);
        expect(moments.map((moment) => civilDateAt(moment, ROME))).toEqual([day, day, day]);
      }
    }
  });
});
