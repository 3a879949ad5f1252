/** Servers that are slow, leave in the middle, or never say anything: what each comes to, and what may be repeated. */
import { afterEach, describe, expect, it } from 'vitest';
import { type MailTransport, type SmtpTimeouts, smtpTransport } from '../../mail/transport.js';
import { IMPATIENT, outgoing, settings } from './outgoing.js';
import { type Manners, polite, type RawServer, rawServer } from './raw-server.js';

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

async function at(
  manners: Manners,
  change: Partial<SmtpTimeouts> = {},
): Promise<{ readonly server: RawServer; readonly transport: MailTransport }> {
  const server = await rawServer(manners);
  const transport = smtpTransport(settings(server.port), { ...IMPATIENT, ...change });
  opened.push(server, transport);
  return { server, transport };
}

/** Politely, but for one line. */
const but =
  (word: string, instead: Manners): Manners =>
  (line, socket) =>
    line.toUpperCase().startsWith(word) ? instead(line, socket) : polite(line, socket);

const SLOW_MS = 400;
const late: Manners = (line, socket) => {
  setTimeout(() => polite(line, socket), SLOW_MS);
};

describe('a slow server is waited for', () => {
  it.each(['CONNECT', 'MAIL', 'RCPT', 'DATA', '.'])(
    'that answers %s late: the mail is accepted',
    async (word) => {
      const { transport } = await at(but(word, late));
      expect(await transport.sendOne(outgoing())).toMatchObject({ kind: 'accepted' });
    },
  );

  it('that sends its last answer a letter at a time: the mail is accepted', async () => {
    const { transport } = await at(
      but('.', (_, socket) => {
        const letters = [...'250 2.0.0 taken\r\n'];
        const next = (): void => {
          const letter = letters.shift();
          if (letter === undefined) return;
          socket.write(letter);
          setTimeout(next, 20);
        };
        next();
      }),
    );
    expect(await transport.sendOne(outgoing())).toMatchObject({
      kind: 'accepted',
      response: '250 2.0.0 taken',
    });
  });
});

describe('a server that leaves', () => {
  it.each<[string, Manners, boolean]>([
    ['as soon as it was reached', but('CONNECT', (_, socket) => socket.destroy()), false],
    ['after its greeting', but('EHLO', (_, socket) => socket.destroy()), false],
    ['at the sender', but('MAIL', (_, socket) => socket.destroy()), false],
    ['at DATA, before it takes any content', but('DATA', (_, socket) => socket.destroy()), false],
    [
      'politely in the middle of a session (421)',
      but('RCPT', (_, socket) => socket.end('421 4.3.2 closing\r\n')),
      false,
    ],
    ['with the whole content and without an answer', but('.', (_, socket) => socket.destroy()), true],
    [
      'with the whole content, saying 421',
      but('.', (_, socket) => socket.end('421 4.3.2 closing\r\n')),
      true,
    ],
  ])('%s: temporary, and whether content had left is known', async (_, manners, reachedData) => {
    const { transport } = await at(manners);
    expect(await transport.sendOne(outgoing())).toMatchObject({ kind: 'temporary', reachedData });
  });

  it('between two mails, saying 421, puts the second off at worst: it is not lost and goes out once', async () => {
    let mails = 0;
    const { server, transport } = await at((line, socket) => {
      polite(line, socket);
      if (line === '.' && ++mails === 1) socket.end('421 4.4.2 idle\r\n');
    });
    expect(await transport.sendOne(outgoing())).toMatchObject({ kind: 'accepted' });
    const second = outgoing({ messageId: '<2@comune.example>' });
    const first = await transport.sendOne(second);
    if (first.kind !== 'accepted') {
      expect(first).toMatchObject({ kind: 'temporary', reachedData: false });
      expect(await transport.sendOne(second)).toMatchObject({ kind: 'accepted' });
    }
    expect(server.heard.filter((line) => line === '.')).toHaveLength(2);
  });
});

describe('a server that is silent', () => {
  it.each([
    ['CONNECT', { greeting: 300 }, false],
    ['RCPT', { socket: 300 }, false],
    ['DATA', { socket: 300 }, false],
    ['.', { socket: 300 }, true],
  ] as const)(
    'from %s on: given up after its limit, and repeated only byte for byte when content had left',
    async (word, limit, reachedData) => {
      const { transport } = await at(
        but(word, () => undefined),
        limit,
      );
      expect(await transport.sendOne(outgoing())).toMatchObject({
        ...{ kind: 'temporary', trouble: 'timeout', code: null, reachedData },
      });
    },
  );

  it('that drips greetings for ever is given up after the limit of the whole hand-over', async () => {
    const { transport } = await at(
      but('CONNECT', (_, socket) => {
        const drip = setInterval(() => socket.write('220-un attimo\r\n'), 50);
        socket.on('close', () => clearInterval(drip));
      }),
      { greeting: 60_000, socket: 60_000, whole: 500 },
    );
    expect(await transport.sendOne(outgoing())).toMatchObject({
      ...{ kind: 'temporary', trouble: 'timeout', reachedData: false },
    });
  });

  it('answers that are no SMTP are nobody’s refusal', async () => {
    const { transport } = await at(
      but('CONNECT', (_, socket) => {
        socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
      }),
    );
    expect(await transport.sendOne(outgoing())).toMatchObject({ kind: 'temporary', reachedData: false });
  });
});
