/** Which sectors have an objective, as a variation changes it. */
import { describe, expect, it } from 'vitest';
import { beyondCorrection } from '../../../domain/plan/correction.js';
import { applyChanges } from '../../../domain/plan/draft/plan-changes.js';
import type { PlanObjective } from '../../../domain/plan/plan-document.js';
import { joiningOf, leavingOf } from '../../../domain/plan/sharing.js';
import { beyondVariation } from '../../../domain/plan/variation.js';
import { BASE, changed, differenceOf } from './changed-plan.js';

describe('an objective of several sectors', () => {
  it('one sector alone leaves a shared objective or joins it: carried out; two that become one, or one that becomes two, are not', () => {
    const left = differenceOf(
      changed({ change: 'share', objective: 'o1', weights: [{ sector: 'Tecnico', weight: 25 }] }),
    );
    expect(leavingOf(left).map(({ sector }) => sector)).toEqual(['Finanziario']);
    expect([joiningOf(left), beyondVariation(left)]).toEqual([[], []]);
    expect(beyondCorrection(left)[0]).toContain('serve un atto');
    const both = [
      { sector: 'Finanziario', weight: 12.5 },
      { sector: 'Tecnico', weight: 8 },
    ];
    const joined = differenceOf(changed({ change: 'share', objective: 'o2', weights: both }));
    expect(
      joiningOf(joined).map(({ one, known }) => [one.sector, one.after.said.weight, known.said.title]),
    ).toEqual([['Tecnico', 8, 'Rendiconto']]);
    expect([leavingOf(joined), beyondVariation(joined)]).toEqual([[], []]);
    const recast = (to: (one: PlanObjective) => PlanObjective) =>
      beyondVariation(
        differenceOf({
          ...BASE,
          sectors: BASE.sectors.map((one) => ({
            ...one,
            objectives: one.objectives.map((each) => ({ ...each, ...to(each) })),
          })),
        }),
      );
    const one = recast((each) =>
      each.shared ? each : { ...each, shared: true, number: '5', title: 'Conti e bandi' },
    );
    expect(one).toHaveLength(3);
    expect(one[0]).toContain('due obiettivi diventano uno, o uno diventa due');
    expect(recast((each) => ({ ...each, shared: false }))).toHaveLength(2);
  });

  it('is refused whole, with a word for what to do, by a program that names sectors which never had it', () => {
    const share = (sector: string) =>
      applyChanges(BASE, [{ change: 'share', objective: 'o2', weights: [{ sector, weight: 1 }] }], 2);
    expect(share('Tecnico')).toMatchObject({ ok: false, problems: [{ why: 'unknown-sector' }] });
    expect(share('Turismo')).toMatchObject({ ok: false, problems: [{ sector: 'Turismo' }] });
  });
});
