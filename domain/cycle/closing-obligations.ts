/** The closing of a year as obligations: their titles, kinds and owners; and those of a plan that has no rows yet. */
import type { Obligation, ObligationKind, Role } from '../obligations/obligation.js';
import type { CivilDate } from '../time/civil-date.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import { type ClosingDuty, closingDuties } from './closing-duties.js';
import type { ClosingRules, ClosingStep } from './closing-rules.js';

const WHAT: Readonly<Record<ClosingStep, string>> = {
  transmission: 'trasmissione per la validazione',
  adoption: 'adozione',
  validation: 'validazione',
  approval: 'approvazione',
  publication: 'pubblicazione',
};

/** "Relazione sulla performance 2023: adozione". */
export const closingTitle = ({ step, round }: Pick<ClosingDuty, 'step' | 'round'>, year: number): string =>
  `Relazione sulla performance ${year}: ${WHAT[step]}${round > 1 ? ', di nuovo' : ''}`;

/** An adoption and an approval are both acts; the other steps are kinds of their own. */
export const closingKind = (step: ClosingStep): ObligationKind =>
  step === 'adoption' || step === 'approval' ? 'act' : step;

/** Kinds that are concluded by recording a fact of the year on its own page. */
export const isClosingKind = (kind: ObligationKind): boolean =>
  kind === 'act' || kind === 'transmission' || kind === 'validation' || kind === 'publication';

/** `publisher`: the RPCT, or the Segretario where there is none. */
export function closingOwner(step: ClosingStep, publisher: Role): Role {
  if (step === 'validation') return { role: 'oiv' };
  return step === 'publication' ? publisher : { role: 'secretary' };
}

/** What the closing of a plan's year will owe from the day of the plan: ids are places, as `closing.1.adoption`. */
export const plannedClosing = (
  year: number,
  rules: ClosingRules,
  startDay: CivilDate,
  calendar: WorkingCalendar,
): readonly Obligation[] =>
  closingDuties(rules, year, [], calendar).map((duty) => ({
    id: `closing.${duty.round}.${duty.step}`,
    kind: closingKind(duty.step),
    year,
    objectiveId: null,
    owner: closingOwner(duty.step, { role: 'secretary' }),
    term: { kind: 'date', due: duty.due },
    opens: null,
    startDay,
    recurrence: null,
    version: 1,
    state: 'open',
    doneOn: null,
    forecast: null,
    heldBack: false,
    subject: { sector: '', number: null, objective: closingTitle(duty, year), milestone: null, weight: null },
  }));
