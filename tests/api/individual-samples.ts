/** One request for every route of the individual objectives. */
import { type Ask, form, get, json, type Things } from './asks.js';

const fields = ({ objective }: Things) => ({
  ...{ title: 'Incassi riconciliati', parent: objective, due: '2023-10-31', weight: '40' },
});
const body = ({ objective }: Things) => ({
  ...{ title: 'Incassi riconciliati', objective, due: '2023-10-31', weight: 40 },
});

export const INDIVIDUAL_SAMPLES: Readonly<Record<string, Ask>> = {
  'GET /obiettivi-individuali': get(() => '/obiettivi-individuali'),
  'GET /obiettivi-individuali.csv': get(() => '/obiettivi-individuali.csv'),
  'GET /obiettivi-individuali/:id': get(({ collaborator }) => `/obiettivi-individuali/${collaborator}`),
  'GET /obiettivi-individuali/:id/scheda': get(
    ({ collaborator }) => `/obiettivi-individuali/${collaborator}/scheda`,
  ),
  'GET /i-miei-obiettivi': get(() => '/i-miei-obiettivi'),
  'POST /obiettivi-individuali/collaboratori': form(
    () => '/obiettivi-individuali/collaboratori',
    ({ sector }) => ({ settore: sector, list: 'Persona Nuova', from: '2023-03-01' }),
  ),
  'POST /obiettivi-individuali/:id': form(
    ({ collaborator }) => `/obiettivi-individuali/${collaborator}`,
    fields,
  ),
  'POST /obiettivi-individuali/:id/fine': form(
    ({ collaborator }) => `/obiettivi-individuali/${collaborator}/fine`,
    () => ({ lastDay: '' }),
  ),
  'POST /obiettivi-individuali/obiettivi/:id': form(
    ({ individual }) => `/obiettivi-individuali/obiettivi/${individual}`,
    fields,
  ),
  'POST /obiettivi-individuali/obiettivi/:id/grado': form(
    ({ individual }) => `/obiettivi-individuali/obiettivi/${individual}/grado`,
    () => ({ degree: '90' }),
  ),
  'POST /obiettivi-individuali/obiettivi/:id/ritira': form(
    ({ individual }) => `/obiettivi-individuali/obiettivi/${individual}/ritira`,
    () => ({ visto: '999' }),
  ),
  'GET /api/v1/individual-objectives': json('GET', () => '/individual-objectives'),
  'GET /api/v1/my-individual-objectives': json('GET', () => '/my-individual-objectives'),
  'POST /api/v1/individual-objectives': json(
    'POST',
    () => '/individual-objectives',
    (things) => ({ ...body(things), collaborator: things.collaborator, year: 2023 }),
  ),
  'PUT /api/v1/individual-objectives/:id': json(
    'PUT',
    ({ individual }) => `/individual-objectives/${individual}`,
    body,
  ),
  'PUT /api/v1/individual-objectives/:id/degree': json(
    'PUT',
    ({ individual }) => `/individual-objectives/${individual}/degree`,
    () => ({ degree: 90 }),
  ),
  'DELETE /api/v1/individual-objectives/:id': json(
    'DELETE',
    ({ individual }) => `/individual-objectives/${individual}?rowVersion=999`,
  ),
  'POST /api/v1/collaborators': json(
    'POST',
    () => '/collaborators',
    ({ sector }) => ({ sector, list: 'Persona Nuova' }),
  ),
  'POST /api/v1/collaborators/:id/end': json(
    'POST',
    ({ collaborator }) => `/collaborators/${collaborator}/end`,
    () => ({ lastDay: '2022-01-01' }),
  ),
};
