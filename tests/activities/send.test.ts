import { describe, expect, test } from 'vitest';
import { civilDate } from '../../domain/time/civil-date.js';
import { connect } from '../../store/connection.js';
import { paperMails } from '../../store/notices/paper-mails.js';
import { changePerson, endRole, roleHolders } from '../../store/people/people.js';
import { headOf, SECRETARY } from './small-plan.js';
import { openStage } from './stage.js';
import { fatesOf, foundThirtyJune, HEAD, MAILBOX } from './thirty-june.js';
import type { PersonWish, TestTown } from './town.js';

const stage = await openStage();
const { office } = stage;
const found = (people?: readonly PersonWish[]) => foundThirtyJune(stage, people);
const fates = (town: TestTown) => fatesOf(stage, town);
const mailsTo = (address: string) => office.mails.filter(({ envelopeTo }) => envelopeTo.includes(address));

test('a mail goes out once, with its links, from the sender, with a Message-ID that says nothing of the person', async () => {
  const town = await found();
  await stage.round(town.town, '2023-06-30 09:00');
  await stage.send(town.town, '2023-06-30 09:01');
  const [mail] = mailsTo(MAILBOX);
  expect(mailsTo(MAILBOX)).toHaveLength(1);
  expect(mail?.text).toMatch(/https:\/\/traguardo\.example\/r\/[0-9a-z]{61}\n/);
  expect(mail?.text).not.toContain('{{');
  expect(mail?.html).not.toContain('{{');
  expect(mail?.envelopeFrom).toBe('avvisi@comune.example');
  expect(mail?.messageId).toMatch(/^<[0-9a-f]{32}@comune\.example>$/);
  expect(await fates(town)).toEqual([['daily', '2023-06-30', HEAD.name, 'sent', 1]]);
});

test('the last answer of a morning and the round that will look at once are one transaction: nobody finds neither', async () => {
  const town = await found([HEAD, headOf('Finanziario', { name: 'Seconda' })]);
  await stage.stock(town.town, '2023-06-30 09:00');
  await stage.send(town.town, '2023-06-30 09:01');
  const [together] = await stage.in(
    town.town,
    (tx) => tx<{ same: boolean; isDue: boolean }[]>`
      select n.next_at < n.stored_at + interval '5 minutes' as is_due,
        n.xmin::text = (select max(d.xmin::text::bigint)::text from digest d) as same
      from workflow_next n where n.workflow_type = 'round'`,
  );
  expect(together).toEqual({ same: true, isDue: true });
});

test('two attempts at the same time hand over each of 3 mails once: a lease keeps them apart', async () => {
  const town = await found([
    HEAD,
    headOf('Finanziario', { name: 'Seconda' }),
    headOf('Finanziario', { name: 'Terza' }),
  ]);
  await stage.stock(town.town, '2023-06-30 09:00');
  const before = office.mails.length;
  await Promise.allSettled([1, 2].map(() => stage.send(town.town, '2023-06-30 09:01')));
  await stage.send(town.town, '2023-06-30 09:10');
  expect(office.mails.length - before).toBe(3);
});

test('a mail that cannot be taken in hand keeps nothing from being recorded: the one before it leaves once', async () => {
  const town = await found([HEAD, headOf('Finanziario', { name: 'Seconda' })]);
  await stage.stock(town.town, '2023-06-30 09:00');
  const owner = connect(stage.database.ownerUrl, { max: 1 });
  await owner`update digest set links = '{}' where id = (
    select id from digest where town = ${town.town} order by id desc limit 1)`;
  await owner.end();
  const before = office.mails.length;
  for (const at of ['09:01', '09:02', '09:03'])
    await expect(stage.send(town.town, `2023-06-30 ${at}`)).rejects.toThrow(/expected array/);
  expect(office.mails.length - before).toBe(1);
  expect((await fates(town)).map(([, , , state, attempts]) => [state, attempts]).sort()).toEqual([
    ['frozen', 0],
    ['sent', 1],
  ]);
});

describe('who receives', () => {
  test('is looked up again at hand-over: whoever left since the freeze is not mailed, and the successor is told on Monday', async () => {
    const town = await found();
    await stage.stock(town.town, '2023-06-30 09:00');
    await stage.in(town.town, async (tx) => {
      const tenure = (await roleHolders(tx)).find(({ person }) => person.name === HEAD.name);
      await endRole(tx, tenure?.id ?? '', civilDate('2023-06-29'));
    });
    const before = mailsTo(MAILBOX).length;
    await stage.send(town.town, '2023-06-30 09:01');
    expect(mailsTo(MAILBOX)).toHaveLength(before);
    await stage.round(town.town, '2023-07-03 09:00');
    expect(await fates(town)).toEqual([
      ['daily', '2023-06-30', HEAD.name, 'given-up', 1],
      ['daily', '2023-07-03', 'Segretaria', 'sent', 1],
    ]);
  });

  test('without a mailbox is told by hand: the mail is refused without a server, the alert says what, by when and to whom', async () => {
    const town = await found([{ ...HEAD, email: null }, SECRETARY]);
    await stage.round(town.town, '2023-06-30 09:00');
    await stage.round(town.town, '2023-06-30 15:00');
    const [alert] = mailsTo('segretaria@prova.example').slice(-1);
    expect(alert?.subject).toContain('1 persona a cui consegnare a mano');
    expect((alert?.text ?? '').replace(/\s+/g, ' ')).toContain(
      'Obiettivo 1 del settore Finanziario Da consegnare a: Responsabile Finanziario, Responsabile del settore ' +
        'Finanziario Fase: «entro il 2023-06-30» Entro il: venerdì 30 giugno 2023 Avviso di: venerdì 30 giugno 2023',
    );
    expect((await fates(town))[0]).toEqual(['daily', '2023-06-30', HEAD.name, 'refused', 1]);
  });

  test('without a mailbox beside a holder who has one is told by hand all the same', async () => {
    const town = await found([{ ...HEAD, name: 'Senza casella', email: null }, HEAD, SECRETARY]);
    const before = mailsTo(MAILBOX).length;
    await stage.round(town.town, '2023-06-30 09:00');
    expect(mailsTo(MAILBOX)).toHaveLength(before + 1);
    const paper = await stage.in(town.town, (tx) => paperMails(tx, { open: true }));
    expect(paper.map(({ personName, obligations }) => [personName, obligations.length])).toEqual([
      ['Senza casella', 1],
    ]);
  });

  test('by an address changed between freeze and hand-over is mailed at the new one', async () => {
    const town = await found();
    await stage.stock(town.town, '2023-06-30 09:00');
    const person = { name: HEAD.name, email: 'nuova@prova.example', sharedMailbox: false };
    await stage.in(town.town, (tx) => changePerson(tx, town.people.get(HEAD.name) ?? '', person));
    await stage.send(town.town, '2023-06-30 09:01');
    expect(mailsTo('nuova@prova.example')).toHaveLength(1);
  });
});
