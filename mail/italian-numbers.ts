/** Quantities as they are written in a mail: comma decimal, singular and plural. */
import { type Points, pointsToDecimal } from '../domain/plan/points.js';

/** "12,5": exact, without trailing zeros. */
export const italianPoints = (value: Points): string => pointsToDecimal(value).replace('.', ',');

/** "1 scadenza", "3 scadenze". */
export const counted = (count: number, singular: string, plural: string): string =>
  `${count} ${count === 1 ? singular : plural}`;

/** "1 giorno lavorativo", "8 giorni lavorativi". */
export const workingDays = (count: number): string =>
  counted(count, 'giorno lavorativo', 'giorni lavorativi');

/** "a", "a e b", "a, b e c". */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} e ${parts.at(-1)}`;
