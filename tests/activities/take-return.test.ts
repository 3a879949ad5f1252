import { beforeEach, describe, expect, test } from 'vitest';
import { readChain } from '../../store/register/register.js';
import { plain } from '../mail/dialects.js';
import { comesBack, type MailOut, mailsOut, mailTo, reportAbout } from './returns.js';
import { openStage } from './stage.js';
import { foundThirtyJune, HEAD, MAILBOX } from './thirty-june.js';
import { type TestTown, townTime } from './town.js';

const stage = await openStage();
const { office } = stage;
const mailsOf = (address: string) => office.mails.filter(({ envelopeTo }) => envelopeTo.includes(address));

let town: TestTown;
let mail: MailOut;
beforeEach(async () => {
  office.answer = () => null;
  town = await foundThirtyJune(stage);
  await stage.round(town.town, '2023-06-30 09:00');
  mail = await mailTo(stage, town, HEAD.name, '2023-06-30');
});

const news = () =>
  stage.in(
    town.town,
    (tx) => tx<{ kind: string; code: number | null }[]>`select kind, code from delivery_event
      where kind in ('bounced', 'delayed') order by id`,
  );
const alerts = () =>
  stage.in(
    town.town,
    (tx) => tx<{ kind: string; mailed: boolean }[]>`select kind, mailed_on is not null as mailed
    from alert_item order by raised_at, kind`,
  );
const announced = () =>
  stage.in(town.town, (tx) => tx`select workflow_id from announcement where announced_at is null`);

describe('a mail that comes back', () => {
  test('is recorded, waits on the board at once, wakes the round, and is in the alert of 15:00', async () => {
    expect(await comesBack(stage, town, { at: '2023-06-30 09:05', raw: reportAbout(mail) })).toBe('bounced');
    expect(await news()).toEqual([{ kind: 'bounced', code: 550 }]);
    expect(await alerts()).toEqual([{ kind: 'bounced', mailed: false }]);
    expect(await announced()).toHaveLength(1);
    expect(await mailTo(stage, town, HEAD.name, '2023-06-30')).toMatchObject({
      state: 'sent',
      bounced: true,
    });
    expect(await stage.next(town.town, '2023-06-30 09:06')).toBe(townTime('2023-06-30 15:00'));

    await stage.round(town.town, '2023-06-30 15:00');
    const alert = mailsOf('segretaria@prova.example').at(-1);
    expect(alert?.subject).toBe('Da vedere oggi: 1 avviso tornato indietro – Comune di Prova');
    expect(alert?.text).toMatch(/Responsabile del settore Finanziario/);
    expect(alert?.text).toMatch(/«550 5\.1\.1 user unknown»/);
    expect(alert?.text).toMatch(/controlla l'indirizzo/);
  });

  test('is an entry in the chain of what the mail told, after the one that says it was taken', async () => {
    await comesBack(stage, town, { at: '2023-06-30 09:05', raw: reportAbout(mail) });
    const [objective = ''] = town.objectives;
    const chain = await stage.in(town.town, (tx) => readChain(tx, { kind: 'objective', id: objective }));
    const deliveries = chain.map(({ body }) => body).filter(({ kind }) => kind === 'delivery');
    expect(deliveries.map(({ answer }) => answer)).toEqual(['accepted', 'bounced']);
    expect(deliveries[1]).toMatchObject({ digest: mail.id, messageId: mail.messageId, code: 550 });
    expect(JSON.stringify(chain)).not.toContain('unknown');
  });

  test('is recorded once, however often the report is read, by two readers at once too', async () => {
    const raw = reportAbout(mail);
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => comesBack(stage, town, { at: '2023-06-30 09:05', raw })),
    );
    expect([...outcomes].sort()).toEqual(['bounced', 'known', 'known']);
    expect(await news()).toHaveLength(1);
    expect(await alerts()).toHaveLength(1);
  });

  test('is on the board, but in no mail, when it was itself the alert of 15:00', async () => {
    await comesBack(stage, town, { at: '2023-06-30 09:05', raw: reportAbout(mail) });
    await stage.round(town.town, '2023-06-30 15:00');
    const alert = (await mailsOut(stage, town)).find(({ kind }) => kind === 'alert') as MailOut;
    expect(await comesBack(stage, town, { at: '2023-06-30 15:05', raw: reportAbout(alert) })).toBe('bounced');
    expect(await alerts()).toEqual([
      { kind: 'bounced', mailed: true },
      { kind: 'bounced', mailed: true },
    ]);
  });

  test('that is only late is written down once and raises nothing; it may come back after that', async () => {
    const late = reportAbout(mail, { fields: ['Action: delayed', 'Status: 4.4.1'] });
    expect(await comesBack(stage, town, { at: '2023-06-30 13:00', raw: late })).toBe('delayed');
    expect(await comesBack(stage, town, { at: '2023-06-30 17:00', raw: late })).toBe('known');
    expect(await alerts()).toEqual([]);
    expect(await comesBack(stage, town, { at: '2023-07-04 09:00', raw: reportAbout(mail) })).toBe('bounced');
    expect((await news()).map(({ kind }) => kind)).toEqual(['delayed', 'bounced']);
    expect(await comesBack(stage, town, { at: '2023-07-04 10:00', raw: late })).toBe('known');
  });
});

