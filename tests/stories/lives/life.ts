/** A year of an invented town as it will be lived: what it owes, who is there, and everything that happens. */
import type { SubmissionStep } from '../../../domain/cycle/submission-state.js';
import type { Ladders } from '../../../domain/obligations/ladder.js';
import type { PlanDocument } from '../../../domain/plan/plan-document.js';
import type { CivilDate } from '../../../domain/time/civil-date.js';
import type { Closure } from '../../../domain/time/closures.js';
import type { Instant } from '../../../domain/time/instant.js';
import type { TownSettings } from '../../../store/towns/town-settings.js';
import type { PersonWish } from '../../activities/town.js';

/** What somebody means to do; whether they can is seen when the time comes. `place`: which obligation. */
export type Wish =
  | { readonly kind: 'done'; readonly place: number; readonly daysAgo: number }
  | { readonly kind: 'in-progress'; readonly place: number; readonly forecastIn: number }
  | { readonly kind: 'not-mine' | 'seen' | 'withdraw' | 'hold-back' | 'let-go'; readonly place: number }
  | { readonly kind: 'set-date'; readonly place: number; readonly days: number }
  /** About the submission of a sector in a half-year's monitoring. */
  | { readonly kind: SubmissionStep; readonly sector: string; readonly window: 1 | 2 }
  | {
      readonly kind: 'vary';
      readonly change: 'move' | 'withdraw' | 'add';
      readonly pick: number;
      readonly days: number;
    }
  | {
      readonly kind: 'ladder';
      readonly ladders: Partial<Ladders>;
      readonly mayorRung: TownSettings['mayorRung'];
    }
  | {
      readonly kind: 'absence';
      readonly who: string;
      readonly substitute: string | null;
      readonly days: number | null;
    }
  | { readonly kind: 'succession'; readonly sector: string; readonly who: string };

export type WishAt = Wish & {
  /** Town time. */
  readonly at: Instant;
  /** Chooses among several who might do it. */
  readonly dice: number;
};

/** From `from` on, until before `to`; town time. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

export interface Life {
  readonly seed: number;
  readonly plan: PlanDocument;
  readonly approved: CivilDate;
  /** The last day that is lived. */
  readonly until: CivilDate;
  readonly closures: readonly Closure[];
  readonly ladders: Partial<Ladders>;
  readonly mayorRung: TownSettings['mayorRung'];
  readonly people: readonly PersonWish[];
  /** In order of time. */
  readonly wishes: readonly WishAt[];
  /** Nothing runs: no round, no mail. In order, apart from each other. */
  readonly outages: readonly Stretch[];
  /** Days on which the mail server takes nothing. */
  readonly mailless: ReadonlySet<CivilDate>;
}
