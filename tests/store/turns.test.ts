import { afterAll, describe, expect, it, test } from 'vitest';
import { type Instant, instant } from '../../domain/time/instant.js';
import { UNPACED } from '../../mail/pace.js';
import { SMTP_TIMEOUTS_MS, smtpTransport } from '../../mail/transport.js';
import { takeTurn } from '../../store/across-towns.js';
import { connect } from '../../store/connection.js';
import { sharedTurns } from '../../worker/shared-turns.js';
import { freshDatabase } from '../database.js';
import { mailServer } from '../mail/mail-server.js';
import { outgoing, settings } from '../mail/outgoing.js';

const database = await freshDatabase();
const [one, other] = [connect(database.appUrl, { max: 8 }), connect(database.appUrl, { max: 8 })];
afterAll(() => Promise.all([one.end(), other.end()]));

const NOON = instant(Date.UTC(2026, 10, 23, 12));
const SECOND = 1_000;
const turnAt =
  (server: string, everyMs = 2 * SECOND, patienceMs = 120 * SECOND) =>
  (now: number, sql = one): Promise<Instant | null> =>
    takeTurn(sql, { server, everyMs, patienceMs }, instant(now));

describe('a turn at a mail server', () => {
  it('asked for by two workers at once, 20 times each, is given every two seconds and to each once', async () => {
    const turn = turnAt('a:25');
    const given = await Promise.all(
      Array.from({ length: 40 }, (_, n) => turn(NOON, n % 2 === 0 ? one : other)),
    );
    expect(given.map((at) => ((at ?? 0) - NOON) / SECOND).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, n) => 2 * n),
    );
  });

  it('is free at once after a silence, and of one server says nothing about another', async () => {
    const turn = turnAt('b:25');
    expect([await turn(NOON), await turn(NOON + 1 * SECOND)]).toEqual([NOON, NOON + 2 * SECOND]);
    expect(await turn(NOON + 60 * SECOND)).toBe(NOON + 60 * SECOND);
    expect(await turnAt('c:25')(NOON + 1 * SECOND)).toBe(NOON + 1 * SECOND);
  });

  it('more than the patience away is not taken: the next who asks later finds it', async () => {
    const turn = turnAt('d:25', 60 * SECOND, 90 * SECOND);
    expect([await turn(NOON), await turn(NOON), await turn(NOON)]).toEqual([NOON, NOON + 60 * SECOND, null]);
    expect(await turn(NOON + 40 * SECOND)).toBe(NOON + 120 * SECOND);
  });

  it('written by a clock two hours ahead does not stop the mails of the others', async () => {
    const turn = turnAt('e:25');
    await turn(NOON + 7_200 * SECOND);
    expect(await turn(NOON)).toBe(NOON);
  });
});

test('two workers at 600 a minute begin 8 mails no faster than one would', async () => {
  const server = await mailServer();
  const pace = { perMinute: 600, connections: 2 };
  const workers = [one, other].map((sql) =>
    smtpTransport(settings(server.port), SMTP_TIMEOUTS_MS, UNPACED, sharedTurns(pace, sql)),
  );
  const begun = performance.now();
  const results = await Promise.all(
    Array.from({ length: 8 }, (_, n) => workers[n % 2]?.sendOne(outgoing({ messageId: `<${n}@x.example>` }))),
  );
  // Timers may be a millisecond early.
  expect(performance.now() - begun).toBeGreaterThanOrEqual(690);
  expect(results.map((result) => result?.kind)).toEqual(Array.from({ length: 8 }, () => 'accepted'));
  for (const worker of workers) worker.close();
  await server.close();
  expect(sharedTurns({ perMinute: null, connections: 2 }, one)).toBeUndefined();
});
