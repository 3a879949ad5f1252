import { afterAll, describe, expect, it } from 'vitest';
import { civilDate } from '../../domain/time/civil-date.js';
import { connect } from '../../store/connection.js';
import { cycleSectors } from '../../store/cycle/cycles.js';
import { inTown } from '../../store/in-town.js';
import { listObligations } from '../../store/obligations/obligations.js';
import { listObjectives } from '../../store/plan/objectives.js';
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
});
