/** One objective made two, two made one: what a reader of tables takes together or apart by mistake. */
import {
  type DraftObjective,
  type DraftPlan,
  findObjective,
  saidBy,
  sharersOf,
  withObjectives,
} from './draft-plan.js';
import type { Placing } from './place-objective.js';

/** What the second objective is to be; all else stays with the first. */
export interface SplitAsked {
  /** Of the second objective. */
  readonly title: string;
  readonly number: string | null;
  /** Of the second, under the sector where it is split; elsewhere it has none until somebody says it. */
  readonly weight: number | null;
  /** Positions of what goes to the second. */
  readonly indicators: ReadonlySet<number>;
  readonly milestones: ReadonlySet<number>;
}

/** The second stands right after the first; `id` of the answer is the second's. A shared one is split under every sector. */
export function splitObjective(draft: DraftPlan, id: string, asked: SplitAsked, rev: number): Placing {
  const placed = findObjective(draft, id);
  if (placed === null) return { ok: false, refusal: 'unknown' };
  const sharers = new Set(sharersOf(draft, placed.objective).map((one) => one.objective.id));
  let next = draft.next;
  const second = `o${next}`;
  next += 1;
  const group = placed.objective.group === null ? null : second;
  const sectors = draft.sectors.map((sector) => ({
    ...sector,
    objectives: sector.objectives.flatMap((one): DraftObjective[] => {
      if (!sharers.has(one.id)) return [one];
      const own = one.id === id ? second : `o${next++}`;
      const weight = one.id === id ? asked.weight : null;
      return halves(one, asked, rev, { id: own, weight, group });
    }),
  }));
  return { ok: true, id: second, draft: { ...draft, sectors, next } };
}

function halves(
  one: DraftObjective,
  asked: SplitAsked,
  rev: number,
  other: Pick<DraftObjective, 'id' | 'weight' | 'group'>,
): DraftObjective[] {
  const { result: _, ...rest } = one;
  const stays = <T>(items: readonly T[], gone: ReadonlySet<number>): readonly T[] =>
    items.filter((_item, index) => !gone.has(index));
  const goes = <T>(items: readonly T[], gone: ReadonlySet<number>): readonly T[] =>
    items.filter((_item, index) => gone.has(index));
  return [
    {
      ...one,
      rev,
      indicators: stays(one.indicators, asked.indicators),
      milestones: stays(one.milestones, asked.milestones),
    },
    {
      ...rest,
      ...other,
      rev,
      number: asked.number,
      title: asked.title,
      indicators: goes(one.indicators, asked.indicators),
      milestones: goes(one.milestones, asked.milestones),
    },
  ];
}

/**
 * The first takes in the second of the same sector: titles one after the other, weights summed, indicators
 * and milestones of both; the second is put aside, so that it can be taken back. Shared ones are refused.
 */
export function mergeObjectives(draft: DraftPlan, id: string, second: string, rev: number): Placing {
  const [one, other] = [findObjective(draft, id), findObjective(draft, second)];
  if (one === null || other === null || one.sector.id !== other.sector.id || id === second) {
    return { ok: false, refusal: 'unknown' };
  }
  if (one.objective.group !== null || other.objective.group !== null) return { ok: false, refusal: 'shared' };
  const merged = both(one.objective, other.objective, rev);
  const change = (objective: DraftObjective): DraftObjective | null => {
    if (objective.id === id) return merged;
    return objective.id === second ? { ...objective, discarded: true, rev } : null;
  };
  return { ok: true, id, draft: withObjectives(draft, change) };
}

function both(a: DraftObjective, b: DraftObjective, rev: number): DraftObjective {
  const known = new Set(a.milestones.map(saidBy));
  const lines = [a.sourceLines, b.sourceLines].flatMap((one) => one ?? []);
  const weight = a.weight === null || b.weight === null ? (a.weight ?? b.weight) : a.weight + b.weight;
  return {
    ...a,
    rev,
    number: a.number ?? b.number,
    title: a.title === b.title ? a.title : `${a.title} – ${b.title}`,
    weight: weight === null ? null : Math.round(weight * 10_000) / 10_000,
    from: [...new Set([...a.from, ...b.from])],
    indicators: [
      ...a.indicators,
      ...b.indicators.filter(({ text }) => !a.indicators.some((mine) => mine.text === text)),
    ],
    milestones: [...a.milestones, ...b.milestones.filter((one) => !known.has(saidBy(one)))],
    ...(lines.length === 0 ? {} : { sourceLines: [Math.min(...lines), Math.max(...lines)] as const }),
  };
}
