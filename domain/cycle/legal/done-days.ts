/** When the terms of a year were kept, where the program knows it without being told: from the cycle, from obligations. */
import type { CivilDate } from '../../time/civil-date.js';
import { closingStepsOf } from '../closing-rules.js';
import type { OwedInStep, YearFacts } from '../year-facts.js';
import type { LegalRuleId } from './legal-rule.js';

/** The day on which each term was kept; a rule that is absent: not known. */
export type DoneDays = Readonly<Partial<Record<LegalRuleId, CivilDate>>>;

/**
 * From *Il ciclo*: a window when all have transmitted, on the last one's day; the Relazione by its approval (or the one
 * act of the town's order), its validation and publication as recorded.
 */
export function doneByCycle({
  windows,
  closing,
  rules,
}: Pick<YearFacts, 'windows' | 'closing' | 'rules'>): DoneDays {
  const last = (step: (typeof closing)[number]['step']): CivilDate | null =>
    closing.findLast((fact) => fact.step === step && fact.outcome !== 'not-validated')?.on ?? null;
  const window = (ordinal: number): CivilDate | null =>
    lastOf(
      windows
        .filter((one) => one.ordinal === ordinal && one.skipped === null)
        .flatMap(({ owed }) => owed.filter(({ state }) => state !== 'superseded' && state !== 'waived')),
    );
  const act = closingStepsOf(rules).includes('approval') ? 'approval' : 'adoption';
  const days: readonly (readonly [LegalRuleId, CivilDate | null])[] = [
    ['monitoring-first', window(1)],
    ['monitoring-second', window(2)],
    ['relazione', last(act)],
    ['validation', last('validation')],
    ['relazione-published', last('publication')],
  ];
  return Object.fromEntries(days.filter(([, day]) => day !== null));
}

/** A term that several owe is done when all have done it, on the last one's day. */
export function doneAsDuties(
  duties: readonly { readonly rule: LegalRuleId; readonly doneOn: CivilDate | null }[],
): DoneDays {
  const days = [...new Set(duties.map(({ rule }) => rule))].map(
    (rule) => [rule, lastOf(duties.filter((duty) => duty.rule === rule))] as const,
  );
  return Object.fromEntries(days.filter(([, day]) => day !== null));
}

/** `null`: one of them is not done, or there are none. */
function lastOf(owed: readonly Pick<OwedInStep, 'doneOn'>[]): CivilDate | null {
  const days = owed.flatMap(({ doneOn }) => (doneOn === null ? [] : [doneOn])).sort();
  return days.length === owed.length ? (days.at(-1) ?? null) : null;
}
