/**
 * What the 15:00 alert mail to the Segretario must tell: only what cannot wait for the weekly summary.
 * Roles, days and the mail server's own words; names only of whom something is handed over to, and no addresses.
 */
import type { ObligationSubject, Role } from '../domain/obligations/obligation.js';
import type { Substitutions } from '../domain/obligations/receivers.js';
import type { CivilDate } from '../domain/time/civil-date.js';

/** What the mail server said: its code (`null`: it said none) and its text, as received. */
export interface ServerAnswer {
  readonly code: number | null;
  readonly response: string;
}

/** What somebody answered, or tried to. */
export type AnswerAlert =
  /** "Non è di mia competenza", said in that role about what it owes; the reason in the person's words. */
  | {
      readonly kind: 'not-mine';
      readonly role: Role;
      readonly subject: ObligationSubject;
      readonly due: CivilDate | null;
      readonly reason: string;
    }
  /** Too many wrong codes at the role's shared mailbox: nobody answers from it on that day. */
  | { readonly kind: 'code-locked'; readonly role: Role; readonly day: CivilDate };

/** One fact; `roles` and `role` say whose mail it was. */
export type AlertItem =
  | AnswerAlert
  /** Of the evaluators: a year can be worked on; `transmittedOn`: the Relazione came, as it does again in each round. */
  | {
      readonly kind: 'year-ready';
      readonly year: number;
      readonly round: number;
      readonly transmittedOn: CivilDate | null;
      readonly due: CivilDate | null;
    }
  /** The server refused for good the digest of that day. */
  | ({
      readonly kind: 'permanent-refusal';
      readonly roles: readonly Role[];
      readonly mailDay: CivilDate;
    } & ServerAnswer)
  /** The digest of that day was taken by the server and came back; `stopped`: nothing is written there any more. */
  | ({
      readonly kind: 'bounced';
      readonly roles: readonly Role[];
      readonly mailDay: CivilDate;
      readonly stopped: boolean;
    } & ServerAnswer)
  /** The digest of that day was not handed over; `uncertain` when the server may have it all the same. */
  | ({
      readonly kind: 'digest-not-sent';
      readonly roles: readonly Role[];
      readonly mailDay: CivilDate;
      readonly uncertain: boolean;
    } & ServerAnswer)
  /**
   * No round happened from one working day to another; so many notices were passed over, of `joined` obligations,
   * each of which gave one notice instead, to `people` in all. Alerts of older versions do not say the last two.
   */
  | {
      readonly kind: 'outage';
      readonly firstDay: CivilDate;
      readonly lastDay: CivilDate;
      readonly passedOver: number;
      readonly joined?: number | undefined;
      readonly people?: number | undefined;
    }
  /** Somebody without a mailbox: what their mail of that day tells, to be handed over on paper. */
  | {
      readonly kind: 'to-hand-over';
      readonly person: string;
      readonly roles: readonly Role[];
      readonly mailDay: CivilDate;
      readonly lines: readonly {
        readonly subject: ObligationSubject;
        readonly due: CivilDate | null;
        readonly workingDaysLate: number;
      }[];
    }
  /** Nobody is there who receives what is addressed to the role: notices of that day to hand over. */
  | {
      readonly kind: 'no-recipient';
      readonly role: Role;
      readonly mailDay: CivilDate;
      readonly notices: number;
    };

/** `items` in any order: the mail has its own. */
/** Beside what happened: whether whoever reads it stands in for the Segretario. */
export interface AlertFacts extends Partial<Substitutions> {
  readonly town: string;
  readonly day: CivilDate;
  readonly items: readonly AlertItem[];
  /** Whose desk it is for; absent: the Segretario's. */
  readonly to?: Role;
}
