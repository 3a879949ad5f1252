import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisionsBetween } from '../../../../domain/plan/draft/decisions.js';
import { type DraftPlan, draftOf, findObjective } from '../../../../domain/plan/draft/draft-plan.js';
import { changeObjective, changeSector } from '../../../../domain/plan/draft/edit-objective.js';
import {
  addObjective,
  addSector,
  moveObjective,
  type Placing,
  setDiscarded,
  shareObjective,
} from '../../../../domain/plan/draft/place-objective.js';
import { planOf } from '../../../../domain/plan/draft/plan-of-draft.js';
import { mergeObjectives, splitObjective } from '../../../../domain/plan/draft/split-merge.js';
import type { PlanDocument } from '../../../../domain/plan/plan-document.js';
import { SMALL_PLAN } from '../../../store/small-plan.js';

/** o1 and o3: the shared objective under both sectors; o2 Rendiconto; o4 Bandi; o5 Senza date. */
const read = draftOf(SMALL_PLAN);
const objective = (draft: DraftPlan, id: string) => {
  const placed = findObjective(draft, id);
  if (placed === null) throw new Error(`no ${id}`);
  return placed.objective;
};
const done = (placing: Placing): DraftPlan => {
  if (!placing.ok) throw new Error(placing.refusal);
  return placing.draft;
};
const edited = (draft: DraftPlan | null): DraftPlan => {
  if (draft === null) throw new Error('no such thing');
  return draft;
};
const titles = (plan: PlanDocument): readonly (readonly string[])[] =>
  plan.sectors.map(({ objectives }) => objectives.map(({ title }) => title));

describe('a plan that nobody corrected', () => {
  it('comes out of its draft as it went in, and there was no decision', () => {
    expect(planOf(read).plan).toEqual(SMALL_PLAN);
    expect(decisionsBetween(read, draftOf(SMALL_PLAN))).toEqual([]);
  });

  it('knows the objective that stands under two sectors as one', () => {
    expect([objective(read, 'o1').group, objective(read, 'o3').group]).toEqual(['o1', 'o1']);
    expect(objective(read, 'o2').group).toBeNull();
  });
});

describe('a correction', () => {
  it('of the title of a shared objective holds under every sector, its weight under one; lines stay each its own', () => {
    const one = objective(read, 'o1');
    const draft = edited(
      changeObjective(read, 'o1', { ...one, title: 'Tempi medi di pagamento', weight: 35 }, 2),
    );
    expect(objective(draft, 'o1')).toMatchObject({ title: 'Tempi medi di pagamento', weight: 35, rev: 2 });
    expect(objective(draft, 'o3')).toMatchObject({ title: 'Tempi medi di pagamento', weight: 20, rev: 2 });
    expect(objective(draft, 'o3').milestones[0]?.sourceLine).toBe(40);
    expect(objective(draft, 'o2').rev).toBe(0);
  });

  it('that changes nothing leaves the version of the thing alone', () => {
    expect(edited(changeObjective(read, 'o2', objective(read, 'o2'), 9))).toEqual(read);
  });

  it('makes the sector’s total the sum of its weights', () => {
    const draft = edited(changeObjective(read, 'o2', { ...objective(read, 'o2'), weight: 70 }, 2));
    expect(planOf(draft).plan.sectors.map(({ weightTotal }) => weightTotal)).toEqual([100, null]);
  });

  it('ends what the document’s own lint said of that objective, and nothing else', () => {
    const about = (title: string) => ({ code: 'external-term' as const, where: { title }, message: title });
    const draft = draftOf({ ...SMALL_PLAN, lint: [about('Rendiconto'), about('Bandi')] });
    const next = edited(changeObjective(draft, 'o2', { ...objective(draft, 'o2'), weight: 1 }, 2));
    expect(planOf(next).plan.lint.map(({ message }) => message)).toEqual(['Bandi']);
  });
});

