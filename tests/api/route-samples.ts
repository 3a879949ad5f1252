/** One request for every route of the application: a route without one fails the walk. */
import type { Sql } from '../../store/connection.js';
import { inTown } from '../../store/in-town.js';
import type { StageTown } from './stage.js';
import type { Answer, Visitor } from './visitor.js';

/** Ids of one town's things. */
export interface Things {
  readonly town: string;
  readonly person: string;
  readonly tenure: string;
  /** Owed by the head of the Finanziario, open. */
  readonly obligation: string;
  /** Without a date, owed by the Segretario. */
  readonly external: string;
  readonly objective: string;
  readonly evidence: string;
  readonly digest: string;
  readonly draft: string;
}

/** Of a furnished town. */
export async function thingsOf(sql: Sql, { town, people, obligations, plan }: StageTown): Promise<Things> {
  const owed = obligations.find(
    ({ owner, term, state }) =>
      owner.role === 'head' && owner.sector === 'Finanziario' && term.kind === 'date' && state === 'open',
  );
  const external = obligations.find(({ term }) => term.kind === 'external');
  const one = (rows: readonly { readonly id: string }[]): string => rows[0]?.id ?? '';
  return inTown(sql, town, async (tx) => ({
    town,
    person: people.head,
    tenure: one(await tx`select id from role_holder where person = ${people.head}`),
    obligation: owed?.id ?? '',
    external: external?.id ?? '',
    objective: plan.objectives[0] ?? '',
    evidence: one(await tx`select id from evidence`),
    digest: one(await tx`select id from digest`),
    draft: one(await tx`select id from plan_draft`),
  }));
}

type Ask = (visitor: Visitor, things: Things) => Promise<Answer>;

const get =
  (path: (things: Things) => string): Ask =>
  (visitor, things) =>
    visitor.get(path(things));

/** With the visitor's own form token, where they have one. */
const form =
  (path: (things: Things) => string, fields: (things: Things) => Record<string, string> = () => ({})): Ask =>
  async (visitor, things) => {
    const modulo = visitor.cookie === '' ? '' : await visitor.token();
    return visitor.post(path(things), { modulo, ...fields(things) });
  };

const json =
  (method: string, path: (things: Things) => string, body?: (things: Things) => unknown): Ask =>
  (visitor, things) =>
    visitor.json(method, `/api/v1${path(things)}`, body?.(things));

const ACT = { organ: 'giunta', number: '77', date: '2023-06-01', note: 'così è il piano deliberato' };
const PERSON = { name: 'Nuova Persona', email: 'nuova@prova.example' };

