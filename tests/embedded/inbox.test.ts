import { once } from 'node:events';
import { connect } from 'node:net';
import nodemailer from 'nodemailer';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { startInbox } from '../../embedded/inbox.js';
import { readMail } from '../../embedded/received-mail.js';
import type { CaughtMessage } from '../../store/notices/inbox.js';

const kept: CaughtMessage[] = [];
const said: string[] = [];
let storing: () => Promise<unknown> = async () => undefined;

const inbox = await startInbox({
  largest: 200_000,
  log: (line) => said.push(line),
  store: async (mail) => {
    await storing();
    kept.push(mail);
  },
});
afterAll(() => inbox.stop());

beforeEach(() => {
  kept.length = 0;
  storing = async () => undefined;
});

const sender = nodemailer.createTransport({ url: inbox.url });
afterAll(() => sender.close());
const plain = { from: 'Traguardo <avvisi@comune.example>', to: 'r.finanze@comune.example' };

/** What the server answers when these bytes are said to it, one dialogue line after the other. */
async function talk(lines: readonly (string | Buffer)[]): Promise<string> {
  const socket = connect(inbox.port, '127.0.0.1');
  let answers = '';
  socket.on('data', (bytes) => {
    answers += bytes;
  });
  socket.on('error', () => undefined);
  for (const line of lines) {
    const before = answers.length;
    while (answers.length === before && !socket.destroyed)
      await new Promise((resolve) => setTimeout(resolve, 5));
    socket.write(line);
  }
  socket.end();
  await once(socket, 'close');
  return answers;
}

const hello = 'EHLO prova.example\r\n';
const envelope = ['MAIL FROM:<a@comune.example>\r\n', 'RCPT TO:<b@comune.example>\r\n', 'DATA\r\n'];

test('a mail is kept with its envelope, subject, both bodies and headers', async () => {
  await sender.sendMail({
    ...plain,
    subject: 'Scade venerdì 30 giugno 2023: attività «Città»',
    text: 'Entro il 30/06/2023',
    html: '<p>Entro il <b>30/06/2023</b></p>',
    messageId: '<2023-06-30.p1@comune.example>',
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
  expect(kept).toHaveLength(1);
  expect(kept[0]).toMatchObject({
    messageId: '<2023-06-30.p1@comune.example>',
    envelopeFrom: 'avvisi@comune.example',
    envelopeTo: ['r.finanze@comune.example'],
    headerFrom: 'Traguardo <avvisi@comune.example>',
    headerTo: 'r.finanze@comune.example',
    subject: 'Scade venerdì 30 giugno 2023: attività «Città»',
  });
  expect(kept[0]?.html).toContain('<p>Entro il <b>30/06/2023</b></p>');
  expect(kept[0]?.text).toContain('Entro il 30/06/2023');
  expect(kept[0]?.headers).toContainEqual({ key: 'Auto-Submitted', value: 'auto-generated' });
});

test('a mail over the limit is refused for good (552) and the next one is taken', async () => {
  const big = sender.sendMail({ ...plain, subject: 'grande', text: 'x'.repeat(300_000) });
  await expect(big).rejects.toMatchObject({ responseCode: 552 });
  await sender.sendMail({ ...plain, subject: 'piccola', text: 'x' });
  expect(kept.map(({ subject }) => subject)).toEqual(['piccola']);
});

test('a mail that grows over the limit without having said so is refused for good (552)', async () => {
  const answers = await talk([
    hello,
    ...envelope,
    `Subject: x\r\n\r\n${'y'.repeat(300_000)}\r\n.\r\n`,
    'QUIT\r\n',
  ]);
  expect(answers).toContain('552 ');
  expect(kept).toEqual([]);
});

test('when a mail cannot be stored the sender is told to try again (451), and the log says why', async () => {
  storing = () => Promise.reject(new Error('no database'));
  await expect(sender.sendMail({ ...plain, subject: 'x', text: 'x' })).rejects.toMatchObject({
    responseCode: 451,
  });
  expect(said.join('\n')).toContain('a mail could not be stored: no database');
  storing = async () => undefined;
  await sender.sendMail({ ...plain, subject: 'y', text: 'y' });
  expect(kept.map(({ subject }) => subject)).toEqual(['y']);
});

test('bytes that are no mail, in any encoding, are kept without the characters that PostgreSQL refuses', async () => {
  const garbage = Buffer.from(Array.from({ length: 5_000 }, (_, i) => (i * 37) % 256));
  const withoutDotLines = Buffer.from(garbage.toString('latin1').replaceAll(/[\r\n.]/g, '_'), 'latin1');
  await talk([hello, ...envelope, Buffer.concat([withoutDotLines, Buffer.from('\r\n.\r\n')]), 'QUIT\r\n']);
  expect(kept).toHaveLength(1);
  expect(JSON.stringify(kept[0])).not.toContain('\\u0000');
});

test('a mail nested 400 parts deep is kept unread instead of exhausting the reader', async () => {
  let mail = 'Content-Type: text/plain\r\n\r\nfondo';
  for (let i = 0; i < 400; i++) {
    mail = `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n${mail}\r\n--b${i}--`;
  }
  const read = await readMail(Buffer.from(`Subject: profonda\r\n${mail}`), {
    from: '',
    to: ['b@comune.example'],
  });
  expect(read).toMatchObject({ subject: '(messaggio illeggibile)', html: null, envelopeFrom: '' });
});

test('ten thousand headers are cut to 200, and a subject cannot bring a line break', async () => {
  const headers = Array.from({ length: 10_000 }, (_, i) => `X-H${i}: v`).join('\r\n');
  const subject = '=?utf-8?B?cmlnYQ0KQmNjOiB4QHkuZXhhbXBsZQ==?=';
  const raw = Buffer.from(`Subject: ${subject}\r\n${headers}\r\n\r\ncorpo`);
  const read = await readMail(raw, { from: 'a@comune.example', to: ['b@comune.example'] });
  expect(read.headers).toHaveLength(200);
  expect(read.subject).toBe('riga Bcc: x@y.example');
});

test('a client that breaks off in the middle, or speaks something else, disturbs nobody', async () => {
  await talk(['GET / HTTP/1.1\r\nHost: x\r\n\r\n']);
  await talk([hello, ...envelope, 'Subject: a metà\r\n']);
  await sender.sendMail({ ...plain, subject: 'dopo', text: 'x' });
  expect(kept.map(({ subject }) => subject)).toEqual(['dopo']);
});

test('it listens on loopback alone and offers neither sign-in nor delivery', async () => {
  expect(inbox.url).toBe(`smtp://127.0.0.1:${inbox.port}`);
  const answers = await talk([hello, 'QUIT\r\n']);
  expect(answers).not.toMatch(/AUTH|STARTTLS/);
});
