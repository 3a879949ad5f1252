import { afterAll, describe, expect, it } from 'vitest';
import { plannedObligations } from '../../domain/obligations/from-plan.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { DEFAULT_CLOSURES } from '../../domain/time/closures.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import { connect } from '../../store/connection.js';
import { cycleSectors, findCycle, listCycles, planSource, planVersions } from '../../store/cycle/cycles.js';
import { inTown } from '../../store/in-town.js';
import { loadObligations } from '../../store/obligations/obligations.js';
import { findObjective, listObjectives, objectivesInForce } from '../../store/plan/objectives.js';
import { storePlan } from '../../store/plan/plans.js';
import { freshDatabase } from '../database.js';
import { bareTown, plannedTown } from './furnished-town.js';
import { confirmedPlan, SMALL_PLAN } from './small-plan.js';

const database = await freshDatabase();
const sql = connect(database.appUrl, { max: 4 });
afterAll(() => sql.end());

const { town, plan, obligations } = await plannedTown(sql);

describe('a confirmed plan', () => {
  it('is kept as confirmed, with its act, its lint and the confirmer’s note', async () => {
    const [version] = await inTown(sql, town, (tx) => planVersions(tx, plan.cycle));
    expect(version).toMatchObject({
      id: plan.version,
      number: 1,
      kind: 'approval',
      effectiveFrom: '2023-02-28',
      organ: 'giunta',
      actNumber: '20',
      actDate: '2023-02-28',
      protocolNumber: '1234',
      note: expect.stringContaining('non sommano'),
    });
    expect(await inTown(sql, town, (tx) => planSource(tx, plan.version))).toEqual(SMALL_PLAN);
  });

  it('opens the cycle of its year with the days of approval and of going live', async () => {
    expect(await inTown(sql, town, (tx) => findCycle(tx, 2023))).toEqual({
      id: plan.cycle,
      year: 2023,
      state: 'open',
      approvedOn: '2023-02-28',
      liveOn: '2023-02-28',
      closedOn: null,
    });
    expect(await inTown(sql, town, (tx) => findCycle(tx, 2024))).toBeNull();
  });

  it('has its sectors in the plan’s order', async () => {
    const sectors = await inTown(sql, town, (tx) => cycleSectors(tx, plan.cycle));
    expect(sectors.map(({ name, printedOwner }) => [name, printedOwner])).toEqual([
      ['Finanziario', null],
      ['Tecnico', 'Segretario comunale'],
    ]);
  });

  it('makes one objective of what it gives to two sectors, with a weight in each', async () => {
    const objectives = await inTown(sql, town, (tx) => listObjectives(tx, { year: 2023 }));
    expect(objectives.map((one) => one.title)).toEqual([
      'Tempi di pagamento',
      'Rendiconto',
      'Bandi',
      'Senza date',
    ]);
    expect(objectives[0]?.sectors.map(({ name, weight }) => [name, weight])).toEqual([
      ['Finanziario', 300_000],
      ['Tecnico', 200_000],
    ]);
    const detail = await inTown(sql, town, (tx) => findObjective(tx, plan.objectives[0] as string));
    expect(detail?.milestones).toHaveLength(1);
    expect(detail?.indicators).toEqual([
      { text: 'Indicatore di tempestività', target: { value: 0, unit: 'giorni', op: '<=' } },
    ]);
  });

  it('keeps what makes no obligation too: the day that does not exist', async () => {
    const detail = await inTown(sql, town, (tx) => findObjective(tx, plan.objectives[1] as string));
    expect(
      detail?.milestones.map(({ kind, date, invalid, phrase }) => [kind, date, invalid, phrase]),
    ).toEqual([
      ['date', '2023-04-15', false, 'entro il 15/04'],
      ['recurring', null, false, 'ogni trimestre'],
      ['none', null, true, '31/06'],
    ]);
    expect(detail?.sourceLines).toEqual([20, 25]);
  });

  it('makes the obligations the domain says, read back as the domain’s own', () => {
    const read = obligations
      .map((one) => [one.owner, one.term, one.subject.objective, one.subject.milestone, one.subject.weight])
      .sort();
    const planned = confirmedPlan()
      .planned.map((one) => [
        one.owner,
        one.term,
        one.subject.objective,
        one.subject.milestone,
        one.subject.weight,
      ])
      .sort();
    expect(read).toEqual(planned);
    expect(
      obligations.every((one) => one.startDay === '2023-02-28' && one.version === 1 && one.year === 2023),
    ).toBe(true);
  });

  it('ties the occurrences of one recurrence together', () => {
    const series = obligations.filter((one) => one.recurrence !== null);
    expect(series.map((one) => one.term)).toEqual(
      ['2023-03-31', '2023-06-30', '2023-09-30', '2023-12-31'].map((due) => ({ kind: 'date', due })),
    );
    expect(new Set(series.map((one) => one.recurrence?.id)).size).toBe(1);
  });

  it('gives obligations of a shared objective the same objective under every sector', () => {
    const shared = obligations.filter((one) => one.subject.objective === 'Tempi di pagamento');
    expect(shared.map((one) => one.subject.sector).sort()).toEqual(['Finanziario', 'Tecnico']);
    expect(new Set(shared.map((one) => one.objectiveId))).toEqual(new Set([plan.objectives[0]]));
  });

  it('names the objectives to follow', async () => {
    const followed = await inTown(sql, town, objectivesInForce);
    expect(followed).toEqual(plan.objectives.map((id) => ({ id, year: 2023 })));
  });
});

