import { describe, expect, test } from 'vitest';
import { READ_LIMIT, type ReturnedMail, readReturnedMail } from '../../mail/returned-mail.js';
import {
  ARUBA,
  crlf,
  DOMINO,
  EXIM,
  OURS,
  PEC_DELIVERED,
  PEC_ERROR,
  PEC_WARNING,
  plain,
  QMAIL,
  report,
  TO,
} from './dialects.js';

const read = (raw: string): Promise<ReturnedMail> => readReturnedMail(Buffer.from(raw, 'latin1'));
const utf8 = (raw: string): Promise<ReturnedMail> => readReturnedMail(Buffer.from(raw, 'utf8'));

const WHOLE = ['Content-Type: message/rfc822', '', `Message-ID: ${OURS}`, 'Subject: x', '', 'Buongiorno'];
const FAILED = { outcome: 'failed', status: '5.1.1', code: 550, recipients: [TO] };

describe('what mail systems report', () => {
  test.each<[string, string, object]>([
    ['postfix: headers only', report(), FAILED],
    ['postfix: the whole mail', report({ returned: WHOLE }), FAILED],
    [
      'postfix, gave up after 5 days: failed for a reason of the moment',
      report({
        fields: [
          'Action: failed',
          'Status: 4.4.1',
          'Diagnostic-Code: X-Postfix; connect to mx.example: timed out',
        ],
      }),
      { outcome: 'failed', status: '4.4.1', code: null, recipients: [TO] },
    ],
    [
      'postfix: still trying',
      report({ subject: 'Delayed Mail (still being retried)', fields: ['Action: delayed', 'Status: 4.4.1'] }),
      { outcome: 'delayed', status: '4.4.1', code: null, recipients: [TO] },
    ],
    [
      'Exchange Online: HTML for people, UTF-8 in the diagnostic',
      report({
        from: 'postmaster@comune.onmicrosoft.example',
        subject: 'Non recapitabile: Oggi 1 scadenza',
        text: 'Il messaggio per responsabile@comune.example non può essere recapitato.',
        fields: [
          'Action: failed',
          'Status: 5.1.10',
          'Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
        ],
        recipient: `Final-Recipient: rfc822;${TO}`,
      }),
      { outcome: 'failed', status: '5.1.10', code: 550, recipients: [TO] },
    ],
    [
      'Exchange in a house: no diagnostic, the mail as it was',
      report({
        from: 'MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@comune.example',
        fields: ['Action: Failed', 'Status: 5.2.2', 'X-Display-Name: Responsabile'],
        returned: WHOLE,
      }),
      { outcome: 'failed', status: '5.2.2', code: null, recipients: [TO] },
    ],
    [
      'Gmail: lines folded, the word in another case',
      report({
        from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.example>',
        subject: 'Delivery Status Notification (Failure)',
        fields: [
          'Action: failed',
          'Status: 5.1.1',
          'Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.',
          ' 550 5.1.1 Please try double-checking.',
        ],
        recipient: `Final-Recipient: rfc822; ${TO.toUpperCase()}`,
      }),
      FAILED,
    ],
    [
      'an alias: the address that we wrote to stands beside the other',
      report({
        recipient: `Original-Recipient: rfc822;${TO}\nFinal-Recipient: rfc822; altro@privato.example`,
      }),
      { ...FAILED, recipients: [TO, 'altro@privato.example'] },
    ],
    [
      'a status without an action',
      report({ fields: ['Status: 5.0.0'] }),
      { outcome: 'failed', status: '5.0.0' },
    ],
    ['RFC 6533 in UTF-8', report({ machine: 'message/global-delivery-status' }), FAILED],
    ['qmail: no report at all', QMAIL, { outcome: 'failed', status: '5.1.1', recipients: [TO] }],
    ['exim', EXIM, FAILED],
    ['Domino: not even a null sender', DOMINO, { outcome: 'failed', code: 550 }],
    ['a provider in Italian', ARUBA, FAILED],
    ['certified mail: not delivered', PEC_ERROR, { outcome: 'failed', status: '5.1.1', recipients: [TO] }],
    ['certified mail: not within 12 hours', PEC_WARNING, { outcome: 'delayed', recipients: [TO] }],
  ])('%s', async (_name, raw, fate) => {
    expect(await utf8(raw)).toMatchObject({ kind: 'report', fate, messageIds: [OURS] });
  });
});

describe('what is never counted', () => {
  test.each([
    [
      'out of office',
      plain(['From: a@b.example', 'Auto-Submitted: auto-replied', 'Subject: Fuori ufficio'], 'Torno il 4.'),
    ],
    [
      'out of office without a sender that quotes a failure',
      plain(
        ['Return-Path: <>', 'From: a@b.example', 'Auto-Submitted: auto-replied'],
        'Se il messaggio non è stato consegnato…',
      ),
    ],
    ['an old robot', plain(['From: a@b.example', 'X-Autoreply: yes'], 'Ricevuto.')],
    [
      'one that says so in its subject alone',
      plain(['From: a@b.example', 'Subject: Risposta automatica: Oggi'], 'Assente'),
    ],
    ['a list', plain(['From: a@b.example', 'Precedence: bulk'], 'x')],
    ['good news', report({ fields: ['Action: delivered', 'Status: 2.0.0'] })],
    ['good news of certified mail', PEC_DELIVERED],
    [
      'a receipt of reading, which nobody records',
      report().replace('report-type=delivery-status', 'report-type=disposition-notification'),
    ],
  ])('%s', async (_name, raw) => {
    expect(await utf8(raw)).toEqual({ kind: 'automatic' });
  });
});

