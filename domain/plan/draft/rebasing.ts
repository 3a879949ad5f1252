/** What carrying a draft over to the plan in force begins from, and what comes of it. */
import type { DraftPlan } from './draft-plan.js';

/** What of an objective is carried over by itself. */
export const REBASED_FIELDS = ['number', 'title', 'weight', 'owner', 'indicators', 'milestones'] as const;

/** A change of the draft that stays behind. */
export interface LeftBehind {
  /** Name of the sector and title, as in the draft. */
  readonly sector: string;
  readonly title: string;
  readonly why: /** The plan in force no longer has it there. */
    | { readonly is: 'withdrawn' }
    /** The plan in force changed the same field; `said`: what the draft had. */
    | { readonly is: 'changed-too'; readonly field: (typeof REBASED_FIELDS)[number]; readonly said: unknown }
    /** The plan in force has no such sector. */
    | { readonly is: 'no-sector' };
}

/** `left`: what could not be carried over, for whoever goes on with the draft. */
export interface Rebased {
  readonly draft: DraftPlan;
  readonly left: readonly LeftBehind[];
}

/** Of what began, what was made of it, and the plan in force. */
export interface Rebasing {
  readonly base: DraftPlan;
  readonly mine: DraftPlan;
  readonly inForce: DraftPlan;
  /** Id in the plan in force by id in `base`; `null`: it is gone from there. */
  readonly now: (id: string) => string | null;
}

/** The version of the draft that the carrying over makes. */
export const REBASE_REV = 1;
