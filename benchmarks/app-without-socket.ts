/** The application as it answers without a socket, for server times: as whomever, in any town. */
import { randomBytes } from 'node:crypto';
import type { Announcer } from '../api/announcer.js';
import { createApp } from '../api/create-app.js';
import { createHealth } from '../api/health.js';
import { SESSION_COOKIE, SESSION_SECONDS, sealSession } from '../api/session.js';
import { instant } from '../domain/time/instant.js';
import type { Sql } from '../store/connection.js';

export interface AppWithoutSocket {
  /** Milliseconds of a page as that person, read to its end; throws unless it answers 200. */
  timeOf(path: string, town: string, person: string): Promise<number>;
}

export function appWithoutSocket(sql: Sql, announcer: Announcer): AppWithoutSocket {
  const now = () => instant(Date.now());
  const secret = randomBytes(32);
  const app = createApp({
    ...{ sql, now, announcer, secret, publicUrl: null, secure: false },
    health: createHealth(sql, () => Promise.resolve(true), now),
    demo: { moveClock: () => Promise.resolve({ ok: true }) },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  return {
    async timeOf(path, town, person) {
      const expires = Math.floor(Date.now() / 1000) + SESSION_SECONDS;
      const cookie = `${SESSION_COOKIE}=${sealSession({ town, person, nonce: 'misura', expires }, secret)}`;
      const start = performance.now();
      const answer = await app.request(path, { headers: { cookie } });
      await answer.text();
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
      return performance.now() - start;
    },
  };
}
