import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { addDays, civilDate, dayOf, monthOf, yearOf } from '../../../domain/time/civil-date.js';
import { instant } from '../../../domain/time/instant.js';
import { realInstant, townNow } from '../../../domain/time/town-clock.js';
import { civilDateAt, instantAt, minuteOfDayAt } from '../../../domain/time/zone.js';

const ROME = 'Europe/Rome';
const at = (iso: string) => instant(Date.parse(iso));
const iso = (ms: number): string => new Date(ms).toISOString();

describe('the day in the town', () => {
  it.each([
    ['a summer midnight in Rome is 22:00Z the day before', '2023-06-29T22:00:00Z', '2023-06-30'],
    ['a minute before it is still the day before', '2023-06-29T21:59:59.999Z', '2023-06-29'],
    ['a winter midnight is 23:00Z', '2023-12-31T23:00:00Z', '2024-01-01'],
    ['New Year a millisecond earlier', '2023-12-31T22:59:59.999Z', '2023-12-31'],
    ['the short night, before', '2026-03-28T22:59:59Z', '2026-03-28'],
    ['the short night, its missing hour', '2026-03-29T01:00:00Z', '2026-03-29'],
    ['the short night, its end 23 hours later', '2026-03-29T22:00:00Z', '2026-03-30'],
    ['the long night, its doubled hour', '2026-10-25T01:00:00Z', '2026-10-25'],
    ['the long night, its end 25 hours later', '2026-10-25T22:59:59Z', '2026-10-25'],
    ['29 February', '2024-02-28T23:30:00Z', '2024-02-29'],
  ])('%s', (_, moment, day) => {
    expect(civilDateAt(at(moment), ROME)).toBe(day);
  });

  it.each([
    ['just before the short night’s change', '2026-03-29T00:59:00Z', 1 * 60 + 59],
    ['just after it, an hour is missing', '2026-03-29T01:00:00Z', 3 * 60],
    ['02:30 of the long night, first time', '2026-10-25T00:30:00Z', 2 * 60 + 30],
    ['02:30 of the long night, second time', '2026-10-25T01:30:00Z', 2 * 60 + 30],
  ])('the clock %s', (_, moment, minute) => {
    expect(minuteOfDayAt(at(moment), ROME)).toBe(minute);
  });
});

describe('the instant at which the town’s clock shows an hour', () => {
  it.each([
    ['07:30 in winter time', '2026-03-28', 450, '2026-03-28T06:30:00.000Z'],
    ['07:30 after the short night', '2026-03-29', 450, '2026-03-29T05:30:00.000Z'],
    ['00:30 of the short night', '2026-03-29', 30, '2026-03-28T23:30:00.000Z'],
    ['04:00 of the short night', '2026-03-29', 240, '2026-03-29T02:00:00.000Z'],
    ['07:30 after the long night', '2026-10-25', 450, '2026-10-25T06:30:00.000Z'],
    ['00:30 of the long night', '2026-10-25', 30, '2026-10-24T22:30:00.000Z'],
    ['04:00 of the long night', '2026-10-25', 240, '2026-10-25T03:00:00.000Z'],
    ['midnight', '2023-06-30', 0, '2023-06-29T22:00:00.000Z'],
    ['23:59', '2023-06-30', 1439, '2023-06-30T21:59:00.000Z'],
  ])('%s', (_, day, minute, moment) => {
    expect(iso(instantAt(civilDate(day), minute, ROME))).toBe(moment);
  });

  it('goes round on every day of 2026 outside 02:00–03:00', () => {
    for (const minute of [0, 30, 119, 180, 240, 450, 539, 1019, 1439]) {
      for (let month = 1; month <= 12; month++) {
        for (const date of ['01', '15', '25', '28']) {
          const day = civilDate(`2026-${String(month).padStart(2, '0')}-${date}`);
          const moment = instantAt(day, minute, ROME);
          expect([civilDateAt(moment, ROME), minuteOfDayAt(moment, ROME)]).toEqual([day, minute]);
        }
      }
    }
  });

  it('throws on a zone that does not exist and on an hour that does not', () => {
    expect(() => civilDateAt(at('2023-06-30T00:00:00Z'), 'Europe/Roma')).toThrow(
      'unknown zone "Europe/Roma"',
    );
    expect(() => minuteOfDayAt(at('2023-06-30T00:00:00Z'), 'Europe/Roma')).toThrow('Europe/Roma');
    expect(() => instantAt(civilDate('2023-06-30'), 1500, ROME)).toThrow('minute 1500');
  });
});

