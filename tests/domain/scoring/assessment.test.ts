import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Role } from '../../../domain/obligations/obligation.js';
import {
  type AssessmentStep,
  assessmentFrom,
  NOTHING_SAID,
  type RecordedStep,
  reasonStepIn,
  reasonTold,
  type Verdict,
} from '../../../domain/scoring/assessment.js';
import { type AssessmentContext, assessmentRefusal } from '../../../domain/scoring/assessment-rules.js';
import { degree } from '../../../domain/scoring/degree.js';
import { civilDate } from '../../../domain/time/civil-date.js';

const NUCLEO: Role = { role: 'oiv' };
const SEGRETARIO: Role = { role: 'secretary' };
const HEAD: Role = { role: 'head', sector: 'Finanziario' };
const OTHER: Role = { role: 'head', sector: 'Polizia municipale' };
const CONTEXT: AssessmentContext = { owner: HEAD, evaluator: 'oiv', headInOffice: true };
const GONE = { ...CONTEXT, headInOffice: false };

const verdict = (value: number, reason: string | null = null): Verdict => ({
  is: 'degree',
  degree: degree(value),
  reason,
});
const decided = (said: Verdict): AssessmentStep => ({ step: 'decided', verdict: said });
const claimed = (said: Verdict): AssessmentStep => ({ step: 'self-evaluated', verdict: said });
const recorded = (...steps: readonly AssessmentStep[]): readonly RecordedStep[] =>
  steps.map((what, index) => ({ seq: index + 1, by: NUCLEO, on: civilDate('2024-02-15'), what }));
const so = (...steps: readonly AssessmentStep[]) => assessmentFrom(recorded(...steps));

describe('an assessment', () => {
  it('goes from the proposal through the self-evaluation to the decision, and keeps each', () => {
    expect(
      so(
        { step: 'proposed', degree: degree(80) },
        claimed(verdict(90, 'Gara deserta')),
        decided(verdict(85)),
      ),
    ).toEqual({
      proposed: degree(80),
      selfEvaluated: verdict(90, 'Gara deserta'),
      decided: verdict(85),
      reason: { text: 'Gara deserta', exOfficio: false },
      reopened: 0,
    });
  });

  it('its reason was given by the head also where the decision repeats it, by the Nucleo where the head wrote none', () => {
    const written = claimed(verdict(95, 'Gara deserta'));
    const repeated = decided(verdict(95, 'Gara deserta'));
    expect(reasonStepIn(recorded(written, repeated))?.what).toBe(written);
    const other = decided(verdict(50, 'Riscontri insufficienti'));
    expect(
      reasonStepIn(recorded(written, repeated, { step: 'reopened', reason: 'Errore' }, other))?.what,
    ).toBe(written);
    expect(reasonStepIn(recorded(claimed(verdict(100)), other))?.what).toBe(other);
    const later: AssessmentStep = { step: 'reason-given', reason: 'Gara deserta', exOfficio: true };
    expect(reasonStepIn([...recorded(written, repeated, later)].reverse())?.what).toBe(later);
    expect(reasonStepIn(recorded(claimed(verdict(100)), decided(verdict(100))))).toBeNull();
  });

  it('tells no reason where the degree decided is full, whatever the self-evaluation gave', () => {
    const written = claimed(verdict(95, 'Gara deserta'));
    expect(reasonTold(so(written, decided(verdict(100))))).toBeNull();
    expect(reasonTold(so(written, decided(verdict(99))))?.text).toBe('Gara deserta');
    expect(reasonTold(so(written))?.text).toBe('Gara deserta');
  });

  it('is undecided again when reopened, and counts it', () => {
    const again = so(decided(verdict(100)), { step: 'reopened', reason: 'Manca un documento' });
    expect([again.decided, again.reopened]).toEqual([null, 1]);
  });

  it("marks the reason that the Segretario wrote d'ufficio", () => {
    const given = so({ step: 'reason-given', reason: 'Responsabile cessato', exOfficio: true });
    expect(given.reason).toEqual({ text: 'Responsabile cessato', exOfficio: true });
  });

  it('takes the reason of the evaluator only where there is no other', () => {
    expect(so(decided(verdict(0, 'Non avviato'))).reason?.text).toBe('Non avviato');
    expect(so(claimed(verdict(30, 'Fondi mancati')), decided(verdict(0, 'Non avviato'))).reason?.text).toBe(
      'Fondi mancati',
    );
  });

  it('comes out the same in whatever order its steps are read', () => {
    const steps = recorded(
      { step: 'proposed', degree: degree(80) },
      claimed(verdict(90, 'Gara deserta')),
      decided({ is: 'waiting', for: 'rendiconto', until: null }),
      decided(verdict(85)),
      { step: 'reopened', reason: 'Dato corretto' },
      { step: 'reason-given', reason: 'Gara deserta due volte', exOfficio: false },
      decided(verdict(70)),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray([...steps], { minLength: steps.length }), (shuffled) => {
        expect(assessmentFrom(shuffled)).toEqual(assessmentFrom(steps));
      }),
    );
  });
});

