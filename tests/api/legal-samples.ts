/** One request for every route of the *Calendario normativo*. */
import { type Ask, form, get, json } from './asks.js';

export const LEGAL_SAMPLES: Readonly<Record<string, Ask>> = {
  'GET /calendario-normativo': get(() => '/calendario-normativo'),
  'GET /calendario-normativo.csv': get(() => '/calendario-normativo.csv'),
  'POST /calendario-normativo': form(
    () => '/calendario-normativo',
    () => ({ anno: '2023', 'fatto-budget': '2023-02-20' }),
  ),
  'GET /api/v1/legal-calendar': json('GET', () => '/legal-calendar'),
  'PUT /api/v1/legal-calendar': json(
    'PUT',
    () => '/legal-calendar?year=2023',
    () => ({ done: { budget: '2023-02-20' } }),
  ),
};
