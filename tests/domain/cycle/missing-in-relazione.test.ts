import { describe, expect, it } from 'vitest';
import { missingInRelazione } from '../../../domain/cycle/missing-in-relazione.js';
import type { ObjectiveFact, ReasonFact } from '../../../domain/relazione/objective-facts.js';
import { degreeFromUnits, FULL } from '../../../domain/scoring/degree.js';
import { civilDate } from '../../../domain/time/civil-date.js';

const DAY = civilDate('2023-12-31');
const base: ObjectiveFact = {
  ...{ id: 'o', number: '1', title: 'Uno', shared: false, weight: null, indicators: [], phases: [] },
  ...{ decided: { is: 'degree', degree: FULL, reason: null }, reason: null, evidence: [] },
};
const reason: ReasonFact = {
  ...{ text: 'La gara è andata deserta.', by: { role: 'secretary' }, on: DAY, exOfficio: false },
  released: null,
};
const phase = (kind: 'implicit' | 'date', state: 'open' | 'done') =>
  ({ phrase: null, term: { kind, due: DAY }, state, doneOn: null, recurrence: null }) as const;
const half = { is: 'degree', degree: degreeFromUnits(500_000), reason: null } as const;

const missing = (objective: Partial<ObjectiveFact>) =>
  missingInRelazione(
    { sectors: [{ name: 'Tecnico', objectives: [{ ...base, ...objective }] }], variations: [] },
    [],
  ).map(({ is }) => is);

describe('what a Relazione lacks', () => {
  it.each<[string, Partial<ObjectiveFact>, readonly string[]]>([
    ['nothing: the degree is full', {}, []],
    ['no degree is decided', { decided: null }, ['degree']],
    ['50 without a reason', { decided: half }, ['reason']],
    ['50 with its reason', { decided: half, reason }, []],
    ['not assessable says why by itself', { decided: { is: 'not-assessable', reason: 'x' } }, []],
    ['a figure is awaited', { decided: { is: 'waiting', for: 'rendiconto', until: DAY } }, ['figure']],
    ['an implicit term nobody answered', { phases: [phase('implicit', 'open')] }, ['implicit-term']],
    ['an implicit term that was answered', { phases: [phase('implicit', 'done')] }, []],
    ['a date of the plan that is open', { phases: [phase('date', 'open')] }, []],
  ])('%s', (_, objective, expected) => {
    expect(missing(objective)).toEqual(expected);
  });

  it('a variation without its act is listed, a correction needs none; submissions come first', () => {
    const one = { act: null, effectiveFrom: DAY, reason: '', effects: [], flags: [] };
    const submission = { id: 's', sector: 'Tecnico', window: 'Monitoraggio', state: 'transmitted' } as const;
    const variations = [
      { ...one, kind: 'variation' },
      { ...one, kind: 'correction' },
    ] as const;
    expect(missingInRelazione({ sectors: [], variations }, [submission])).toEqual([
      { is: 'submission', ...submission },
      { is: 'variation-act', from: DAY },
    ]);
  });
});