describe('objectives in their places', () => {
  it('one is split in two: what was chosen goes to the second, right after; a shared one under every sector', () => {
    const asked = {
      number: '2b',
      title: 'Controlli',
      weight: 2.5,
      indicators: new Set([0]),
      milestones: new Set([1]),
    };
    const draft = done(splitObjective(read, 'o2', asked, 2));
    expect(titles(planOf(draft).plan)[0]).toEqual(['Tempi di pagamento', 'Rendiconto', 'Controlli']);
    expect(objective(draft, 'o2').milestones.map(({ phrase }) => phrase)).toEqual([
      'entro il 15/04',
      '31/06',
    ]);
    expect(objective(draft, 'o6')).toMatchObject({ weight: 2.5, number: '2b', from: ['o2'] });
    expect(objective(draft, 'o6').result).toBeUndefined();
    const shared = done(splitObjective(read, 'o1', { ...asked, indicators: new Set() }, 2));
    expect(titles(planOf(shared).plan).map((all) => all.filter((title) => title === 'Controlli'))).toEqual([
      ['Controlli'],
      ['Controlli'],
    ]);
  });

  it('two are merged: weights summed, nothing said twice; the second can be taken back', () => {
    const draft = done(mergeObjectives(read, 'o5', 'o4', 2));
    expect(objective(draft, 'o5')).toMatchObject({
      title: 'Senza date – Bandi',
      weight: 5,
      from: ['o5', 'o4'],
    });
    expect(titles(planOf(draft).plan)[1]).toEqual(['Tempi di pagamento', 'Senza date – Bandi']);
    expect(titles(planOf(done(setDiscarded(draft, 'o4', false, 3))).plan)[1]).toContain('Bandi');
    expect(mergeObjectives(read, 'o5', 'o3', 2)).toEqual({ ok: false, refusal: 'shared' });
    expect(mergeObjectives(read, 'o5', 'o2', 2)).toEqual({ ok: false, refusal: 'unknown' });
  });

  it('one is moved to another sector; a shared one is not', () => {
    const draft = done(moveObjective(read, 'o5', 's1', 2));
    expect(titles(planOf(draft).plan)).toEqual([
      ['Tempi di pagamento', 'Rendiconto', 'Senza date'],
      ['Tempi di pagamento', 'Bandi'],
    ]);
    expect(moveObjective(read, 'o1', 's2', 2)).toEqual({ ok: false, refusal: 'shared' });
  });

  it('one becomes shared, and again one sector’s own', () => {
    const both = done(shareObjective(read, 'o4', new Set(['s1']), 2));
    expect(planOf(both).plan.sectors[0]?.objectives.at(-1)).toMatchObject({ title: 'Bandi', shared: true });
    const alone = done(shareObjective(both, 'o4', new Set(), 3));
    expect(objective(alone, 'o4')).toMatchObject({ shared: false, group: null });
    expect(titles(planOf(alone).plan)[0]).toEqual(['Tempi di pagamento', 'Rendiconto']);
  });

  it('a sector that lost all of its objectives is left out; a new one stays though it is empty', () => {
    const draft = ['o1', 'o2'].reduce((now, id) => done(setDiscarded(now, id, true, 2)), read);
    expect(planOf(done(addSector(draft, 'Vigilanza', 3))).plan.sectors.map(({ name }) => name)).toEqual([
      'Tecnico',
      'Vigilanza',
    ]);
  });
});

describe('decisions', () => {
  it('say field by field what was read and what was confirmed', () => {
    const weighed = edited(changeObjective(read, 'o2', { ...objective(read, 'o2'), weight: 70 }, 2));
    const renamed = edited(changeSector(weighed, 's2', { name: 'Lavori pubblici', owner: null }, 3));
    const draft = done(addObjective(done(setDiscarded(renamed, 'o4', true, 4)), 's1', 'Archivi', 5));
    expect(
      decisionsBetween(read, draft).map(({ kind, sector, objective: about, field, before, after }) => [
        ...[kind, sector, about?.title ?? null, field ?? null],
        typeof before === 'object' ? null : before,
        typeof after === 'object' ? null : after,
      ]),
    ).toEqual([
      ['changed', 'Finanziario', 'Rendiconto', 'weight', 12.5, 70],
      ['added', 'Finanziario', 'Archivi', null, null, null],
      ['changed', 'Tecnico', null, 'name', 'Tecnico', 'Lavori pubblici'],
      ['changed', 'Lavori pubblici', null, 'owner', 'Segretario comunale', null],
      ['discarded', 'Lavori pubblici', 'Bandi', null, null, null],
    ]);
  });
});

describe('whatever people do, in whatever order', () => {
  const ids = fc.constantFrom('o1', 'o2', 'o3', 'o4', 'o5', 'o6', 'o7');
  const sectors = fc.constantFrom('s1', 's2');
  const edits = fc.oneof(
    fc.tuple(ids, sectors).map(
      ([id, to]) =>
        (draft: DraftPlan, rev: number) =>
          moveObjective(draft, id, to, rev),
    ),
    fc.tuple(ids, fc.boolean()).map(
      ([id, off]) =>
        (draft: DraftPlan, rev: number) =>
          setDiscarded(draft, id, off, rev),
    ),
    fc.tuple(ids, ids).map(
      ([a, b]) =>
        (draft: DraftPlan, rev: number) =>
          mergeObjectives(draft, a, b, rev),
    ),
    ids.map((id) => (draft: DraftPlan, rev: number) => {
      const half = { indicators: new Set([0]), milestones: new Set([0]) };
      return splitObjective(draft, id, { title: 'Secondo', number: null, weight: 1, ...half }, rev);
    }),
    fc.tuple(ids, fc.subarray(['s1', 's2'])).map(
      ([id, to]) =>
        (draft: DraftPlan, rev: number) =>
          shareObjective(draft, id, new Set(to), rev),
    ),
  );

  it('ids stay unique, a shared objective stands at most once under a sector, and no indicator that was read is lost (300 sequences)', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 12 }), (all) => {
        const draft = all.reduce((now, edit, index) => {
          const placing = edit(now, index + 2);
          return placing.ok ? placing.draft : now;
        }, read);
        const objectives = draft.sectors.flatMap((sector) => sector.objectives);
        const every = objectives.map(({ id }) => id);
        expect(new Set(every).size).toBe(every.length);
        for (const sector of draft.sectors) {
          const groups = sector.objectives.flatMap(({ group, discarded }) =>
            group === null || discarded ? [] : [group],
          );
          expect(new Set(groups).size).toBe(groups.length);
        }
        const kept = new Set(objectives.flatMap(({ indicators }) => indicators.map(({ text }) => text)));
        expect([...kept].sort()).toEqual(['Delibera', 'Indicatore di tempestività']);
      }),
      { numRuns: 300, seed: 4 },
    );
  });
});
