/** What a sector says of one objective at the reference day. Texts are as typed; nothing is asked here. */
import type { CivilDate } from '../time/civil-date.js';

/** How the work stands. */
export const PROGRESS = ['not-started', 'on-track', 'late', 'stopped', 'done'] as const;
/** One of {@link PROGRESS}: how the objective goes at the reference day. */
export type Progress = (typeof PROGRESS)[number];

/** Why it deviates from the plan. */
export const CAUSES = ['external', 'resources', 'priorities', 'dependency', 'estimate', 'other'] as const;
/** One of {@link CAUSES}: why it deviates. */
export type Cause = (typeof CAUSES)[number];

/** What the sector proposes for the objective. */
export const PROPOSALS = ['confirm', 'correct', 'vary'] as const;
/** One of {@link PROPOSALS}: what the sector asks for. */
export type Proposal = (typeof PROPOSALS)[number];

/** At most so many characters of each text. */
export const TEXT_LIMIT = 4_000;
/** Of the value of an indicator. */
export const VALUE_LIMIT = 200;

/** The figure of one indicator. */
export interface IndicatorValue {
  readonly indicator: string;
  /** At the reference day, as typed. */
  readonly value: string;
  /** The figure is not there yet: *In attesa del dato*. */
  readonly waiting: boolean;
}

/** A term of the objective that was still open, declared as concluded with the submission. */
export interface MilestoneAnswer {
  readonly obligation: string;
  /** As typed; empty: it stays open. */
  readonly doneOn: string;
}

/** All that a sector says of one objective; empty where it has said nothing. */
export interface LineContent {
  readonly progress: Progress | null;
  readonly indicators: readonly IndicatorValue[];
  readonly milestones: readonly MilestoneAnswer[];
  readonly deviation: string;
  readonly cause: Cause | null;
  readonly causeText: string;
  readonly remedy: string;
  readonly proposal: Proposal | null;
  readonly proposalText: string;
  /** What proves it: acts, protocol numbers, addresses. Files are the submission's. */
  readonly evidence: string;
}

/** Nothing said yet. */
export const EMPTY_LINE: LineContent = {
  ...{ progress: null, indicators: [], milestones: [], deviation: '', cause: null, causeText: '' },
  ...{ remedy: '', proposal: null, proposalText: '', evidence: '' },
};

/** An indicator of the plan; `unit` and a value make it a figure. */
export interface AskedIndicator {
  readonly id: string;
  readonly text: string;
  readonly target: { readonly value: number; readonly unit?: string; readonly op?: string } | null;
}

/** A term of the objective in the sector. */
export interface AskedMilestone {
  readonly obligation: string;
  readonly phrase: string | null;
  readonly due: CivilDate | null;
  readonly state: 'open' | 'done';
  readonly doneOn: CivilDate | null;
  /** Of the answer *in corso* that stands: what was said, and until when. */
  readonly reason: string | null;
  readonly forecast: CivilDate | null;
}

/** What a line is about, as the plan in force and the answers given so far have it. */
export interface AskedLine {
  readonly objective: string;
  readonly number: string | null;
  readonly title: string;
  readonly indicators: readonly AskedIndicator[];
  readonly milestones: readonly AskedMilestone[];
}
