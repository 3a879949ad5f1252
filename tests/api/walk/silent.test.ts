/** "Senza riscontro" on the board: who has not answered about the year that the board shows, while it runs. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { closeCycle } from '../../../store/cycle/cycles.js';
import { inTown } from '../../../store/in-town.js';
import { insertNotices } from '../../../store/notices/notices.js';
import { loadObligations } from '../../../store/obligations/obligations.js';
import { storePlan } from '../../../store/plan/plans.js';
import { TODAY } from '../../store/furnished-town.js';
import { confirmedPlan, SMALL_PLAN } from '../../store/small-plan.js';
import { openStage } from '../stage.js';

const stage = await openStage();
const { sql, ours } = stage;

/** The same plan for 2024: objective 1 of the Finanziario falls due on 30 June 2023 in both years, and its head was told today. */
beforeAll(() =>
  inTown(sql, ours.town, async (tx) => {
    const plan = { ...SMALL_PLAN, document: { ...SMALL_PLAN.document, year: 2024 } };
    const stored = await storePlan(
      tx,
      confirmedPlan({ plan, act: { ...confirmedPlan().act, number: '99' } }),
    );
    if (!stored.ok) throw new Error(stored.refusal);
    const told = (await loadObligations(tx)).filter(
      ({ owner, subject, term }) =>
        owner.role === 'head' &&
        owner.sector === 'Finanziario' &&
        subject.objective === 'Tempi di pagamento' &&
        term.kind === 'date',
    );
    expect(told.map(({ year }) => year)).toEqual([2023, 2024]);
    const notice = { rung: 'ten-days', person: ours.people.head, day: TODAY } as const;
    await insertNotices(
      tx,
      told.map(({ id, version, owner }) => ({
        ...notice,
        id: randomUUID(),
        obligation: id,
        obligationVersion: version,
        recipient: owner,
      })),
    );
  }),
);

async function silentIn(year: number): Promise<unknown> {
  const visitor = await stage.enter(ours.people.secretary);
  const answer = await visitor.get(`/api/v1/dashboard?year=${year}`);
  const board = JSON.parse(answer.text) as {
    year: number;
    silent: readonly { owner: { sector?: string }; count: number }[];
  };
  expect(board.year).toBe(year);
  return board.silent.filter(({ owner }) => owner.sector === 'Finanziario').map(({ count }) => count);
}

describe('a head told of 1 obligation of each of two years', () => {
  it('is silent about 1 on the board of each year', async () => {
    expect([await silentIn(2023), await silentIn(2024)]).toEqual([[1], [1]]);
  });

  it('owes no answer any more about a year that is closed', async () => {
    await inTown(sql, ours.town, (tx) => closeCycle(tx, ours.plan.cycle, TODAY));
    expect([await silentIn(2023), await silentIn(2024)]).toEqual([[], [1]]);
  });
});
