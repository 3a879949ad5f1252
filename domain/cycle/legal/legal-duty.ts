/**
 * A term of the calendar as somebody's obligation: by when, and what it is called. The term stays the law's: it is
 * counted, and moves with what it is counted from.
 */
import type { ObligationState, Term } from '../../obligations/obligation.js';
import type { CivilDate } from '../../time/civil-date.js';
import type { Falls } from './falls-on.js';
import type { LegalCalendar, LegalLine } from './legal-calendar.js';
import type { LegalBase, LegalRule, LegalRuleId } from './legal-rule.js';

/** What a term counts from, as it follows "giorni". */
export const COUNTED_FROM: Readonly<Partial<Record<LegalBase, string>>> = {
  budget: "dall'approvazione del bilancio",
  piao: "dall'approvazione del PIAO",
};

/** By when, as an obligation says it; what has no day is a term fixed elsewhere. */
export function dutyTerm(falls: Falls): Exclude<Term, { kind: 'implicit' }> {
  switch (falls.is) {
    case 'day':
      return { kind: 'date', due: falls.due };
    case 'needs':
      return { kind: 'external', anchor: `${falls.days} giorni ${COUNTED_FROM[falls.base] ?? ''}`.trim() };
    case 'at-once':
      return { kind: 'external', anchor: 'la norma dice «subito», senza un numero di giorni' };
    case 'not-fixed-yet':
      return { kind: 'external', anchor: "la data che l'autorità fissa ogni anno" };
    case 'by-own-rules':
      return { kind: 'external', anchor: 'la data del regolamento o del SMVP' };
  }
}

const BINDS: Readonly<Record<LegalRule['force'], string>> = {
  law: '',
  authority: '',
  'own-rules': '; vale se lo prevede il SMVP o il regolamento',
  custom: '; è un uso, non una norma',
};

/** "PIAO, con il Piano della performance 2026 (art. 6 D.L. 80/2021)". */
export const dutyTitle = ({ act, norm, force }: LegalRule, year: number): string =>
  `${act} ${year} (${norm}${BINDS[force]})`;

/** A duty as it stands. */
export interface StandingDuty {
  readonly rule: LegalRuleId;
  readonly reading: string;
  readonly state: ObligationState;
  readonly term: Term;
  /** The day that was counted last; `null`: none could be. */
  readonly counted: CivilDate | null;
}

/** The term that an open duty has by the calendar of today; `null`: the one it has. A day set by hand stays until one can be counted. */
export function movedTerm(duty: StandingDuty, calendar: LegalCalendar): Term | null {
  const falls = readingOf(lineOf(calendar, duty.rule), duty.reading)?.falls;
  if (falls === undefined || duty.state !== 'open') return null;
  const now = dutyTerm(falls);
  const due = duty.term.kind === 'external' ? null : duty.term.due;
  if (now.kind === 'date') return now.due === due ? null : now;
  return due !== null && due === duty.counted ? now : null;
}

/** `undefined`: the rule is not in force in that year. */
export const lineOf = ({ lines }: LegalCalendar, rule: LegalRuleId): LegalLine | undefined =>
  lines.find((line) => line.rule.id === rule);

/** `undefined`: the rule has no such reading, or not in that year. */
export const readingOf = (
  line: LegalLine | undefined,
  reading: string,
): LegalLine['readings'][number] | undefined => line?.readings.find((one) => one.reading.id === reading);
