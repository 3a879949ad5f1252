/** One mail per person, town and working day (design §3). */
import { describe, expect, it } from 'vitest';
import { agendaOfDay } from '../../../domain/obligations/agenda.js';
import { agendaFacts } from '../../../domain/obligations/agenda-facts.js';
import type { DigestFacts } from '../../../domain/obligations/digest.js';
import { digestsOfDay } from '../../../domain/obligations/digests-of-day.js';
import { DEFAULT_LADDERS } from '../../../domain/obligations/ladder.js';
import { type Obligation, type Role, roleKey } from '../../../domain/obligations/obligation.js';
import { points } from '../../../domain/plan/points.js';
import { civilDate } from '../../../domain/time/civil-date.js';
import { ITALY, lived } from './lived.js';
import { dueOn, external, HEAD_B, MAYOR, obligation, SECRETARY } from './obligations.js';

const byItself = (role: Role): readonly string[] => [roleKey(role)];

/** The mails of a day of a town in which nobody answered anything before it. */
function mails(
  obligations: readonly Obligation[],
  on: string,
  holders: (role: Role) => readonly string[] = byItself,
): ReadonlyMap<string, DigestFacts> {
  const { fired } = lived(obligations, { until: civilDate(on) < '2023-01-03' ? on : previous(on) });
  const facts = agendaFacts(obligations, fired, DEFAULT_LADDERS, ITALY);
  const context = { town: 'Comune di Prova', day: civilDate(on), facts, lastPosted: new Map() };
  return digestsOfDay(context, agendaOfDay(facts, civilDate(on)), holders);
}
const previous = (on: string): string => ITALY.before(civilDate(on), 1);
const rungs = (digest: DigestFacts | undefined): string[] =>
  digest?.lines.map(({ obligation: id, rung }) => `${id} ${rung}`) ?? [];

describe('the mails of a day', () => {
  it('are one for each person who has a line, and none without lines', () => {
    const obligations = [obligation({ id: 'a' }), obligation({ id: 'b', owner: HEAD_B })];
    expect([...mails(obligations, '2023-06-30').keys()].sort()).toEqual(['head:A', 'head:B']);
    expect(mails(obligations, '2023-06-29').size).toBe(0);
  });

  it('hold all rungs of the day in one', () => {
    const obligations = [
      obligation({ id: 'due' }),
      obligation({ id: 'soon', term: dueOn('2023-07-05') }),
      obligation({ id: 'late', term: dueOn('2023-06-27') }),
    ];
    const [mail, ...others] = mails(obligations, '2023-06-30').values();
    expect(others).toEqual([]);
    // Highest rung first.
    expect(rungs(mail)).toEqual(['late late-3', 'due due-day', 'soon three-days']);
  });

  it('of one rung are in order of due date, then of weight, then of the plan’s words', () => {
    const subject = (objective: string, weight: number | null) => ({
      ...obligation().subject,
      objective,
      weight: weight === null ? null : points(weight),
    });
    const obligations = [
      obligation({ id: 'none', subject: subject('A', null) }),
      obligation({ id: 'z', subject: subject('Z', 5) }),
      obligation({ id: 'b', subject: subject('B', 5) }),
      obligation({ id: 'heavy', subject: subject('Y', 20) }),
      obligation({ id: 'sunday', term: dueOn('2023-07-02'), subject: subject('C', 50) }),
    ];
    const [mail] = mails(obligations, '2023-06-30').values();
    expect(rungs(mail).map((one) => one.split(' ')[0])).toEqual(['heavy', 'b', 'z', 'none', 'sunday']);
  });

  it('of a person with two roles are one, with a line an obligation', () => {
    // One person is Segretario, head of sector A and, on that day, also receives for the Sindaco.
    const holders = (role: Role): readonly string[] => (role.role === 'oiv' ? [] : ['one person']);
    const obligations = [obligation({ id: 'a', owner: SECRETARY }), obligation({ id: 'b' })];
    const all = mails(obligations, '2023-07-12', holders);
    expect([...all.keys()]).toEqual(['one person']);
    expect(rungs(all.get('one person'))).toEqual(['a late-8', 'b late-8']);
    expect(all.get('one person')?.lines.map(({ recipient }) => roleKey(recipient))).toEqual([
      'secretary',
      'head:A',
    ]);
    expect(all.get('one person')?.roles.map(roleKey)).toEqual(['head:A', 'secretary']);
  });

  it('go to each holder of a role', () => {
    const two = (role: Role): readonly string[] => (role.role === 'head' ? ['first', 'second'] : []);
    const all = mails([obligation()], '2023-06-30', two);
    expect([...all.keys()]).toEqual(['first', 'second']);
    expect(rungs(all.get('second'))).toEqual(['o1 due-day']);
  });

  it('to nobody are none: a role without a holder makes no mail', () => {
    expect(mails([obligation()], '2023-06-30', () => []).size).toBe(0);
  });
});

