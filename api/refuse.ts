/** How a no leaves the building: problem+json for the API, a page for people. */
import type { Context } from 'hono';
import type { AppEnv } from './app-env.js';
import { statusOf, TITLES } from './refusal-status.js';
import { type FieldProblem, type Refusal, sentenceOf } from './refusals.js';
import { refusalPage } from './views/page/refusal-page.js';

/** Is the request one of the JSON API? */
export const isApi = (path: string): boolean => path === '/api' || path.startsWith('/api/');

/** RFC 9457, with a pointer per field. */
export function problemOf(refusal: Refusal): object {
  const status = statusOf(refusal);
  return {
    type: `urn:traguardo:problema:${refusal.code}`,
    title: TITLES[status],
    status,
    detail: sentenceOf(refusal),
    ...(refusal.code === 'invalid' || refusal.code === 'act-has-another-date'
      ? {
          errors: placesOf(refusal).map(({ field, message }) => ({
            pointer: pointerOf(field),
            detail: message,
          })),
        }
      : {}),
  };
}

/** Beside which fields a refusal is told; the empty field: about all of it. */
export function placesOf(refusal: Refusal): readonly FieldProblem[] {
  if (refusal.code === 'invalid') return refusal.problems;
  const field = refusal.code === 'act-has-another-date' ? (refusal.field ?? 'number') : '';
  return [{ field, message: sentenceOf(refusal) }];
}

/** `sectors[2].name` → `#/sectors/2/name`. */
const pointerOf = (field: string): string =>
  field === ''
    ? '#'
    : `#/${field
        .replaceAll(/\[(\d+)\]/g, '.$1')
        .split('.')
        .map(escaped)
        .join('/')}`;
const escaped = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');

/** Strangers are led to the page where one enters, and come back where they were going. */
export function refuse(c: Context<AppEnv>, refusal: Refusal): Response | Promise<Response> {
  const status = statusOf(refusal);
  // The rest of the body stays unread: a client must not send its next request down the same connection.
  if (refusal.code === 'too-large') c.header('Connection', 'close');
  if (isApi(c.req.path)) {
    return c.body(JSON.stringify(problemOf(refusal)), status, { 'Content-Type': 'application/problem+json' });
  }
  if (refusal.code === 'not-entered' && c.req.method === 'GET') {
    return c.redirect(`/?poi=${encodeURIComponent(c.req.path)}`, 303);
  }
  return c.html(refusalPage(c, refusal), status);
}
