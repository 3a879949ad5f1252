import { describe, expect, it } from 'vitest';
import { relativeDue } from '../../../domain/obligations/relative-term.js';
import { civilDate } from '../../../domain/time/civil-date.js';
import { ITALY } from './lived.js';

const due = (anchor: string, offset: string, working = false): string | null =>
  relativeDue(civilDate(anchor), offset, working, ITALY);

describe('a term counted from a known day', () => {
  it.each([
    ['30 days from it, which is not counted', '2023-03-15', 'P30D', '2023-04-14'],
    ['30 days before it', '2023-03-15', '-P30D', '2023-02-13'],
    ['a plus sign says nothing more', '2023-03-15', '+P1D', '2023-03-16'],
    ['a month from 31 January ends on the last of February', '2023-01-31', 'P1M', '2023-02-28'],
    ['a month from 31 January of a leap year', '2024-01-31', 'P1M', '2024-02-29'],
    ['a month before 31 March', '2023-03-31', '-P1M', '2023-02-28'],
    ['a year from 29 February', '2024-02-29', 'P1Y', '2025-02-28'],
    ['two weeks', '2023-06-30', 'P2W', '2023-07-14'],
    ['48 hours are two days', '2023-06-30', 'PT48H', '2023-07-02'],
    ['36 hours round up to two days', '2023-06-30', 'PT36H', '2023-07-02'],
    ['36 hours before round away from the day', '2023-06-30', '-PT36H', '2023-06-28'],
    ['one minute rounds up to a day', '2023-06-30', 'PT1M', '2023-07-01'],
    ['months first, then days', '2023-01-31', 'P1M1D', '2023-03-01'],
    ['nothing is the day itself', '2023-06-30', 'P0D', '2023-06-30'],
    ['a holiday is counted and not avoided', '2023-04-24', 'P1D', '2023-04-25'],
  ])('%s', (_, anchor, offset, expected) => {
    expect(due(anchor, offset)).toBe(expected);
  });

  it.each([
    ['5 working days over a holiday', '2023-04-24', 'P5D', '2023-05-03'],
    ['5 working days before', '2023-05-02', '-P5D', '2023-04-21'],
    ['1 working day from a Friday', '2023-06-30', 'P1D', '2023-07-03'],
    ['48 hours are two working days', '2023-06-30', 'PT48H', '2023-07-04'],
    ['a week is seven working days', '2023-06-30', 'P1W', '2023-07-11'],
    ['months go by the calendar, even to a Sunday', '2023-06-30', 'P1M', '2023-07-30'],
    ['none is the day itself, even closed', '2023-07-02', 'P0D', '2023-07-02'],
  ])('%s', (_, anchor, offset, expected) => {
    expect(due(anchor, offset, true)).toBe(expected);
  });

  it.each(['', 'P', 'PT', 'P1DT', '30 giorni', 'P1.5D', 'P-1D', '1D', 'P1D2M', 'P1H', 'P1M1M', '--P1D'])(
    '"%s" is no duration, so there is no day',
    (offset) => {
      expect(due('2023-06-30', offset)).toBeNull();
    },
  );
});
