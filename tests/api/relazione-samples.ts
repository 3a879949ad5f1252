/** One request for every route of the Relazione. Nothing is written: the version seen is wrong, reasons are empty. */
import { type Ask, form, get, json } from './asks.js';

export const RELAZIONE_SAMPLES: Readonly<Record<string, Ask>> = {
  'GET /relazione': get(() => '/relazione'),
  'GET /relazione/:anno/:file': get(() => '/relazione/2023/interna.csv?bozza=si'),
  'POST /relazione/:anno/testi/:parte': form(
    () => '/relazione/2023/testi/context',
    () => ({ text: 'x', visto: '9' }),
  ),
  'POST /relazione/:anno/istantanea': form(
    () => '/relazione/2023/istantanea',
    () => ({ reason: '' }),
  ),
  'GET /api/v1/cycles/:year/relazione': json('GET', () => '/cycles/2023/relazione'),
  'GET /api/v1/cycles/:year/relazione/:version/:format': json(
    'GET',
    () => '/cycles/2023/relazione/internal/json?snapshot=draft',
  ),
  'PUT /api/v1/cycles/:year/relazione/texts/:part': json(
    'PUT',
    () => '/cycles/2023/relazione/texts/context',
    () => ({ text: 'x', after: 9 }),
  ),
  'POST /api/v1/cycles/:year/relazione/snapshots': json(
    'POST',
    () => '/cycles/2023/relazione/snapshots',
    () => ({ reason: '' }),
  ),
};