describe('what is refused leaves nothing behind', () => {
  it('a second plan for the year', async () => {
    const again = await inTown(sql, town, (tx) =>
      storePlan(
        tx,
        confirmedPlan({ act: { organ: 'giunta', number: '77', adoptedOn: civilDate('2023-03-01') } }),
      ),
    );
    expect(again).toEqual({ ok: false, refusal: 'year-has-a-plan' });
    expect(await inTown(sql, town, (tx) => tx`select 1 from act where number = '77'`)).toEqual([]);
  });

  it('an act number that the organ has used that year for another day', async () => {
    const other = await bareTown(sql);
    const outcome = await inTown(sql, other, async (tx) => {
      await tx`insert into act (organ, number, adopted_on, recorded_at) values ('giunta', '20', '2023-02-27', 'epoch')`;
      return storePlan(tx, confirmedPlan());
    });
    expect(outcome).toEqual({ ok: false, refusal: 'act-has-another-date', adoptedOn: '2023-02-27' });
    expect(await inTown(sql, other, listCycles)).toEqual([]);
  });

  it('two imports of one year at once: one wins, the other is told', async () => {
    const other = await bareTown(sql);
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => inTown(sql, other, (tx) => storePlan(tx, confirmedPlan()))),
    );
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
    expect(await inTown(sql, other, loadObligations)).toHaveLength(obligations.length);
  });
});

describe('a plan of ten thousand objectives', () => {
  it('goes in whole, in statements of 5,000 rows', async () => {
    const [sector] = SMALL_PLAN.sectors;
    const model = sector?.objectives[1];
    if (sector === undefined || model === undefined) throw new Error('the small plan has changed');
    const objectives = Array.from({ length: 10_000 }, (_, n) => ({
      ...model,
      number: String(n),
      title: `Obiettivo ${n}`,
    }));
    const large = { ...SMALL_PLAN, sectors: [{ ...sector, objectives }] };
    const planned = plannedObligations(large, civilDate('2023-03-01'), workingCalendar(DEFAULT_CLOSURES));
    const other = await bareTown(sql);
    const stored = await inTown(sql, other, (tx) => storePlan(tx, confirmedPlan({ plan: large, planned })));
    expect(stored).toMatchObject({ ok: true, obligations: 50_000 });
    expect(await inTown(sql, other, loadObligations)).toHaveLength(50_000);
    // Beside other tests on an old PostgreSQL.
  }, 120_000);
});