describe('what a person must read', () => {
  test.each([
    [
      'an answer',
      plain(['From: a@b.example', 'Subject: Re: Oggi 1 scadenza', `In-Reply-To: ${OURS}`], 'Fatto.'),
    ],
    [
      'an answer about failing',
      plain(['From: a@b.example', `References: ${OURS}`], 'Mailbox does not exist? 550 5.1.1'),
    ],
    [
      'somebody who forwards a report',
      crlf(
        'From: a@b.example',
        'Content-Type: multipart/mixed; boundary=M',
        '',
        '--M',
        'Content-Type: text/plain',
        '',
        'Che cos’è?',
        '--M',
        'Content-Type: message/delivery-status',
        '',
        `Final-Recipient: rfc822; ${TO}`,
        'Action: failed',
        'Status: 5.1.1',
        '--M--',
      ),
    ],
    ['nothing', ''],
    ['noise', '\u0000\u0001\u00ff'.repeat(500)],
    [
      'a system that speaks of something else',
      plain(['From: postmaster@b.example'], 'Manutenzione domenica.'),
    ],
  ])('%s', async (_name, raw) => {
    expect(await read(raw)).toEqual({ kind: 'person' });
  });
});

describe('hostile mails', () => {
  test('a report of 40 MB is read by its first 256 kB, and what stands there counts', async () => {
    const mail = Buffer.concat([Buffer.from(report()), Buffer.alloc(40_000_000, 'x')]);
    expect(mail.length).toBeGreaterThan(READ_LIMIT);
    expect(await readReturnedMail(mail)).toMatchObject({ kind: 'report', messageIds: [OURS] });
  });

  test('a report whose end is missing still says what it says', async () => {
    const raw = report();
    expect(await read(raw.slice(0, raw.indexOf('Subject: Oggi')))).toMatchObject({
      kind: 'report',
      messageIds: [OURS],
    });
  });

  test('a part that lies about its letters, or is in base64, is read by its bytes', async () => {
    expect(await read(report({ machine: 'message/delivery-status; charset=utf-16' }))).toMatchObject({
      fate: FAILED,
    });
    const coded = Buffer.from(`Final-Recipient: rfc822; ${TO}\nAction: failed\nStatus: 5.1.1\n`).toString(
      'base64',
    );
    const raw = report({
      machine: 'message/delivery-status\nContent-Transfer-Encoding: base64',
      recipient: coded,
      fields: [],
    }).replace('Reporting-MTA: dns; mx.example\r\n\r\n', '');
    expect(await read(raw)).toMatchObject({ fate: { outcome: 'failed', recipients: [TO] } });
  });

  test('1,000 nested parts, 100,000 groups and 5,000 Message-IDs end in no time limit: at most 20 are kept', async () => {
    const nested = Array.from(
      { length: 1_000 },
      (_, n) => `--b${n}\nContent-Type: multipart/mixed; boundary=b${n + 1}\n`,
    );
    expect((await read(crlf('Content-Type: multipart/mixed; boundary=b0', '', ...nested))).kind).toBe(
      'person',
    );
    const groups = Array.from({ length: 100_000 }, () => 'Action: relayed\n').join('\n');
    expect((await read(report({ fields: [groups] }))).kind).not.toBe('report');
    const many = Array.from({ length: 5_000 }, (_, n) => `<${n}x@comune.example>`).join('\n ');
    const answer = await read(
      report({ returned: ['Content-Type: text/rfc822-headers', '', `Message-ID: ${many}`] }),
    );
    expect(answer.kind === 'report' ? answer.messageIds.length : 0).toBe(20);
  });

  test('the words of a server become one clean line of at most 500 signs', async () => {
    const words = `smtp; 550 5.1.1 \u202e{{link:1}}\u0007${'a'.repeat(5_000)}`;
    const answer = await utf8(
      report({ fields: ['Action: failed', 'Status: 5.1.1', `Diagnostic-Code: ${words}`] }),
    );
    const response = answer.kind === 'report' ? answer.fate.response : '';
    expect(response).toHaveLength(500);
    expect(response).not.toMatch(/[\p{Cc}\p{Cf}]|\{\{/u);
  });

  test('a subject matches nothing: a report that names no mail names none', async () => {
    const returned = ['Content-Type: text/rfc822-headers', '', 'Subject: Oggi 1 scadenza'];
    expect(await read(report({ returned, subject: `Re: ${OURS}` }))).toMatchObject({
      kind: 'report',
      messageIds: [],
    });
  });
});
