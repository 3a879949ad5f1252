/** What the drafts of a round are made of: facts of the review in their final Italian words. */

export interface DraftMember {
  readonly name: string;
  /** "nell'anno ha risposto del settore Tecnico …". */
  readonly conflicts: readonly string[];
  /** What was declared, with its day. */
  readonly declarations: readonly string[];
  /** Took no part at all. */
  readonly abstained: boolean;
}

/** A criterion, and what was concluded on it. */
export interface DraftCriterion {
  readonly text: string;
  /** As the paper cites it; empty: the town's own, or one that nobody checked. */
  readonly norm: string;
  /** `null`: none yet. */
  readonly conclusion: string | null;
  readonly note: string;
}

/** An objective in a line of the report. */
export interface DraftObjective {
  /** One of structure stands in every sector, and is one. */
  readonly id: string;
  readonly title: string;
  readonly planned: string;
  readonly result: string;
  readonly degree: string;
  readonly documents: number;
  readonly conclusion: string | null;
  readonly note: string;
}

/** A question of the round, and its answer. */
export interface DraftQuestion {
  readonly on: string;
  readonly by: string;
  readonly to: string;
  readonly about: string;
  readonly text: string;
  /** With day and name; empty: none. */
  readonly answer: string;
}

/** Words are final and Italian: days are written out. */
export interface DraftFacts {
  /** "Comune di Caluso". */
  readonly town: string;
  /** "Nucleo di valutazione". */
  readonly evaluator: string;
  readonly year: number;
  readonly round: number;
  /** "giovedì 2 maggio 2024"; `null`: not transmitted yet. */
  readonly transmitted: string | null;
  /** "G.C. n. 48 del 3/5/2024"; `null`: no act has adopted it yet. */
  readonly adopted: string | null;
  /** The Relazione that is signed for: what is published can be held against it. `null`: nothing is frozen yet. */
  readonly examined: {
    /** Of the snapshot. */
    readonly number: number;
    /** Of its data, lower-case hex: the one printed on the Relazione. */
    readonly sha256: string;
  } | null;
  /** The day on which it is printed, in words. */
  readonly printed: string;
  readonly members: readonly DraftMember[];
  readonly criteria: readonly DraftCriterion[];
  readonly sectors: readonly { readonly name: string; readonly objectives: readonly DraftObjective[] }[];
  readonly questions: readonly DraftQuestion[];
  readonly outcome: {
    readonly words: string;
    readonly on: string;
    readonly reasons: readonly string[];
  } | null;
}

/** "del Nucleo di valutazione", "dell'OIV". */
export const ofEvaluator = (evaluator: string): string =>
  `${/^[aeiou]/i.test(evaluator) ? "dell'" : 'del '}${evaluator}`;
