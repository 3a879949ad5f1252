/**
 * What a plan changes of the one that is in force: objectives paired by sector, number and likeness of
 * title; of each pair the fields that differ. Both are plans as confirmed.
 */

import { type MilestoneChange, milestoneChanges } from './milestone-changes.js';
import { type PlacePair, placeBefore } from './place-pairs.js';
import type { PlanDocument, PlanObjective } from './plan-document.js';
import { likeness } from './title-likeness.js';

/** Positions in a plan: sector, then objective. */
export interface PlanPlace {
  readonly sector: number;
  readonly objective: number;
}

/** An objective at its place. */
export type Listed = PlanPlace & { readonly said: PlanObjective };

export interface ObjectiveDifference {
  /** Name of the sector, in the new plan where it has one. */
  readonly sector: string;
  readonly before: Listed | null;
  readonly after: Listed | null;
  /** Of a pair. */
  readonly fields: readonly ('number' | 'title' | 'weight' | 'owner' | 'shared' | 'indicators')[];
  readonly milestones: readonly MilestoneChange[];
}

export interface PlanDifference {
  /** Only what differs, in the order of the new plan; what is gone after what stays, by sector. */
  readonly objectives: readonly ObjectiveDifference[];
  readonly sectors: { readonly added: readonly string[]; readonly gone: readonly string[] };
  /** Where each objective that stays stood and stands, changed or not. */
  readonly pairs: readonly {
    readonly sector: string;
    readonly before: Listed;
    readonly after: Listed;
  }[];
  /** Sectors whose printed owner differs. */
  readonly owners: readonly string[];
}

/** Titles less alike than this are two objectives, unless sector and number are the same. */
const LIKE = 0.6;
const LIKE_WITH_NUMBER = 0.3;

/** `known`: which objective is which; what it does not name came or went. Without it they are paired by likeness. */
export function planDifference(
  before: PlanDocument,
  after: PlanDocument,
  known: readonly PlacePair[] | null = null,
): PlanDifference {
  const [old, now] = [before, after].map((plan) => plan.sectors.map(({ name }) => name)) as [
    string[],
    string[],
  ];
  const gone = old.filter((name) => !now.includes(name));
  const all = [...now, ...gone].flatMap((name) => ofSector(name, before, after, known));
  const owners = after.sectors.filter(({ name, owner }) => {
    const was = before.sectors.find((one) => one.name === name);
    return was !== undefined && was.owner !== owner;
  });
  return {
    objectives: all.filter(isDifferent),
    pairs: all.flatMap(({ sector, before, after }) => (before && after ? [{ sector, before, after }] : [])),
    sectors: { added: now.filter((name) => !old.includes(name)), gone },
    owners: owners.map(({ name }) => name),
  };
}

const listed = (plan: PlanDocument, name: string): readonly Listed[] => {
  const sector = plan.sectors.findIndex((one) => one.name === name);
  return (plan.sectors[sector]?.objectives ?? []).map((said, objective) => ({ sector, objective, said }));
};

function ofSector(
  sector: string,
  before: PlanDocument,
  after: PlanDocument,
  known: readonly PlacePair[] | null,
): readonly ObjectiveDifference[] {
  const left = [...listed(before, sector)];
  const paired = listed(after, sector).map((one) => {
    const pair =
      known === null
        ? bestOf(left, one.said)
        : (left.find(({ objective }) => objective === placeBefore(known, sector, one.objective)) ?? null);
    if (pair !== null) left.splice(left.indexOf(pair), 1);
    return { sector, before: pair, after: one, ...differences(pair?.said ?? null, one.said) };
  });
  const gone = left.map((one) => ({ sector, before: one, after: null, fields: [], milestones: [] }));
  return [...paired, ...gone];
}

const isDifferent = ({ before, after, fields, milestones }: ObjectiveDifference): boolean =>
  before === null || after === null || fields.length > 0 || milestones.length > 0;

function bestOf(candidates: readonly Listed[], wanted: PlanObjective): Listed | null {
  let best: Listed | null = null;
  let most = 0;
  for (const one of candidates) {
    const numbered = wanted.number !== null && one.said.number === wanted.number;
    const alike = likeness(one.said.title, wanted.title);
    const score = alike + (numbered ? 1 : 0);
    if (alike >= (numbered ? LIKE_WITH_NUMBER : LIKE) && score > most) [best, most] = [one, score];
  }
  return best;
}

function differences(
  before: PlanObjective | null,
  after: PlanObjective,
): Pick<ObjectiveDifference, 'fields' | 'milestones'> {
  if (before === null) return { fields: [], milestones: [] };
  const fields = (['number', 'title', 'weight', 'owner', 'shared', 'indicators'] as const).filter(
    (field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null),
  );
  return { fields, milestones: milestoneChanges(before.milestones, after.milestones) };
}
