/** One request for every route about the year. Reasons are left empty: the walk closes no year. */
import { DEFAULT_CLOSING } from '../../domain/cycle/closing-rules.js';
import { DEFAULT_MEASUREMENT_TERMS } from '../../domain/cycle/measurement-obligations.js';
import { type Ask, form, get, json } from './asks.js';
import { PUBLICATION_SAMPLES } from './publication-samples.js';
import { RELAZIONE_SAMPLES } from './relazione-samples.js';
import { REVIEW_SAMPLES } from './review-samples.js';

const TERMS = { measurement: DEFAULT_MEASUREMENT_TERMS, closing: DEFAULT_CLOSING };
const STEPS = {
  trasmissione: 'transmission',
  adozione: 'adoption',
  validazione: 'validation',
  approvazione: 'approval',
  pubblicazione: 'publication',
};
const NOTHING = { fact: '00000000-0000-4000-8000-000000000000', reason: '' };

export const CYCLE_SAMPLES: Readonly<Record<string, Ask>> = {
  ...PUBLICATION_SAMPLES,
  ...RELAZIONE_SAMPLES,
  ...REVIEW_SAMPLES,
  'GET /ciclo': get(() => '/ciclo'),
  'GET /api/v1/cycles/:year': json('GET', () => '/cycles/2023'),
  'GET /ciclo/termini': get(() => '/ciclo/termini'),
  'POST /ciclo/termini': form(
    () => '/ciclo/termini',
    () => ({ anno: '2023' }),
  ),
  'GET /api/v1/cycles/:year/terms': json('GET', () => '/cycles/2023/terms'),
  'PUT /api/v1/cycles/:year/terms': json(
    'PUT',
    () => '/cycles/2023/terms',
    () => TERMS,
  ),
  'POST /api/v1/cycles/:year/terms/effect': json(
    'POST',
    () => '/cycles/2023/terms/effect',
    () => TERMS,
  ),
  ...Object.fromEntries(
    Object.entries({
      ...STEPS,
      pronta: 'ready',
      chiudi: 'close',
      riapri: 'reopen',
      annulla: 'withdraw',
    }).flatMap(([path, step]) => [
      [
        `POST /ciclo/:anno/${path}`,
        form(
          () => `/ciclo/2023/${path}`,
          () => (path in STEPS ? { date: '' } : NOTHING),
        ),
      ],
      [
        `POST /api/v1/cycles/:year/${step}`,
        json(
          'POST',
          () => `/cycles/2023/${step}`,
          () => (path in STEPS ? { date: '' } : NOTHING),
        ),
      ],
    ]),
  ),
};
