import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../domain/register/canonical-json.js';
import { verifyChain } from '../../domain/register/chain.js';
import { isSeal } from '../../domain/register/seal.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { forgetDeliveryDetails } from '../../store/notices/delivery-details.js';
import { askRound } from '../../store/notices/rounds.js';
import { readChain, sha256Hex } from '../../store/register/register.js';
import { listSeals, sealsCovering } from '../../store/register/seals.js';
import { headOf, MAYOR, planOf, SECRETARY } from './small-plan.js';
import { openStage } from './stage.js';
import { foundTown, type TestTown, townTime } from './town.js';

const stage = await openStage();

const found = (due = '2023-06-30'): Promise<TestTown> =>
  foundTown(stage.sql, {
    plan: planOf({ Finanziario: [[due]] }, Number(due.slice(0, 4))),
    approved: '2023-05-31',
    now: '2023-06-01 06:00',
    people: [headOf('Finanziario'), SECRETARY, MAYOR],
  });

const sealsOf = (town: TestTown) => stage.in(town.town, (tx) => listSeals(tx));
const weeksOf = async (town: TestTown) =>
  (await sealsOf(town)).map(({ week, day }) => `${week} ${day}`).reverse();
const chainOf = (town: TestTown) =>
  stage.in(town.town, (tx) => readChain(tx, { kind: 'objective', id: town.objectives[0] ?? '' }));

describe('the seal of a week', () => {
  test('is made with its first round, and covers the entries of that very round', async () => {
    const town = await found();
    await stage.stock(town.town, '2023-06-30 09:00');
    const [seal] = await stage.in(town.town, (tx) => sealsCovering(tx, town.town, town.objectives));
    expect(seal).toMatchObject({ week: '2023-06-26', day: '2023-06-30' });
    const chain = await chainOf(town);
    expect(seal?.heads).toEqual([
      { kind: 'objective', id: town.objectives[0], seq: 1, hash: chain.at(-1)?.hash },
    ]);
    expect(seal !== undefined && isSeal(seal, sha256Hex)).toBe(true);
  });

  test('is one a week, on the first day on which anything is looked at from the hour of the round', async () => {
    const town = await found();
    for (const at of [
      '2023-06-30 09:00',
      '2023-06-30 15:00',
      '2023-07-03 07:00',
      '2023-07-03 09:00',
      '2023-07-05 09:00',
    ])
      await stage.round(town.town, at);
    expect(await weeksOf(town)).toEqual(['2023-06-26 2023-06-30', '2023-07-03 2023-07-03']);
  });

  test('waits for the hour of the round on Monday, and does not wait where somebody asks "Invia ora" at 05:00', async () => {
    const [early, asked] = [await found(), await found()];
    for (const town of [early, asked]) await stage.round(town.town, '2023-06-30 09:00');
    await stage.stock(early.town, '2023-07-03 05:00');
    expect(await sealsOf(early)).toHaveLength(1);
    await stage.in(asked.town, (tx) => askRound(tx, civilDate('2023-07-03')));
    await stage.stock(asked.town, '2023-07-03 05:00');
    expect(await weeksOf(asked)).toContain('2023-07-03 2023-07-03');
  });

  test('is not made on a Saturday or a holiday, nor for a register without an entry', async () => {
    const town = await found();
    await stage.stock(town.town, '2023-06-01 09:00');
    const before = (await sealsOf(town)).length;
    await stage.stock(town.town, '2023-06-02 10:00');
    await stage.stock(town.town, '2023-06-03 10:00');
    expect(await sealsOf(town)).toHaveLength(before);
    const empty = await found('2023-12-29');
    await stage.stock(empty.town, '2023-06-05 10:00');
    expect(await sealsOf(empty)).toEqual([]);
  });

  test('of a week in which the offices are closed all week is not made; the next one covers it', async () => {
    const town = await found();
    await stage.in(
      town.town,
      (tx) =>
        tx`update town set closures = ${tx.json([
          { kind: 'weekday', weekday: 6 },
          { kind: 'days', from: '2023-07-03', to: '2023-07-09' },
        ])}`,
    );
    await stage.round(town.town, '2023-06-30 09:00');
    for (const day of ['03', '04', '05', '06', '07']) await stage.round(town.town, `2023-07-${day} 10:00`);
    await stage.round(town.town, '2023-07-10 09:00');
    expect(await weeksOf(town)).toEqual(['2023-06-26 2023-06-30', '2023-07-10 2023-07-10']);
  });

  test('taken 6 times at once is one', async () => {
    const town = await found();
    await Promise.all([1, 2, 3, 4, 5, 6].map(() => stage.stock(town.town, '2023-06-30 09:00')));
    expect(await sealsOf(town)).toHaveLength(1);
  });

  test('of the week across the year end belongs to its Monday: 2 January 2024 is of the week of the 1st, 29 December of the 25th', async () => {
    const town = await found('2023-12-22');
    for (const at of [
      '2023-12-22 09:00',
      '2023-12-27 09:00',
      '2023-12-29 09:00',
      '2024-01-02 09:00',
      '2024-01-03 09:00',
    ])
      await stage.round(town.town, at);
    expect(await weeksOf(town)).toEqual([
      '2023-12-18 2023-12-22',
      '2023-12-25 2023-12-27',
      '2024-01-01 2024-01-02',
    ]);
  });
});

