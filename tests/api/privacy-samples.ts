/** One request for every route of the history of changes, of a person's own data and of what goes by itself. */
import { TOWN_RETENTION } from '../../domain/retention/retention-rules.js';
import { type Ask, form, get, json } from './asks.js';

const KEPT = Object.fromEntries(
  Object.entries(TOWN_RETENTION).map(([code, { kept }]) => [code, String(kept)]),
);

export const PRIVACY_SAMPLES: Readonly<Record<string, Ask>> = {
  'GET /modifiche': get(() => '/modifiche'),
  'GET /modifiche.csv': get(() => '/modifiche.csv'),
  'GET /api/v1/audit': json('GET', () => '/audit'),
  'GET /i-miei-dati': get(() => '/i-miei-dati'),
  'GET /i-miei-dati/:formato': get(() => '/i-miei-dati/json'),
  'POST /persone/:id/dati': form(
    ({ person }) => `/persone/${person}/dati`,
    () => ({ formato: 'json' }),
  ),
  'GET /api/v1/me/record': json('GET', () => '/me/record'),
  'POST /api/v1/people/:id/record': json('POST', ({ person }) => `/people/${person}/record`),
  'GET /conservazione': get(() => '/conservazione'),
  'POST /conservazione': form(
    () => '/conservazione',
    () => KEPT,
  ),
  'GET /api/v1/retention': json('GET', () => '/retention'),
  'PUT /api/v1/retention': json(
    'PUT',
    () => '/retention',
    () => ({ absences: 2 }),
  ),
};
