/** Whoever decides a degree may give a reason of their own: it is told beside the head's, and never taken for it. */
import { describe, expect, it } from 'vitest';
import type { Role } from '../../../domain/obligations/obligation.js';
import {
  type AssessmentStep,
  assessmentFrom,
  type RecordedStep,
  type Verdict,
} from '../../../domain/scoring/assessment.js';
import { degree } from '../../../domain/scoring/degree.js';
import { ownReasonOfDecision } from '../../../domain/scoring/own-reason.js';
import { civilDate } from '../../../domain/time/civil-date.js';

const NUCLEO: Role = { role: 'oiv' };
const HEAD: Role = { role: 'head', sector: 'Finanziario' };
const DAYS = ['2024-02-10', '2024-02-15', '2024-02-16', '2024-02-17', '2024-02-18'] as const;

const verdict = (value: number, reason: string | null): Verdict => ({
  ...{ is: 'degree', degree: degree(value), reason },
});
const claimed = (value: number, reason: string | null): AssessmentStep => ({
  ...{ step: 'self-evaluated', verdict: verdict(value, reason) },
});
const decided = (value: number, reason: string | null): AssessmentStep => ({
  ...{ step: 'decided', verdict: verdict(value, reason) },
});
const reopened: AssessmentStep = { step: 'reopened', reason: 'Errore' };
const given = (reason: string): AssessmentStep => ({ step: 'reason-given', reason, exOfficio: false });
const recorded = (steps: readonly AssessmentStep[]): readonly RecordedStep[] =>
  steps.map((what, at) => ({
    ...{ seq: at + 1, what, on: civilDate(DAYS[at] ?? '') },
    by: what.step === 'self-evaluated' || what.step === 'reason-given' ? HEAD : NUCLEO,
  }));

describe('the reason of whoever decides', () => {
  it('who lowers 95 to 50 for a reason of their own says it beside the head, with their role and their day', () => {
    const steps = recorded([claimed(95, 'Gara deserta'), decided(50, 'Riscontri insufficienti')]);
    expect(assessmentFrom(steps).reason?.text).toBe('Gara deserta');
    expect(ownReasonOfDecision([...steps].reverse())).toEqual({
      ...{ text: 'Riscontri insufficienti', by: NUCLEO, on: '2024-02-15' },
    });
  });

  it.each<readonly [string, readonly AssessmentStep[]]>([
    ['who decides as self-evaluated', [claimed(95, 'Gara deserta'), decided(95, ' Gara deserta ')]],
    ['who gives none', [claimed(95, 'Gara deserta'), decided(50, null)]],
    ['who gives the only one', [claimed(100, null), decided(50, 'Riscontri insufficienti')]],
    ['a full degree', [claimed(95, 'Gara deserta'), decided(100, 'Riscontrato')]],
    ['a decision taken back', [claimed(95, 'Gara deserta'), decided(50, 'Altro'), reopened]],
    ['words of the head who wrote others since', [claimed(95, 'Uno'), decided(95, 'Uno'), given('Due')]],
    ['an erased text', [claimed(95, 'Gara deserta'), decided(50, '')]],
  ])('there is none of its own: %s', (_, steps) => {
    expect(ownReasonOfDecision(recorded(steps))).toBeNull();
  });

  it('given where the head had said nothing, it goes with the next decision that has another', () => {
    const steps = recorded([decided(50, 'Prima'), reopened, decided(60, 'Seconda')]);
    expect([assessmentFrom(steps).reason?.text, ownReasonOfDecision(steps)]).toEqual(['Seconda', null]);
    const answered = recorded([decided(50, 'Prima'), given('Gara deserta')]);
    expect(assessmentFrom(answered).reason?.text).toBe('Gara deserta');
    expect(ownReasonOfDecision(answered)?.text).toBe('Prima');
  });
});