describe('what is remembered of days without a change of clocks', () => {
  const asLuxon = (date: string, minute: number, zone: string): number => {
    const day = civilDate(date);
    const time = { hour: Math.floor(minute / 60), minute: minute % 60 };
    const parts = { year: yearOf(day), month: monthOf(day), day: dayOf(day), ...time };
    return DateTime.fromObject(parts, { zone }).toMillis();
  };

  it('is what luxon says of every day in Rome from 2000 to 2049, asked for twice', () => {
    const wrong: string[] = [];
    for (let day = civilDate('2000-01-01'), n = 0; yearOf(day) < 2050; day = addDays(day, 1), n++) {
      const minute = (n * 211) % 1440;
      const said = asLuxon(day, minute, ROME);
      const twice = [instantAt(day, minute, ROME), instantAt(day, minute, ROME)];
      const back = DateTime.fromMillis(said, { zone: ROME }).toISODate();
      if (twice.some((one) => one !== said) || civilDateAt(instant(said), ROME) !== back) wrong.push(day);
    }
    expect(wrong).toEqual([]);
  });

  it('is what luxon says of any zone, be its hours skewed, its midnight skipped or a whole day left out', () => {
    const odd = [
      'Australia/Lord_Howe',
      'Pacific/Apia',
      'Africa/Casablanca',
      'America/Sao_Paulo',
      'Asia/Kathmandu',
    ];
    const zones = [...odd, ...odd, ...Intl.supportedValuesOf('timeZone')];
    const moment = fc.integer({ min: Date.UTC(1970, 0, 3), max: Date.UTC(2060, 0, 1) });
    fc.assert(
      fc.property(
        moment,
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 1439 }),
        (ms, zone, minute) => {
          const local = DateTime.fromMillis(ms, { zone });
          const day = civilDate(local.toISODate() ?? '');
          expect([civilDateAt(instant(ms), zone), minuteOfDayAt(instant(ms), zone)]).toEqual([
            day,
            local.hour * 60 + local.minute,
          ]);
          expect(instantAt(day, minute, zone)).toBe(asLuxon(day, minute, zone));
        },
      ),
      { numRuns: 4_000 },
    );
  });

  it('knows the day that Samoa left out, and the two around it', () => {
    const apia = 'Pacific/Apia';
    expect(civilDateAt(at('2011-12-30T09:59:59Z'), apia)).toBe('2011-12-29');
    expect(civilDateAt(at('2011-12-30T10:00:00Z'), apia)).toBe('2011-12-31');
    expect(iso(instantAt(civilDate('2011-12-31'), 0, apia))).toBe('2011-12-30T10:00:00.000Z');
  });
});

describe('the town’s clock', () => {
  const moved = { offsetMs: 3 * 86_400_000, zone: ROME };

  it('is the real one plus the offset, and back again', () => {
    const real = at('2026-06-01T10:00:00Z');
    expect(iso(townNow(real, moved))).toBe('2026-06-04T10:00:00.000Z');
    expect(realInstant(townNow(real, moved), moved)).toBe(real);
  });

  it('with offset 0 is the real one', () => {
    const real = at('2026-06-01T10:00:00Z');
    expect(townNow(real, { offsetMs: 0, zone: ROME })).toBe(real);
  });
});

describe('an instant', () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60])('%d is not one', (value) => {
    expect(() => instant(value)).toThrow(`${value} is not an instant`);
  });
});
