/**
 * The checklist of a review: criteria with their norm, each with a conclusion. A town may write its own. The default
 * follows the art. 14 D.Lgs. 150/2009 and the Linee guida DFP 3/2018, which were written for ministries and are used
 * by analogy (domain sources: S8, S30, S31); what was not checked against the text itself says so.
 */
export interface Criterion {
  /** Stays the same when the words change: conclusions refer to it. */
  readonly key: string;
  readonly text: string;
  /** As cited; empty: the town's own. */
  readonly norm: string;
  /** The citation was checked. */
  readonly verified: boolean;
}

/** Of a criterion. */
export const CONCLUSIONS = ['met', 'with-remarks', 'not-met', 'not-applicable'] as const;
/** One of {@link CONCLUSIONS}. */
export type Conclusion = (typeof CONCLUSIONS)[number];

const LAW = 'art. 14, c. 4, lett. c), D.Lgs. 150/2009';
const GUIDELINES = 'Linee guida DFP 3/2018, per analogia';

const from = (norm: string, verified: boolean) => (key: string, text: string) => ({
  key,
  text,
  norm,
  verified,
});
const checked = from(GUIDELINES, true);
const unchecked = from(GUIDELINES, false);
const byLaw = from(LAW, true);

/** With which every town begins; the keys are stored with conclusions. */
export const DEFAULT_CRITERIA: readonly Criterion[] = [
  checked('plan-coherence', 'La Relazione è coerente con il piano approvato e con le sue variazioni'),
  checked(
    'own-evaluation',
    "La valutazione dell'amministrazione è coerente con quella di chi valida sulla performance organizzativa",
  ),
  checked('all-results', 'I risultati sono indicati per tutti gli obiettivi'),
  checked('deviations', 'Gli scostamenti sono indicati e motivati'),
  unchecked('anticorruption', 'Sono considerati gli obiettivi di prevenzione della corruzione e trasparenza'),
  unchecked('formulas', 'Gli indicatori sono calcolati con le formule previste'),
  unchecked('reliability', 'I dati sono affidabili e risalgono a una fonte'),
  unchecked('process', 'Il processo di misurazione e valutazione è adeguato'),
  unchecked('conformity', 'La Relazione è conforme alla legge e alle linee guida'),
  byLaw('concise', 'La Relazione è sintetica'),
  byLaw('clear', 'La Relazione è chiara e di immediata comprensione'),
];

const PROPOSED: ReadonlySet<string> = new Set(DEFAULT_CRITERIA.map(({ norm }) => norm));

/**
 * The norm as a paper to sign cites it; empty: not at all. One that this list proposed and nobody held against its text
 * is left out: who signs does not answer for it. What the body typed itself is theirs.
 */
export const citedOnPaper = ({ norm, verified }: Pick<Criterion, 'norm' | 'verified'>): string =>
  verified || !PROPOSED.has(norm) ? norm : '';

/** Of a town's own list. */
export const CRITERIA_LIMITS = { most: 40, text: 500, norm: 300 } as const;

/** Why a checklist is not taken; `at`: place of the criterion, from 0. */
export type CriteriaFault = {
  readonly at: number | null;
  readonly is: 'none' | 'too-many' | 'no-text' | 'too-long' | 'twice';
};

/** What is wrong with a list, first fault first; `at` is the place, from 0. `null`: nothing. */
export function criteriaFault(criteria: readonly Criterion[]): CriteriaFault | null {
  if (criteria.length === 0) return { at: null, is: 'none' };
  if (criteria.length > CRITERIA_LIMITS.most) return { at: null, is: 'too-many' };
  const seen = new Set<string>();
  for (const [at, { key, text, norm }] of criteria.entries()) {
    if (text.trim() === '') return { at, is: 'no-text' };
    if (text.length > CRITERIA_LIMITS.text || norm.length > CRITERIA_LIMITS.norm)
      return { at, is: 'too-long' };
    if (seen.has(key)) return { at, is: 'twice' };
    seen.add(key);
  }
  return null;
}
