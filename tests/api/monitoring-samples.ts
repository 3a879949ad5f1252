/** One request for every route about the sectors' submissions. */
import { DEFAULT_WINDOWS } from '../../domain/cycle/windows.js';
import { type Ask, form, get, json } from './asks.js';

const STEPS = { acquisisci: 'acknowledge', restituisci: 'return', riapri: 'reopen' };

export const MONITORING_SAMPLES: Readonly<Record<string, Ask>> = {
  'GET /monitoraggio': get(() => '/monitoraggio'),
  'GET /monitoraggio/chi-prepara': get(() => '/monitoraggio/chi-prepara'),
  'POST /monitoraggio/chi-prepara': form(
    () => '/monitoraggio/chi-prepara',
    ({ person }) => ({ sector: '', person, from: '2023-06-29' }),
  ),
  'POST /monitoraggio/chi-prepara/:id/togli': form(
    ({ compiler }) => `/monitoraggio/chi-prepara/${compiler}/togli`,
  ),
  'GET /api/v1/monitoring/compilers': json('GET', () => '/monitoring/compilers'),
  'POST /api/v1/monitoring/compilers': json(
    'POST',
    () => '/monitoring/compilers',
    ({ objective, person }) => ({ sector: objective, person, from: '2023-06-29' }),
  ),
  'POST /api/v1/monitoring/compilers/:id/end': json(
    'POST',
    ({ compiler }) => `/monitoring/compilers/${compiler}/end`,
  ),
  'GET /monitoraggio/finestre': get(() => '/monitoraggio/finestre'),
  'POST /monitoraggio/finestre': form(() => '/monitoraggio/finestre'),
  'POST /monitoraggio/finestre/:id/termine': form(
    ({ window }) => `/monitoraggio/finestre/${window}/termine`,
    () => ({ due: '2023-08-15', reason: 'motivo' }),
  ),
  'GET /monitoraggio/finestre/:id/relazione': get(
    ({ window }) => `/monitoraggio/finestre/${window}/relazione`,
  ),
  'GET /monitoraggio/finestre/:id/relazione.docx': get(
    ({ window }) => `/monitoraggio/finestre/${window}/relazione.docx`,
  ),
  'GET /monitoraggio/finestre/:id/relazione.xlsx': get(
    ({ window }) => `/monitoraggio/finestre/${window}/relazione.xlsx`,
  ),
  'GET /api/v1/monitoring/windows/:id/report': json(
    'GET',
    ({ window }) => `/monitoring/windows/${window}/report`,
  ),
  'GET /api/v1/monitoring/windows/:id/report/docx': json(
    'GET',
    ({ window }) => `/monitoring/windows/${window}/report/docx`,
  ),
  'GET /api/v1/monitoring/windows/:id/report/xlsx': json(
    'GET',
    ({ window }) => `/monitoring/windows/${window}/report/xlsx`,
  ),
  'GET /api/v1/monitoring/windows': json('GET', () => '/monitoring/windows'),
  'PUT /api/v1/monitoring/windows': json(
    'PUT',
    () => '/monitoring/windows',
    () => ({ windows: DEFAULT_WINDOWS }),
  ),
  'POST /api/v1/monitoring/windows/effect': json(
    'POST',
    () => '/monitoring/windows/effect',
    () => ({ windows: DEFAULT_WINDOWS }),
  ),
  'POST /api/v1/monitoring/windows/:id/due': json(
    'POST',
    ({ window }) => `/monitoring/windows/${window}/due`,
    () => ({ due: '2023-08-15', reason: 'motivo' }),
  ),
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
