/** One request for every route about answers: from the pages, from programs, by the link of a mail. */
import { type Ask, form, get, json } from './asks.js';

const EXPLANATION = { reason: 'manca un parere', forecast: '2023-07-31' };
const BY_LINK = ['concluso', 'in-corso', 'non-mia', 'ritira', 'trattieni', 'lascia', 'presa-visione'];

export const ANSWER_SAMPLES: Readonly<Record<string, Ask>> = {
  'GET /r/:token': get(() => '/r/0123456789'),
  ...Object.fromEntries(BY_LINK.map((way) => [`POST /r/:token/${way}`, form(() => `/r/0123456789/${way}`)])),
  'GET /codici': get(() => '/codici'),
  'POST /codici': form(
    () => '/codici',
    () => ({ ruolo: 'head:Finanziario', code: '482915' }),
  ),
  'POST /codici/collegamenti': form(() => '/codici/collegamenti'),
  'POST /scadenze/:id/in-corso': form(
    ({ obligation }) => `/scadenze/${obligation}/in-corso`,
    () => EXPLANATION,
  ),
  'POST /scadenze/:id/non-mia': form(
    ({ obligation }) => `/scadenze/${obligation}/non-mia`,
    () => ({ reason: 'è del Tecnico' }),
  ),
  'POST /scadenze/:id/presa-visione': form(({ obligation }) => `/scadenze/${obligation}/presa-visione`),
  'POST /scadenze/:id/ritira': form(
    ({ obligation }) => `/scadenze/${obligation}/ritira`,
    ({ answer }) => ({ risposta: answer }),
  ),
  'POST /api/v1/obligations/:id/in-progress': json(
    'POST',
    ({ obligation }) => `/obligations/${obligation}/in-progress`,
    () => EXPLANATION,
  ),
  'POST /api/v1/obligations/:id/not-mine': json(
    'POST',
    ({ obligation }) => `/obligations/${obligation}/not-mine`,
    () => ({ reason: 'è del Tecnico' }),
  ),
  'POST /api/v1/obligations/:id/acknowledge': json(
    'POST',
    ({ obligation }) => `/obligations/${obligation}/acknowledge`,
  ),
  'GET /api/v1/obligations/:id/acknowledgments': json(
    'GET',
    ({ obligation }) => `/obligations/${obligation}/acknowledgments`,
  ),
  'GET /api/v1/obligations/:id/answers': json(
    'GET',
    ({ obligation }) => `/obligations/${obligation}/answers`,
  ),
  'POST /api/v1/obligations/:id/answers/:answer/withdraw': json(
    'POST',
    ({ obligation, answer }) => `/obligations/${obligation}/answers/${answer}/withdraw`,
  ),
};
