/** One request for every route of the *Calendario normativo*. */
import { type Ask, form, get, json } from './asks.js';

export const LEGAL_SAMPLES: Readonly<Record<string, Ask>> = {
  'GET /calendario-normativo': get(() => '/calendario-normativo'),
  'GET /calendario-normativo.csv': get(() => '/calendario-normativo.csv'),
  'POST /calendario-normativo': form(
    () => '/calendario-normativo',
    () => ({ anno: '2023', 'fatto-budget': '2023-02-20' }),
  ),
  'GET /api/v1/legal-calendar': json('GET', () => '/legal-calendar'),
  'POST /calendario-normativo/scadenze': form(
    () => '/calendario-normativo/scadenze',
    () => ({ anno: '2023', termine: 'rendiconto', a: 'head:Finanziario' }),
  ),
  'POST /calendario-normativo/scadenze/:id/togli': form(
    ({ legalDuty }) => `/calendario-normativo/scadenze/${legalDuty}/togli`,
    () => ({ anno: '2023', reason: 'non serve' }),
  ),
  'POST /api/v1/legal-duties': json(
    'POST',
    () => '/legal-duties',
    () => ({ year: 2023, rule: 'rendiconto', owner: { role: 'head', sector: 'Finanziario' } }),
  ),
  'POST /api/v1/legal-duties/:id/undo': json(
    'POST',
    ({ legalDuty }) => `/legal-duties/${legalDuty}/undo`,
    () => ({ reason: 'non serve' }),
  ),
  'PATCH /api/v1/legal-calendar': json(
    'PATCH',
    () => '/legal-calendar?year=2023',
    () => ({ done: { budget: '2023-02-20' } }),
  ),
};
