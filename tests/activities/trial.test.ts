/** A town on trial with a real SMTP server at hand that must hear nothing of it. */
import { beforeEach, describe, expect, test } from 'vitest';
import { civilDate } from '../../domain/time/civil-date.js';
import { listTrialMails } from '../../store/notices/trial-inbox.js';
import { goLive } from '../../store/towns/go-live.js';
import { openStage } from './stage.js';
import { fatesOf, foundThirtyJune, HEAD, MAILBOX, noticesOf } from './thirty-june.js';
import type { PersonWish, TestTown } from './town.js';

const stage = await openStage();
const { office } = stage;
const fates = (town: TestTown) => fatesOf(stage, town);
const inbox = (town: TestTown) => stage.in(town.town, (tx) => listTrialMails(tx, { atMost: 50, search: '' }));

let heard = 0;
beforeEach(() => {
  heard = office.asked.length;
});

async function onTrial(people?: readonly PersonWish[]): Promise<TestTown> {
  const town = await foundThirtyJune(stage, people);
  await stage.in(town.town, (tx) => tx`update town set mode = 'trial'`);
  return town;
}

/** Due day, late-1, late-3, late-7 with the summary of Monday, late-8 with the Sindaco. */
const MORNINGS = ['06-30', '07-03', '07-05', '07-11', '07-12'].map((day) => `2023-${day} 09:00`);

describe('in a trial', () => {
  test('five mornings up to the Sindaco bring every mail to the trial inbox and not a word to the mail server', async () => {
    const town = await onTrial();
    for (const at of MORNINGS) await stage.round(town.town, at);
    expect(office.asked.length).toBe(heard);
    const mails = await inbox(town);
    expect(mails.length).toBeGreaterThan(5);
    expect(new Set(mails.map(({ headerTo }) => headerTo))).toEqual(
      new Set([MAILBOX, 'segretaria@prova.example', 'sindaca@prova.example']),
    );
    const all = await fates(town);
    expect(all).toHaveLength(mails.length);
    expect(new Set(all.map((fate) => fate[3]))).toEqual(new Set(['trial']));
  });

  test('a mail is shown as it would have left, links filled in, and is in the inbox once', async () => {
    const town = await onTrial();
    await stage.round(town.town, '2023-06-30 09:00');
    await stage.send(town.town, '2023-06-30 09:05');
    const rows = await stage.in(
      town.town,
      (tx) => tx`select text, html, envelope_from, headers, town_at, message_id from inbox_message`,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.['text']).toMatch(/https:\/\/traguardo\.example\/r\/[0-9a-z]{61}\n/);
    expect(rows[0]?.['html']).not.toContain('{{');
    expect(rows[0]?.['envelopeFrom']).toBe('avvisi@comune.example');
  });

  test('the register says "trial", never that a server took it, and the alert of 15:00 stays in the inbox too', async () => {
    const town = await onTrial([
      { ...HEAD, email: null },
      { name: 'Segretaria', roles: [{ role: 'secretary' }] },
    ]);
    await stage.round(town.town, '2023-06-30 09:00');
    await stage.round(town.town, '2023-06-30 15:00');
    expect((await inbox(town)).map(({ headerTo }) => headerTo)).toEqual(['segretaria@prova.example']);
    expect(await fates(town)).toContainEqual(['alert', '2023-06-30', 'Segretaria', 'trial', 1]);
    const answers = await stage.in(
      town.town,
      (tx) =>
        tx`select distinct body ->> 'answer' as answer from register_entry where body ->> 'kind' = 'delivery'`,
    );
    expect(answers.map(({ answer }) => answer)).not.toContain('accepted');
    expect(office.asked.length).toBe(heard);
  });

  test('the database refuses to call a mail of a trial sent, and one of another town trial', async () => {
    const town = await onTrial();
    await stage.stock(town.town, '2023-06-30 09:00');
    const become = (state: string) =>
      stage.in(
        town.town,
        (tx) => tx`update digest set state = ${state}, address = 'a@b.example', answered_at = frozen_at`,
      );
    await expect(become('sent')).rejects.toMatchObject({ constraint_name: 'digest_of_its_mode' });
    await stage.in(town.town, (tx) => tx`update town set mode = 'demo'`);
    await expect(become('trial')).rejects.toMatchObject({ constraint_name: 'digest_of_its_mode' });
    await become('sent');
  });
});

describe('going live', () => {
  const live = { live: civilDate('2023-06-29'), first: civilDate('2023-06-30') };

  test('after a whole trial of the same days each notice fires again, and now it reaches the mail server', async () => {
    const town = await onTrial();
    for (const at of MORNINGS) await stage.round(town.town, at);
    const tried = await noticesOf(stage, town);
    await stage.in(town.town, (tx) => goLive(tx, live));
    expect(await noticesOf(stage, town)).toEqual([]);
    expect(await inbox(town)).toEqual([]);
    expect(await fates(town)).toEqual([]);
    for (const at of MORNINGS) await stage.round(town.town, at);
    expect(await noticesOf(stage, town)).toEqual(tried);
    expect(office.asked.slice(heard)).toContain(MAILBOX);
    expect(new Set((await fates(town)).map((fate) => fate[3]))).toEqual(new Set(['sent']));
    expect(await inbox(town)).toEqual([]);
  });

  test('with mails of the trial frozen and not handed over yet, none of them is ever sent', async () => {
    const town = await onTrial();
    await stage.stock(town.town, '2023-06-30 09:00');
    await stage.in(town.town, (tx) => goLive(tx, live));
    await stage.send(town.town, '2023-06-30 09:01');
    expect(office.asked.length).toBe(heard);
  });

  test('days later, what was due in the meantime is asked once "whether and when", and goes no further', async () => {
    const town = await onTrial();
    await stage.round(town.town, '2023-06-30 09:00');
    await stage.in(town.town, (tx) =>
      goLive(tx, { live: civilDate('2023-07-04'), first: civilDate('2023-07-05') }),
    );
    for (const day of ['07-05', '07-06', '07-12', '07-13', '07-17'])
      await stage.round(town.town, `2023-${day} 09:00`);
    expect(await noticesOf(stage, town)).toEqual([
      { rung: 'before-start', day: '2023-07-05', name: HEAD.name },
    ]);
  });
});
