/**
 * A plan as the plan compiler prints it and as a town imports it: sectors, objectives, weights,
 * indicators and milestones, each with the line it was read from. Shape only; it is checked at the
 * edge (`documents/plan-json.ts`).
 */
export type MilestoneKind =
  | 'date'
  | 'month-end'
  | 'period'
  | 'recurring'
  | 'relative'
  | 'external-term'
  | 'none';

/** A day on which nothing must be handed in; such an item owes nothing. */
export type MilestoneRole = 'as-of' | 'event' | 'start-window' | 'continuous';

/** A term of an objective, as read from its phrase. */
export interface PlanMilestone {
  readonly kind: MilestoneKind;
  /** Last day of the term, ISO; absent for recurring, relative, external terms and impossible days. */
  readonly date?: string;
  /** First day of a period, ISO. */
  readonly start?: string;
  readonly role?: MilestoneRole;
  /** RFC 5545 rule without prefix, e.g. `FREQ=MONTHLY;INTERVAL=6`. */
  readonly recurrence?: string;
  readonly dtstart?: string;
  /** ISO 8601 duration, `-` = before the anchor. */
  readonly offset?: string;
  readonly anchor?: string | null;
  readonly calendar?: 'working';
  /** The day does not exist. */
  readonly invalid?: boolean;
  readonly phrase: string;
  readonly weight?: number;
  readonly sourceLine?: number;
}

/** `unit` as printed. */
export interface PlanTarget {
  readonly value: number;
  readonly unit?: string;
  readonly op?: '>=' | '<=' | '<' | '>';
}

/** As printed; a target only where one could be read. */
export interface PlanIndicator {
  readonly text: string;
  readonly target?: PlanTarget;
}

/** One that several sectors share is printed under each, and `shared` there. */
export interface PlanObjective {
  /** Exactly as printed; never renumbered. */
  readonly number: string | null;
  readonly title: string;
  readonly weight: number | null;
  readonly shared: boolean;
  /** Only when it differs from the sector's. */
  readonly owner?: string | null;
  readonly indicators: readonly PlanIndicator[];
  readonly milestones: readonly PlanMilestone[];
  readonly result?: { readonly value: number; readonly unit?: string };
  readonly sourceLines?: readonly [number, number];
}

/** `weightTotal`: as printed, not as summed. */
export interface PlanSector {
  readonly name: string;
  /** The role printed as responsible; `null` if none is printed. */
  readonly owner: string | null;
  readonly weightTotal: number | null;
  readonly objectives: readonly PlanObjective[];
}

/** Stable: programs read it. What each means stands in `lint-advice.ts`. */
export type LintCode =
  | 'weights-sum'
  | 'missing-weight'
  | 'numbering-gap'
  | 'numbering-duplicate'
  | 'undated-objective'
  | 'weekend-date'
  | 'wrong-year'
  | 'past-date'
  | 'invalid-date'
  | 'multiple-milestones-without-subweights'
  | 'external-term'
  /** Not of the compiler's contract: text that holds HTML tags; it is always shown as text. */
  | 'markup-in-text';

/** What is weak, and where. */
export interface LintWarning {
  readonly code: LintCode;
  readonly where: {
    readonly sector?: string;
    readonly number?: string | null;
    readonly title?: string;
    readonly line?: number;
  };
  readonly message: string;
}

/** The plan compiler’s contract; what the weights are, `document.weights` says. */
export interface PlanDocument {
  readonly document: {
    readonly body: string | null;
    readonly kind: 'plan' | 'report';
    readonly year: number;
    readonly act: string | null;
    readonly actDate: string | null;
    readonly weights: 'points' | 'multiplier' | 'none';
  };
  readonly sectors: readonly PlanSector[];
  readonly lint: readonly LintWarning[];
}
