import { plannedObligations } from '../../domain/obligations/from-plan.js';
import type { PlanDocument, PlanObjective } from '../../domain/plan/plan-document.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { DEFAULT_CLOSURES } from '../../domain/time/closures.js';
import { instant } from '../../domain/time/instant.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import type { ConfirmedPlan } from '../../store/plan/plans.js';

const shared = (weight: number, line: number): PlanObjective => ({
  number: '1',
  title: 'Tempi di pagamento',
  weight,
  shared: true,
  indicators: [{ text: 'Indicatore di tempestività', target: { value: 0, unit: 'giorni', op: '<=' } }],
  milestones: [{ kind: 'date', date: '2023-06-30', phrase: 'entro il 30/06', sourceLine: line }],
});

/** Two sectors, one objective of both; a date, a recurrence, an external term, an impossible day, an implicit term. */
export const SMALL_PLAN: PlanDocument = {
  document: {
    body: 'Comune di Prova',
    kind: 'plan',
    year: 2023,
    act: 'G.C. 20',
    actDate: '2023-02-28',
    weights: 'points',
  },
  sectors: [
    {
      name: 'Finanziario',
      owner: null,
      weightTotal: 100,
      objectives: [
        shared(30, 10),
        {
          number: '2',
          title: 'Rendiconto',
          weight: 12.5,
          shared: false,
          indicators: [{ text: 'Delibera' }],
          milestones: [
            { kind: 'date', date: '2023-04-15', phrase: 'entro il 15/04', sourceLine: 21 },
            {
              kind: 'recurring',
              recurrence: 'FREQ=MONTHLY;INTERVAL=3',
              phrase: 'ogni trimestre',
              sourceLine: 22,
            },
            { kind: 'none', invalid: true, phrase: '31/06', sourceLine: 23 },
          ],
          result: { value: 100, unit: '%' },
          sourceLines: [20, 25],
        },
      ],
    },
    {
      name: 'Tecnico',
      owner: 'Segretario comunale',
      weightTotal: null,
      objectives: [
        shared(20, 40),
        {
          number: null,
          title: 'Bandi',
          weight: null,
          shared: false,
          indicators: [],
          milestones: [{ kind: 'external-term', anchor: 'bandi', phrase: 'entro i termini dei bandi' }],
        },
        { number: '9', title: 'Senza date', weight: 5, shared: false, indicators: [], milestones: [] },
      ],
    },
  ],
  lint: [],
};

const approvedOn = civilDate('2023-02-28');

/** The same plan as a person confirms it; notices begin on Wednesday 1 March 2023. */
export const confirmedPlan = (change: Partial<ConfirmedPlan> = {}): ConfirmedPlan => ({
  plan: SMALL_PLAN,
  planned: plannedObligations(SMALL_PLAN, civilDate('2023-03-01'), workingCalendar(DEFAULT_CLOSURES)),
  lint: SMALL_PLAN.lint,
  act: {
    organ: 'giunta',
    number: '20',
    adoptedOn: approvedOn,
    protocolNumber: '1234',
    protocolOn: approvedOn,
  },
  approvedOn,
  liveOn: approvedOn,
  note: 'i pesi del Tecnico non sommano a 100: così è il piano deliberato',
  confirmedBy: null,
  confirmedAt: instant(Date.UTC(2023, 1, 28, 11)),
  ...change,
});
