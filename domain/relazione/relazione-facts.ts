/**
 * Everything that a *Relazione sulla performance* is made from, read at one moment. JSON as it stands: what is frozen
 * and hashed can be these facts. Texts are as they were typed; whoever wrote or did something is a role, never a person.
 */
import type { ValidationOutcome } from '../cycle/closing-duties.js';
import type { ClosingStep } from '../cycle/closing-rules.js';
import type { ActCited } from '../plan/act-cited.js';
import type { Redistribution } from '../scoring/growth.js';
import type { WeightScale } from '../scoring/sector-total.js';
import type { CivilDate } from '../time/civil-date.js';
import type { ObjectiveFact } from './objective-facts.js';

/** What the town writes itself, in the order of the document. */
export const RELAZIONE_TEXTS = ['presentation', 'context', 'tree', 'objectives', 'process'] as const;
/** A text of the town, kept per year: paragraphs, and lists of lines that begin with "- ". No figure is in them. */
export type RelazioneText = (typeof RELAZIONE_TEXTS)[number];

/** An act of the closing. */
export interface ActFact extends ActCited {
  /** What it decided, in a few words. */
  readonly subject: string;
  readonly protocol: { readonly number: string; readonly on: CivilDate | null } | null;
}

/** In the plan's order. */
export interface SectorFact {
  readonly name: string;
  /** In the plan's order, those of structure among them. */
  readonly objectives: readonly ObjectiveFact[];
}

/** A version of the plan after the approval. */
export interface VariationFact {
  readonly kind: 'variation' | 'correction';
  /** `null`: a correction that needed none. */
  readonly act: ActCited | null;
  readonly effectiveFrom: CivilDate;
  readonly reason: string;
  /** What it changed, a sentence each; empty: not kept. */
  readonly effects: readonly string[];
  /** What is marked about it (*Modificata dopo la scadenza originaria*), a sentence each. */
  readonly flags: readonly string[];
}

/** A monitoring window that asked something. */
export interface WindowFact {
  readonly title: string;
  readonly referenceOn: CivilDate;
  readonly due: CivilDate;
  /** `due`: that sector's own, after a return; `returns`: how many times it was sent back. */
  readonly sectors: readonly {
    readonly sector: string;
    readonly due: CivilDate;
    readonly transmittedOn: CivilDate | null;
    readonly returns: number;
  }[];
}

/** A step of which a Relazione tells the day. */
export type RelazioneStep = 'plan' | 'self-evaluation' | 'measurement' | ClosingStep;

/** A step of the year with its term. */
export interface StepFact {
  readonly step: RelazioneStep;
  /** From 1: what comes again after *non validata*. */
  readonly round: number;
  readonly due: CivilDate | null;
  readonly on: CivilDate | null;
  readonly outcome: ValidationOutcome | null;
  /** The act by which it was done. */
  readonly act: ActCited | null;
  /** What the town's own rules say of the term and of missing it; `null`: nothing. */
  readonly rule: string | null;
}

/** The town's own: "Nucleo di valutazione" or "OIV", "Settore" or "Area", "Segretario comunale" or "generale". */
export interface RelazioneWords {
  readonly evaluator: string;
  readonly sector: string;
  readonly secretary: string;
}

/** What is frozen and hashed by a snapshot. */
export interface RelazioneFacts {
  readonly town: { readonly name: string; readonly ipaCode: string | null };
  readonly year: number;
  /** The town's day on which the facts were read. */
  readonly asOf: CivilDate;
  readonly words: RelazioneWords;
  readonly scoring: { readonly scale: WeightScale; readonly redistribution: Redistribution };
  /** The version for publication shows sector totals (five heads are five persons: by default it does not). */
  readonly publishesTotals: boolean;
  readonly texts: Readonly<Partial<Record<RelazioneText, string>>>;
  readonly acts: readonly ActFact[];
  /** In the plan's order. */
  readonly sectors: readonly SectorFact[];
  /** In the order in which they were made. */
  readonly variations: readonly VariationFact[];
  readonly monitoring: readonly WindowFact[];
  readonly steps: readonly StepFact[];
}
