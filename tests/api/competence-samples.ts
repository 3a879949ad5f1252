/** One request for every route about who answers: lead sector, another role, paper. */
import { type Ask, form, get, json } from './asks.js';

export const COMPETENCE_SAMPLES: Readonly<Record<string, Ask>> = {
  'POST /scadenze/:id/passa': form(
    ({ obligation }) => `/scadenze/${obligation}/passa`,
    () => ({ role: 'head', sector: 'Finanziario', reason: 'motivo' }),
  ),
  'POST /scadenze/:id/resta': form(
    ({ obligation }) => `/scadenze/${obligation}/resta`,
    () => ({ reason: 'motivo' }),
  ),
  'POST /obiettivi/:id/capofila': form(
    ({ objective }) => `/obiettivi/${objective}/capofila`,
    () => ({ sector: '', reason: '' }),
  ),
  'GET /avvisi/da-consegnare': get(() => '/avvisi/da-consegnare'),
  'GET /avvisi/da-consegnare/fogli': get(() => '/avvisi/da-consegnare/fogli'),
  'POST /avvisi/:id/consegnato': form(
    ({ digest }) => `/avvisi/${digest}/consegnato`,
    () => ({ on: '2023-06-29', by: 'Usciere' }),
  ),
  'POST /api/v1/obligations/:id/reassign': json(
    'POST',
    ({ obligation }) => `/obligations/${obligation}/reassign`,
    () => ({ owner: { role: 'head', sector: 'Finanziario' }, reason: 'motivo' }),
  ),
  'POST /api/v1/obligations/:id/leave-with-owner': json(
    'POST',
    ({ obligation }) => `/obligations/${obligation}/leave-with-owner`,
    () => ({ reason: 'motivo' }),
  ),
  'POST /api/v1/objectives/:id/lead': json(
    'POST',
    ({ objective }) => `/objectives/${objective}/lead`,
    () => ({ sector: null, reason: 'motivo' }),
  ),
  'GET /api/v1/paper-mails': json('GET', () => '/paper-mails'),
  'GET /api/v1/paper-mails/sheets': json('GET', () => '/paper-mails/sheets'),
  'POST /api/v1/paper-mails/:id/handed-over': json(
    'POST',
    ({ digest }) => `/paper-mails/${digest}/handed-over`,
    () => ({ on: '2023-06-29', by: 'Usciere' }),
  ),
};
