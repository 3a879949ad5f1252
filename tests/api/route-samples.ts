/** One request for every route of the application: a route without one fails the walk. */
import type { Sql } from '../../store/connection.js';
import { inTown } from '../../store/in-town.js';
import { ANSWER_SAMPLES } from './answer-samples.js';
import { type Ask, form, get, json, type Things } from './asks.js';
import { COMPETENCE_SAMPLES } from './competence-samples.js';
import { CYCLE_SAMPLES } from './cycle-samples.js';
import { INDIVIDUAL_SAMPLES } from './individual-samples.js';
import { LEGAL_SAMPLES } from './legal-samples.js';
import { MEASUREMENT_SAMPLES, measuredThings } from './measurement-samples.js';
import { MONITORING_SAMPLES } from './monitoring-samples.js';
import { ONBOARDING_SAMPLES } from './onboarding-samples.js';
import { PEOPLE_SAMPLES } from './people-samples.js';
import type { StageTown } from './peopled-town.js';
import { ACT, PLAN_DRAFT_SAMPLES } from './plan-draft-samples.js';
import { PRIVACY_SAMPLES } from './privacy-samples.js';
import { SIGN_IN_SAMPLES } from './sign-in-samples.js';
import { SIGNED_COPY_SAMPLES } from './signed-copy-samples.js';
import { VARIATION_SAMPLES } from './variation-samples.js';

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
    absence: one(await tx`select id from absence`),
    obligation: owed?.id ?? '',
    external: external?.id ?? '',
    submission: one(
      await tx`select m.obligation as id from submission m join obligation o on o.id = m.obligation
        join sector s on s.id = m.sector where s.name = 'Finanziario' order by o.due limit 1`,
    ),
    window: one(await tx`select id from monitoring_window where ordinal = 1`),
    compiler: one(await tx`select id from compiler where called_off_at is null`),
    ...(await measuredThings(tx)),
    objective: plan.objectives[0] ?? '',
    collaborator: one(await tx`select id from collaborator`),
    individual: one(await tx`select id from individual_objective`),
    sector: one(await tx`select id from sector where name = 'Finanziario'`),
    legalDuty: one(await tx`select obligation as id from legal_duty`),
    evidence: one(await tx`select id from evidence`),
    act: one(await tx`select act as id from signed_copy`),
    copy: one(await tx`select id from signed_copy`),
    answer: one(await tx`select id from answer`),
    digest: one(await tx`select id from digest`),
    draft: one(await tx`select id from import_draft where state = 'draft'`),
    imported: one(await tx`select id from import_draft where state = 'confirmed'`),
  }));
}

