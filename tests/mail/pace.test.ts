import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_PACE, type MailPace, poolPace, UNPACED } from '../../mail/pace.js';
import { SMTP_TIMEOUTS_MS, smtpTransport } from '../../mail/transport.js';
import { ConfigRefused, readConfig } from '../../worker/config.js';
import { type MailServer, mailServer } from './mail-server.js';
import { IMPATIENT, outgoing, settings } from './outgoing.js';

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

async function sent(pace: MailPace, mails: number): Promise<{ server: MailServer; tookMs: number }> {
  const server = await mailServer();
  const transport = smtpTransport(settings(server.port), IMPATIENT, pace);
  opened.push(server, transport);
  const begun = performance.now();
  const all = Array.from({ length: mails }, (_, n) =>
    transport.sendOne(outgoing({ messageId: `<${n}@x.example>` })),
  );
  for (const result of await Promise.all(all)) expect(result).toMatchObject({ kind: 'accepted' });
  return { server, tookMs: performance.now() - begun };
}

describe('the pace', () => {
  it('of 600 a minute over one connection begins the 8th mail no sooner than 0.7 s after the first', async () => {
    const { tookMs } = await sent({ perMinute: 600, connections: 1 }, 8);
    // Timers may be a millisecond early.
    expect(tookMs).toBeGreaterThanOrEqual(690);
  });

  it('with no limit keeps to its connections all the same', async () => {
    const { server } = await sent({ perMinute: null, connections: 1 }, 8);
    expect(server.connections()).toBe(1);
  });

  it('waited for is part of the hand-over, which is given up when it is over, and nothing has left', async () => {
    const server = await mailServer();
    const transport = smtpTransport(
      settings(server.port),
      { ...IMPATIENT, whole: 300 },
      { perMinute: 4, connections: 1 },
    );
    opened.push(server, transport);
    expect(await transport.sendOne(outgoing())).toMatchObject({ kind: 'accepted' });
    expect(await transport.sendOne(outgoing({ messageId: '<2@x.example>' }))).toMatchObject({
      ...{ kind: 'temporary', trouble: 'timeout', reachedData: false },
    });
    expect(server.delivered).toHaveLength(1);
  });

  it('at its slowest makes the four mails in hand at once wait less than a hand-over may last', () => {
    const { rateDelta = 0, rateLimit = 1 } = poolPace({ perMinute: 4, connections: 1 });
    expect((4 / rateLimit) * rateDelta).toBeLessThan(SMTP_TIMEOUTS_MS.whole);
  });

  it('of two workers by default stays within the 30 mails a minute and 3 connections of Microsoft 365', () => {
    expect(2 * (DEFAULT_PACE.perMinute ?? Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(30);
    expect(poolPace(UNPACED)).not.toHaveProperty('rateLimit');
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
