import { type CivilDate, civilDateOf, yearOf } from '../time/civil-date.js';

/** Five years from the 1 January that follows the publication (d.lgs. 33/2013 art. 8 c. 3). */
const YEARS = 5;

/** The last day on which what was first published on that day stays on line. */
export const onLineUntil = (publishedOn: CivilDate): CivilDate =>
  civilDateOf(yearOf(publishedOn) + YEARS, 12, 31);