describe('the summary of the week', () => {
  test('prints the seal in both parts; what is stored and hashed has its placeholder', async () => {
    const town = await found();
    for (const at of ['2023-06-30 09:00', '2023-07-03 09:00', '2023-07-05 09:00', '2023-07-10 09:00'])
      await stage.round(town.town, at);
    const [seal] = await sealsOf(town);
    expect(seal?.week).toBe('2023-07-10');
    const [stored] = await stage.in(
      town.town,
      (tx) => tx<{ subject: string; text: string; html: string; hash: string }[]>`
        select subject, text, html, content_hash as hash from digest where text like '%{{seal}}%'`,
    );
    if (stored === undefined) throw new Error('no mail has the placeholder');
    const { hash, ...content } = stored;
    expect(sha256Hex(canonicalJson(content))).toBe(hash);
    const mail = stage.office.mails.find(({ text }) => text?.includes(seal?.hash ?? '-'));
    expect(mail?.text).toContain(`\n- ${seal?.hash}\n`);
    expect(mail?.html).toContain(`<li style="margin:0 0 4px">${seal?.hash}</li>`);
    expect(`${mail?.text}${mail?.html}`).not.toContain('{{');
  });
});

describe('what a mail server said', () => {
  test('is forgotten after 21 days; the code stays, in the delivery and in the register', async () => {
    const town = await found();
    await stage.round(town.town, '2023-06-30 09:00');
    const said = () =>
      stage.in(
        town.town,
        (tx) => tx<{ response: string; code: number; mail: string | null }[]>`
          select e.response, e.code, d.response as mail from delivery_event e join digest d on d.id = e.digest
          where d.day = '2023-06-30'`,
      );
    const forget = (at: string): Promise<number> =>
      stage.in(town.town, (tx) => forgetDeliveryDetails(tx, townTime(at)));
    expect(await forget('2023-06-30 00:00')).toBe(0);
    expect((await said())[0]?.response).toContain('250');
    expect(await forget('2023-07-01 00:00')).toBeGreaterThan(0);
    expect((await said()).map((row) => ({ ...row }))).toEqual([{ response: '', code: 250, mail: null }]);
    const chain = await chainOf(town);
    expect(chain[1]?.body).toMatchObject({ kind: 'delivery', answer: 'accepted', code: 250 });
    expect(verifyChain(chain, sha256Hex).ok).toBe(true);
    expect(await forget('2023-07-01 00:00')).toBe(0);
  });
});

test('the delivery of a mail enters the register with its hash, Message-ID and the role it was sent in', async () => {
  const town = await found();
  await stage.round(town.town, '2023-06-30 09:00');
  const [mail] = await stage.in(
    town.town,
    (tx) => tx<{ id: string; mail: string; messageId: string }[]>`
      select id, content_hash as mail, message_id from digest`,
  );
  const [sector] = await stage.in(town.town, (tx) => tx<{ id: string }[]>`select id from sector`);
  expect((await chainOf(town))[1]?.body).toMatchObject({
    ...{ kind: 'delivery', digest: mail?.id, mail: mail?.mail, messageId: mail?.messageId },
    ...{ person: town.people.get('Responsabile Finanziario'), roles: [{ role: 'head', sector: sector?.id }] },
  });
});
