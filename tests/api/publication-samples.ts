/** One request for every route of the publication. Nothing is written: words are missing, the choice is as it stands. */
import { type Ask, form, get, json } from './asks.js';

const REASON = { sector: 'Finanziario', sha256: '0'.repeat(64), decision: 'other-words', text: '' };

export const PUBLICATION_SAMPLES: Readonly<Record<string, Ask>> = {
  'GET /relazione/motivazioni': get(() => '/relazione/motivazioni?anno=2023'),
  'GET /relazione/:anno/pacchetti/:numero': get(() => '/relazione/2023/pacchetti/1'),
  'POST /relazione/:anno/motivazioni': form(
    () => '/relazione/2023/motivazioni',
    ({ objective }) => ({ ...REASON, objective, visto: '0' }),
  ),
  'POST /relazione/:anno/totali': form(() => '/relazione/2023/totali'),
  'POST /relazione/:anno/pacchetto': form(() => '/relazione/2023/pacchetto'),
  'POST /relazione/:anno/pagina-pubblica': form(() => '/relazione/2023/pagina-pubblica'),
  'POST /relazione/:anno/collocazioni': form(
    () => '/relazione/2023/collocazioni',
    () => ({ document: 'system', address: '', date: '' }),
  ),
  'GET /pubblico/:ente': get(() => '/pubblico/comune-che-non-ce'),
  'GET /pubblico/:ente/:anno': get(() => '/pubblico/comune-che-non-ce/2023'),
  'GET /pubblico/:ente/:anno/:file': get(() => '/pubblico/comune-che-non-ce/2023/indice.json'),
  'PUT /api/v1/publication/public-page': json(
    'PUT',
    () => '/publication/public-page',
    () => ({ publicPage: false }),
  ),
  'PUT /api/v1/cycles/:year/publication/places/:document': json(
    'PUT',
    () => '/cycles/2023/publication/places/system',
    () => ({ address: null }),
  ),
  'GET /api/v1/cycles/:year/publication': json('GET', () => '/cycles/2023/publication'),
  'POST /api/v1/cycles/:year/publication/releases': json(
    'POST',
    () => '/cycles/2023/publication/releases',
    ({ objective }) => ({ ...REASON, objective, after: 0 }),
  ),
  'PUT /api/v1/publication/totals': json(
    'PUT',
    () => '/publication/totals',
    () => ({ publishesTotals: false }),
  ),
  'POST /api/v1/cycles/:year/publication/packages': json('POST', () => '/cycles/2023/publication/packages'),
  'GET /api/v1/cycles/:year/publication/packages/:number': json(
    'GET',
    () => '/cycles/2023/publication/packages/1',
  ),
};
