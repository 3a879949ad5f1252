import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import type { Obligation } from '../../domain/obligations/obligation.js';
import { addDays } from '../../domain/time/civil-date.js';
import { type Instant, instant } from '../../domain/time/instant.js';
import { connect } from '../../store/connection.js';
import {
  listAlerts,
  markMailed,
  raiseAlert,
  unmarkMailed,
  waitingAlerts,
} from '../../store/notices/alerts.js';
import { giveUpBefore, loadLeftovers, markCarried } from '../../store/notices/digest-leftovers.js';
import { beginData, dataNotBegun, freezeDigests, type NewDigest } from '../../store/notices/digests.js';
import { insertNotices } from '../../store/notices/notices.js';
import { completeObligation, reopenObligation } from '../../store/obligations/obligation-commands.js';
import { freshDatabase } from '../database.js';
import { digestFor, NOON, TODAY } from './furnished-town.js';
import { mailTown } from './mail-town.js';

const database = await freshDatabase();
const sql = connect(database.appUrl, { max: 8 });
afterAll(() => sql.end());

const { town, here, freeze, claim, answer } = mailTown(sql);

describe('what did not go out on its day', () => {
  const obligation = (): Obligation => town().obligations[0] as Obligation;
  async function frozenNotice(): Promise<NewDigest> {
    const id = randomUUID();
    const digest = digestFor(town().head, {
      lines: [{ obligation: obligation().id, notice: id, rung: 'due-day' }],
    });
    const recipient = { role: 'head', sector: 'Finanziario' } as const;
    await here(async (tx) => {
      const notice = {
        id,
        obligation: obligation().id,
        obligationVersion: 1,
        recipient,
        person: town().head,
        day: TODAY,
      };
      await insertNotices(tx, [{ ...notice, rung: 'due-day' }]);
      await freezeDigests(tx, [digest]);
    });
    return digest;
  }
  const leftoverLines = async () => (await here(loadLeftovers)).lines;
  const leftoverSummary = async () => (await here(loadLeftovers)).summary;
  const tomorrow = addDays(TODAY, 1);
  const giveUp = (now: Instant = NOON) => here((tx) => giveUpBefore(tx, tomorrow, { now, at: NOON }));

  it('is given up, and its lines wait for the next digest until they are carried', async () => {
    const digest = await frozenNotice();
    expect(await giveUp()).toEqual([
      { digest: digest.id, person: town().head, day: TODAY, kind: 'daily', dataBegun: false },
    ]);
    expect(await leftoverLines()).toMatchObject([
      { digest: digest.id, obligation: obligation().id, recipient: { role: 'head', sector: 'Finanziario' } },
    ]);
    const next = digestFor(town().head, { day: tomorrow });
    await freeze(next);
    const waiting = await leftoverLines();
    await here((tx) => markCarried(tx, waiting, next.id));
    expect(await leftoverLines()).toEqual([]);
  });

  it('is never recomposed once DATA has begun', async () => {
    const digest = await frozenNotice();
    await here((tx) => beginData(tx, digest.id, 'uno@prova.example'));
    expect(await giveUp()).toMatchObject([{ dataBegun: true }]);
    expect(await leftoverLines()).toEqual([]);
  });

  it('may still be carried when DATA did not begin after all', async () => {
    const digest = await frozenNotice();
    await here((tx) => beginData(tx, digest.id, 'uno@prova.example'));
    await here((tx) => dataNotBegun(tx, digest.id));
    expect(await giveUp()).toMatchObject([{ dataBegun: false }]);
  });

  it('is not carried when the obligation has a new version since: that one has notices of its own', async () => {
    await frozenNotice();
    await giveUp();
    await here((tx) => tx`update obligation set version = version + 1 where id = ${obligation().id}`);
    expect(await leftoverLines()).toEqual([]);
  });

  it('is not told of what was concluded meanwhile, and is told after all when the answer is taken back', async () => {
    const digest = await frozenNotice();
    await giveUp();
    const about = { obligation: obligation().id, rowVersion: null };
    const done = { doneOn: TODAY, recordedAt: NOON, by: town().head, note: null };
    await here((tx) => completeObligation(tx, { ...about, ...done }));
    expect(await leftoverLines()).toEqual([]);
    await here((tx) => reopenObligation(tx, about));
    expect(await leftoverLines()).toMatchObject([{ digest: digest.id, obligation: obligation().id }]);
  });

  it('keeps the line of what was concluded when its others are carried: taken back, it is told after all, and they are not', async () => {
    const [one, other] = town().obligations.map(({ id }) => id) as [string, string];
    const recipient = { role: 'head', sector: 'Finanziario' } as const;
    const notices = [one, other].map((about) => ({
      id: randomUUID(),
      obligation: about,
      obligationVersion: 1,
      rung: 'due-day' as const,
      recipient,
      person: town().head,
      day: TODAY,
    }));
    const digest = digestFor(town().head, {
      lines: [
        ...notices.map(({ id, obligation, rung }) => ({ obligation, notice: id, rung })),
        { obligation: other, notice: null, rung: null },
      ],
    });
    await here((tx) => insertNotices(tx, notices));
    await freeze(digest);
    await giveUp();
    const about = { obligation: one, rowVersion: null };
    const done = { doneOn: TODAY, recordedAt: NOON, by: town().head, note: null };
    await here((tx) => completeObligation(tx, { ...about, ...done }));
    const waiting = await leftoverLines();
    expect(waiting.map(({ obligation }) => obligation)).toEqual([other]);
    const next = digestFor(town().head, { day: tomorrow });
    await freeze(next);
    await here((tx) => markCarried(tx, waiting, next.id));
    expect(await leftoverLines()).toEqual([]);
    await here((tx) => reopenObligation(tx, about));
    expect((await leftoverLines()).map(({ obligation }) => obligation)).toEqual([one]);
    expect(await leftoverSummary()).toEqual([]);
  });

  it('leaves its lines of the weekly summary too', async () => {
    const digest = digestFor(town().secretary, {
      lines: [{ obligation: obligation().id, notice: null, rung: null }],
    });
    await freeze(digest);
    await giveUp();
    expect(await leftoverSummary()).toEqual([
      { digest: digest.id, person: town().secretary, obligation: obligation().id },
    ]);
    expect(await leftoverLines()).toEqual([]);
  });

  it('is left to the sender that holds it', async () => {
    await frozenNotice();
    await claim();
    expect(await giveUp(instant(NOON + 59_999))).toEqual([]);
    expect(await giveUp(instant(NOON + 60_000))).toHaveLength(1);
  });
});

