/** Facts of a digest for the tests of this room: a sector of the example town, with what a test changes. */
import type { DigestFacts, DigestLine, SummaryFacts } from '../../domain/obligations/digest.js';
import type { Rung } from '../../domain/obligations/ladder.js';
import type { ObligationSubject, Role } from '../../domain/obligations/obligation.js';
import { points } from '../../domain/plan/points.js';
import { type CivilDate, civilDate } from '../../domain/time/civil-date.js';

export const FINANCE: Role = { role: 'head', sector: 'Finanziario' };
export const SECRETARY: Role = { role: 'secretary' };
export const MAYOR: Role = { role: 'mayor' };

const day = (text: string): CivilDate => civilDate(text);

export const SUBJECT: ObligationSubject = {
  sector: 'Finanziario',
  number: null,
  objective: 'GESTIONE ESTERNALIZZAZIONE SERVIZIO TRIBUTI - TARI (seconda annualità)',
  milestone: 'entro 31 maggio',
  weight: points(15),
};

/** What stands on Thursday 29 June 2023 for each rung: the due date, and the working days to or from it. */
const BY_RUNG: Readonly<
  Record<Rung, { readonly due: string; readonly left: number; readonly late: number }>
> = {
  'before-start': { due: '2023-02-28', left: 0, late: 85 },
  'first-notice': { due: '2023-07-29', left: 21, late: 0 },
  'ten-days': { due: '2023-07-13', left: 10, late: 0 },
  'three-days': { due: '2023-07-04', left: 3, late: 0 },
  'due-day': { due: '2023-06-29', left: 0, late: 0 },
  'late-1': { due: '2023-06-28', left: 0, late: 1 },
  'late-3': { due: '2023-06-26', left: 0, late: 3 },
  'late-7': { due: '2023-06-20', left: 0, late: 7 },
  'late-8': { due: '2023-06-19', left: 0, late: 8 },
  'weekly-1': { due: '2023-06-12', left: 0, late: 13 },
  'weekly-2': { due: '2023-06-05', left: 0, late: 18 },
  'weekly-3': { due: '2023-05-29', left: 0, late: 22 },
  'weekly-4': { due: '2023-05-22', left: 0, late: 27 },
};

/** The day of every digest made here, unless a test says otherwise. */
export const TODAY = day('2023-06-29');

export function noticeLine(rung: Rung | null, changes: Partial<DigestLine> = {}): DigestLine {
  const { due, left, late } = BY_RUNG[rung ?? 'late-3'];
  const owner = changes.owner ?? FINANCE;
  return {
    obligation: `obligation-${rung}`,
    kind: 'milestone',
    subject: SUBJECT,
    owner,
    term: { kind: 'date', due: day(due) },
    recipient: owner,
    rung,
    workingDaysLeft: left,
    workingDaysLate: late,
    forecast: null,
    ...changes,
  };
}

export const summary = (changes: Partial<SummaryFacts> = {}): SummaryFacts => ({
  late: [],
  external: [],
  noAnswer: [],
  recurrences: [],
  weightAtRisk: [],
  ...changes,
});

/** Roles are those of the lines, in order of appearance. */
export function digest(lines: readonly DigestLine[], changes: Partial<DigestFacts> = {}): DigestFacts {
  const roles = [...new Map(lines.map(({ recipient }) => [JSON.stringify(recipient), recipient])).values()];
  const days = { day: TODAY, nextWorkingDay: day('2023-06-30') };
  return { town: 'Comune di Caluso', ...days, roles, lines, summary: null, ...changes };
}
