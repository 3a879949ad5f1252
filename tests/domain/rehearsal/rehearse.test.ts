/** The prova generale says what the agenda says, day by day, one mail a role (design §7). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agendaFacts } from '../../../domain/obligations/agenda-facts.js';
import { DEFAULT_LADDERS } from '../../../domain/obligations/ladder.js';
import type { Obligation } from '../../../domain/obligations/obligation.js';
import { type RehearsedMail, rehearse } from '../../../domain/rehearsal/rehearse.js';
import { civilDate } from '../../../domain/time/civil-date.js';
import { calendar, LONG_AFTER, ladders, obligations as someObligations } from '../obligations/arbitraries.js';
import { ITALY } from '../obligations/lived.js';
import { external, HEAD_B, obligation } from '../obligations/obligations.js';
import { saidOver } from '../obligations/said-over.js';

const START = civilDate('2023-01-01');

function mailsOf(
  obligations: readonly Obligation[],
  from = '2023-01-01',
  until = '2024-03-31',
): RehearsedMail[] {
  const facts = agendaFacts(obligations, new Map(), DEFAULT_LADDERS, ITALY);
  return [
    ...rehearse('Comune di Prova', facts, { start: START, from: civilDate(from), until: civilDate(until) }),
  ];
}
const linesOf = ({ day, to, facts }: RehearsedMail): string => {
  const summary =
    facts.summary === null ? '' : ` + ${facts.summary.late.length + facts.summary.external.length}`;
  return `${day} ${to} ${facts.lines.map(({ rung }) => rung).join(',')}${summary}`;
};

describe('a rehearsal', () => {
  it('of one obligation in July: its rungs to their roles, and the weekly summary', () => {
    expect(mailsOf([obligation()], '2023-07-03', '2023-07-24').map(linesOf)).toEqual([
      '2023-07-03 head:A late-1',
      '2023-07-05 head:A late-3',
      '2023-07-10 secretary  + 1',
      '2023-07-11 secretary late-7',
      '2023-07-12 head:A late-8',
      '2023-07-12 mayor late-8',
      '2023-07-17 head:A weekly-1',
      '2023-07-17 secretary  + 1',
      '2023-07-24 head:A weekly-2',
      '2023-07-24 secretary  + 1',
    ]);
  });

  it('lives through the days before `from` without giving them: nothing is made up for later', () => {
    const all = mailsOf([obligation()]).map(linesOf);
    const some = mailsOf([obligation()], '2023-07-01').map(linesOf);
    expect(some).toEqual(all.filter((line) => line >= '2023-07-01'));
  });

  it('includes its last day', () => {
    expect(mailsOf([obligation()], '2023-06-30', '2023-06-30').map(linesOf)).toEqual([
      '2023-06-30 head:A due-day',
    ]);
    expect(mailsOf([obligation()], '2023-07-01', '2023-06-30')).toEqual([]);
  });

  it('gives the mails of a day in order of role, each role once', () => {
    const obligations = [
      obligation({ id: 'b', owner: HEAD_B }),
      obligation({ id: 'a' }),
      obligation({ id: 'c' }),
    ];
    const [first, second, ...rest] = mailsOf(obligations, '2023-06-30', '2023-06-30');
    expect([first?.to, second?.to, rest.length]).toEqual(['head:A', 'head:B', 0]);
    expect(first?.facts).toMatchObject({ town: 'Comune di Prova', day: '2023-06-30', summary: null });
    expect(first?.facts.lines).toHaveLength(2);
  });

  it('of external terms alone is one mail a month to the Segretario until December', () => {
    const mails = mailsOf([obligation({ term: external('bando') })]);
    expect(mails).toHaveLength(12);
    expect(new Set(mails.map(({ to }) => to))).toEqual(new Set(['secretary']));
  });

  it('of nothing says nothing', () => {
    expect(mailsOf([])).toEqual([]);
  });

  it('of any town is what its rounds say, lived day by day', () => {
    fc.assert(
      fc.property(someObligations, calendar, ladders, (obligations, days, rules) => {
        const start = civilDate('2022-12-01');
        const facts = agendaFacts(obligations, new Map(), rules, days);
        const mails = [...rehearse('any', facts, { start, from: start, until: LONG_AFTER })];
        const said = saidOver({ obligations, calendar: days, ladders: rules }, start, LONG_AFTER);
        const rungs = mails.flatMap(({ day, to, facts: { lines } }) =>
          lines.map((line) => `${day} ${line.obligation} ${to} ${line.rung}`),
        );
        const given = said.notices.map((n) => `${n.day} ${n.obligation} ${n.recipient} ${n.rung}`);
        expect(rungs.sort()).toEqual([...given].sort());
        const keys = mails.map(({ day, to }) => `${day} ${to}`);
        expect(new Set(keys).size).toBe(keys.length);
        expect(mails.every(({ facts: { lines, summary } }) => lines.length > 0 || summary !== null)).toBe(
          true,
        );
      }),
      { numRuns: 60 },
    );
  });
});
