/** What a past day left in the rows, and the ladders of a town. */
import { afterAll, describe, expect, it } from 'vitest';
import type { Obligation } from '../../domain/obligations/obligation.js';
import { addDays, civilDate } from '../../domain/time/civil-date.js';
import { instant } from '../../domain/time/instant.js';
import { connect } from '../../store/connection.js';
import { inTown } from '../../store/in-town.js';
import { insertNotices, insertPassedOver } from '../../store/notices/notices.js';
import { deedsBetween, noticesOn, passedOverOn, roundOn, toldAbout } from '../../store/notices/past-day.js';
import { recordRound } from '../../store/notices/rounds.js';
import { appendAudit } from '../../store/register/audit.js';
import { changeLadders, loadTown } from '../../store/towns/towns.js';
import { freshDatabase } from '../database.js';
import { furnishedTown, NOON } from './furnished-town.js';

const database = await freshDatabase();
const sql = connect(database.appUrl, { max: 4 });
afterAll(() => sql.end({ timeout: 2 }));
const ours = await furnishedTown(sql, 'Comune di qua');
const theirs = await furnishedTown(sql, 'Comune di là');
const DAY = civilDate('2023-05-16');
const one = ours.obligations[0] as Obligation;

await inTown(sql, ours.town, async (tx) => {
  const given = { obligation: one.id, obligationVersion: 1, recipient: one.owner, day: DAY };
  await recordRound(tx, { day: DAY, at: NOON, notices: 2, digests: 0, passedOver: 1 });
  await insertNotices(tx, [
    { ...given, id: crypto.randomUUID(), rung: 'late-1', person: ours.head },
    { ...given, id: crypto.randomUUID(), rung: 'late-3', person: null },
  ]);
  await insertPassedOver(tx, [
    { obligation: one, rung: 'due-day', recipient: one.owner, day: DAY, reason: 'explained' },
  ]);
  for (const at of [0, 999, 1_000]) {
    const who = { person: ours.head, role: one.owner, channel: 'api' as const };
    await appendAudit(tx, {
      ...who,
      at: instant(at),
      action: 'obligation.complete',
      subjectKind: 'obligation',
      subject: one.id,
    });
  }
});

describe('a past day', () => {
  it('has its round, its notices with who got them, and what was passed over', async () => {
    await inTown(sql, ours.town, async (tx) => {
      expect(await roundOn(tx, DAY)).toMatchObject({ notices: 2, passedOver: 1 });
      expect(
        (await noticesOn(tx, DAY)).map(({ rung, personName, state }) => [rung, personName !== null, state]),
      ).toEqual([
        ['late-1', true, null],
        ['late-3', false, null],
      ]);
      expect(await passedOverOn(tx, DAY)).toEqual([
        { obligation: one.id, rung: 'due-day', recipient: one.owner, reason: 'explained' },
      ]);
      expect((await toldAbout(tx, [one.id])).filter(({ day }) => day === DAY)).toHaveLength(2);
      expect(await toldAbout(tx, [])).toEqual([]);
    });
  });

  it('has nothing of the next day, nor of another town', async () => {
    await inTown(sql, ours.town, async (tx) => {
      expect(await noticesOn(tx, addDays(DAY, 1))).toEqual([]);
      expect(await roundOn(tx, addDays(DAY, 1))).toBeNull();
    });
    await inTown(sql, theirs.town, async (tx) => {
      expect(await noticesOn(tx, DAY)).toEqual([]);
      expect(await passedOverOn(tx, DAY)).toEqual([]);
      expect(await deedsBetween(tx, instant(0), instant(1_000))).toEqual([]);
    });
  });

  it('has what was done from its first instant until before its last', async () => {
    const deeds = await inTown(sql, ours.town, (tx) => deedsBetween(tx, instant(0), instant(1_000)));
    expect(deeds.map(({ at, obligation, role }) => [at, obligation, role])).toEqual([
      [0, one.id, one.owner],
      [999, one.id, one.owner],
    ]);
  });
});

describe('the ladders of a town', () => {
  it('are kept for the kinds that differ, and a ladder that does not read is not', async () => {
    const milestone = {
      steps: [{ rung: 'due-day' as const, day: { on: 'due' as const }, to: ['owner' as const] }],
      mayor: { on: true, act: null },
    };
    await inTown(sql, ours.town, (tx) => changeLadders(tx, { milestone }));
    expect((await inTown(sql, ours.town, loadTown)).ladders).toEqual({ milestone });
    const wrong = { milestone: { ...milestone, steps: [{ rung: 'late-9' }] } } as never;
    await expect(inTown(sql, ours.town, (tx) => changeLadders(tx, wrong))).rejects.toThrow();
    expect((await inTown(sql, ours.town, loadTown)).ladders).toEqual({ milestone });
  });
});
