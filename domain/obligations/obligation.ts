/**
 * An obligation is who owes what by when, and what happens if not. Every kind shares one ladder, one
 * agenda, one register and one way to answer. It knows roles, never persons.
 */
import type { Points } from '../plan/points.js';
import type { CivilDate } from '../time/civil-date.js';

/** Stored; what each is owed by and due by default is in design §10. */
export type ObligationKind =
  | 'milestone'
  | 'monitoring'
  | 'self-evaluation'
  | 'measurement'
  | 'question'
  | 'act'
  | 'validation'
  | 'transmission'
  | 'publication';

/**
 * `head` is the Responsabile of one sector; the other roles belong to the whole town. `vice-secretary` owes
 * nothing and is told nothing by itself: whoever holds it stands in for the Segretario. `assessor` is a member of the
 * Giunta, who reads the board and owes nothing.
 */
export type Role =
  | { readonly role: 'head'; readonly sector: string }
  | { readonly role: 'secretary' | 'vice-secretary' | 'mayor' | 'assessor' | 'oiv' | 'rpct' };

/** `head:<sector>`, `secretary`, `vice-secretary`, `mayor`, `assessor`, `oiv`, `rpct`: the form used as a key and in `rehearse --json`. */
export type RoleKey = string;
/** Two roles with the same key are the same role. */
export const roleKey = (role: Role): RoleKey => (role.role === 'head' ? `head:${role.sector}` : role.role);

/**
 * When it is due. `external`: fixed outside the plan and not known yet. `implicit`: the plan gives no
 * date, so the end of the year (31 December) holds and is flagged as such.
 */
export type Term =
  | { readonly kind: 'date'; readonly due: CivilDate }
  | { readonly kind: 'implicit'; readonly due: CivilDate }
  | { readonly kind: 'external'; readonly anchor: string | null };

/** `waived`: no longer due, by an act. `superseded`: another stands in its place, or its year is closed. */
export type ObligationState = 'open' | 'done' | 'waived' | 'superseded';

/** Facts alone: whether it is late is worked out by `standing`. */
export interface Obligation {
  readonly id: string;
  readonly kind: ObligationKind;
  /** The year of the cycle it belongs to: the weekly summary speaks of it until that 31 December. */
  readonly year: number;
  /** The objective it belongs to, the same id under every sector that shares it; `null` for those of a sector or of the cycle. */
  readonly objectiveId: string | null;
  readonly owner: Role;
  readonly term: Term;
  /** First day on which it can be worked on; a milestone's start day. `null`: from the beginning. */
  readonly opens: CivilDate | null;
  /**
   * The later of the day of approval and the day on which it went live here; when its date changes, the
   * day of the change. A change of owner leaves it: what is late stays late.
   */
  readonly startDay: CivilDate;
  /**
   * `null` for a single term. Otherwise which recurrence it is an occurrence of, and whether that
   * recurrence is monthly or finer (then it has only `due-day` and `late-3`).
   */
  readonly recurrence: { readonly id: string; readonly frequent: boolean } | null;
  /** Rises when the due date or the owner of this obligation changes; each rung fires once a version. */
  readonly version: number;
  readonly state: ObligationState;
  /** Day declared as the day of completion; `null` while open. Standing goes by this. */
  readonly doneOn: CivilDate | null;
  /** "In corso" with a reason: late rungs wait for the first working day after this forecast. */
  readonly forecast: CivilDate | null;
  /** The notice to the Sindaco is held back (reason recorded elsewhere). */
  readonly heldBack: boolean;
  /** "Not mine" was answered and nobody decided yet; absent: no. It stops no notice. */
  readonly disclaimed?: true;
  /** An open phase whose year is closed: how it ended, and nothing to be done; absent: the year is open. */
  readonly yearClosed?: true;
  /** What the lines of a mail say; `sector` is the sector under which the plan lists the objective. */
  readonly subject: ObligationSubject;
}

/** An objective's weight in one sector; `null` when the plan gives none. */
export interface Share {
  readonly sector: string;
  readonly weight: Points | null;
}

/** What pages and mails call it by. */
export interface ObligationSubject {
  readonly sector: string;
  readonly number: string | null;
  readonly objective: string;
  /** The words of the plan the term was read from; `null` for an implicit term. */
  readonly milestone: string | null;
  /** Weight of the objective in that sector; `null` when the plan has none. */
  readonly weight: Points | null;
  /** Of a lead sector: the other sectors whose share of the objective it answers for; absent: none. */
  readonly answersFor?: readonly Share[];
}

/** The day itself belongs to the term. `null`: not known yet. */
export const dueOf = (obligation: Pick<Obligation, 'term'>): CivilDate | null =>
  obligation.term.kind === 'external' ? null : obligation.term.due;
