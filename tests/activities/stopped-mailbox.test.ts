import { beforeEach, describe, expect, test } from 'vitest';
import { civilDate } from '../../domain/time/civil-date.js';
import { loadStaff } from '../../store/people/absences.js';
import { liftStop, stoppedMailboxes } from '../../store/people/mailboxes.js';
import { changePerson } from '../../store/people/people.js';
import { eraseName } from '../../store/privacy/erasure.js';
import { readChain } from '../../store/register/register.js';
import { REFUSED_FOR_GOOD } from './post-office.js';
import { comesBack, mailTo, reportAbout } from './returns.js';
import { openStage } from './stage.js';
import { foundThirtyJune, HEAD, MAILBOX } from './thirty-june.js';
import { type TestTown, townTime } from './town.js';

const stage = await openStage();
const { office } = stage;
/** Of an obligation that nobody answers: due day, 1st and 3rd working day after, and the 8th. */
const [FIRST, SECOND, THIRD, FOURTH] = ['2023-06-30', '2023-07-03', '2023-07-05', '2023-07-12'] as const;
const SEGRETARIA = 'segretaria@prova.example';
const asked = (address: string, since: number) => office.asked.slice(since).filter((one) => one === address);
const lastTo = (address: string) =>
  office.mails.filter(({ envelopeTo }) => envelopeTo.includes(address)).at(-1);

let town: TestTown;
beforeEach(async () => {
  office.answer = () => null;
  town = await foundThirtyJune(stage);
});

const send = (day: string) => stage.round(town.town, `${day} 09:00`);
const back = async (day: string, wish: Parameters<typeof reportAbout>[1] = {}) => {
  const mail = await mailTo(stage, town, HEAD.name, day);
  return comesBack(stage, town, { at: `${day} 09:05`, raw: reportAbout(mail, wish) });
};
const stopped = async () => [...(await stage.in(town.town, stoppedMailboxes)).keys()];
/** Two mailings in a row come back. */
async function twice(): Promise<void> {
  await send(FIRST);
  await back(FIRST);
  await send(SECOND);
  await back(SECOND);
}

describe('a mailbox that sent back two mailings in a row', () => {
  test('is written to no more: the notices go to the Segretario as for somebody without a mailbox, and so it is recorded', async () => {
    await send(FIRST);
    await back(FIRST);
    expect(await stopped()).toEqual([]);
    await send(SECOND);
    await back(SECOND);
    expect(await stopped()).toEqual([MAILBOX]);
    await stage.round(town.town, `${SECOND} 15:00`);
    expect(lastTo(SEGRETARIA)?.text).toMatch(/a\s+quell'indirizzo\s+non\s+scriviamo\s+più/);

    const before = office.asked.length;
    await send(THIRD);
    expect(asked(MAILBOX, before)).toEqual([]);
    expect(await mailTo(stage, town, HEAD.name, THIRD)).toMatchObject({ state: 'refused', address: null });
    await stage.round(town.town, `${THIRD} 15:00`);
    expect(lastTo(SEGRETARIA)?.subject).toBe(
      'Da vedere oggi: 1 persona a cui consegnare a mano – Comune di Prova',
    );
    expect(lastTo(SEGRETARIA)?.text).toContain('Da consegnare a: Responsabile Finanziario');
    const [objective = ''] = town.objectives;
    const chain = await stage.in(town.town, (tx) => readChain(tx, { kind: 'objective', id: objective }));
    const deliveries = chain.flatMap(({ body }) =>
      body.kind === 'delivery' ? [[body['answer'], body['why']]] : [],
    );
    expect(deliveries.at(-1)).toEqual(['permanent', 'mailbox-stopped']);
  });

  test('is nobody’s mailbox in what rehearses and announces the next round either', async () => {
    await twice();
    const staff = await stage.in(town.town, (tx) => loadStaff(tx, civilDate(THIRD)));
    const head = [...staff.holders.values()].flat().find(({ name }) => name === HEAD.name);
    expect(head).toMatchObject({ email: null });
  });

  test('is written to again when the person has another address, or once the stop is lifted', async () => {
    await twice();
    const person = town.people.get(HEAD.name) ?? '';
    const change = { name: HEAD.name, email: 'nuova@prova.example', sharedMailbox: false };
    await stage.in(town.town, (tx) => changePerson(tx, person, change));
    await send(THIRD);
    expect(await mailTo(stage, town, HEAD.name, THIRD)).toMatchObject({
      state: 'sent',
      address: change.email,
    });

    await stage.in(town.town, (tx) => changePerson(tx, person, { ...change, email: MAILBOX.toUpperCase() }));
    const lift = { at: townTime('2023-07-10 10:00'), by: town.people.get('Segretaria') ?? '' };
    expect(await stage.in(town.town, (tx) => liftStop(tx, MAILBOX, lift))).toBe(true);
    await send('2023-07-11');
    await send(FOURTH);
    expect(await mailTo(stage, town, HEAD.name, FOURTH)).toMatchObject({ state: 'sent' });
    // What came back before the stop was lifted counts no more: it takes two again.
    await back(FOURTH);
    expect(await stopped()).toEqual([]);
  });

  test('loses its address from the stop when the person is erased', async () => {
    await twice();
    const erased = {
      called: 'Persona cancellata',
      by: town.people.get(HEAD.name) ?? '',
      at: townTime('2023-07-10 10:00'),
    };
    await stage.in(town.town, (tx) => eraseName(tx, town.people.get(HEAD.name) ?? '', erased));
    const kept = await stage.in(town.town, (tx) => tx`select address from stopped_mailbox`);
    expect(kept.map(({ address }) => address)).toEqual(['']);
  });
});

describe('a mailbox is not stopped', () => {
  test('by two returns with a mail between them that did not come back', async () => {
    await send(FIRST);
    await back(FIRST);
    await send(SECOND);
    await send(THIRD);
    await back(THIRD);
    expect(await stopped()).toEqual([]);
    // A report that comes late closes the row all the same.
    await back(SECOND);
    expect(await stopped()).toEqual([MAILBOX]);
  });

  test('by what speaks of our mail, of policy or of the moment', async () => {
    await send(FIRST);
    await back(FIRST, {
      fields: ['Action: failed', 'Status: 5.7.1', 'Diagnostic-Code: smtp; 550 5.7.1 spam'],
    });
    await send(SECOND);
    await back(SECOND, { fields: ['Action: failed', 'Status: 4.4.7'] });
    expect(await stopped()).toEqual([]);
  });
});

test('a server that refuses the address at once counts like one that sends the mail back', async () => {
  office.answer = (address) => (address === MAILBOX ? REFUSED_FOR_GOOD : null);
  await send(FIRST);
  office.answer = () => null;
  await send(SECOND);
  expect(await stopped()).toEqual([]);
  await back(SECOND);
  expect(await stopped()).toEqual([MAILBOX]);
});
