/** *Ho preso visione* in rows: which notice it is of, once for each person, and what it does not count for. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Obligation } from '../../domain/obligations/obligation.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { connect } from '../../store/connection.js';
import { inTown, type Tx } from '../../store/in-town.js';
import {
  acknowledgmentsAbout,
  insertAcknowledgment,
  type NewAcknowledgment,
  noticeTold,
} from '../../store/notices/acknowledgments.js';
import { lastChanges } from '../../store/notices/calendar-feeds.js';
import { freezeDigests } from '../../store/notices/digests.js';
import { insertNotices } from '../../store/notices/notices.js';
import { eraseWords } from '../../store/privacy/erasure.js';
import { appendAudit, lastPosted } from '../../store/register/audit.js';
import { freshDatabase } from '../database.js';
import { digestFor, NOON, type PlannedTown, plannedTown } from './furnished-town.js';

const database = await freshDatabase();
const sql = connect(database.appUrl, { max: 8 });
afterAll(() => sql.end());

let town: PlannedTown;
let obligation: Obligation;
beforeEach(async () => {
  town = await plannedTown(sql);
  obligation = town.obligations[0] as Obligation;
});
const here = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTown(sql, town.town, work);
const head = { role: 'head', sector: 'Finanziario' } as const;

/** Gives the head a notice; `told`: in a mail to this person. Returns the ids of both. */
async function given(day: string, rung: 'first-notice' | 'due-day' | 'late-1', told: string = town.head) {
  const notice = randomUUID();
  const about = { obligation: obligation.id, obligationVersion: 1, recipient: head, person: town.head };
  const lines = [{ obligation: obligation.id, notice, rung }];
  const digest = digestFor(told, { day: civilDate(day), lines });
  await here(async (tx) => {
    await insertNotices(tx, [{ id: notice, ...about, rung, day: civilDate(day) }]);
    await freezeDigests(tx, [digest]);
  });
  return { notice, digest: digest.id };
}
const told = (person: string, digest: string | null = null) =>
  here((tx) => noticeTold(tx, { person, obligation: obligation.id, digest }));
const acknowledgment = (notice: string, change: Partial<NewAcknowledgment> = {}): NewAcknowledgment => ({
  ...{ notice, person: town.head, at: NOON, channel: 'page', digest: null, declaredName: null },
  ...change,
});

describe('the notice that somebody acknowledges', () => {
  it('is the one of the mail they came from, without a mail their latest; nobody has one who was told nothing', async () => {
    const first = await given('2023-05-31', 'first-notice');
    const last = await given('2023-06-29', 'due-day');
    expect((await told(town.head))?.id).toBe(last.notice);
    expect(await told(town.head, first.digest)).toMatchObject({ id: first.notice, day: '2023-05-31' });
    // A mail without a line of a notice about it, as a weekly summary.
    const summary = digestFor(town.head, {
      ...{ day: civilDate('2023-07-03') },
      lines: [{ obligation: obligation.id, notice: null, rung: null }],
    });
    await here((tx) => freezeDigests(tx, [summary]));
    expect(await told(town.head, summary.id)).toBeNull();
    expect(await told(town.secretary)).toBeNull();
  });

  it('is also what a mail told somebody in the place of one that did not leave', async () => {
    const { notice } = await given('2023-06-29', 'due-day', town.secretary);
    expect((await told(town.secretary))?.id).toBe(notice);
    expect((await told(town.head))?.id).toBe(notice);
  });
});

describe('an acknowledgment', () => {
  it('by eight writers at once is written once, with the moment of the first', async () => {
    const { notice } = await given('2023-06-29', 'due-day');
    const written = await Promise.all(
      Array.from({ length: 8 }, () => here((tx) => insertAcknowledgment(tx, acknowledgment(notice)))),
    );
    expect(written.filter(Boolean)).toHaveLength(1);
    expect((await told(town.head))?.acknowledged).toMatchObject({ at: NOON, channel: 'page' });
  });

  it('is of one notice: the next one is to be acknowledged anew', async () => {
    const first = await given('2023-05-31', 'first-notice');
    await here((tx) => insertAcknowledgment(tx, acknowledgment(first.notice)));
    const next = await given('2023-06-29', 'due-day');
    expect(await told(town.head)).toMatchObject({ id: next.notice, acknowledged: null });
    expect(await here((tx) => acknowledgmentsAbout(tx, [obligation.id]))).toMatchObject([
      { notice: first.notice, rung: 'first-notice', day: '2023-05-31', person: town.head },
    ]);
  });

  it('by a link needs its mail, and from the pages has none', async () => {
    const { notice, digest } = await given('2023-06-29', 'due-day');
    for (const wrong of [{ channel: 'mail-answer' }, { digest }, { channel: 'workflow' }] as const)
      await expect(
        here((tx) => insertAcknowledgment(tx, acknowledgment(notice, wrong))),
      ).rejects.toMatchObject({ code: '23514' });
  });

  it('loses the name that was declared when its person’s words are erased, and nothing else', async () => {
    const { notice, digest } = await given('2023-06-29', 'due-day');
    const byLink = { channel: 'mail-answer', digest, declaredName: 'Maria Bianchi' } as const;
    await here(async (tx) => {
      await insertAcknowledgment(tx, acknowledgment(notice, byLink));
      await eraseWords(tx, town.head, { at: NOON, zone: 'Europe/Rome' });
    });
    expect((await told(town.head))?.acknowledged).toEqual({
      ...{ at: NOON, channel: 'mail-answer', declaredName: null },
    });
  });

  it('is no answer of its role, and no change that a calendar must show', async () => {
    const done = (action: string) =>
      here((tx) =>
        appendAudit(tx, {
          ...{ at: NOON, person: town.head, role: head, channel: 'page', action },
          ...{ subjectKind: 'obligation', subject: obligation.id },
        }),
      );
    const counted = () =>
      here(async (tx) => [(await lastPosted(tx)).size, (await lastChanges(tx, [obligation.id])).size]);
    await done('notice.acknowledge');
    expect(await counted()).toEqual([0, 0]);
    await done('obligation.explain');
    expect(await counted()).toEqual([1, 1]);
  });
});
