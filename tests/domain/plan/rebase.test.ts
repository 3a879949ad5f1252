/** A draft that began from an older version of the plan, carried over to the one in force. */
import { describe, expect, it } from 'vitest';
import { type DraftPlan, draftOf } from '../../../domain/plan/draft/draft-plan.js';
import type { PlanChange } from '../../../domain/plan/draft/plan-change.js';
import { applyChanges } from '../../../domain/plan/draft/plan-changes.js';
import { planOf } from '../../../domain/plan/draft/plan-of-draft.js';
import { rebased } from '../../../domain/plan/draft/rebase.js';
import { placesAfter } from '../../../domain/plan/place-pairs.js';
import type { PlanMilestone } from '../../../domain/plan/plan-document.js';
import { SMALL_PLAN } from '../../store/small-plan.js';

/** The small plan: o1 and o3 are the shared objective, o2 Rendiconto, o4 Bandi, o5 Senza date. */
const BASE = draftOf(SMALL_PLAN);

function changed(...changes: readonly PlanChange[]): DraftPlan {
  const applied = applyChanges(BASE, changes, 2);
  if (!applied.ok) throw new Error(JSON.stringify(applied.problems));
  return applied.draft;
}

/** Of the plan in force, made of the same draft: ids by the place that the objective has now. */
function carried(mine: DraftPlan, theirs: DraftPlan) {
  const made = planOf(theirs);
  const inForce = draftOf(made.plan);
  const ids = new Map(
    made.objectiveIds.flatMap((all, sector) =>
      all.map((id, at) => [id, inForce.sectors[sector]?.objectives[at]?.id ?? ''] as const),
    ),
  );
  const done = rebased({ base: BASE, mine, inForce, now: (id) => ids.get(id) ?? null });
  return { plan: planOf(done.draft).plan, left: done.left };
}
const said = (plan: ReturnType<typeof carried>['plan']) =>
  plan.sectors.map(({ name, objectives }) => [
    name,
    objectives.map(({ title, weight, shared }) => `${title} ${weight} ${shared}`),
  ]);
const due = (date: string): readonly PlanMilestone[] => [{ kind: 'date', date, phrase: `entro il ${date}` }];

describe('a draft carried over to the plan in force', () => {
  it('keeps what only one of the two changed: fields, objectives that came and went, sectors that share', () => {
    const mine = changed(
      { change: 'amend', objective: 'o2', to: { title: 'Rendiconto della gestione' } },
      { change: 'withdraw', objective: 'o5' },
      {
        ...{ change: 'add', weights: [{ sector: 'Tecnico', weight: 9 }] },
        objective: { number: '12', title: 'Archivi', indicators: [], milestones: [] },
      },
      {
        ...{ change: 'share', objective: 'o4' },
        weights: [
          { sector: 'Tecnico', weight: 4 },
          { sector: 'Finanziario', weight: 6 },
        ],
      },
    );
    const theirs = changed(
      { change: 'amend', objective: 'o2', to: { weights: [{ sector: 'Finanziario', weight: 20 }] } },
      { change: 'share', objective: 'o1', weights: [{ sector: 'Tecnico', weight: 25 }] },
    );
    const { plan, left } = carried(mine, theirs);
    expect(left).toEqual([]);
    expect(said(plan)).toEqual([
      ['Finanziario', ['Rendiconto della gestione 20 false', 'Bandi 6 true']],
      ['Tecnico', ['Tempi di pagamento 25 false', 'Bandi 4 true', 'Archivi 9 false']],
    ]);
  });

  it('where both changed the same field the plan in force stands, and what the draft said is told; the same change twice is none', () => {
    const mine = changed(
      { change: 'amend', objective: 'o2', to: { title: 'Conto consuntivo', milestones: due('2023-09-30') } },
      { change: 'amend', objective: 'o5', to: { title: 'Sportello' } },
    );
    const theirs = changed(
      { change: 'amend', objective: 'o2', to: { milestones: due('2023-10-31') } },
      { change: 'amend', objective: 'o5', to: { title: 'Sportello' } },
    );
    const { plan, left } = carried(mine, theirs);
    const why = { is: 'changed-too', field: 'milestones', said: due('2023-09-30') };
    expect(left).toEqual([{ sector: 'Finanziario', title: 'Conto consuntivo', why }]);
    const [, accounts] = plan.sectors[0]?.objectives ?? [];
    expect([accounts?.title, accounts?.milestones]).toEqual(['Conto consuntivo', due('2023-10-31')]);
  });

  it('of an objective withdrawn meanwhile the changes are told; to withdraw it again is nothing', () => {
    const theirs = changed({ change: 'withdraw', objective: 'o4' }, { change: 'withdraw', objective: 'o5' });
    const mine = changed(
      { change: 'amend', objective: 'o4', to: { title: 'Bandi e avvisi' } },
      { change: 'withdraw', objective: 'o5' },
    );
    const { plan, left } = carried(mine, theirs);
    expect(left).toEqual([{ sector: 'Tecnico', title: 'Bandi e avvisi', why: { is: 'withdrawn' } }]);
    expect(said(plan)[1]).toEqual(['Tecnico', ['Tempi di pagamento 20 true']]);
  });

  it('follows a place through all versions that came after; what went and came back elsewhere is another', () => {
    const stands = placesAfter([
      [
        { sector: 'Tecnico', before: 0, after: 2 },
        { sector: 'Tecnico', before: 1, after: null },
      ],
      [{ sector: 'Tecnico', before: 2, after: 1 }],
    ]);
    expect([stands('Tecnico', 0), stands('Tecnico', 1), stands('Finanziario', 0)]).toEqual([1, null, null]);
  });
});
