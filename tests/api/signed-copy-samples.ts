/** One request for every route of what comes back signed. Nothing is written: neither file nor protocol is sent. */
import { type Ask, form, get, json } from './asks.js';

export const SIGNED_COPY_SAMPLES: Readonly<Record<string, Ask>> = {
  'GET /copie-firmate/:carta/:di': get(({ act }) => `/copie-firmate/atto/${act}`),
  'POST /copie-firmate/:carta/:di': form(({ act }) => `/copie-firmate/atto/${act}`),
  'GET /misurazione/settori/:id/:file': get(
    ({ sector }) => `/misurazione/settori/${sector}/verbale.docx?anno=2023`,
  ),
  'GET /api/v1/measurement/sectors/:id/minutes/:format': json(
    'GET',
    ({ sector }) => `/measurement/sectors/${sector}/minutes/docx?year=2023`,
  ),
  'GET /copia-firmata/:id': get(({ copy }) => `/copia-firmata/${copy}`),
  'GET /api/v1/signed-copies/:paper/:of': json('GET', ({ act }) => `/signed-copies/act/${act}`),
  'POST /api/v1/signed-copies/:paper/:of': json('POST', ({ act }) => `/signed-copies/act/${act}`),
  'GET /api/v1/signed-copy-files/:id': json('GET', ({ copy }) => `/signed-copy-files/${copy}`),
};