describe('what changes nothing', () => {
  const untouched = async (): Promise<void> => {
    expect(await news()).toEqual([]);
    expect(await alerts()).toEqual([]);
    expect(await announced()).toEqual([]);
  };

  test.each([
    ['automatic', ['From: a@b.example', 'Auto-Submitted: auto-replied', 'Subject: Fuori ufficio']],
    ['person', ['From: a@b.example', 'Subject: Re: Oggi 1 scadenza']],
  ])('%s: an answer that names our mail', async (outcome, headers) => {
    const raw = plain([...headers, `In-Reply-To: ${mail.messageId}`], 'Torno lunedì.');
    expect(await comesBack(stage, town, { at: '2023-06-30 09:05', raw })).toBe(outcome);
    await untouched();
  });

  test('a report about a mail that nobody sent, or about none', async () => {
    const unknown = reportAbout({ ...mail, messageId: '<0123456789abcdef0123456789abcdef@altro.example>' });
    const none = reportAbout(mail, { returned: ['Content-Type: text/rfc822-headers', '', 'Subject: x'] });
    expect(await comesBack(stage, town, { at: '2023-06-30 09:05', raw: unknown })).toBe('unknown');
    expect(await comesBack(stage, town, { at: '2023-06-30 09:05', raw: none })).toBe('unknown');
    await untouched();
  });

  test('a forged report: one that names the mails of two towns, another address, a mail of 31 days ago', async () => {
    const other = await foundThirtyJune(stage);
    await stage.round(other.town, '2023-06-30 09:00');
    const theirs = await mailTo(stage, other, HEAD.name, '2023-06-30');
    const two = reportAbout(mail, {
      returned: [
        'Content-Type: text/rfc822-headers',
        '',
        `Message-ID: ${mail.messageId} ${theirs.messageId}`,
      ],
    });
    const elsewhere = reportAbout(mail, { recipient: 'Final-Recipient: rfc822; sindaco@prova.example' });
    const at = '2023-06-30 09:05';
    expect(await comesBack(stage, town, { at, raw: two })).toBe('refused');
    expect(await comesBack(stage, town, { at, raw: elsewhere })).toBe('refused');
    expect(await comesBack(stage, town, { at: '2023-07-31 09:05', raw: reportAbout(mail) })).toBe('refused');
    await untouched();
    expect(await mailTo(stage, other, HEAD.name, '2023-06-30')).toMatchObject({ bounced: false });
  });

  test('a report about a mail that no server ever took', async () => {
    office.answer = (address) => (address === MAILBOX ? { at: 'recipient', code: 451, text: 'later' } : null);
    const held = await foundThirtyJune(stage);
    await stage.round(held.town, '2023-06-30 09:00').catch(() => undefined);
    const waiting = await mailTo(stage, held, HEAD.name, '2023-06-30');
    const raw = reportAbout({ ...waiting, address: MAILBOX });
    expect(await comesBack(stage, held, { at: '2023-06-30 09:05', raw })).toBe('refused');
  });
});
