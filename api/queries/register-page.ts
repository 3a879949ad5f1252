/** The register of the whole town: where it has entries, its seals, the months that can be printed. */
import type { CivilDate } from '../../domain/time/civil-date.js';
import { civilDateOf, lastDayOfMonth } from '../../domain/time/civil-date.js';
import type { Tx } from '../../store/in-town.js';
import {
  type RegisteredObjective,
  type RegisteredPerson,
  registeredObjectives,
  registeredPeople,
} from '../../store/register/register-list.js';
import { listSeals, type SealSummary, sealedMonths } from '../../store/register/seals.js';
import { copiesAmong, type SignedCopy } from '../../store/relazione/signed-copies.js';

export interface RegisterPage {
  readonly objectives: readonly RegisteredObjective[];
  readonly people: readonly RegisteredPerson[];
  /** There are more than are shown. */
  readonly isCut: boolean;
  readonly seals: readonly SealSummary[];
  /** Those that are over, latest first: `2023-05`. */
  readonly months: readonly string[];
  /** What came back signed of their pages. */
  readonly copies: readonly SignedCopy[];
}

const AT_MOST = 50;

export async function loadRegisterPage(tx: Tx, today: CivilDate, search: string): Promise<RegisterPage> {
  const [objectives, people, seals, months] = await Promise.all([
    registeredObjectives(tx, search, AT_MOST + 1),
    registeredPeople(tx, search, AT_MOST + 1),
    listSeals(tx),
    sealedMonths(tx),
  ]);
  return {
    objectives: objectives.slice(0, AT_MOST),
    people: people.slice(0, AT_MOST),
    isCut: objectives.length > AT_MOST || people.length > AT_MOST,
    seals,
    months: months.filter((month) => month < today.slice(0, 7)),
    copies: await copiesAmong(tx, ['seals'], months),
  };
}

/** A month in which seals were made and that is over; its seals, oldest first. `null`: none. */
export async function loadSealedMonth(
  tx: Tx,
  today: CivilDate,
  month: string,
): Promise<{ readonly month: CivilDate; readonly seals: readonly SealSummary[] } | null> {
  const [, year, number] = /^(2\d{3})-(0[1-9]|1[0-2])$/.exec(month) ?? [];
  if (year === undefined || number === undefined || month >= today.slice(0, 7)) return null;
  const from = civilDateOf(Number(year), Number(number), 1);
  const seals = await listSeals(tx, { from, until: lastDayOfMonth(Number(year), Number(number)) });
  return seals.length === 0 ? null : { month: from, seals: [...seals].reverse() };
}