describe('the line of an obligation', () => {
  it.each([
    ['2023-06-16', 10, 0],
    ['2023-06-27', 3, 0],
    ['2023-06-30', 0, 0],
    ['2023-07-05', 0, 3],
  ])('on %s has %i working days left and is %i late', (on, workingDaysLeft, workingDaysLate) => {
    const line = mails([obligation()], on).get('head:A')?.lines[0];
    expect(line).toMatchObject({ workingDaysLeft, workingDaysLate, owner: { role: 'head' }, forecast: null });
  });
});

describe('the Segretario’s mail', () => {
  it('on Monday 17 July has the summary, and the head’s weekly-1 leaves its line there', () => {
    const all = mails([obligation()], '2023-07-17');
    expect(rungs(all.get('head:A'))).toEqual(['o1 weekly-1']);
    expect(all.get('secretary')).toMatchObject({
      roles: [SECRETARY],
      lines: [],
      summary: {
        late: [{ obligation: 'o1', rung: null, workingDaysLate: 11 }],
        external: [],
        noAnswer: [{ owner: { role: 'head', sector: 'A' }, count: 1 }],
        weightAtRisk: [{ sector: 'A', points: 100_000 }],
      },
    });
    expect(all.get('head:A')?.summary).toBeNull();
  });

  it('has no second line for what has a rung in it: owned by the Segretario, weekly-1 and no summary', () => {
    const all = mails([obligation({ owner: SECRETARY })], '2023-07-17');
    expect(rungs(all.get('secretary'))).toEqual(['o1 weekly-1']);
    expect(all.get('secretary')?.summary).toBeNull();
  });

  it('with a rung of one and a late other has both, one line each', () => {
    const obligations = [obligation({ id: 'own', owner: SECRETARY }), obligation({ id: 'other' })];
    const mail = mails(obligations, '2023-07-17').get('secretary');
    expect(rungs(mail)).toEqual(['own weekly-1']);
    expect(mail?.summary?.late.map((line) => line.obligation)).toEqual(['other']);
  });

  it('on a Monday without anything late is none, whatever the weight at risk', () => {
    expect(mails([obligation()], '2023-06-26').get('secretary')).toBeUndefined();
  });

  it('on Tuesday 1 August has the external terms alone, without a due date', () => {
    const obligations = [obligation({ id: 'late' }), obligation({ id: 'ext', term: external('bando') })];
    const summary = mails(obligations, '2023-08-01').get('secretary')?.summary;
    expect(summary?.late).toEqual([]);
    expect(summary?.external).toMatchObject([
      { obligation: 'ext', term: { kind: 'external' }, workingDaysLeft: null, workingDaysLate: 0 },
    ]);
  });

  it('on the day of late-7 is that line alone; the next day the Sindaco hears', () => {
    expect(rungs(mails([obligation()], '2023-07-11').get('secretary'))).toEqual(['o1 late-7']);
    const next = mails([obligation()], '2023-07-12');
    expect([...next.keys()].sort()).toEqual(['head:A', 'mayor']);
    expect(next.get('mayor')?.roles).toEqual([MAYOR]);
  });
});
