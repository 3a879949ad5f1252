/** One request for every route about the sectors' submissions. */
import { type Ask, form, get, json } from './asks.js';

const STEPS = { acquisisci: 'acknowledge', restituisci: 'return', riapri: 'reopen' };

export const MONITORING_SAMPLES: Readonly<Record<string, Ask>> = {
  'GET /monitoraggio': get(() => '/monitoraggio'),
  'GET /monitoraggio/:id': get(({ submission }) => `/monitoraggio/${submission}`),
  'POST /monitoraggio/:id/bozza': form(
    ({ submission }) => `/monitoraggio/${submission}/bozza`,
    ({ objective }) => ({ righe: '1', 'lines[0].objective': objective }),
  ),
  'POST /monitoraggio/:id/trasmetti': form(
    ({ submission }) => `/monitoraggio/${submission}/trasmetti`,
    ({ objective }) => ({ righe: '1', 'lines[0].objective': objective }),
  ),
  'POST /monitoraggio/:id/osserva': form(
    ({ submission }) => `/monitoraggio/${submission}/osserva`,
    () => ({ text: 'una osservazione' }),
  ),
  'GET /api/v1/monitoring': json('GET', () => '/monitoring'),
  'GET /api/v1/monitoring/:id': json('GET', ({ submission }) => `/monitoring/${submission}`),
  'PUT /api/v1/monitoring/:id/lines': json(
    'PUT',
    ({ submission }) => `/monitoring/${submission}/lines`,
    ({ objective }) => ({ lines: [{ objective, rowVersion: 0 }] }),
  ),
  'POST /api/v1/monitoring/:id/transmit': json(
    'POST',
    ({ submission }) => `/monitoring/${submission}/transmit`,
    () => ({}),
  ),
  'POST /api/v1/monitoring/:id/observe': json(
    'POST',
    ({ submission }) => `/monitoring/${submission}/observe`,
    () => ({ text: 'una osservazione' }),
  ),
  ...Object.fromEntries(
    Object.entries(STEPS).flatMap(([path, step]) => [
      [
        `POST /monitoraggio/:id/${path}`,
        form(
          ({ submission }) => `/monitoraggio/${submission}/${path}`,
          () => ({ reason: 'motivo' }),
        ),
      ],
      [
        `POST /api/v1/monitoring/:id/${step}`,
        json(
          'POST',
          ({ submission }) => `/monitoring/${submission}/${step}`,
          () => ({ reason: 'motivo' }),
        ),
      ],
    ]),
  ),
};
