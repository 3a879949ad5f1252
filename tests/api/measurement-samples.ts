/** One request for every route of the evaluation. */
import { DEFAULT_SCORING_RULES } from '../../domain/scoring/scoring-rules.js';
import type { Tx } from '../../store/in-town.js';
import { type Ask, form, get, json, type Things } from './asks.js';

type MeasuredThings = Pick<Things, 'sheet' | 'evaluationAct' | 'indicator' | 'milestone'>;

/** Of a furnished town; the sheet is the Finanziario's. */
export async function measuredThings(tx: Tx): Promise<MeasuredThings> {
  const one = (rows: readonly { readonly id: string }[]): string => rows[0]?.id ?? '';
  return {
    sheet: one(
      await tx`select e.obligation as id from self_evaluation e join sector s on s.id = e.sector
        where s.name = 'Finanziario'`,
    ),
    evaluationAct: one(await tx`select id from measurement_act`),
    indicator: one(await tx`select id from indicator`),
    milestone: one(await tx`select milestone as id from milestone_weight`),
  };
}

const place = '/misurazione/settori';
const YEAR = { anno: '2023' };
const ACT = { kind: 'minutes', day: '2023-06-01', number: '3' };

export const MEASUREMENT_SAMPLES: Readonly<Record<string, Ask>> = {
  'GET /autovalutazione/:id': get(({ sheet }) => `/autovalutazione/${sheet}`),
  'POST /autovalutazione/:id/bozza': form(
    ({ sheet }) => `/autovalutazione/${sheet}/bozza`,
    ({ objective }) => ({ righe: '1', 'lines[0].objective': objective }),
  ),
  'POST /autovalutazione/:id/trasmetti': form(
    ({ sheet }) => `/autovalutazione/${sheet}/trasmetti`,
    ({ objective }) => ({ righe: '1', 'lines[0].objective': objective }),
  ),
  'POST /autovalutazione/:id/riapri': form(
    ({ sheet }) => `/autovalutazione/${sheet}/riapri`,
    () => ({ reason: 'motivo' }),
  ),
  'GET /misurazione': get(() => '/misurazione'),
  'GET /misurazione.csv': get(() => '/misurazione.csv'),
  'GET /misurazione/regole': get(() => '/misurazione/regole'),
  'POST /misurazione/regole': form(
    () => '/misurazione/regole',
    () => ({
      evaluator: 'oiv',
      source: 'SMVP, G.C. 12 del 2023',
      'dates.rule': 'late-days',
      'dates.perDay': '1',
      shownPlaces: '2',
    }),
  ),
  'GET /misurazione/criteri': get(() => '/misurazione/criteri'),
  'GET /misurazione/criteri/:id': get(({ objective }) => `/misurazione/criteri/${objective}`),
  'POST /misurazione/criteri/:id': form(
    ({ objective }) => `/misurazione/criteri/${objective}`,
    () => ({ ...YEAR, indicatori: '0', fasi: '0' }),
  ),
  'GET /misurazione/settori/:id': get(({ sector }) => `${place}/${sector}`),
  ...Object.fromEntries(
    ['decidi', 'conferma', 'riapri', 'motiva'].map((step) => [
      `POST /misurazione/settori/:id/${step}`,
      form(
        ({ sector }) => `${place}/${sector}/${step}`,
        ({ objective }) => ({ ...YEAR, objective, verdict: 'degree', degree: '100', reason: 'motivo' }),
      ),
    ]),
  ),
  'POST /misurazione/settori/:id/pagamenti': form(
    ({ sector }) => `${place}/${sector}/pagamenti`,
    () => ({ ...YEAR, share: '30', target: '0' }),
  ),
  'POST /misurazione/atti': form(
    () => '/misurazione/atti',
    () => ({ ...YEAR, ...ACT }),
  ),
  'POST /misurazione/atti/togli': form(
    () => '/misurazione/atti/togli',
    ({ evaluationAct }) => ({ ...YEAR, atto: evaluationAct, reason: 'errore' }),
  ),

  'GET /api/v1/self-evaluations/:id': json('GET', ({ sheet }) => `/self-evaluations/${sheet}`),
  'PUT /api/v1/self-evaluations/:id/lines': json(
    'PUT',
    ({ sheet }) => `/self-evaluations/${sheet}/lines`,
    ({ objective }) => ({ lines: [{ objective, rowVersion: 0 }] }),
  ),
  'POST /api/v1/self-evaluations/:id/transmit': json(
    'POST',
    ({ sheet }) => `/self-evaluations/${sheet}/transmit`,
    () => ({}),
  ),
  'POST /api/v1/self-evaluations/:id/reopen': json(
    'POST',
    ({ sheet }) => `/self-evaluations/${sheet}/reopen`,
    () => ({ reason: 'motivo' }),
  ),
  'GET /api/v1/measurement': json('GET', () => '/measurement'),
  'GET /api/v1/measurement/rules': json('GET', () => '/measurement/rules'),
  'PUT /api/v1/measurement/rules': json(
    'PUT',
    () => '/measurement/rules',
    () => ({ rules: DEFAULT_SCORING_RULES, source: 'SMVP, G.C. 12 del 2023' }),
  ),
  'PUT /api/v1/measurement/indicators/:id': json(
    'PUT',
    ({ indicator }) => `/measurement/indicators/${indicator}`,
    () => ({ year: 2023, definition: null }),
  ),
  'PUT /api/v1/measurement/milestones/:id': json(
    'PUT',
    ({ milestone }) => `/measurement/milestones/${milestone}`,
    () => ({ year: 2023, weight: 500_000 }),
  ),
  'PUT /api/v1/measurement/objectives/:id': json(
    'PUT',
    ({ objective }) => `/measurement/objectives/${objective}`,
    () => ({ year: 2023 }),
  ),
  'GET /api/v1/measurement/measures': json('GET', () => '/measurement/measures'),
  'GET /api/v1/measurement/sectors/:id': json('GET', ({ sector }) => `/measurement/sectors/${sector}`),
  'POST /api/v1/measurement/decisions': json(
    'POST',
    () => '/measurement/decisions',
    ({ sector, objective }) => ({
      year: 2023,
      decisions: [{ sector, objective, verdict: 'degree', degree: '100' }],
    }),
  ),
  ...Object.fromEntries(
    ['reopen', 'reasons'].map((step) => [
      `POST /api/v1/measurement/${step}`,
      json(
        'POST',
        () => `/measurement/${step}`,
        ({ sector, objective }) => ({ year: 2023, sector, objective, reason: 'motivo' }),
      ),
    ]),
  ),
  'PUT /api/v1/measurement/payment-times': json(
    'PUT',
    () => '/measurement/payment-times',
    ({ sector }) => ({ year: 2023, sector, share: '30' }),
  ),
  'POST /api/v1/measurement/acts': json(
    'POST',
    () => '/measurement/acts',
    () => ({ year: 2023, ...ACT }),
  ),
  'POST /api/v1/measurement/acts/:id/withdraw': json(
    'POST',
    ({ evaluationAct }) => `/measurement/acts/${evaluationAct}/withdraw`,
    () => ({ year: 2023, reason: 'errore' }),
  ),
};
