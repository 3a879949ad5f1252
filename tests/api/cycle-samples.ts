/** One request for every route about the year. Reasons are left empty: the walk closes no year. */
import { type Ask, form, get, json } from './asks.js';

const STEPS = {
  trasmissione: 'transmission',
  adozione: 'adoption',
  validazione: 'validation',
  approvazione: 'approval',
  pubblicazione: 'publication',
};
const NOTHING = { fact: '00000000-0000-4000-8000-000000000000', reason: '' };

export const CYCLE_SAMPLES: Readonly<Record<string, Ask>> = {
  'GET /ciclo': get(() => '/ciclo'),
  'GET /api/v1/cycles/:year': json('GET', () => '/cycles/2023'),
  ...Object.fromEntries(
    Object.entries({ ...STEPS, pronta: 'ready', chiudi: 'close', annulla: 'withdraw' }).flatMap(
      ([path, step]) => [
        [
          `POST /ciclo/:anno/${path}`,
          form(
            () => `/ciclo/2023/${path}`,
            () => (path in STEPS ? { date: '' } : NOTHING),
          ),
        ],
        [
          `POST /api/v1/cycles/:year/${step}`,
          json(
            'POST',
            () => `/cycles/2023/${step}`,
            () => (path in STEPS ? { date: '' } : NOTHING),
          ),
        ],
      ],
    ),
  ),
};
