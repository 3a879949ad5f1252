/** One request for every route by which a program imports a plan. */
import { type Ask, json } from './asks.js';

/** The act of a plan, as a form or a body names it. */
export const ACT = { organ: 'giunta', number: '77', date: '2023-06-01', note: 'così è il piano deliberato' };

export const PLAN_DRAFT_SAMPLES: Readonly<Record<string, Ask>> = {
  'POST /api/v1/plan-drafts': json(
    'POST',
    () => '/plan-drafts',
    () => ({ document: {}, sectors: [] }),
  ),
  'POST /api/v1/plan-files': (visitor) =>
    visitor.ask('/api/v1/plan-files?name=piano.json', { method: 'POST', body: '{}' }),
  'GET /api/v1/plan-files/:id': json('GET', ({ imported }) => `/plan-files/${imported}`),
  'GET /api/v1/plans/:year': json('GET', () => '/plans/2023'),
  'GET /api/v1/plans/:year/xlsx': json('GET', () => '/plans/2023/xlsx'),
  'GET /api/v1/plan-drafts': json('GET', () => '/plan-drafts'),
  'GET /api/v1/plan-drafts/:id/file': json('GET', ({ draft }) => `/plan-drafts/${draft}/file`),
  'POST /api/v1/plan-drafts/:id/restore': json('POST', ({ draft }) => `/plan-drafts/${draft}/restore`),
  'POST /api/v1/plan-drafts/:id/rebase': json('POST', ({ draft }) => `/plan-drafts/${draft}/rebase`),
  'GET /api/v1/plan-drafts/:id': json('GET', ({ draft }) => `/plan-drafts/${draft}`),
  'GET /api/v1/plan-drafts/:id/effect': json('GET', ({ draft }) => `/plan-drafts/${draft}/effect`),
  'POST /api/v1/plan-drafts/:id/confirm': json(
    'POST',
    ({ draft }) => `/plan-drafts/${draft}/confirm`,
    () => ACT,
  ),
  'DELETE /api/v1/plan-drafts/:id': json('DELETE', ({ draft }) => `/plan-drafts/${draft}`),
};
