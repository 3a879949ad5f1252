/** One request for every route about people, their roles and absences. */
import { type Ask, form, get, json } from './asks.js';

const PERSON = { name: 'Nuova Persona', email: 'nuova@prova.example' };

export const PEOPLE_SAMPLES: Readonly<Record<string, Ask>> = {
  'GET /persone': get(() => '/persone'),
  'GET /persone.csv': get(() => '/persone.csv'),
  'GET /persone/:id': get(({ person }) => `/persone/${person}`),
  'GET /persone/:id/ruoli/:tenure/consegne': get(
    ({ person, tenure }) => `/persone/${person}/ruoli/${tenure}/consegne`,
  ),
  'POST /persone': form(
    () => '/persone',
    () => PERSON,
  ),
  'POST /persone/:id': form(
    ({ person }) => `/persone/${person}`,
    () => PERSON,
  ),
  'POST /persone/:id/ruoli': form(
    ({ person }) => `/persone/${person}/ruoli`,
    () => ({ role: 'rpct', from: '2023-07-01' }),
  ),
  'POST /persone/:id/ruoli/:tenure/chiudi': form(
    ({ person, tenure }) => `/persone/${person}/ruoli/${tenure}/chiudi`,
    () => ({ lastDay: '2023-12-31' }),
  ),
  'POST /persone/:id/codice-fiscale': form(
    ({ person }) => `/persone/${person}/codice-fiscale`,
    () => ({ fiscalCode: 'RSSMRA80A01H501U' }),
  ),
  'POST /persone/:id/riprova': form(({ person }) => `/persone/${person}/riprova`),
  'POST /persone/:id/calendario/annulla': form(({ person }) => `/persone/${person}/calendario/annulla`),
  'POST /persone/:id/assenze': form(
    ({ person }) => `/persone/${person}/assenze`,
    () => ({ absentFrom: '2024-08-01', absentTo: '2024-08-12', substitute: '' }),
  ),
  'POST /persone/:id/assenze/:absence/fine': form(
    ({ person, absence }) => `/persone/${person}/assenze/${absence}/fine`,
    () => ({ lastDay: '2023-08-30' }),
  ),

  'GET /api/v1/people/:id/roles/:tenure/hand-over': json(
    'GET',
    ({ person, tenure }) => `/people/${person}/roles/${tenure}/hand-over`,
  ),
  'PUT /api/v1/people/:id/fiscal-code': json(
    'PUT',
    ({ person }) => `/people/${person}/fiscal-code`,
    () => ({ code: 'RSSMRA80A01H501U' }),
  ),
  'DELETE /api/v1/people/:id/calendar': json('DELETE', ({ person }) => `/people/${person}/calendar`),
  'GET /api/v1/role-codes': json('GET', () => '/role-codes'),
  'PUT /api/v1/role-codes': json(
    'PUT',
    () => '/role-codes',
    () => ({ role: { role: 'secretary' } }),
  ),
  'POST /api/v1/answer-links/revoke': json('POST', () => '/answer-links/revoke'),
  'GET /api/v1/people': json('GET', () => '/people'),
  'POST /api/v1/people/:id/retry-mailbox': json('POST', ({ person }) => `/people/${person}/retry-mailbox`),
  'POST /api/v1/people': json(
    'POST',
    () => '/people',
    () => PERSON,
  ),
  'PUT /api/v1/people/:id': json(
    'PUT',
    ({ person }) => `/people/${person}`,
    () => PERSON,
  ),
  'POST /api/v1/people/:id/roles': json(
    'POST',
    ({ person }) => `/people/${person}/roles`,
    () => ({ role: { role: 'rpct' }, from: '2023-07-01' }),
  ),
  'POST /api/v1/people/:id/absences': json(
    'POST',
    ({ person }) => `/people/${person}/absences`,
    () => ({ from: '2024-09-01', to: '2024-09-12' }),
  ),
  'POST /api/v1/absences/:id/end': json(
    'POST',
    ({ absence }) => `/absences/${absence}/end`,
    () => ({ lastDay: '2023-08-31' }),
  ),
  'POST /api/v1/roles/:id/close': json(
    'POST',
    ({ tenure }) => `/roles/${tenure}/close`,
    () => ({ lastDay: '2023-12-31' }),
  ),
};
