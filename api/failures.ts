/** What nobody foresaw: a database that is away and a full disk are said so, anything else is logged and told in plain words. */
import type { ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { AppEnv } from './app-env.js';
import { isApi, refuse } from './refuse.js';
import { brokenPage } from './views/page/broken-page.js';

/** Nobody there, gone in the middle, or not taking anybody (PostgreSQL's class 57P, 53). */
const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  '53300',
  '57P01',
  '57P02',
  '57P03',
]);

/** The disk is full, or our part of it: where uploads are spooled, or PostgreSQL's. */
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', '53100']);

/** Is the failure one of the way to the database? */
const isDatabaseAway = (error: unknown): boolean => AWAY.has(codeOf(error));
const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');

export const onFailure: ErrorHandler<AppEnv> = (error, c) => {
  const reading = c.req.method === 'GET' || c.req.method === 'HEAD';
  // A telephone out of reach in the middle of a photo is no failure of ours, and nobody is there to read an answer.
  if (c.req.raw.signal.aborted) {
    c.get('deps').log.info({ method: c.req.method, route: c.req.routePath }, 'the sender broke off');
    return refuse(c, { code: 'malformed', why: 'La richiesta si è interrotta: nulla è stato registrato.' });
  }
  if (isDatabaseAway(error)) {
    c.get('deps').log.warn({ code: codeOf(error) }, 'the database is away');
    return refuse(c, { code: 'unavailable', reading });
  }
  if (NO_ROOM.has(codeOf(error))) {
    c.get('deps').log.error({ code: codeOf(error), route: c.req.routePath }, 'no room on the disk');
    return refuse(c, { code: 'no-room', reading });
  }
  if (error instanceof HTTPException && error.status < 500) {
    const why =
      error.status === 415
        ? 'Il tipo del contenuto (Content-Type) non è quello che serve qui.'
        : 'Il corpo della richiesta non si legge: serve JSON valido.';
    return refuse(
      c,
      error.status === 415
        ? { code: 'wrong-type', accepted: 'application/json' }
        : { code: 'malformed', why },
    );
  }
  // Messages may quote what people typed: only where it happened is logged.
  c.get('deps').log.error(
    {
      request: c.get('request'),
      method: c.req.method,
      route: c.req.routePath,
      error: error.name,
      stack: placesOf(error),
    },
    'unforeseen failure',
  );
  const sentence = brokenSentence(reading);
  if (isApi(c.req.path)) {
    const problem = {
      ...{ type: 'urn:traguardo:problema:guasto', title: 'Guasto', status: 500, detail: sentence },
      instance: `urn:uuid:${c.get('request')}`,
    };
    return c.body(JSON.stringify(problem), 500, { 'Content-Type': 'application/problem+json' });
  }
  return c.html(brokenPage(c, sentence, c.get('request')), 500);
};

const brokenSentence = (reading: boolean): string =>
  `Qualcosa non ha funzionato${reading ? '' : ' e nulla è stato registrato'}. Riprova; se succede ancora, avvisa chi gestisce il sistema.`;

export const onMissing: NotFoundHandler<AppEnv> = (c) => refuse(c, { code: 'not-found' });

const placesOf = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 12)
    .join('\n');
