/** What arrives at a real SMTP server. */
import PostalMime from 'postal-mime';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type MailTransport, smtpTransport } from '../../mail/transport.js';
import { type MailServer, mailServer } from './mail-server.js';
import { outgoing, settings } from './outgoing.js';

let server: MailServer;
let transport: MailTransport;
beforeEach(async () => {
  server = await mailServer();
  transport = smtpTransport(settings(server.port));
});
afterEach(async () => {
  transport.close();
  await server.close();
});

const send = (...changes: Parameters<typeof outgoing>) => transport.sendOne(outgoing(...changes));
const raw = (n = 0): string => server.delivered[n]?.raw ?? '';
const headers = (n = 0): string => raw(n).split('\r\n\r\n')[0] ?? '';

describe('a mail handed over', () => {
  it('is accepted with the words of the server', async () => {
    expect(await send()).toEqual({ kind: 'accepted', response: '250 2.0.0 queued as 1' });
  });

  it('has one recipient, our Message-ID and date, and says that a machine wrote it, in Italian', async () => {
    await send();
    expect(server.delivered[0]).toMatchObject({
      from: 'traguardo@comune.example',
      to: ['finanziario@comune.example'],
    });
    const mail = await PostalMime.parse(raw());
    const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value;
    expect(mail.messageId).toBe('<0123456789abcdef@comune.example>');
    expect(mail.date).toBe('2023-06-30T05:45:00.000Z');
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(header('content-language')).toBe('it');
    expect(mail.from).toEqual({ name: 'Comune di Caluso', address: 'traguardo@comune.example' });
  });

  it('has the same subject, text and HTML that were handed over', async () => {
    const mail = outgoing({
      text: `${'Perché è così. '.repeat(40)}\nhttps://town.example/${'x'.repeat(300)}\n`,
    });
    await send(mail);
    const parsed = await PostalMime.parse(raw());
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.text?.trimEnd()).toBe(mail.text.trimEnd());
    expect(parsed.html?.trim()).toBe(mail.html);
  });

  it('repeated is the same byte for byte, and another mail is not', async () => {
    await send();
    await send();
    await send({ messageId: '<fedcba9876543210@comune.example>' });
    expect(raw(1)).toBe(raw(0));
    expect(raw(2)).not.toBe(raw(0));
  });

  it('of many go over few connections, each once', async () => {
    const ids = Array.from({ length: 30 }, (_, n) => `<${n}@comune.example>`);
    const results = await Promise.all(ids.map((messageId) => send({ messageId })));
    expect(results.every(({ kind }) => kind === 'accepted')).toBe(true);
    expect(server.connections()).toBeLessThanOrEqual(2);
    expect(server.delivered.map((one) => /^Message-ID: (.*)$/m.exec(one.raw)?.[1]?.trim()).sort()).toEqual(
      ids.sort(),
    );
  });

  it('goes over a new connection, once, when the server has closed the one that was kept', async () => {
    await send();
    server.cut();
    expect((await send({ messageId: '<second@comune.example>' })).kind).toBe('accepted');
    expect(server.delivered).toHaveLength(2);
  });

  it('answers go where the town wants them', async () => {
    await send({ replyTo: { name: null, address: 'segreteria@comune.example' } });
    expect(headers()).toMatch(/^Reply-To: segreteria@comune\.example$/m);
  });
});

describe('hostile words', () => {
  it('in names and subject make no header of their own', async () => {
    const evil = 'x\r\nBcc: everybody@evil.example\r\n\r\nbody';
    await send({
      subject: evil,
      from: { name: evil, address: 'traguardo@comune.example' },
      to: { name: `"${evil}" <other@evil.example>`, address: 'finanziario@comune.example' },
    });
    expect(server.delivered[0]?.to).toEqual(['finanziario@comune.example']);
    const mail = await PostalMime.parse(raw());
    expect(mail.bcc ?? []).toEqual([]);
    expect(mail.to?.map(({ address }) => address)).toEqual(['finanziario@comune.example']);
    expect(mail.headers.filter(({ key }) => key === 'bcc')).toEqual([]);
  });

  it.each([
    'a@b.example, c@d.example',
    'a@b.example\r\nRCPT TO:<c@d.example>',
    '<a@b.example>',
    'Mario Rossi',
    'a@@b.example',
    'a@b..example',
    '',
  ])('"%s" is no address: refused for good without asking the server', async (address) => {
    expect(await send({ to: { name: null, address } })).toMatchObject({ kind: 'permanent', code: null });
    expect(server.delivered).toEqual([]);
  });

  it('a sender address or Message-ID that cannot be one is our own mistake: it throws', async () => {
    await expect(send({ from: { name: null, address: 'nobody' } })).rejects.toThrow(RangeError);
    await expect(send({ messageId: '<a b@c>' })).rejects.toThrow(RangeError);
  });
});
