import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { degree, degreeFromUnits } from '../../../domain/scoring/degree.js';
import { fraction } from '../../../domain/scoring/fraction.js';
import {
  isShareTooSmall,
  type PaymentTimes,
  paymentGate,
  pointsGate,
} from '../../../domain/scoring/gates.js';
import { figure } from '../../../domain/scoring/indicator.js';
import { type Step, stepsFault } from '../../../domain/scoring/steps.js';
import { civilDate } from '../../../domain/time/civil-date.js';

/** "Fino a 60 nulla; oltre 60 il 50 %; da 80 l'80 %; da 90 tutto." */
const BANDS: readonly Step[] = [
  { at: figure(60), bound: 'above', gives: degree(50) },
  { at: figure(80), bound: 'from', gives: degree(80) },
  { at: figure(90), bound: 'from', gives: degree(100) },
];

describe('the gate of points', () => {
  it.each([
    [fraction(60), null],
    [fraction(60_0001, 10_000), 50],
    [fraction(79_9999, 10_000), 50],
    [fraction(80), 80],
    [fraction(269_999, 3000), 80],
    [fraction(90), 100],
    [fraction(100), 100],
    [fraction(0), null],
  ])('at %o of 100 pays %d %%: edges go by the exact total, not by the one shown', (total, pays) => {
    const gate = pointsGate(total, BANDS);
    expect(gate).toEqual({ is: 'band', band: gate.is === 'band' ? gate.band : null });
    expect(gate.is === 'band' && gate.band !== null ? gate.band.gives / 10_000 : null).toBe(pays);
  });

  it('is open while the total is, and follows the points where the town has no bands', () => {
    expect(pointsGate(null, BANDS)).toEqual({ is: 'open' });
    expect(pointsGate(fraction(50), [])).toEqual({ is: 'proportional' });
    expect(stepsFault(BANDS)).toBeNull();
  });
});

const times = (indicator: number | null, verified = true, share = 30): PaymentTimes => ({
  share: degree(share),
  indicator: indicator === null ? null : figure(indicator),
  target: figure(0),
  verified: verified ? { by: 'Revisore', on: civilDate('2025-04-10') } : null,
});

describe('the gate of payment times', () => {
  it.each<[string, PaymentTimes | null, object | null]>([
    ['5.24 days early', times(-5.24), { is: 'payable', share: degree(30) }],
    ['on the day', times(0), { is: 'payable', share: degree(30) }],
    ['a hundredth of a day late', times(0.01), { is: 'not-payable', share: degree(30) }],
    ['no figure yet', times(null), { is: 'open', missing: 'indicator', share: degree(30) }],
    ['verified by nobody', times(-5.24, false), { is: 'open', missing: 'verification', share: degree(30) }],
    ['who does not pay invoices', null, null],
  ])('%s', (_, asked, gate) => {
    expect(paymentGate(asked)).toEqual(gate);
  });

  it('under 30 % of pay from 2024 on is said, and 2023 had none', () => {
    expect([2023, 2024].map((year) => isShareTooSmall(times(0, true, 25), year))).toEqual([false, true]);
    expect(isShareTooSmall(times(0, true, 30), 2026)).toBe(false);
  });

  it('and the gate of points do not touch: whatever the points the same share, whatever the delay the same band', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_0000 }),
        fc.integer({ min: -300_000, max: 300_000 }),
        (units, delay) => {
          const asked = { ...times(0), indicator: figure(delay / 10_000) };
          const gate = paymentGate(asked);
          expect(gate?.is).toBe(delay <= 0 ? 'payable' : 'not-payable');
          const band = pointsGate(fraction(degreeFromUnits(units), 10_000), BANDS);
          const gives = units > 60_0000 ? (units >= 80_0000 ? (units >= 90_0000 ? 100 : 80) : 50) : null;
          expect(band).toMatchObject({ is: 'band' });
          expect(band.is === 'band' && band.band !== null ? band.band.gives / 10_000 : null).toBe(gives);
        },
      ),
    );
  });
});
