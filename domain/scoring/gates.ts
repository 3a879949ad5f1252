/**
 * The two gates before the *retribuzione di risultato*, each by itself: what the points give, by the bands of the
 * town's SMVP, and the share tied to payment times, which is of pay and not of points (art. 4-bis D.L. 13/2023:
 * at least 30 %, not payable at all when the annual indicator misses its target). No sum of the two is made here.
 */
import type { CivilDate } from '../time/civil-date.js';
import { type Degree, degree } from './degree.js';
import type { Fraction } from './fraction.js';
import type { Figure } from './indicator.js';
import { type Step, stepReached } from './steps.js';

/** What a sector's points open of the pay. */
export type PointsGate =
  /** `gives` is of the pay that depends on points; `null`: under the first band, none of it. */
  | { readonly is: 'band'; readonly band: Step | null }
  /** Something is not decided yet. */
  | { readonly is: 'open' }
  /** The town's SMVP has no bands: pay follows the points. */
  | { readonly is: 'proportional' };

/** By the exact total, never by the one shown: 59.996 is not 60. `bands` go up. */
export function pointsGate(total: Fraction | null, bands: readonly Step[]): PointsGate {
  if (total === null) return { is: 'open' };
  if (bands.length === 0) return { is: 'proportional' };
  return { is: 'band', band: stepReached(bands, total) };
}

/** Share of pay that the law ties to payment times, and the first year of which it is asked. */
export const LEAST_PAYMENT_SHARE: Degree = degree(30);
const PAYMENT_SHARE_SINCE = 2024;

/** The annual delay of payments (art. 4-bis D.L. 13/2023). */
export interface PaymentTimes {
  /** Of the *retribuzione di risultato*. */
  readonly share: Degree;
  /** Days of delay on average over the year, negative when early; `null`: not published yet. */
  readonly indicator: Figure | null;
  /** At most so many days; by law 0. */
  readonly target: Figure;
  /** Who checked the figure (by law the *organo di revisione*), and when. */
  readonly verified: { readonly by: string; readonly on: CivilDate } | null;
}

/** Whether the share tied to payment times may be paid. */
export type PaymentGate =
  | { readonly is: 'payable' | 'not-payable'; readonly share: Degree }
  | { readonly is: 'open'; readonly missing: 'indicator' | 'verification'; readonly share: Degree };

/** `null`: the sector's head neither pays invoices nor answers for who does. */
export function paymentGate(times: PaymentTimes | null): PaymentGate | null {
  if (times === null) return null;
  const { share, indicator, target, verified } = times;
  if (indicator === null) return { is: 'open', missing: 'indicator', share };
  if (verified === null) return { is: 'open', missing: 'verification', share };
  return { is: indicator <= target ? 'payable' : 'not-payable', share };
}

/** A share under the law's, in a year in which the law asks for it: said, not refused. */
export const isShareTooSmall = ({ share }: PaymentTimes, year: number): boolean =>
  year >= PAYMENT_SHARE_SINCE && share < LEAST_PAYMENT_SHARE;
