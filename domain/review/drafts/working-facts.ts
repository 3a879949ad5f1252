/** What the evaluators' working papers are made of: each objective under review, in its final Italian words. */
import type { DraftFacts, DraftQuestion } from './draft-facts.js';

/** A day with who and what, as a line of a history. */
export interface WorkingLine {
  readonly on: string;
  readonly by: string;
  readonly text: string;
}

/** A term as it went. */
export interface WorkingTerm {
  readonly phase: string;
  readonly owner: string;
  readonly due: string;
  readonly done: string;
  /** "Conclusa oltre il termine (9 giorni)". */
  readonly standing: string;
}

/** Everything the body looked at for one objective. */
export interface WorkingObjective {
  readonly title: string;
  /** Once for each sector that answers for it. */
  readonly places: readonly {
    readonly sector: string;
    readonly weight: string;
    readonly proposed: string;
    readonly claimed: string;
    readonly decided: string;
    /** Empty: none. */
    readonly reason: string;
    /** What was given as proof; empty: nothing. */
    readonly proof: string;
  }[];
  readonly terms: readonly WorkingTerm[];
  readonly indicators: readonly {
    readonly text: string;
    readonly target: string;
    readonly declared: string;
  }[];
  readonly evidence: readonly {
    readonly name: string;
    readonly about: string;
    readonly added: string;
    readonly sha256: string;
  }[];
  readonly history: readonly WorkingLine[];
  readonly questions: readonly DraftQuestion[];
  /** Those shared, and no others. */
  readonly notes: readonly WorkingLine[];
  /** `null`: none yet. */
  readonly conclusion: { readonly words: string; readonly note: string; readonly given: string } | null;
}

/** What a draft says, and all that lies behind it. */
export interface WorkingFacts extends DraftFacts {
  /** The town's own: "Settore" or "Area". */
  readonly sectorWord: string;
  /** In the plan's order, each once. */
  readonly objectives: readonly WorkingObjective[];
  /** On the Relazione as a whole, those shared. */
  readonly notes: readonly WorkingLine[];
}
