/** One request for every route of the evaluators' review. */
import { type Ask, form, get, json } from './asks.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const YEAR = { year: 2023 };

export const REVIEW_SAMPLES: Readonly<Record<string, Ask>> = {
  'GET /istruttoria': get(() => '/istruttoria?anno=2023'),
  'GET /istruttoria/:id': get(({ objective }) => `/istruttoria/${objective}`),
  'GET /istruttoria/criteri': get(() => '/istruttoria/criteri'),
  'POST /istruttoria/criteri': form(
    () => '/istruttoria/criteri',
    () => ({ seen: '0', righe: '1', 'criteria[0].text': 'Chiara' }),
  ),
  'GET /istruttoria/:anno/documenti/:nome': get(() => '/istruttoria/2023/documenti/verbale.docx'),
  ...Object.fromEntries(
    ['domande', 'ritira', 'appunti', 'condividi', 'togli', 'conclusione', 'dichiarazione', 'esito'].map(
      (step) => [
        `POST /istruttoria/:anno/${step}`,
        form(
          () => `/istruttoria/2023/${step}`,
          () => ({ text: '', question: NOBODY, note: NOBODY, date: '' }),
        ),
      ],
    ),
  ),
  'GET /api/v1/review/criteria': json('GET', () => '/review/criteria'),
  'GET /api/v1/review/objectives/:id': json('GET', ({ objective }) => `/review/objectives/${objective}`),
  'GET /api/v1/review/:year/papers/:paper/:format': json('GET', () => '/review/2023/papers/minutes/docx'),
  'GET /api/v1/review': json('GET', () => '/review?year=2023'),
  'POST /api/v1/review/questions': json(
    'POST',
    () => '/review/questions',
    () => ({ ...YEAR, to: 'secretary', text: '' }),
  ),
  ...Object.fromEntries(
    ['questions/:question/withdraw', 'notes/:note/share', 'notes/:note/remove'].map((path) => [
      `POST /api/v1/review/${path}`,
      json(
        'POST',
        () => `/review/${path.replace(/:\w+/, NOBODY)}`,
        () => YEAR,
      ),
    ]),
  ),
  'POST /api/v1/review/notes': json(
    'POST',
    () => '/review/notes',
    () => ({ ...YEAR, text: '' }),
  ),
  'PUT /api/v1/review/conclusions': json(
    'PUT',
    () => '/review/conclusions',
    () => ({ ...YEAR, criterion: 'clear', conclusion: '' }),
  ),
  'POST /api/v1/review/declarations': json(
    'POST',
    () => '/review/declarations',
    () => ({ ...YEAR, kind: '', text: '' }),
  ),
  'PUT /api/v1/review/criteria': json(
    'PUT',
    () => '/review/criteria',
    () => ({ seen: 0, criteria: [] }),
  ),
  'POST /api/v1/review/outcome': json(
    'POST',
    () => '/review/outcome',
    () => ({ ...YEAR, round: 1, outcome: '', date: '' }),
  ),
};
