/** The prova generale of a town as it stands: what was given is not given again, and each day has its own people. */
import { describe, expect, it } from 'vitest';
import { agendaFacts } from '../../../domain/obligations/agenda-facts.js';
import { DEFAULT_LADDERS } from '../../../domain/obligations/ladder.js';
import { NO_LEFTOVERS } from '../../../domain/obligations/leftovers.js';
import type { Fired } from '../../../domain/obligations/notice.js';
import type { Named, Staff } from '../../../domain/obligations/staff.js';
import { rehearseTown } from '../../../domain/rehearsal/rehearse.js';
import { type CivilDate, civilDate } from '../../../domain/time/civil-date.js';
import { ITALY } from '../obligations/lived.js';
import { obligation } from '../obligations/obligations.js';

type People = Staff<Named>;
const held = (roles: Record<string, string>): People => ({
  holders: new Map(Object.entries(roles).map(([role, id]) => [role, [{ id, name: id }]])),
  away: new Map(),
});

const NOTHING = { leftovers: NO_LEFTOVERS, answers: [] };
const STAFF = { 'head:A': 'anna', secretary: 'sara', mayor: 'mara' };

function linesOf(
  staffOn: (day: CivilDate) => People,
  fired: Fired = new Map(),
  from = '2023-07-03',
): readonly string[] {
  const facts = agendaFacts([obligation()], fired, DEFAULT_LADDERS, ITALY);
  const stage = {
    town: 'Comune di Prova',
    zone: 'Europe/Rome',
    facts,
    lastPosted: new Map(),
    staffOn,
    ...NOTHING,
  };
  const range = { start: civilDate(from), from: civilDate(from), until: civilDate('2023-07-12') };
  return [...rehearseTown(stage, range)].map(({ day, to, facts: { lines, standsInFor } }) =>
    [day, to, lines.map(({ rung }) => rung).join(','), (standsInFor ?? []).length > 0 ? 'stands in' : '']
      .join(' ')
      .trim(),
  );
}

describe('the rehearsal of a town', () => {
  it('names who holds each role', () => {
    expect(linesOf(() => held(STAFF))).toEqual([
      '2023-07-03 anna late-1',
      '2023-07-05 anna late-3',
      '2023-07-10 sara',
      '2023-07-11 sara late-7',
      '2023-07-12 anna late-8',
      '2023-07-12 mara late-8',
    ]);
  });

  it('goes to the successor from their first day, and never to who left', () => {
    const lines = linesOf((day) => held({ ...STAFF, 'head:A': day < '2023-07-05' ? 'anna' : 'bruno' }));
    expect(lines.filter((line) => line.includes('late-'))).toEqual([
      '2023-07-03 anna late-1',
      '2023-07-05 bruno late-3',
      '2023-07-11 sara late-7',
      '2023-07-12 bruno late-8',
      '2023-07-12 mara late-8',
    ]);
  });

  it('of a vacant role goes to the Segretario, who is told so', () => {
    expect(linesOf(() => held({ secretary: 'sara', mayor: 'mara' }))[0]).toBe(
      '2023-07-03 sara late-1 stands in',
    );
  });

  it('names the role itself where nobody at all receives: no mail tells anybody', () => {
    expect(linesOf(() => held({}))[0]).toBe('2023-07-03 head:A late-1');
  });

  it('does not give again what was given', () => {
    const given = { version: 1, rung: 'late-3', recipient: 'head:A', day: civilDate('2023-07-05') } as const;
    const one = obligation();
    expect(linesOf(() => held(STAFF), new Map([[one.id, [{ obligation: one.id, ...given }]]]))).toEqual([
      '2023-07-10 sara',
      '2023-07-11 sara late-7',
      '2023-07-12 anna late-8',
      '2023-07-12 mara late-8',
    ]);
  });
});
