/** How an act is cited: "G.C. n. 48 del 3/5/2024". */
import { type CivilDate, dayOf, monthOf, yearOf } from '../time/civil-date.js';

/** How each organ is cited in Italian; the keys are stored. */
export const ORGANS_SHORT = {
  giunta: 'G.C.',
  consiglio: 'C.C.',
  commissario: 'Commissario',
  sindaco: 'Decreto del Sindaco',
  segretario: 'Det. del Segretario',
  responsabile: 'Det.',
  other: 'Atto',
} as const;

/** What it takes to cite an act. */
export interface ActCited {
  readonly organ: keyof typeof ORGANS_SHORT;
  /** As printed: `48`. */
  readonly number: string;
  readonly date: CivilDate;
}

export const actCited = ({ organ, number, date }: ActCited): string =>
  `${ORGANS_SHORT[organ]} n. ${number} del ${dayOf(date)}/${monthOf(date)}/${yearOf(date)}`;
