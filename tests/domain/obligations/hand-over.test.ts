import { describe, expect, it } from 'vitest';
import { handOverPart } from '../../../domain/obligations/hand-over.js';
import { civilDate } from '../../../domain/time/civil-date.js';
import { external, obligation } from './obligations.js';

const TODAY = civilDate('2023-11-10');
const due = (day: string) => obligation({ term: { kind: 'date', due: civilDate(day) } });

describe('on the hand-over sheet of 10 November', () => {
  it.each([
    ['2023-11-09', 'late'],
    ['2023-11-10', 'soon'],
    ['2024-01-09', 'soon'],
    ['2024-01-10', 'later'],
  ])('what is due on %s stands under "%s": 60 days ahead, over the year end', (day, part) => {
    expect(handOverPart(due(day), TODAY)).toBe(part);
  });

  it('a term that nobody has dated stands apart, and what is done or waived is closed whatever its day', () => {
    expect(handOverPart(obligation({ term: external('bando') }), TODAY)).toBe('undated');
    for (const state of ['done', 'waived'] as const)
      expect(handOverPart({ ...due('2023-11-09'), state }, TODAY)).toBe('closed');
  });
});
