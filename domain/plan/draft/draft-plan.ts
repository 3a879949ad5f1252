/**
 * A plan under correction: what was read, with a name for each sector and objective that stays while people
 * edit, split, merge and move them. Edits are functions from one draft to the next; `rev` is the version of
 * the draft in which a thing changed last, so that of two people at one objective the later one is told.
 */
import type { LintWarning, PlanDocument, PlanMilestone, PlanObjective } from '../plan-document.js';

/** An objective of a draft; one that several sectors share stands once under each. */
export interface DraftObjective extends PlanObjective {
  /** `o7`: unique in the draft, kept through every edit. */
  readonly id: string;
  /** 0: as it was read. */
  readonly rev: number;
  /** Put aside: not part of the plan, may be taken back. */
  readonly discarded: boolean;
  /** Ids of what was read that it is made of; empty when a person added it. */
  readonly from: readonly string[];
  /** The same under every sector that has this shared objective; `null` for one sector's own. */
  readonly group: string | null;
}

/** A sector of a draft, in the order in which it was read. */
export interface DraftSector {
  /** `s2`. */
  readonly id: string;
  readonly rev: number;
  readonly name: string;
  readonly owner: string | null;
  /** As read; worked out anew once something of the sector has changed. */
  readonly weightTotal: number | null;
  readonly objectives: readonly DraftObjective[];
}

/** JSON as it is stored with the import. */
export interface DraftPlan {
  readonly document: PlanDocument['document'];
  /** Of `document`. */
  readonly rev: number;
  readonly sectors: readonly DraftSector[];
  /** What the document's own lint said. */
  readonly lint: readonly LintWarning[];
  /** The next number for an id. */
  readonly next: number;
}

/** What was read, ready to be corrected. The same plan always gets the same ids. */
export function draftOf(plan: PlanDocument): DraftPlan {
  let next = 1;
  const groups = new Map<string, string>();
  const sectors = plan.sectors.map((sector, index): DraftSector => {
    const printed = new Map<string, number>();
    const objectives = sector.objectives.map((objective): DraftObjective => {
      const id = `o${next}`;
      next += 1;
      // Printed twice under one sector, a shared objective is two.
      const name = JSON.stringify([objective.number, objective.title]);
      const time = printed.get(name) ?? 0;
      printed.set(name, time + 1);
      const key = `${time} ${name}`;
      const group = objective.shared ? (groups.get(key) ?? id) : null;
      if (group !== null) groups.set(key, group);
      return { ...objective, id, rev: 0, discarded: false, from: [id], group };
    });
    const { name, owner, weightTotal } = sector;
    return { id: `s${index + 1}`, rev: 0, name, owner, weightTotal, objectives };
  });
  return { document: plan.document, rev: 0, sectors, lint: plan.lint, next };
}

/** An objective and the sector under which it stands. */
export interface Placed {
  readonly sector: DraftSector;
  readonly objective: DraftObjective;
}

/** `null` when the draft has none of that id. */
export function findObjective(draft: DraftPlan, id: string): Placed | null {
  for (const sector of draft.sectors) {
    const objective = sector.objectives.find((one) => one.id === id);
    if (objective !== undefined) return { sector, objective };
  }
  return null;
}

/** The places of a shared objective that are not put aside, its own included; of another, itself. */
export const sharersOf = (draft: DraftPlan, objective: DraftObjective): readonly Placed[] =>
  draft.sectors.flatMap((sector) =>
    sector.objectives
      .filter((one) => one.id === objective.id || (isSame(one, objective) && !one.discarded))
      .map((one) => ({ sector, objective: one })),
  );

const isSame = (one: DraftObjective, other: DraftObjective): boolean =>
  other.group !== null && one.group === other.group;

/** The draft with every objective that `change` answers for replaced; `null` leaves one as it is. */
export const withObjectives = (
  draft: DraftPlan,
  change: (objective: DraftObjective, sector: DraftSector) => DraftObjective | null,
): DraftPlan => ({
  ...draft,
  sectors: draft.sectors.map((sector) => ({
    ...sector,
    objectives: sector.objectives.map((one) => change(one, sector) ?? one),
  })),
});

/** What a milestone says, wherever it was read. */
export function saidBy({ sourceLine: _, ...said }: PlanMilestone): string {
  return JSON.stringify(Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1)));
}