export const SAMPLES: Readonly<Record<string, Ask>> = {
  ...PEOPLE_SAMPLES,
  ...ANSWER_SAMPLES,
  ...MONITORING_SAMPLES,
  ...MEASUREMENT_SAMPLES,
  ...CYCLE_SAMPLES,
  ...COMPETENCE_SAMPLES,
  ...LEGAL_SAMPLES,
  ...VARIATION_SAMPLES,
  ...INDIVIDUAL_SAMPLES,
  ...SIGN_IN_SAMPLES,
  ...ONBOARDING_SAMPLES,
  ...PLAN_DRAFT_SAMPLES,
  ...PRIVACY_SAMPLES,
  ...SIGNED_COPY_SAMPLES,
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
  'GET /le-mie-scadenze/calendario': get(() => '/le-mie-scadenze/calendario'),
  'POST /le-mie-scadenze/calendario': form(() => '/le-mie-scadenze/calendario'),
  'POST /le-mie-scadenze/calendario/annulla': form(() => '/le-mie-scadenze/calendario/annulla'),
  'GET /api/v1/my-calendar': json('GET', () => '/my-calendar'),
  'POST /api/v1/my-calendar': json('POST', () => '/my-calendar'),
  'DELETE /api/v1/my-calendar': json('DELETE', () => '/my-calendar'),
  'GET /calendario/:file': get(() => '/calendario/sconosciuto.ics'),
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
  'GET /documenti/:id/vedi': get(({ evidence }) => `/documenti/${evidence}/vedi`),
  'GET /documenti/:id/contenuto': get(({ evidence }) => `/documenti/${evidence}/contenuto`),
  'GET /avvisi': get(() => '/avvisi'),
  'GET /avvisi.csv': get(() => '/avvisi.csv'),
  'GET /avvisi/:id': get(({ digest }) => `/avvisi/${digest}`),
  'GET /prova-generale': get(() => '/prova-generale'),
  'GET /prova-generale/giorno': get(() => '/prova-generale/giorno?del=2023-06-28'),
  'GET /prova-generale/se': get(() => '/prova-generale/se'),
  'GET /prova-generale/scala': get(() => '/prova-generale/scala'),
  'POST /prova-generale/scala': form(
    () => '/prova-generale/scala',
    () => ({ tipo: 'act', 'avviso-due-day': 'si', giorni: '30', sindaco: '', atto: '' }),
  ),
  'GET /prova-generale.csv': get(() => '/prova-generale.csv'),
  'GET /prova-generale/messaggio': get(
    ({ person }) => `/prova-generale/messaggio?giorno=2023-06-30&a=${person}`,
  ),
  'GET /prova-generale/messaggio/html': get(
    ({ person }) => `/prova-generale/messaggio/html?giorno=2023-06-30&a=${person}`,
  ),
  'GET /registro': get(() => '/registro'),
  'GET /registro/documento/:mese': get(() => '/registro/documento/2023-05'),
  'POST /obiettivi/:id/dossier': form(
    ({ objective }) => `/obiettivi/${objective}/dossier`,
    () => ({ formato: 'json' }),
  ),
  'POST /persone/:id/dossier': form(
    ({ person }) => `/persone/${person}/dossier`,
    () => ({ formato: 'json' }),
  ),
  'POST /persone/:id/cancella': form(
    ({ person }) => `/persone/${person}/cancella`,
    () => ({ reason: 'richiesta' }),
  ),
  'GET /posta': get(() => '/posta'),
  'GET /posta/:id': get(() => '/posta/1'),
  'POST /posta/:id/ritorno': form(
    () => '/posta/1/ritorno',
    () => ({ come: 'inesistente' }),
  ),
  'GET /posta/:id/html': get(() => '/posta/1/html'),
  'GET /posta-di-prova': get(() => '/posta-di-prova'),
  'GET /posta-di-prova/:id': get(() => '/posta-di-prova/1'),
  'GET /posta-di-prova/:id/html': get(() => '/posta-di-prova/1/html'),
  'GET /esercizio': get(() => '/esercizio'),
  'POST /esercizio': form(
    () => '/esercizio',
    () => ({ ente: 'Comune di qua' }),
  ),
  'GET /importa': get(() => '/importa'),
  'POST /importa': form(() => '/importa'),
  'GET /importa/:draft': get(({ draft }) => `/importa/${draft}`),
  'POST /importa/:draft/conferma': form(
    ({ draft }) => `/importa/${draft}/conferma`,
    () => ACT,
  ),
  'GET /importa/:draft/conferma': get(({ draft }) => `/importa/${draft}/conferma`),
  'GET /importa/:draft/obiettivi/:objective': get(({ draft }) => `/importa/${draft}/obiettivi/o2`),
  'GET /importa/:draft/file': get(({ draft }) => `/importa/${draft}/file`),
  'POST /importa/:draft/obiettivi/:objective': form(
    ({ draft }) => `/importa/${draft}/obiettivi/o2`,
    () => ({ title: 'Rendiconto della gestione', weight: '13', indicators: '0', milestones: '0' }),
  ),
  'POST /importa/:draft/obiettivi/:objective/:step': form(
    ({ draft }) => `/importa/${draft}/obiettivi/o2/scarta`,
  ),
  'POST /importa/:draft/settori': form(
    ({ draft }) => `/importa/${draft}/settori`,
    () => ({ name: 'Vigilanza' }),
  ),
  'POST /importa/:draft/settori/:sector': form(
    ({ draft }) => `/importa/${draft}/settori/s2`,
    () => ({ name: 'Tecnico e ambiente', owner: '' }),
  ),
  'POST /importa/:draft/settori/:sector/obiettivi': form(
    ({ draft }) => `/importa/${draft}/settori/s1/obiettivi`,
    () => ({ title: 'Obiettivo aggiunto' }),
  ),
  'POST /importa/:draft/documento': form(
    ({ draft }) => `/importa/${draft}/documento`,
    () => ({ year: '2023', weights: 'points', body: 'Comune di Prova', act: '', actDate: '' }),
  ),
  'POST /importa/:draft/riporta': form(({ draft }) => `/importa/${draft}/riporta`),
  'POST /importa/:draft/scarta': form(({ draft }) => `/importa/${draft}/scarta`),
  'POST /importa/:draft/riprendi': form(({ draft }) => `/importa/${draft}/riprendi`),
  'GET /prova-generale/chiusure': get(() => '/prova-generale/chiusure'),
  'POST /prova-generale/chiusure': form(
    () => '/prova-generale/chiusure',
    () => ({ 'settimana-6': 'si' }),
  ),
  'GET /piano': get(() => '/piano'),
  'GET /piano/file/:id': get(({ imported }) => `/piano/file/${imported}`),
  'GET /piano.json': get(() => '/piano.json'),
  'GET /piano.xlsx': get(() => '/piano.xlsx'),

  'GET /api/v1/closures': json('GET', () => '/closures'),
  'PUT /api/v1/closures': json(
    'PUT',
    () => '/closures',
    () => ({ closures: [{ kind: 'weekday', weekday: 6 }] }),
  ),
  'POST /api/v1/closures/effect': json(
    'POST',
    () => '/closures/effect',
    () => ({ closures: [{ kind: 'weekday', weekday: 6 }] }),
  ),
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
  'GET /api/v1/digests': json('GET', () => '/digests'),
  'GET /api/v1/digests/:id': json('GET', ({ digest }) => `/digests/${digest}`),
  'GET /api/v1/rehearsal': json('GET', () => '/rehearsal'),
  'GET /api/v1/rehearsal/absence-effect': json(
    'GET',
    ({ person }) => `/rehearsal/absence-effect?person=${person}&from=2023-07-03&until=2023-07-28`,
  ),
  'GET /api/v1/rehearsal/ladder-effect': json('GET', () => '/rehearsal/ladder-effect?kind=milestone'),
  'GET /api/v1/past-day': json('GET', () => '/past-day?day=2023-06-28'),
  'GET /api/v1/register': json('GET', () => '/register'),
  'GET /api/v1/register/seals/:month/pdf': json('GET', () => '/register/seals/2023-05/pdf'),
  'GET /api/v1/register/seals': json('GET', () => '/register/seals'),
  'POST /api/v1/objectives/:id/dossier': json(
    'POST',
    ({ objective }) => `/objectives/${objective}/dossier`,
    () => ({}),
  ),
  'POST /api/v1/people/:id/dossier': json(
    'POST',
    ({ person }) => `/people/${person}/dossier`,
    () => ({}),
  ),
  'POST /api/v1/people/:id/erase': json(
    'POST',
    ({ person }) => `/people/${person}/erase`,
    () => ({ reason: 'richiesta' }),
  ),
};
