/**
 * What plans call their columns and labelled fields, by what these hold. To teach the compiler a synonym, add it
 * to a table of this folder and to `tests/domain/reading/compile/labels.test.ts`: lower case, no accents, no
 * articles or prepositions ("di", "del", "per"), no years. Where a plan has two columns of one field, the earlier
 * synonym is preferred.
 */

/** What a column or a labelled field holds. */
export type Field =
  /** The office the objective belongs to. */
  | 'sector'
  /** Offices that take part, at times each with its weight. */
  | 'participants'
  | 'owner'
  | 'number'
  | 'title'
  | 'description'
  | 'weight'
  | 'indicator'
  | 'target'
  /** Unit of measure of the target. */
  | 'unit'
  /** By when: days, periods, frequencies. */
  | 'times'
  | 'start'
  | 'end'
  /** A step of an objective, or the steps with their times. */
  | 'phases'
  | 'phase-weight'
  /** What was attained, of a report. */
  | 'result'
  | 'year'
  /** Known and of no use to the plan: notes, resources, budget codes, the weight of an indicator. */
  | 'notes';
