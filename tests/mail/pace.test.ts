import { afterEach, describe, expect, it } from 'vitest';
import { instant } from '../../domain/time/instant.js';
import {
  DEFAULT_PACE,
  poolPace,
  SLOWEST_PER_MINUTE,
  type TakeTurn,
  turnEvery,
  UNPACED,
} from '../../mail/pace.js';
import { SMTP_TIMEOUTS_MS, smtpTransport, WAITING } from '../../mail/transport.js';
import { ConfigRefused } from '../../running/settings.js';
import { readConfig } from '../../worker/config.js';
import { SLOTS } from '../../worker/create-workers.js';
import { mailServer } from './mail-server.js';
import { IMPATIENT, outgoing, settings } from './outgoing.js';

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

/** Turns of one process, as PostgreSQL gives them to all (tests/store/turns.test.ts). */
function turns(perMinute: number): TakeTurn {
  let free = 0;
  return async (_, patienceMs) => {
    const turn = Math.max(free, Date.now());
    if (turn - Date.now() > patienceMs) return null;
    free = turn + turnEvery(perMinute);
    return instant(turn);
  };
}

describe('the pace', () => {
  it('of 600 a minute begins the 8th mail no sooner than 0.7 s after the first', async () => {
    const server = await mailServer();
    const transport = smtpTransport(
      settings(server.port),
      { ...IMPATIENT, whole: 9_000 },
      UNPACED,
      turns(600),
    );
    opened.push(server, transport);
    const begun = performance.now();
    const all = Array.from({ length: 8 }, (_, n) =>
      transport.sendOne(outgoing({ messageId: `<${n}@x.example>` })),
    );
    for (const result of await Promise.all(all)) expect(result).toMatchObject({ kind: 'accepted' });
    // Timers may be a millisecond early.
    expect(performance.now() - begun).toBeGreaterThanOrEqual(690);
  });

  it('with no limit keeps to its connections all the same', async () => {
    const server = await mailServer();
    const transport = smtpTransport(settings(server.port), IMPATIENT, { perMinute: null, connections: 1 });
    opened.push(server, transport);
    const all = Array.from({ length: 8 }, (_, n) =>
      transport.sendOne(outgoing({ messageId: `<${n}@x.example>` })),
    );
    for (const result of await Promise.all(all)) expect(result).toMatchObject({ kind: 'accepted' });
    expect(server.connections()).toBe(1);
  });

  it('that gives no turn within two thirds of a hand-over puts the mail off, and nothing has left', async () => {
    const server = await mailServer();
    const transport = smtpTransport(settings(server.port), { ...IMPATIENT, whole: 3_000 }, UNPACED, turns(4));
    opened.push(server, transport);
    expect(await transport.sendOne(outgoing())).toMatchObject({ kind: 'accepted' });
    expect(await transport.sendOne(outgoing({ messageId: '<2@x.example>' }))).toMatchObject({
      ...{ kind: 'temporary', code: null, trouble: 'timeout', reachedData: false },
    });
    expect(server.delivered).toHaveLength(1);
  });

  it('waited for when the worker stops is given up at once', async () => {
    const server = await mailServer();
    const transport = smtpTransport(settings(server.port), SMTP_TIMEOUTS_MS, UNPACED, turns(4));
    opened.push(server, transport);
    await transport.sendOne(outgoing());
    expect(await transport.sendOne(outgoing(), AbortSignal.timeout(50))).toMatchObject({
      ...{ kind: 'temporary', trouble: 'interrupted', reachedData: false },
    });
  });

  it('at its slowest gives a turn in time to all the mails that two workers have in hand at once', () => {
    expect(2 * SLOTS.mails * turnEvery(SLOWEST_PER_MINUTE)).toBeLessThanOrEqual(
      SMTP_TIMEOUTS_MS.whole * WAITING,
    );
  });

  it('by default is the 30 mails a minute of Microsoft 365, whose connections outlive the wait for a turn', () => {
    expect(turnEvery(DEFAULT_PACE.perMinute ?? 0)).toBe(2_000);
    expect(poolPace(DEFAULT_PACE).idleTimeout).toBeGreaterThan(2 * 2_000);
  });
});

describe('the settings', () => {
  const NEEDED = {
    DATABASE_URL: 'postgres://a:b@127.0.0.1/x',
    TEMPORAL_ADDRESS: '127.0.0.1:7233',
    SMTP_URL: 'smtp://127.0.0.1:25',
    MAIL_FROM: 'a@b.example',
    PUBLIC_URL: 'https://x.example',
  };

  it.each([
    [{}, DEFAULT_PACE],
    [{ SMTP_PER_MINUTE: '0' }, { perMinute: null, connections: 2 }],
    [
      { SMTP_PER_MINUTE: '120', SMTP_CONNECTIONS: '4' },
      { perMinute: 120, connections: 4 },
    ],
  ])('%j are the pace %j', (change, pace) => {
    expect(readConfig({ ...NEEDED, ...change }).pace).toEqual(pace);
  });

  it.each(['3', '-1', '1.5', 'molti', '99999'])(
    'SMTP_PER_MINUTE=%s stops the start with its name',
    (text) => {
      expect(() => readConfig({ ...NEEDED, SMTP_PER_MINUTE: text })).toThrow(/SMTP_PER_MINUTE is neither 0/);
    },
  );

  it.each(['0', '11', 'due'])('SMTP_CONNECTIONS=%s stops the start with its name', (text) => {
    expect(() => readConfig({ ...NEEDED, SMTP_CONNECTIONS: text })).toThrow(ConfigRefused);
  });
});
