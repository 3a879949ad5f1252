/** Every way in which a server or a network can refuse a mail, and what the house makes of it. */
import { createServer } from 'node:net';
import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import type { SendResult } from '../../mail/send-result.js';
import type { SmtpSettings } from '../../mail/smtp-settings.js';
import { type MailTransport, type SmtpTimeouts, smtpTransport } from '../../mail/transport.js';
import { type MailServer, mailServer, refusal } from './mail-server.js';
import { IMPATIENT, outgoing, settings } from './outgoing.js';

const started: MailServer[] = [];
const transports: MailTransport[] = [];
afterEach(async () => {
  for (const transport of transports.splice(0)) transport.close();
  for (const server of started.splice(0)) await server.close();
});
/** A transport that waits no longer than a test likes. */
const impatient = (to: SmtpSettings, changes: Partial<SmtpTimeouts> = {}): MailTransport => {
  const transport = smtpTransport(to, { ...IMPATIENT, ...changes });
  transports.push(transport);
  return transport;
};
const start = async (manners: SMTPServerOptions): Promise<MailServer> => {
  const server = await mailServer(manners);
  started.push(server);
  return server;
};
const sendTo = async (
  manners: SMTPServerOptions,
  changes: Partial<SmtpSettings> = {},
): Promise<SendResult> => {
  const { port } = await start(manners);
  return impatient(settings(port, changes)).sendOne(outgoing());
};

const rcpt = (code: number): SMTPServerOptions => ({
  onRcptTo: (_address, _session, done) => done(refusal(code, `no ${code}`)),
});
const from = (code: number): SMTPServerOptions => ({
  onMailFrom: (_address, _session, done) => done(refusal(code, `no ${code}`)),
});
const afterContent = (code: number): SMTPServerOptions => ({
  onData: (stream, _session, done) => {
    stream.resume();
    stream.on('end', () => done(refusal(code, `no ${code}`)));
  },
});

describe('a reply to the recipient or to the content', () => {
  it.each([
    ['550 at RCPT is final', rcpt(550), { kind: 'permanent', code: 550, response: '550 no 550' }],
    ['552 at RCPT is final', rcpt(552), { kind: 'permanent', code: 552 }],
    ['554 after the content is final', afterContent(554), { kind: 'permanent', code: 554 }],
    [
      '451 at RCPT can be tried again',
      rcpt(451),
      { kind: 'temporary', code: 451, reachedData: false, trouble: 'busy' },
    ],
    [
      '452 at RCPT can be tried again',
      rcpt(452),
      { kind: 'temporary', code: 452, reachedData: false, trouble: 'busy' },
    ],
    [
      '451 after the content can only be repeated as it is',
      afterContent(451),
      { kind: 'temporary', code: 451, reachedData: true, trouble: 'busy' },
    ],
    [
      '503 speaks of the conversation, not of the mail',
      rcpt(503),
      { kind: 'temporary', code: 503, reachedData: false },
    ],
  ] as const)('%s', async (_, manners, expected) => {
    expect(await sendTo(manners)).toMatchObject(expected);
  });
});

describe('what is ours to mend is never a refusal of the recipient', () => {
  it.each([
    ['550 to our sender address', from(550), {}, { code: 550, trouble: 'sender-refused' }],
    ['451 to our sender address', from(451), {}, { code: 451, trouble: 'busy' }],
    ['530 sign-in required, at RCPT', rcpt(530), {}, { code: 530, trouble: 'sign-in' }],
    [
      'a wrong password',
      {
        disabledCommands: ['STARTTLS'],
        onAuth: (_auth, _session, done) => done(refusal(535, 'bad password')),
      } satisfies SMTPServerOptions,
      { auth: { user: 'u', pass: 'secret' } },
      { code: 535, trouble: 'sign-in' },
    ],
    [
      'a certificate that nobody vouches for',
      { disabledCommands: [] } satisfies SMTPServerOptions,
      { requireTLS: true },
      { code: null, trouble: 'tls' },
    ],
    ['TLS required of a server without it', {}, { requireTLS: true }, { trouble: 'tls' }],
  ] as const)('%s', async (_, manners, changes, expected) => {
    const result = await sendTo(manners, changes);
    expect(result).toMatchObject({ kind: 'temporary', reachedData: false, ...expected });
    expect(JSON.stringify(result)).not.toContain('secret');
  });

  it('takes a certificate that nobody vouches for when the town says so', async () => {
    const result = await sendTo({ disabledCommands: [] }, { requireTLS: true, anyCertificate: true });
    expect(result.kind).toBe('accepted');
  });
});

describe('silence and broken connections', () => {
  it('refused port: unreachable, nothing has left', async () => {
    const probe = createServer();
    await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready));
    const { port } = probe.address() as { port: number };
    await new Promise<void>((closed) => probe.close(() => closed()));
    expect(await impatient(settings(port)).sendOne(outgoing())).toMatchObject({
      kind: 'temporary',
      code: null,
      reachedData: false,
      trouble: 'unreachable',
    });
  });

  it('unknown host: unreachable, nothing has left', async () => {
    const transport = impatient(settings(25, { host: 'nowhere.invalid' }));
    expect(await transport.sendOne(outgoing())).toMatchObject({
      kind: 'temporary',
      reachedData: false,
      trouble: 'unreachable',
    });
  });

  it('connection dropped at RCPT: nothing has left', async () => {
    const server = await start({ onRcptTo: () => server.cut() });
    expect(await impatient(settings(server.port)).sendOne(outgoing())).toMatchObject({
      kind: 'temporary',
      code: null,
      reachedData: false,
      trouble: 'unreachable',
    });
  });

  it('connection dropped in the middle of the content: it may have arrived', async () => {
    const server = await start({ onData: (stream) => stream.once('data', () => server.cut()) });
    expect(await impatient(settings(server.port)).sendOne(outgoing())).toMatchObject({
      kind: 'temporary',
      code: null,
      reachedData: true,
      trouble: 'unreachable',
    });
  });

  it('no answer after the content: it may have arrived', async () => {
    const { port } = await start({ onData: (stream) => stream.resume() });
    expect(await impatient(settings(port), { socket: 300 }).sendOne(outgoing())).toMatchObject({
      kind: 'temporary',
      code: null,
      reachedData: true,
      trouble: 'timeout',
    });
  });

  it('no greeting: nothing has left', async () => {
    const { port } = await start({ onConnect: () => undefined });
    expect(await impatient(settings(port), { greeting: 300 }).sendOne(outgoing())).toMatchObject({
      kind: 'temporary',
      reachedData: false,
      trouble: 'timeout',
    });
  });

  it('the whole hand-over ends with its own limit, however patient the other limits are', async () => {
    const { port } = await start({ onRcptTo: () => undefined });
    expect(await impatient(settings(port), { socket: 60_000, whole: 300 }).sendOne(outgoing())).toMatchObject(
      {
        kind: 'temporary',
        reachedData: false,
        trouble: 'timeout',
      },
    );
  });

  it('a process told to stop stops waiting, and says whether content had left', async () => {
    const stop = new AbortController();
    const { port } = await start({
      onData: (stream) => {
        stream.resume();
        stream.on('end', () => stop.abort());
      },
    });
    expect(
      await impatient(settings(port), { socket: 60_000 }).sendOne(outgoing(), stop.signal),
    ).toMatchObject({
      kind: 'temporary',
      reachedData: true,
      trouble: 'interrupted',
    });
  });
});
