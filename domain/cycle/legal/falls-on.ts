/** On which day one term falls for one town in one year, and from what it was counted. */
import { addDays, type CivilDate, civilDate, civilDateOf } from '../../time/civil-date.js';
import { afterHolidays } from '../../time/legal-days.js';
import type { LegalBase, LegalRule, LegalRuleId, LegalTerm } from './legal-rule.js';

/** What a town says; `null`: it has not. */
export interface LegalInputs {
  readonly population: number | null;
  readonly employees: number | null;
  /** A decree that our list does not have yet, or another for this town: it comes before the list. */
  readonly deferral: { readonly term: CivilDate; readonly act: string } | null;
  /** Days that the town set here for what its own rules ask. */
  readonly own: Readonly<Partial<Record<LegalRuleId, CivilDate>>>;
  /** On which day each thing was done. */
  readonly done: Readonly<Partial<Record<LegalRuleId, CivilDate>>>;
}

/** What fixed a day that the town set here, as it is said. */
const OWN_SETTING = 'il Comune, nelle sue finestre di monitoraggio';

/** Where a term falls. `from` is what it was counted from; `due` is `day` moved past holidays. */
export type Falls =
  | {
      readonly is: 'day';
      readonly day: CivilDate;
      readonly due: CivilDate;
      readonly from: { readonly base: LegalBase; readonly day: CivilDate; readonly days: number } | null;
      /** The act that fixed it, when another body does. */
      readonly act: string | null;
    }
  | { readonly is: 'at-once'; readonly since: CivilDate | null }
  /** It counts from something the town has not entered. */
  | { readonly is: 'needs'; readonly base: LegalRuleId; readonly days: number }
  /** Nobody has said the day yet. */
  | { readonly is: 'not-fixed-yet' }
  | { readonly is: 'by-own-rules' };

/** The year of the cycle, what the town says, and the term of the budget as it was moved. */
export interface LegalYear {
  readonly year: number;
  readonly inputs: LegalInputs;
  readonly deferral: LegalInputs['deferral'];
}

/** Nothing is guessed: what it counts from, and nobody has entered, is named. */
export function fallsOn(term: LegalTerm, rule: LegalRule, at: LegalYear): Falls {
  const { id, rolls } = rule;
  const moved = (day: CivilDate): CivilDate => (rolls === true ? afterHolidays(day) : day);
  switch (term.is) {
    case 'day': {
      const day = civilDateOf(at.year + term.yearsAfter, term.month, term.day);
      return { is: 'day', day, due: moved(day), from: null, act: null };
    }
    case 'after': {
      const { base, days } = term;
      const from = baseDay(base, at);
      if (from === null) return { is: 'needs', base: base === 'budget-term' ? 'budget' : base, days };
      const day = addDays(from, days);
      return { is: 'day', day, due: moved(day), from: { base, day: from, days }, act: null };
    }
    case 'at-once':
      return { is: 'at-once', since: term.base === null ? null : baseDay(term.base, at) };
    case 'by-authority': {
      const fixed = term.days[at.year];
      if (fixed === undefined) return { is: 'not-fixed-yet' };
      const day = civilDate(fixed.day);
      return { is: 'day', day, due: moved(day), from: null, act: fixed.act };
    }
    case 'own-day': {
      const day = at.inputs.own[id];
      if (day === undefined) return fallsOn(term.usual, rule, at);
      return { is: 'day', day, due: moved(day), from: null, act: OWN_SETTING };
    }
    case 'by-own-rules':
      return { is: 'by-own-rules' };
  }
}

const baseDay = (base: LegalBase, { inputs, deferral }: LegalYear): CivilDate | null =>
  base === 'budget-term' ? (deferral?.term ?? null) : (inputs.done[base] ?? null);