const given = (exOfficio: boolean, reason = 'Responsabile cessato'): AssessmentStep => ({
  step: 'reason-given',
  reason,
  exOfficio,
});

describe('a step of an assessment', () => {
  const decidedAlready = so(decided(verdict(100)));
  const waiting = so(decided({ is: 'waiting', for: 'rendiconto', until: civilDate('2024-04-30') }));
  const explained = so(claimed(verdict(90, 'Gara deserta')));

  it.each<[string, typeof NOTHING_SAID, AssessmentStep, Role, AssessmentContext, string | null]>([
    ['a degree of 100 needs no reason', NOTHING_SAID, decided(verdict(100)), NUCLEO, CONTEXT, null],
    ['99.9999 does', NOTHING_SAID, decided(verdict(99.9999)), NUCLEO, CONTEXT, 'reason-missing'],
    ['blanks are none', NOTHING_SAID, decided(verdict(50, ' \n')), NUCLEO, CONTEXT, 'reason-missing'],
    ["the head's reason is enough for the evaluator", explained, decided(verdict(50)), NUCLEO, CONTEXT, null],
    ['the head gives one too', NOTHING_SAID, claimed(verdict(90)), HEAD, CONTEXT, 'reason-missing'],
    ['0 is a degree, with a reason', NOTHING_SAID, decided(verdict(0, 'Non avviato')), NUCLEO, CONTEXT, null],
    [
      'not assessable has a reason',
      NOTHING_SAID,
      decided({ is: 'not-assessable', reason: '' }),
      NUCLEO,
      CONTEXT,
      'reason-missing',
    ],
    [
      'a figure awaited has a name',
      NOTHING_SAID,
      decided({ is: 'waiting', for: ' ', until: null }),
      NUCLEO,
      CONTEXT,
      'figure-not-named',
    ],
    [
      'only the evaluator decides',
      NOTHING_SAID,
      decided(verdict(100)),
      SEGRETARIO,
      CONTEXT,
      'not-the-evaluator',
    ],
    [
      'where the town says the Sindaco, the Nucleo does not',
      NOTHING_SAID,
      decided(verdict(100)),
      NUCLEO,
      { ...CONTEXT, evaluator: 'mayor' },
      'not-the-evaluator',
    ],
    ['nobody decides twice', decidedAlready, decided(verdict(100)), NUCLEO, CONTEXT, 'already-decided'],
    ['but the figure that was awaited may come', waiting, decided(verdict(100)), NUCLEO, CONTEXT, null],
    [
      'a head speaks of their own sector alone',
      NOTHING_SAID,
      claimed(verdict(100)),
      OTHER,
      CONTEXT,
      'not-the-head',
    ],
    [
      'after the decision it is late',
      decidedAlready,
      claimed(verdict(100)),
      HEAD,
      CONTEXT,
      'already-decided',
    ],
    [
      'the Segretario speaks for a head who is gone',
      NOTHING_SAID,
      claimed(verdict(100)),
      SEGRETARIO,
      GONE,
      null,
    ],
    ['not for one in office', NOTHING_SAID, claimed(verdict(100)), SEGRETARIO, CONTEXT, 'not-the-head'],
    [
      "d'ufficio only when the head is gone",
      NOTHING_SAID,
      given(true),
      SEGRETARIO,
      CONTEXT,
      'head-in-office',
    ],
    ["d'ufficio, the head gone", NOTHING_SAID, given(true), SEGRETARIO, GONE, null],
    ["d'ufficio is not of the Nucleo", NOTHING_SAID, given(true), NUCLEO, GONE, 'not-the-head'],
    ['a reason of the head', NOTHING_SAID, given(false), HEAD, CONTEXT, null],
    ['a reason of nothing', NOTHING_SAID, given(false, ''), HEAD, CONTEXT, 'reason-missing'],
    [
      'what is decided is reopened with a reason',
      decidedAlready,
      { step: 'reopened', reason: '' },
      NUCLEO,
      CONTEXT,
      'reason-missing',
    ],
    [
      'what is not decided is not reopened',
      NOTHING_SAID,
      { step: 'reopened', reason: 'x' },
      NUCLEO,
      CONTEXT,
      'not-decided',
    ],
    [
      'facts propose until it is decided',
      decidedAlready,
      { step: 'proposed', degree: degree(10) },
      SEGRETARIO,
      CONTEXT,
      'already-decided',
    ],
    [
      'and propose to anybody',
      NOTHING_SAID,
      { step: 'proposed', degree: degree(10) },
      SEGRETARIO,
      CONTEXT,
      null,
    ],
  ])('%s', (_, before, step, by, context, code) => {
    expect(assessmentRefusal(before, step, by, context)?.code ?? null).toBe(code);
  });
});
