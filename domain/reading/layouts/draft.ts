/**
 * What a layout finds in the blocks of a document, before sectors are put together, terms read and weights
 * judged. Every passage keeps its fragments, so that whatever is read of it knows its line.
 */
import type { Block, Fragment } from '../source/source-document.js';

/** Words of one place (a cell, a labelled field, a bullet): its paragraphs, each of one fragment or more. */
export type Passage = readonly (readonly Fragment[])[];

/** Marks under month columns: one unbroken run of months, 1–12, of the plan's year. */
export interface MarkedMonths {
  readonly first: number;
  readonly last: number;
  /** The words of the heading over the marks, e.g. "apr – giu". */
  readonly phrase: string;
  readonly line: number;
}

/** A step of an objective with a term or marks of its own. */
export interface DraftPhase {
  readonly passage: Passage;
  /** Its cell of a column of times, where a bare day, month or year is a term; each passage is one cell. */
  readonly times?: readonly Passage[];
  readonly marks: readonly MarkedMonths[];
  /** The phase's own weight, when printed. */
  readonly weight: number | null;
}

export interface DraftObjective {
  /** The sector as printed nearest to it (cell, heading, card field); `null`: none is printed. */
  readonly sector: string | null;
  /** A structure objective: it counts for every sector of the document. */
  readonly everySector: boolean;
  /** Sectors it is given to by name, with the weight and the result it has there; empty for the usual one. */
  readonly sharedBy: readonly {
    readonly sector: string;
    readonly weight: number | null;
    readonly result: string | null;
  }[];
  readonly number: string | null;
  readonly title: string;
  readonly weight: number | null;
  /** The weight was printed as a factor ("x 1,2", "coefficiente 3"), not as points. */
  readonly multiplier: boolean;
  /** The role printed as responsible for it, `null` if none. */
  readonly owner: string | null;
  /** The role that the heading of its sector prints, which the objective's own may differ from. */
  readonly sectorOwner?: string | null;
  /** Each is split into clauses later. */
  readonly indicators: readonly Passage[];
  /** The expected value, when it stands apart from the indicator of the same place in `indicators`. */
  readonly targets: readonly (Passage | null)[];
  /** Descriptions: read for terms only. */
  readonly texts: readonly Passage[];
  /** Cells and fields that hold nothing but times, where a bare day, month or year is a term. */
  readonly times?: readonly Passage[];
  readonly phases: readonly DraftPhase[];
  /** The attained value as printed ("95 %"), of a report. */
  readonly result: string | null;
  /** First and last line it was read from. */
  readonly lines: readonly [number, number];
}

/** What the headings so far say of what follows. */
export interface Heading {
  readonly sector: string | null;
  readonly owner: string | null;
  /** Under "Obiettivi di struttura", "obiettivi comuni a tutti i settori" and the like. */
  readonly everySector: boolean;
  /** Whether objectives stand under it; not said where nobody counts. */
  readonly used?: boolean;
  /** Headings of its offices follow, under which its objectives stand: "Servizio …" below "Area …". */
  readonly parts?: boolean;
  /** Its level, where the format says it: deeper headings are of objectives rather than of other sectors. */
  readonly level?: number;
}

/**
 * A layout looks at the blocks from `at` on and takes those it understands, or none (`null`). `next` is the
 * first block it left.
 */
export type Layout = (
  blocks: readonly Block[],
  at: number,
  heading: Heading,
) => { readonly drafts: readonly DraftObjective[]; readonly next: number } | null;
