import { afterAll, describe, expect, it } from 'vitest';
import { addPoints, type Points } from '../../domain/plan/points.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { connect } from '../../store/connection.js';
import { cycleSectors } from '../../store/cycle/cycles.js';
import { inTown } from '../../store/in-town.js';
import { listObligations } from '../../store/obligations/obligations.js';
import { listObjectives, planWeights } from '../../store/plan/objectives.js';
import { freshDatabase } from '../database.js';
import { plannedTown } from './furnished-town.js';

const database = await freshDatabase();
const sql = connect(database.appUrl, { max: 4 });
afterAll(() => sql.end());

const { town, plan } = await plannedTown(sql);

describe('lists', () => {
  const list = (filter: Parameters<typeof listObligations>[1]): Promise<string[]> =>
    inTown(sql, town, async (tx) =>
      (await listObligations(tx, filter)).map(
        ({ obligation }) => `${obligation.subject.sector}: ${obligation.subject.objective}`,
      ),
    );

  it('obligations by owner, by text whatever its case, by term; wildcards are plain characters', async () => {
    expect(await list({ owners: [{ role: 'secretary' }], dueUntil: civilDate('2023-06-30') })).toEqual([
      'Tecnico: Tempi di pagamento',
    ]);
    expect(await list({ owners: [] })).toEqual([]);
    expect(await list({ search: 'BANDI' })).toEqual(['Tecnico: Bandi']);
    expect(await list({ search: '%' })).toEqual([]);
    expect(await list({ dueFrom: civilDate('2023-12-31') })).toEqual([
      'Finanziario: Rendiconto',
      'Tecnico: Senza date',
    ]);
    expect(await list({ year: 2022 })).toEqual([]);
    expect((await list({})).at(-1)).toBe('Tecnico: Bandi');
  });

  it('objectives by sector and by text', async () => {
    const [finance] = await inTown(sql, town, (tx) => cycleSectors(tx, plan.cycle));
    const titles = async (filter: { sector?: string; search?: string }): Promise<string[]> =>
      (await inTown(sql, town, (tx) => listObjectives(tx, { year: 2023, ...filter }))).map(
        (one) => one.title,
      );
    expect(await titles({ sector: finance?.id ?? '' })).toEqual(['Tempi di pagamento', 'Rendiconto']);
    expect(await titles({ search: 'rendi' })).toEqual(['Rendiconto']);
  });

  it('what a plan weighs is the number and the sums of its list, with one objective that has no weight any more', async () => {
    await inTown(
      sql,
      town,
      (tx) => tx`update sector_weight set weight_units = null
        where objective = (select id from objective where title = 'Rendiconto')`,
    );
    const [listed, weights] = await inTown(sql, town, (tx) =>
      Promise.all([listObjectives(tx, { year: 2023 }), planWeights(tx, plan.cycle)]),
    );
    const sums = new Map<string, Points[]>();
    for (const { id, weight } of listed.flatMap((one) => one.sectors))
      sums.set(id, [...(sums.get(id) ?? []), ...(weight === null ? [] : [weight])]);
    expect(weights.objectives).toBe(listed.length);
    expect(weights.bySector).toEqual(new Map([...sums].map(([id, all]) => [id, addPoints(all)])));
    expect([...weights.bySector.values()].some((sum) => sum > 0)).toBe(true);
  });
});