describe('an alert', () => {
  it('is raised once about one thing, waits for its mail and is on the board at once', async () => {
    const alert = {
      toRole: 'secretary',
      kind: 'digest-refused',
      about: 'x',
      raisedAt: NOON,
      detail: { code: 550 },
    } as const;
    const raise = (raisedAt: Instant = NOON): Promise<boolean> =>
      here((tx) => raiseAlert(tx, { ...alert, raisedAt }));
    expect([await raise(), await raise(instant(NOON + 1))]).toEqual([true, false]);
    expect(await here((tx) => waitingAlerts(tx, instant(NOON - 1)))).toEqual([]);
    const waiting = await here((tx) => waitingAlerts(tx, NOON));
    expect(waiting).toMatchObject([alert]);
    await here((tx) =>
      markMailed(
        tx,
        waiting.map((one) => one.id),
        TODAY,
      ),
    );
    expect(await here((tx) => waitingAlerts(tx))).toEqual([]);
    expect(await here((tx) => listAlerts(tx))).toMatchObject([{ mailedOn: TODAY }]);
  });

  it('waits again when its mail reached nobody, and not when another recipient has it', async () => {
    const alert = { toRole: 'secretary', kind: 'outage', about: 'x', raisedAt: NOON, detail: {} } as const;
    await here((tx) => raiseAlert(tx, alert));
    const mail = digestFor(town().secretary, { kind: 'alert' });
    await freeze(mail);
    const mailed = async (): Promise<boolean> => {
      const waiting = await here((tx) => waitingAlerts(tx, NOON));
      await here((tx) =>
        markMailed(
          tx,
          waiting.map((one) => one.id),
          TODAY,
        ),
      );
      await here((tx) => unmarkMailed(tx, TODAY));
      return (await here((tx) => waitingAlerts(tx))).length === 0;
    };
    expect(await mailed()).toBe(true);
    await answer(mail.id, 'permanent');
    expect(await mailed()).toBe(false);
  });
});
