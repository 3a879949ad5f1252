import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Obligation } from '../../domain/obligations/obligation.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { connect } from '../../store/connection.js';
import { inTown, type Tx } from '../../store/in-town.js';
import {
  completeObligation,
  holdBack,
  type ObligationChange,
  reopenObligation,
  setExternalDate,
  setForecast,
} from '../../store/obligations/obligation-commands.js';
import { findObligation, loadObligations } from '../../store/obligations/obligations.js';
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
const complete = (rowVersion: number | null, note = 'fatto'): Promise<ObligationChange> =>
  here((tx) =>
    completeObligation(tx, {
      obligation: obligation.id,
      rowVersion,
      doneOn: TODAY,
      recordedAt: NOON,
      by: town.head,
      note,
    }),
  );
const outcome = (change: ObligationChange): string => (change.ok ? 'ok' : change.refusal);

describe('completing', () => {
  it('records the day declared, when it was recorded, by whom and the note', async () => {
    const change = await complete(1);
    expect(change).toMatchObject({
      ok: true,
      before: { obligation: { state: 'open', doneOn: null }, rowVersion: 1 },
      after: {
        obligation: { state: 'done', doneOn: '2023-06-29', version: 1 },
        rowVersion: 2,
        doneRecordedAt: NOON,
        doneBy: { id: town.head, name: 'Responsabile' },
        doneNote: 'fatto',
      },
    });
  });

  it('by eight at once: one wins, seven are told what stands now', async () => {
    const changes = await Promise.all(Array.from({ length: 8 }, (_, n) => complete(1, `nota ${n}`)));
    const won = changes.filter((change) => change.ok);
    expect(won).toHaveLength(1);
    const note = won[0]?.ok ? won[0].after.doneNote : null;
    for (const change of changes.filter((one) => !one.ok)) {
      expect(change).toMatchObject({
        refusal: 'wrong-state',
        now: { obligation: { state: 'done' }, doneNote: note },
      });
    }
  });

  it('what somebody changed after the author looked is refused, and says what it is now', async () => {
    await here((tx) =>
      setForecast(tx, { obligation: obligation.id, rowVersion: 1, forecast: civilDate('2023-07-20') }),
    );
    expect(await complete(1)).toMatchObject({
      refusal: 'changed-meanwhile',
      now: { rowVersion: 2, obligation: { forecast: '2023-07-20' } },
    });
    expect(outcome(await complete(null))).toBe('ok');
  });

  it('what is unknown, or another town’s, is unknown', async () => {
    const other = await plannedTown(sql);
    const command = { rowVersion: 1, doneOn: TODAY, recordedAt: NOON, by: null, note: null };
    for (const id of [randomUUID(), other.obligations[0]?.id ?? '']) {
      const change = await here((tx) => completeObligation(tx, { ...command, obligation: id }));
      expect(change).toEqual({ ok: false, refusal: 'unknown' });
    }
    const [theirs] = await inTown(sql, other.town, loadObligations);
    expect(theirs?.state).toBe('open');
  });

  it('the database itself refuses done without a day, and a day on what is open', async () => {
    const set = (assignment: string): Promise<unknown> =>
      here((tx) => tx`update obligation set ${tx.unsafe(assignment)} where id = ${obligation.id}`);
    const broken = { constraint_name: 'obligation_done_has_its_day' };
    await expect(set("state = 'done'")).rejects.toMatchObject(broken);
    await expect(set("done_on = '2023-06-29'")).rejects.toMatchObject(broken);
  });
});

describe('other changes', () => {
  it('done goes back to open, once, and forgets day, note and author', async () => {
    await complete(1);
    const reopen = (): Promise<ObligationChange> =>
      here((tx) => reopenObligation(tx, { obligation: obligation.id, rowVersion: null }));
    expect(await reopen()).toMatchObject({
      ok: true,
      before: { doneNote: 'fatto' },
      after: { obligation: { state: 'open', doneOn: null }, doneBy: null, doneNote: null },
    });
    expect(outcome(await reopen())).toBe('wrong-state');
  });

  it('an external term gets its date and with it a new version; a term that has one keeps it', async () => {
    const external = town.obligations.find((one) => one.term.kind === 'external') as Obligation;
    const due = civilDate('2023-09-15');
    const set = (id: string): Promise<ObligationChange> =>
      here((tx) =>
        setExternalDate(tx, { obligation: id, rowVersion: 1, due, today: civilDate('2023-06-29') }),
      );
    expect(await set(external.id)).toMatchObject({
      ok: true,
      after: { obligation: { term: { kind: 'date', due }, version: 2 } },
    });
    expect(outcome(await set(obligation.id))).toBe('wrong-state');
  });

  it('the notice to the Sindaco is held back with a reason and let go again', async () => {
    const hold = (reason: string | null): Promise<ObligationChange> =>
      here((tx) => holdBack(tx, { obligation: obligation.id, rowVersion: null, reason }));
    expect(await hold('assente')).toMatchObject({ after: { obligation: { heldBack: true } } });
    expect(await hold(null)).toMatchObject({ after: { obligation: { heldBack: false } } });
  });

  it('a superseded one is out of the agenda and still found by its id', async () => {
    await here((tx) => tx`update obligation set state = 'superseded' where id = ${obligation.id}`);
    const left = await here(loadObligations);
    expect(left.map((one) => one.id)).not.toContain(obligation.id);
    expect((await here((tx) => findObligation(tx, obligation.id)))?.obligation.state).toBe('superseded');
  });
});
