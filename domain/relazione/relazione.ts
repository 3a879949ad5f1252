/**
 * A *Relazione sulla performance* with nothing left to work out: what its JSON holds, and what every other format is
 * written from. Decimals are exact and texts ("98.75"); days are ISO. What is optional is of one version alone.
 */
import type { CivilDate } from '../time/civil-date.js';
import type { RelazioneText, RelazioneWords } from './relazione-facts.js';
import type { RelazioneObjective } from './relazione-objective.js';
import type { TimelineEntry } from './timeline.js';

/** First thing a reader looks at: it changes with the shape. */
export const RELAZIONE_FORMAT = 'traguardo.relazione/1';

/** For the administration and the Nucleo; for everybody. */
export const RELAZIONE_VERSIONS = ['internal', 'publication'] as const;
/** One of {@link RELAZIONE_VERSIONS}. */
export type RelazioneVersion = (typeof RELAZIONE_VERSIONS)[number];

/** An act of the closing, as cited. */
export interface RelazioneAct {
  /** "G.C. n. 48 del 3/5/2024". */
  readonly cited: string;
  readonly date: CivilDate;
  readonly subject: string;
  readonly protocol: { readonly number: string; readonly on: CivilDate | null } | null;
}

/** An objective common to several sectors, with the degree in each. */
export interface StructureObjective {
  readonly number: string | null;
  readonly title: string;
  readonly indicators: readonly string[];
  readonly sectors: readonly (Pick<RelazioneObjective, 'weight' | 'outcome' | 'degree'> & {
    readonly sector: string;
  })[];
}

/** In the plan's order. */
export interface RelazioneSector {
  readonly name: string;
  /** Exact decimal, at least two places; `null`: not all is decided, or nothing can be assessed. Absent: not told. */
  readonly total?: string | null;
  /** Where no decimal is exact, the fraction ("250/3"); `total` is then its fourth decimal, rounded. */
  readonly totalFraction?: string | null;
  /** What full attainment brings. */
  readonly outOf: string;
  readonly objectives: readonly RelazioneObjective[];
}

/** What one act changed of the plan. */
export interface RelazioneVariation {
  readonly kind: 'variation' | 'correction';
  readonly act: string | null;
  readonly actDate: CivilDate | null;
  readonly effectiveFrom: CivilDate;
  readonly reason: string;
  readonly effects: readonly string[];
  readonly flags: readonly string[];
}

/** A monitoring window: how many submissions were asked for, and came. */
export interface RelazioneWindow {
  readonly title: string;
  readonly referenceOn: CivilDate;
  readonly due: CivilDate;
  readonly asked: number;
  readonly transmitted: number;
  /** Of those transmitted, after their term. */
  readonly late: number;
  /** Internal version. */
  readonly sectors?: readonly {
    readonly sector: string;
    readonly due: CivilDate;
    readonly transmittedOn: CivilDate | null;
    readonly daysLate: number;
    readonly returns: number;
  }[];
}

/** In the index; the numbers stand in the objectives. */
export interface IndexedEvidence {
  readonly number: number;
  readonly sector: string;
  readonly objective: string;
  readonly description: string;
  /** Internal version, as the file's name and hash. */
  readonly on?: CivilDate | null;
  readonly file?: { readonly name: string; readonly sha256: string } | null;
}

/** How many objectives, one of structure counting once. */
export interface RelazioneSummary {
  readonly objectives: number;
  readonly structure: number;
  /** Degree 100 in every sector; between; 0 in every sector. */
  readonly full: number;
  readonly partial: number;
  readonly none: number;
  readonly notAssessable: number;
  /** Waiting for a figure, or not decided, in some sector. */
  readonly open: number;
}

/** The JSON of the document, key by key. */
export interface Relazione {
  readonly format: typeof RELAZIONE_FORMAT;
  readonly version: RelazioneVersion;
  readonly town: { readonly name: string; readonly ipaCode: string | null };
  readonly year: number;
  readonly asOf: CivilDate;
  readonly words: RelazioneWords;
  readonly texts: Readonly<Partial<Record<RelazioneText, string>>>;
  readonly summary: RelazioneSummary;
  readonly acts: readonly RelazioneAct[];
  readonly structureObjectives: readonly StructureObjective[];
  readonly sectors: readonly RelazioneSector[];
  readonly variations: readonly RelazioneVariation[];
  readonly monitoring: readonly RelazioneWindow[];
  readonly timeline: readonly TimelineEntry[];
  readonly evidence: readonly IndexedEvidence[];
}
