/** Of a past day: what was not told although its rung fell on it, and why. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_LADDER } from '../../../domain/obligations/ladder.js';
import { rungDays } from '../../../domain/obligations/rung-days.js';
import { type PastObligation, untoldOn } from '../../../domain/rehearsal/untold.js';
import { civilDate } from '../../../domain/time/civil-date.js';
import { ITALY } from '../obligations/lived.js';
import { obligation } from '../obligations/obligations.js';

/** Due on 30 June 2023 and owed by the head of A: `late-3` falls on 5 July, `late-8` on 12 July. */
const past = (change: Partial<PastObligation> = {}): PastObligation => ({
  obligation: obligation(),
  ladder: DEFAULT_LADDER,
  recordedOn: null,
  told: [],
  passedOver: [],
  ...change,
});
const why = (one: PastObligation, day: string, roundHeld = true): readonly string[] =>
  untoldOn(one, { day: civilDate(day), roundHeld, calendar: ITALY, days: rungDays(ITALY) }).map(
    ({ rung, reason, toldOn }) => [rung, reason, toldOn ?? ''].join(' ').trim(),
  );
const told = (rung: 'late-3' | 'late-8', day: string) => ({ rung, recipient: 'head:A', day: civilDate(day) });

describe('what was not told on a past day', () => {
  it('is nothing on a day on which no rung falls', () => {
    expect(why(past(), '2023-07-04')).toEqual([]);
  });

  it('leaves out what was told that day and what its round recorded as passed over', () => {
    expect(why(past({ told: [told('late-3', '2023-07-05')] }), '2023-07-05')).toEqual([]);
    expect(why(past({ passedOver: [{ rung: 'late-3', recipient: 'head:A' }] }), '2023-07-05')).toEqual([]);
  });

  it('says when it was told after all', () => {
    expect(why(past({ told: [told('late-3', '2023-07-10')] }), '2023-07-05')).toEqual([
      'late-3 later 2023-07-10',
    ]);
  });

  it('was done when that was recorded on the day or before, and not when later', () => {
    const done = { obligation: obligation({ state: 'done', doneOn: civilDate('2023-07-04') }) };
    expect(why(past({ ...done, recordedOn: civilDate('2023-07-05') }), '2023-07-05')).toEqual([
      'late-3 done',
    ]);
    expect(why(past({ ...done, recordedOn: civilDate('2023-07-06') }), '2023-07-05', false)).toEqual([
      'late-3 no-round',
    ]);
  });

  it('was held back, for the Sindaco and for the owner, or explained', () => {
    expect(why(past({ obligation: obligation({ heldBack: true }) }), '2023-07-12')).toEqual([
      'late-8 held-back',
      'late-8 held-back',
    ]);
    const explained = obligation({ forecast: civilDate('2023-07-05') });
    expect(why(past({ obligation: explained }), '2023-07-05')).toEqual(['late-3 explained']);
    expect(why(past({ obligation: explained }), '2023-07-12', false)).toEqual([
      'late-8 no-round',
      'late-8 no-round',
    ]);
  });

  it('fell before notices began, after a higher one, or by an act is owed no more', () => {
    const later = obligation({
      startDay: civilDate('2023-07-01'),
      term: { kind: 'date', due: civilDate('2023-07-04') },
    });
    expect(why(past({ obligation: later }), '2023-06-29')).toEqual(['three-days before-notices']);
    expect(why(past({ told: [told('late-8', '2023-07-04')] }), '2023-07-05')).toEqual(['late-3 higher-rung']);
    expect(why(past({ obligation: obligation({ state: 'waived' }) }), '2023-07-05')).toEqual([
      'late-3 no-longer-due',
    ]);
  });

  it('is laid to a change since then where a round was held and nothing else explains it', () => {
    expect(why(past(), '2023-07-05', true)).toEqual(['late-3 changed']);
    expect(why(past(), '2023-07-05', false)).toEqual(['late-3 no-round']);
  });
});
