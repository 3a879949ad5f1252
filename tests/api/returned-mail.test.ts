/** A mail of the demo's inbox is sent back: the board, the mail's page, the person's page and *Riprova*. */
import { expect, test } from 'vitest';
import { addDays } from '../../domain/time/civil-date.js';
import { inTown } from '../../store/in-town.js';
import { beginData, freezeDigests, recordAnswer } from '../../store/notices/digests.js';
import { storeMessage } from '../../store/notices/inbox.js';
import { stoppedMailboxes } from '../../store/people/mailboxes.js';
import { findPerson } from '../../store/people/people.js';
import { readInboxReturns } from '../../worker/returns.js';
import { digestFor, TODAY } from '../store/furnished-town.js';
import { NOON, openStage } from './stage.js';

const stage = await openStage();
const { sql, ours } = stage;
const RETURNS = { address: 'ritorni@prova.example' };
const here = <T>(work: Parameters<typeof inTown<T>>[2]): Promise<T> => inTown(sql, ours.town, work);

/** A mail to the head that its server took, as the inbox has it: ids of the mail and of the inbox's message. */
async function sent(daysAgo: number) {
  const mail = digestFor(ours.people.head, { day: addDays(TODAY, -daysAgo) });
  const to = (await here((tx) => findPerson(tx, ours.people.head)))?.email ?? '';
  await here(async (tx) => {
    await freezeDigests(tx, [mail]);
    await beginData(tx, mail.id, to);
    await recordAnswer(tx, { digest: mail.id, kind: 'accepted', at: NOON, code: 250, response: 'ok' });
  });
  const caught = {
    ...{
      messageId: mail.messageId,
      envelopeFrom: RETURNS.address,
      envelopeTo: [to],
      headerFrom: 'Traguardo',
    },
    ...{ headerTo: to, subject: mail.subject, text: 'x', html: null, headers: [] },
  };
  return { mail: mail.id, message: await storeMessage(sql, caught, NOON), to };
}

const read = () =>
  readInboxReturns({ sql, returnPath: RETURNS, now: () => NOON, log: { info: () => undefined } });

test('the first return is on board and mail, the second in a row stops the mailbox until Riprova is pressed', async () => {
  const visitor = await stage.enter(ours.people.secretary);
  const modulo = await visitor.token();
  const first = await sent(1);
  expect((await visitor.get(`/posta/${first.message}`)).text).toContain('Simula un rifiuto');
  expect(
    (await visitor.post(`/posta/${first.message}/ritorno`, { modulo, come: 'inesistente' })).status,
  ).toBe(303);
  await read();
  expect((await visitor.get('/cruscotto')).text).toMatch(/è tornato indietro: «550 5\.1\.1/);
  const page = (await visitor.get(`/avvisi/${first.mail}`)).text;
  expect(page).toContain('tr-mail-bounced');
  expect(page).toContain('casella inesistente (prova)');
  expect((await visitor.get('/avvisi?esito=bounced')).text).toContain(`/avvisi/${first.mail}`);
  expect((await visitor.get('/posta')).text).toContain('Undelivered Mail Returned to Sender');

  const second = await sent(0);
  await visitor.post(`/posta/${second.message}/ritorno`, { modulo, come: 'inesistente' });
  await read();
  expect((await visitor.get('/cruscotto')).text).toContain('a quella casella non scriviamo più');
  const person = `/persone/${ours.people.head}`;
  expect((await visitor.get(person)).text).toContain('Casella sospesa');
  expect((await visitor.get('/persone')).text).toContain('casella sospesa');
  expect((await visitor.post(`${person}/riprova`, { modulo })).status).toBe(303);
  expect((await visitor.get(person)).text).not.toContain('Casella sospesa');
  expect([...(await here(stoppedMailboxes)).keys()]).not.toContain(second.to);
  const audit = await here((tx) => tx`select 1 from audit where action = 'mailbox.retry'`);
  expect(audit).toHaveLength(1);
});

test('what came back itself, a mail of nobody and an unknown answer cannot be sent back: 404', async () => {
  const visitor = await stage.enter(ours.people.secretary);
  const modulo = await visitor.token();
  const { message } = await sent(3);
  await visitor.post(`/posta/${message}/ritorno`, { modulo, come: 'ritardo' });
  const returned = await sql<{ id: number }[]>`select id from across_inbox(null, 1, 'Delayed')`;
  const id = returned[0]?.id;
  expect(id).toBeDefined();
  expect((await visitor.get(`/posta/${id}`)).text).not.toContain('Simula un rifiuto');
  expect((await visitor.post(`/posta/${id}/ritorno`, { modulo, come: 'inesistente' })).status).toBe(404);
  expect((await visitor.post(`/posta/${message}/ritorno`, { modulo, come: 'altro' })).status).toBe(404);
});
