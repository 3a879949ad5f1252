/** Which terms of the calendar can be made somebody's obligation, and who usually owes them. */
import type { ObligationKind, Role } from '../../obligations/obligation.js';
import type { LegalRuleId } from './legal-rule.js';

/** What the obligation would be, and whose. */
export interface DutyOffer {
  readonly kind: Extract<ObligationKind, 'act' | 'publication'>;
  /** Who usually owes it; a head is of a sector that the town names. */
  readonly owner: 'secretary' | 'head' | 'oiv' | 'rpct';
  /** Each sector owes it by itself. */
  readonly each: boolean;
}

/** `limit`: it bounds a power, or only ends a year. `by-the-cycle`: the year's own steps ask for it already. */
export type NoDuty = 'limit' | 'by-the-cycle';

const offer = (owner: DutyOffer['owner'], kind: DutyOffer['kind'] = 'act', each = false): DutyOffer => ({
  owner,
  kind,
  each,
});
const ACT = offer('secretary');

const DUTIES: Readonly<Record<LegalRuleId, DutyOffer | NoDuty>> = {
  dup: ACT,
  'dup-update': ACT,
  budget: ACT,
  peg: ACT,
  'cash-plan': offer('head'),
  piao: ACT,
  'piao-sent': offer('rpct', 'publication'),
  'individual-objectives': offer('head', 'act', true),
  'monitoring-first': 'by-the-cycle',
  'monitoring-second': 'by-the-cycle',
  'balance-check': offer('head'),
  'budget-adjustment': offer('head'),
  'urgent-variations': offer('head'),
  'last-budget-variations': 'limit',
  'last-peg-variations': 'limit',
  'payment-indicator': 'limit',
  'regularity-checks': ACT,
  'strategic-control': ACT,
  'management-report': offer('head'),
  rendiconto: offer('head'),
  relazione: 'by-the-cycle',
  validation: 'by-the-cycle',
  'relazione-published': 'by-the-cycle',
  'delay-notice': ACT,
  'publication-attested': offer('oiv'),
  'publication-followed': offer('oiv'),
};

/** Whether a term can be made an obligation; if not, why. */
export const dutyOf = (rule: LegalRuleId): DutyOffer | NoDuty => DUTIES[rule];

/** The owner that is meant where nobody says another; `null`: a sector must be named. */
export const usualOwner = ({ owner }: DutyOffer): Role | null => (owner === 'head' ? null : { role: owner });
