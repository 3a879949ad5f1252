/** What a change does to a rehearsal: mails added, gone, moved, with other contents. */
import { describe, expect, it } from 'vitest';
import { agendaFacts } from '../../../domain/obligations/agenda-facts.js';
import { DEFAULT_LADDER, DEFAULT_LADDERS, type Ladder } from '../../../domain/obligations/ladder.js';
import { choiceOf, ladderOf } from '../../../domain/obligations/ladder-choice.js';
import type { Obligation } from '../../../domain/obligations/obligation.js';
import { mailOf, rehearsalDifference } from '../../../domain/rehearsal/difference.js';
import { type RehearsedMail, rehearse } from '../../../domain/rehearsal/rehearse.js';
import { civilDate } from '../../../domain/time/civil-date.js';
import { ITALY } from '../obligations/lived.js';
import { obligation } from '../obligations/obligations.js';

const YEAR = {
  start: civilDate('2023-01-01'),
  from: civilDate('2023-01-01'),
  until: civilDate('2023-07-31'),
};

function mails(
  milestone: Ladder,
  obligations: readonly Obligation[] = [obligation()],
): readonly RehearsedMail[] {
  const facts = agendaFacts(obligations, new Map(), { ...DEFAULT_LADDERS, milestone }, ITALY);
  return [...rehearse('Comune di Prova', facts, YEAR)];
}
const without = (...rungs: readonly string[]): Ladder => {
  const { rungs: all, firstNoticeDays } = choiceOf(DEFAULT_LADDER, DEFAULT_LADDER);
  return ladderOf({ rungs: all.filter((rung) => !rungs.includes(rung)), firstNoticeDays }, DEFAULT_LADDER);
};
const changes = (before: readonly RehearsedMail[], after: readonly RehearsedMail[]): readonly string[] =>
  rehearsalDifference(before, after).changes.map((change) => {
    const { day, to, facts } = mailOf(change);
    const was = change.kind === 'moved' ? ` from ${change.before.day}` : '';
    return `${change.kind} ${day} ${to} ${facts.lines.map(({ rung }) => rung).join(',')}${was}`;
  });

describe('the difference of two rehearsals', () => {
  it('is empty between a rehearsal and itself', () => {
    expect(rehearsalDifference(mails(DEFAULT_LADDER), mails(DEFAULT_LADDER)).changes).toEqual([]);
  });

  it('a first notice 45 days before instead of 30 is one mail on another day', () => {
    const earlier = ladderOf(
      { ...choiceOf(DEFAULT_LADDER, DEFAULT_LADDER), firstNoticeDays: 45 },
      DEFAULT_LADDER,
    );
    expect(changes(mails(DEFAULT_LADDER), mails(earlier))).toEqual([
      'moved 2023-05-16 head:A first-notice from 2023-05-31',
    ]);
  });

  it('a rung less is a mail less, and put back it is one more', () => {
    const fewer = mails(without('ten-days'));
    expect(changes(mails(DEFAULT_LADDER), fewer)).toEqual(['gone 2023-06-16 head:A ten-days']);
    expect(changes(fewer, mails(DEFAULT_LADDER))).toEqual(['added 2023-06-16 head:A ten-days']);
  });

  it('a mail that keeps some of its lines has changed, and is neither added nor gone', () => {
    const two = [
      obligation(),
      obligation({ id: 'other', term: { kind: 'date', due: civilDate('2023-07-12') } }),
    ];
    const before = mails(DEFAULT_LADDER, two);
    const shared = before.find(({ facts }) => new Set(facts.lines.map(({ rung }) => rung)).size === 2);
    expect(shared).toBeDefined();
    const rungs = shared?.facts.lines.map(({ rung }) => String(rung)) ?? [];
    const found = changes(before, mails(without(String(rungs[1])), two));
    expect(found).toContain(`changed ${shared?.day} ${shared?.to} ${rungs[0]}`);
    expect(found.filter((line) => line.includes(String(shared?.day)))).toHaveLength(1);
  });

  it('counts all mails of both', () => {
    const { before, after } = rehearsalDifference(mails(DEFAULT_LADDER), mails(without('ten-days')));
    expect(before - after).toBe(1);
    expect(before).toBe(mails(DEFAULT_LADDER).length);
  });

  it('is by day, and by receiver on one day', () => {
    const found = changes(mails(DEFAULT_LADDER), []);
    expect(found).toEqual([...found].sort());
    expect(found.length).toBeGreaterThan(8);
  });
});
