/** What a version of a plan changed of one objective: the fields before and after, and the row that it is. */
import type { VersionPlace } from './place-pairs.js';
import type { ObjectiveDifference } from './plan-difference.js';
import type { PlanIndicator, PlanMilestone } from './plan-document.js';

/** One field or part of an objective, before and after. */
export type ChangeDetail =
  | {
      readonly field: 'number' | 'title' | 'owner';
      readonly before: string | null;
      readonly after: string | null;
    }
  /** Whether several sectors have it. */
  | { readonly field: 'shared'; readonly before: boolean; readonly after: boolean }
  | { readonly field: 'weight'; readonly before: number | null; readonly after: number | null }
  | {
      readonly field: 'indicators';
      readonly before: readonly PlanIndicator[];
      readonly after: readonly PlanIndicator[];
    }
  | {
      readonly field: 'milestone';
      readonly before: PlanMilestone | null;
      readonly after: PlanMilestone | null;
    };

/** What one version did to one objective under one sector. */
export interface ObjectiveChange {
  /** Id of the objective; `null` where no version kept it. */
  readonly objective: string | null;
  readonly sector: string;
  /** As it is now, or as it was when it went. */
  readonly number: string | null;
  readonly title: string;
  readonly change: 'added' | 'withdrawn' | 'changed';
  /** What it was worth in the sector before, and is after; `null`: no weight, or not there. */
  readonly weight: { readonly before: number | null; readonly after: number | null };
  /** Of `changed` alone, in the order of the fields, then of the terms. */
  readonly details: readonly ChangeDetail[];
}

/** `places`: those of the later version, empty where they are not kept. */
export function changeOf(one: ObjectiveDifference, places: readonly VersionPlace[]): ObjectiveChange {
  const { sector, before, after } = one;
  const said = (after ?? before)?.said;
  const place = places.find(
    (pair) =>
      pair.sector === sector &&
      (after === null
        ? pair.before === before?.objective && pair.after === null
        : pair.after === after.objective),
  );
  return {
    objective: place?.objective ?? null,
    ...{ sector, number: said?.number ?? null, title: said?.title ?? '' },
    change: before === null ? 'added' : after === null ? 'withdrawn' : 'changed',
    weight: { before: before?.said.weight ?? null, after: after?.said.weight ?? null },
    details: detailsOf(one),
  };
}

/** What differs between a pair, field by field, then term by term; of one that came or went nothing. */
export function detailsOf({
  before,
  after,
  fields,
  milestones,
}: ObjectiveDifference): readonly ChangeDetail[] {
  if (before === null || after === null) return [];
  const [was, is] = [before.said, after.said];
  return [
    ...fields.flatMap((field): readonly ChangeDetail[] => {
      if (field === 'weight') return [{ field, before: was.weight, after: is.weight }];
      if (field === 'indicators') return [{ field, before: was.indicators, after: is.indicators }];
      if (field === 'shared') return [{ field, before: was.shared, after: is.shared }];
      return [{ field, before: was[field] ?? null, after: is[field] ?? null }];
    }),
    ...milestones.map((pair) => ({ field: 'milestone' as const, ...pair })),
  ];
}
