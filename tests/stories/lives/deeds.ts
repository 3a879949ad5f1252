/** What was really done, by whom: what becomes of a wish when its time comes. */
import type { SubmissionStep } from '../../../domain/cycle/submission-state.js';
import type { AnswerKind } from '../../../domain/obligations/answer-rules.js';
import type { Role } from '../../../domain/obligations/obligation.js';
import type { PlanDocument } from '../../../domain/plan/plan-document.js';
import type { CivilDate } from '../../../domain/time/civil-date.js';
import type { Instant } from '../../../domain/time/instant.js';
import type { Wish } from './life.js';

/** Somebody about one obligation (ids), in the role that owes it. */
interface About {
  readonly obligation: string;
  readonly person: string;
  readonly role: Role;
  /** By the link of their latest mail, else from the pages. */
  readonly byLink: boolean;
}

export type Deed = { readonly at: Instant; readonly today: CivilDate } & (
  | (About & { readonly kind: 'done'; readonly doneOn: CivilDate })
  | (About & { readonly kind: 'in-progress'; readonly forecast: CivilDate })
  | (About & { readonly kind: 'not-mine' })
  /** *Ho preso visione*: no mail knows of it. */
  | (About & { readonly kind: 'seen' })
  /** Their latest answer of that kind. */
  | (About & { readonly kind: 'withdraw'; readonly answer: AnswerKind })
  | (About & { readonly kind: 'hold-back'; readonly held: boolean })
  | (About & { readonly kind: 'set-date'; readonly due: CivilDate })
  | {
      readonly kind: SubmissionStep;
      readonly person: string;
      /** That owes the submission, or receives it. */
      readonly role: Role;
      readonly byLink: false;
      readonly sector: string;
      /** First day of its window. */
      readonly opens: CivilDate;
    }
  | { readonly kind: 'vary'; readonly before: PlanDocument; readonly after: PlanDocument }
  | Extract<Wish, { kind: 'ladder' }>
  | {
      readonly kind: 'absence';
      readonly person: string;
      readonly substitute: string | null;
      readonly from: CivilDate;
      readonly to: CivilDate | null;
    }
  | { readonly kind: 'succession'; readonly role: Role; readonly person: string; readonly from: CivilDate }
);

/** Can it bring a notice forward? What only removes notices, and who is there, is seen when the round comes. */
export const tellsRound = (deed: Deed): boolean =>
  deed.kind === 'hold-back'
    ? !deed.held
    : !['done', 'seen', 'transmit', 'acknowledge', 'absence', 'succession'].includes(deed.kind);
