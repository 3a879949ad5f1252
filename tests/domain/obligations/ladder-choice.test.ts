/** What a town may choose of a ladder, and what it may not. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_LADDER, DEFAULT_LADDERS, RUNGS, type Rung } from '../../../domain/obligations/ladder.js';
import { choiceOf, ladderOf, ladderProblems } from '../../../domain/obligations/ladder-choice.js';

const problems = (rungs: readonly Rung[], days = 30, mayor = true) =>
  ladderProblems({ rungs, firstNoticeDays: days }, mayor).map(({ code }) => code);
const all = (...but: readonly Rung[]): readonly Rung[] => RUNGS.filter((rung) => !but.includes(rung));

describe('a choice of rungs', () => {
  it('of every kind of obligation makes the ladder it was read from', () => {
    for (const ladder of Object.values(DEFAULT_LADDERS))
      expect(ladderOf(choiceOf(ladder, DEFAULT_LADDER), DEFAULT_LADDER)).toEqual(ladder);
  });

  it('keeps the order of heights and moves the first notice alone', () => {
    const { steps } = ladderOf({ rungs: ['late-1', 'first-notice'], firstNoticeDays: 45 }, DEFAULT_LADDER);
    expect(steps.map(({ rung, day }) => [rung, day])).toEqual([
      ['first-notice', { on: 'calendar-days-before', days: 45 }],
      ['late-1', { on: 'working-days-after', days: 1 }],
    ]);
  });

  it('is good as every town begins with it', () => {
    for (const ladder of Object.values(DEFAULT_LADDERS)) {
      const { rungs, firstNoticeDays } = choiceOf(ladder, DEFAULT_LADDER);
      expect(problems(rungs, firstNoticeDays)).toEqual([]);
    }
  });

  it.each([0, -1, 1.5, 181, Number.NaN])('refuses a first notice %s days before the term', (days) => {
    expect(problems(RUNGS, days)).toEqual(['days-out-of-range']);
  });

  it('keeps the first notice before the tenth and the third working day, where those are', () => {
    expect(problems(RUNGS, 15)).toEqual([]);
    expect(problems(RUNGS, 14)).toEqual(['first-after']);
    expect(problems(all('ten-days'), 6)).toEqual([]);
    expect(problems(all('ten-days'), 5)).toEqual(['first-after']);
    expect(problems(all('ten-days', 'three-days'), 1)).toEqual([]);
    expect(problems(all('first-notice'), 14)).toEqual([]);
  });

  it('leaves something to tell', () => {
    expect(problems([])).toEqual(['no-rung']);
    expect(problems(['before-start'])).toEqual(['no-rung']);
    expect(problems(['due-day'])).toEqual([]);
  });

  it('tells the Sindaco nothing without the warning of the day before, nor warns of nothing', () => {
    expect(problems(all('late-7'))).toEqual(['mayor-unwarned']);
    expect(problems(all('late-8', 'weekly-1', 'weekly-2', 'weekly-3', 'weekly-4'))).toEqual([
      'warning-alone',
    ]);
    expect(problems(all('late-7'), 30, false)).toEqual([]);
  });

  it('counts the weekly ones from the eighth day, which must then be there', () => {
    expect(problems(all('late-7', 'late-8'), 30, false)).toEqual(['weekly-alone']);
  });
});