export const SAMPLES: Readonly<Record<string, Ask>> = {
  'GET /': get(() => '/'),
  'GET /salute/vivo': get(() => '/salute/vivo'),
  'GET /salute/pronto': get(() => '/salute/pronto'),
  'GET /assets/:folder/:place{.+}': get(() => '/assets/traguardo/base.css'),
  'GET /api/openapi.json': get(() => '/api/openapi.json'),
  'GET /api/docs': get(() => '/api/docs'),
  'POST /entra': form(
    () => '/entra',
    ({ town, person }) => ({ ente: town, persona: person }),
  ),
  'POST /esci': form(() => '/esci'),
  'GET /senza-ruolo': get(() => '/senza-ruolo'),
  'POST /orologio': form(
    () => '/orologio',
    () => ({ passo: 'giorno' }),
  ),
  'GET /cruscotto': get(() => '/cruscotto'),
  'POST /cruscotto/invia-ora': form(() => '/cruscotto/invia-ora'),
  'GET /scadenze': get(() => '/scadenze'),
  'GET /scadenze.csv': get(() => '/scadenze.csv'),
  'GET /le-mie-scadenze': get(() => '/le-mie-scadenze'),
  'GET /scadenze/:id': get(({ obligation }) => `/scadenze/${obligation}`),
  'POST /scadenze/:id/concludi': form(
    ({ obligation }) => `/scadenze/${obligation}/concludi`,
    () => ({ doneOn: '2023-06-29' }),
  ),
  'POST /scadenze/:id/riapri': form(
    ({ obligation }) => `/scadenze/${obligation}/riapri`,
    () => ({ reason: 'errore' }),
  ),
  'POST /scadenze/:id/data': form(
    ({ external }) => `/scadenze/${external}/data`,
    () => ({ due: '2023-10-31' }),
  ),
  'POST /scadenze/:id/documenti': form(({ obligation }) => `/scadenze/${obligation}/documenti`),
  'POST /scadenze/:id/trattieni': form(
    ({ obligation }) => `/scadenze/${obligation}/trattieni`,
    () => ({ reason: 'motivo' }),
  ),
  'POST /scadenze/:id/lascia': form(({ obligation }) => `/scadenze/${obligation}/lascia`),
  'GET /obiettivi': get(() => '/obiettivi'),
  'GET /obiettivi.csv': get(() => '/obiettivi.csv'),
  'GET /obiettivi/:id': get(({ objective }) => `/obiettivi/${objective}`),
  'GET /documenti/:id': get(({ evidence }) => `/documenti/${evidence}`),
  'GET /avvisi': get(() => '/avvisi'),
  'GET /avvisi.csv': get(() => '/avvisi.csv'),
  'GET /avvisi/:id': get(({ digest }) => `/avvisi/${digest}`),
  'GET /posta': get(() => '/posta'),
  'GET /posta/:id': get(() => '/posta/1'),
  'GET /posta/:id/html': get(() => '/posta/1/html'),
  'GET /persone': get(() => '/persone'),
  'GET /persone.csv': get(() => '/persone.csv'),
  'GET /persone/:id': get(({ person }) => `/persone/${person}`),
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
  'GET /importa': get(() => '/importa'),
  'POST /importa': form(() => '/importa'),
  'GET /importa/:draft': get(({ draft }) => `/importa/${draft}`),
  'POST /importa/:draft/conferma': form(
    ({ draft }) => `/importa/${draft}/conferma`,
    () => ACT,
  ),
  'POST /importa/:draft/scarta': form(({ draft }) => `/importa/${draft}/scarta`),

  'GET /api/v1/me': json('GET', () => '/me'),
  'GET /api/v1/towns': json('GET', () => '/towns'),
  'GET /api/v1/dashboard': json('GET', () => '/dashboard'),
  'POST /api/v1/round': json('POST', () => '/round'),
  'GET /api/v1/clock': json('GET', () => '/clock'),
  'POST /api/v1/clock': json(
    'POST',
    () => '/clock',
    () => ({ step: 'day' }),
  ),
  'GET /api/v1/obligations': json('GET', () => '/obligations'),
  'GET /api/v1/obligations/:id': json('GET', ({ obligation }) => `/obligations/${obligation}`),
  'POST /api/v1/obligations/:id/complete': json(
    'POST',
    ({ obligation }) => `/obligations/${obligation}/complete`,
    () => ({}),
  ),
  'POST /api/v1/obligations/:id/reopen': json(
    'POST',
    ({ obligation }) => `/obligations/${obligation}/reopen`,
    () => ({ reason: 'errore' }),
  ),
  'POST /api/v1/obligations/:id/due-date': json(
    'POST',
    ({ external }) => `/obligations/${external}/due-date`,
    () => ({ due: '2023-10-31' }),
  ),
  'POST /api/v1/obligations/:id/hold-back': json(
    'POST',
    ({ obligation }) => `/obligations/${obligation}/hold-back`,
    () => ({ reason: 'motivo' }),
  ),
  'POST /api/v1/obligations/:id/evidence': (visitor, { obligation }) =>
    visitor.ask(`/api/v1/obligations/${obligation}/evidence?name=nota.txt`, {
      method: 'POST',
      body: 'prova',
    }),
  'GET /api/v1/evidence/:id': json('GET', ({ evidence }) => `/evidence/${evidence}`),
  'GET /api/v1/objectives': json('GET', () => '/objectives'),
  'GET /api/v1/objectives/:id': json('GET', ({ objective }) => `/objectives/${objective}`),
  'GET /api/v1/people': json('GET', () => '/people'),
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
  'POST /api/v1/roles/:id/close': json(
    'POST',
    ({ tenure }) => `/roles/${tenure}/close`,
    () => ({ lastDay: '2023-12-31' }),
  ),
  'GET /api/v1/digests': json('GET', () => '/digests'),
  'GET /api/v1/digests/:id': json('GET', ({ digest }) => `/digests/${digest}`),
  'POST /api/v1/plan-drafts': json(
    'POST',
    () => '/plan-drafts',
    () => ({ document: {}, sectors: [] }),
  ),
  'GET /api/v1/plan-drafts/:id': json('GET', ({ draft }) => `/plan-drafts/${draft}`),
  'POST /api/v1/plan-drafts/:id/confirm': json(
    'POST',
    ({ draft }) => `/plan-drafts/${draft}/confirm`,
    () => ACT,
  ),
  'DELETE /api/v1/plan-drafts/:id': json('DELETE', ({ draft }) => `/plan-drafts/${draft}`),
};
