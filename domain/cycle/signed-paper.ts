/** Papers of a year that are signed and entered in the protocol outside, and come back. */

export const PAPER_KINDS = [
  /** Of an organ: approval, variation, adoption of the Relazione. */
  'act',
  /** Minutes with the proposal, remarks, the Sindaco's decree, the payment. */
  'evaluation-act',
  /** The letter by which the Relazione goes to the evaluators. */
  'transmission',
  /** The evaluators' own: validation document, accompanying report, minutes of the review. */
  'validation',
  'report',
  'minutes',
  /** One snapshot. */
  'relazione',
  /** On a monitoring window, to the Giunta. */
  'window-report',
  /** The page of a month's seals. */
  'seals',
] as const;
/** One of {@link PAPER_KINDS}. */
export type PaperKind = (typeof PAPER_KINDS)[number];

/**
 * One of them. `of`: id of the act, of the transmission on which the review's round hangs, of the snapshot, of the
 * window; of seals their month, `2023-05`.
 */
export interface Paper {
  readonly kind: PaperKind;
  readonly of: string;
}

/** Those that hang on the round of a review. */
export const ROUND_PAPERS = ['transmission', 'validation', 'report', 'minutes'] as const;
/** One of {@link ROUND_PAPERS}. */
export type RoundPaper = (typeof ROUND_PAPERS)[number];

/** How a file is signed, by what it shows; `none-seen`: a PDF without a digital signature, as of a scan. */
export type SignatureSeen = 'cades' | 'pades' | 'none-seen';

/** A print of ours that a signed file holds byte for byte: a version of the Relazione, or the page of seals. */
export type PrintHeld = 'internal' | 'publication' | 'seals';
