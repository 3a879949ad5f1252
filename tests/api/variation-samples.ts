/** One request for every route of variations. */
import { type Ask, form, get, json } from './asks.js';

const BODY = {
  ...{ act: { organ: 'giunta', number: '77', date: '2023-06-01' }, reason: 'motivo' },
  changes: [{ change: 'withdraw', objective: '00000000-0000-4000-8000-000000000000' }],
};

export const VARIATION_SAMPLES: Readonly<Record<string, Ask>> = {
  'GET /piano/variazione': get(() => '/piano/variazione'),
  'POST /piano/variazione': form(
    () => '/piano/variazione',
    () => ({ anno: '2023', tipo: 'variation' }),
  ),
  'GET /piano/variazioni': get(() => '/piano/variazioni'),
  'GET /piano/variazioni.csv': get(() => '/piano/variazioni.csv'),
  'POST /piano/variazioni/giorno': form(
    () => '/piano/variazioni/giorno',
    () => ({ anno: '2023', giorno: '30', mese: '11' }),
  ),
  'POST /importa/:draft/settori/:sector/pesi': form(
    ({ draft }) => `/importa/${draft}/settori/s1/pesi`,
    () => ({ voci: 'o1', 'peso-o1': '30' }),
  ),
  'GET /api/v1/plans/:year/variations': get(() => '/api/v1/plans/2023/variations'),
  'POST /api/v1/plans/:year/variations': json(
    'POST',
    () => '/plans/2023/variations',
    () => BODY,
  ),
  'POST /api/v1/plans/:year/variations/preview': json(
    'POST',
    () => '/plans/2023/variations/preview',
    () => BODY,
  ),
  'GET /api/v1/plan-drafts/:id/variation': get(({ draft }) => `/api/v1/plan-drafts/${draft}/variation`),
  'PUT /api/v1/variations/late-day': json(
    'PUT',
    () => '/variations/late-day',
    () => ({ month: 11, day: 30 }),
  ),
};
