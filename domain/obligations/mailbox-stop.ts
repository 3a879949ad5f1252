/**
 * When an address is written to no more (docs/adr/0036): two mailings in a row, of different days, that the
 * mailbox itself sent back. One return may be a bad hour of a server; two with nothing taken between them
 * are a mailbox that nobody reads.
 */
import type { CivilDate } from '../time/civil-date.js';

/** Mailings of one day to one address; `returned`: one of them was refused or came back for the mailbox's sake. */
export interface DayOfMails {
  readonly day: CivilDate;
  readonly returned: boolean;
}

/** Of an address since it was last mended; days in any order, each once. */
export function isToStop(days: readonly DayOfMails[]): boolean {
  const ordered = [...days].sort((a, b) => (a.day < b.day ? -1 : 1));
  return ordered.some(({ returned }, index) => returned && ordered[index + 1]?.returned === true);
}
