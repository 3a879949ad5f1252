import { describe, expect, it } from 'vitest';
import { INSTALLATION_RETENTION } from '../../domain/retention/installation-retention.js';
import { keptSince, keptUntil } from '../../domain/retention/kept-since.js';
import { type RetentionUnit, TOWN_RETENTION } from '../../domain/retention/retention-rules.js';
import { addDays, civilDate } from '../../domain/time/civil-date.js';
import { cutoffOf } from '../../store/privacy/retention.js';

const ROME = 'Europe/Rome';

describe('how long something is kept', () => {
  it.each<[day: string, count: number, unit: RetentionUnit, last: string]>([
    ['2023-06-30', 21, 'days', '2023-07-21'],
    ['2023-12-31', 1, 'days', '2024-01-01'],
    ['2024-01-31', 1, 'months', '2024-02-29'],
    ['2023-01-31', 1, 'months', '2023-02-28'],
    ['2024-02-29', 1, 'years', '2025-02-28'],
    ['2024-02-29', 4, 'years', '2028-02-29'],
    ['2023-02-28', 1, 'years', '2024-02-28'],
  ])('of %s, %i %s: until %s, that day included', (day, count, unit, last) => {
    expect(keptUntil(civilDate(day), count, unit)).toBe(last);
    expect(keptSince(civilDate(last), count, unit) <= day, 'kept on its last day').toBe(true);
    expect(keptSince(addDays(civilDate(last), 1), count, unit) > day, 'gone the day after').toBe(true);
  });

  it('on each day of two years a day earlier than the first kept one is past, and it is not', () => {
    for (const [count, unit] of [
      [1, 'months'],
      [6, 'months'],
      [1, 'years'],
      [21, 'days'],
    ] as const)
      for (let today = civilDate('2023-12-25'); today < '2025-12-25'; today = addDays(today, 1)) {
        const since = keptSince(today, count, unit);
        expect(keptUntil(since, count, unit) >= today).toBe(true);
        expect(keptUntil(addDays(since, -1), count, unit) < today).toBe(true);
      }
  });

  it.each([
    ['the night that lacks an hour', '2025-03-31', '2025-03-30', '2025-03-29T23:00:00.000Z'],
    ['the day after it', '2025-04-01', '2025-03-31', '2025-03-30T22:00:00.000Z'],
    ['the night that has one twice', '2025-10-27', '2025-10-26', '2025-10-25T22:00:00.000Z'],
    ['the day after it', '2025-10-28', '2025-10-27', '2025-10-26T23:00:00.000Z'],
  ])('begins at the midnight of the town, around %s', (_, today, day, at) => {
    const cutoff = cutoffOf({ unit: 'days' }, 1, { today: civilDate(today), zone: ROME });
    expect(cutoff.day).toBe(day);
    expect(new Date(cutoff.at).toISOString()).toBe(at);
  });

  it('has defaults within their own bounds, 21 days at most for what mail servers said, and a reason each', () => {
    for (const [code, rule] of Object.entries({ ...TOWN_RETENTION, ...INSTALLATION_RETENTION })) {
      expect(rule.least <= rule.kept && rule.kept <= rule.most, code).toBe(true);
      expect(rule.why.length, code).toBeGreaterThan(10);
    }
    expect(TOWN_RETENTION['delivery-details'].most).toBe(21);
  });
});
