import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Obligation } from '../../domain/obligations/obligation.js';
import { instant } from '../../domain/time/instant.js';
import { connect } from '../../store/connection.js';
import { inTown, type Tx } from '../../store/in-town.js';
import {
  insertNotices,
  insertPassedOver,
  loadFired,
  type NewNotice,
  noticesOfObligation,
} from '../../store/notices/notices.js';
import { passedOverOfObjective } from '../../store/notices/notices-of-objective.js';
import { askRound, lastRound, recordRound, roundAskedOn } from '../../store/notices/rounds.js';
import { completeObligation } from '../../store/obligations/obligation-commands.js';
import { holdOpenObligations } from '../../store/obligations/obligations.js';
import { freshDatabase } from '../database.js';
import { NOON, type PlannedTown, plannedTown, TODAY } from './furnished-town.js';

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
const notice = (change: Partial<NewNotice> = {}): NewNotice => ({
  id: randomUUID(),
  obligation: obligation.id,
  obligationVersion: 1,
  rung: 'due-day',
  recipient: head,
  person: town.head,
  day: TODAY,
  ...change,
});
const insert = (...notices: NewNotice[]): Promise<number> => here((tx) => insertNotices(tx, notices));

describe('a notice', () => {
  it('is written once for (obligation, version, rung, recipient, person), however often and on whatever day', async () => {
    expect(await insert(notice())).toBe(1);
    expect(await insert(notice(), notice({ day: '2023-07-03' as typeof TODAY }))).toBe(0);
  });

  it.each([
    ['another version', { obligationVersion: 2 }],
    ['another rung', { rung: 'late-1' }],
    ['another role', { recipient: { role: 'secretary' } }],
    ['another sector', { recipient: { role: 'head', sector: 'Tecnico' } }],
    ['nobody to receive it', { person: null }],
  ] as const)('%s is another notice', async (_, change) => {
    expect(await insert(notice(), notice(change))).toBe(2);
  });

  it('to nobody, by a role of the whole town, is also written once: null counts as equal', async () => {
    const toNobody = notice({ person: null, recipient: { role: 'mayor' } });
    expect(await insert(toNobody, { ...toNobody, id: randomUUID() })).toBe(1);
  });

  it('by eight writers at once is written once', async () => {
    const written = await Promise.all(Array.from({ length: 8 }, () => insert(notice())));
    expect(written.reduce((sum, one) => sum + one, 0)).toBe(1);
  });

  it('cannot be changed or taken back by the application', async () => {
    await insert(notice());
    const denied = { code: '42501' };
    await expect(here((tx) => tx`update notice set day = '2023-01-01'`)).rejects.toMatchObject(denied);
    await expect(here((tx) => tx`delete from notice`)).rejects.toMatchObject(denied);
  });
});

describe('what the agenda is told', () => {
  it('is every rung given for what is open, by role, in all versions', async () => {
    await insert(
      notice(),
      notice({ person: town.secretary }),
      notice({ rung: 'late-1', obligationVersion: 2 }),
    );
    const fired = await here(loadFired);
    const common = { obligation: obligation.id, recipient: 'head:Finanziario', day: TODAY };
    expect(fired.get(obligation.id)).toHaveLength(2);
    expect(fired.get(obligation.id)).toEqual(
      expect.arrayContaining([
        { ...common, version: 1, rung: 'due-day' },
        { ...common, version: 2, rung: 'late-1' },
      ]),
    );
  });

  it('leaves out what is done', async () => {
    await insert(notice());
    const done = {
      obligation: obligation.id,
      rowVersion: null,
      doneOn: TODAY,
      recordedAt: NOON,
      by: null,
      note: null,
    };
    await here((tx) => completeObligation(tx, done));
    expect((await here(loadFired)).size).toBe(0);
  });
});

describe('what was given and passed over', () => {
  it('is listed for an obligation with person, role and reason', async () => {
    await insert(notice());
    const passed = {
      obligation,
      rung: 'three-days',
      recipient: head,
      day: TODAY,
      reason: 'no-round',
    } as const;
    expect(await here((tx) => insertPassedOver(tx, [passed, passed]))).toBe(1);
    expect(await here((tx) => noticesOfObligation(tx, obligation.id))).toMatchObject([
      {
        rung: 'due-day',
        version: 1,
        recipient: head,
        person: { id: town.head, name: 'Responsabile' },
        day: TODAY,
      },
    ]);
    expect(await here((tx) => passedOverOfObjective(tx, obligation.objectiveId ?? ''))).toEqual([
      { obligation: obligation.id, rung: 'three-days', recipient: head, day: TODAY, reason: 'no-round' },
    ]);
  });
});

describe('a round', () => {
  it('is recorded once a day', async () => {
    const round = { day: TODAY, at: NOON, notices: 3, digests: 2, passedOver: 0 };
    expect(await here(lastRound)).toBeNull();
    expect(await here((tx) => recordRound(tx, round))).toBe(true);
    expect(await here((tx) => recordRound(tx, { ...round, at: instant(NOON + 1), notices: 9 }))).toBe(false);
    expect(await here(lastRound)).toEqual(round);
  });

  it('may be asked for, for one day', async () => {
    expect(await here(roundAskedOn)).toBeNull();
    await here((tx) => askRound(tx, TODAY));
    expect(await here(roundAskedOn)).toBe(TODAY);
  });
});

describe('holding the open obligations', () => {
  it('a command on one of them waits until the round has frozen what it read', async () => {
    const done = {
      obligation: obligation.id,
      rowVersion: null,
      doneOn: TODAY,
      recordedAt: NOON,
      by: null,
      note: null,
    };
    const steps: string[] = [];
    let completing: Promise<unknown> = Promise.resolve();
    await here(async (tx) => {
      await holdOpenObligations(tx);
      completing = here((other) => completeObligation(other, done)).then(() => steps.push('done'));
      await waitingForLock();
      const [open] = await tx<{ state: string }[]>`select state from obligation where id = ${obligation.id}`;
      steps.push(open?.state ?? '');
    });
    await completing;
    expect(steps).toEqual(['open', 'done']);
  });
});

/** Until somebody in this database waits for a row. */
async function waitingForLock(): Promise<void> {
  for (;;) {
    const [row] = await sql`select count(*) as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    if (row?.['waiting'] > 0) return;
  }
}
