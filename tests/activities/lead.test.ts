/** A lead sector named while the year runs: whom the rounds tell, and that the prova generale says the same. */
import { expect, test } from 'vitest';
import { changeLead } from '../../api/commands/variation/change-lead.js';
import { loadRehearsal, mailsOf } from '../../api/queries/rehearsal.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { instant } from '../../domain/time/instant.js';
import { actingAs } from '../../embedded/acting-as.js';
import { composeDigest } from '../../mail/compose.js';
import { sectorIds } from '../../store/people/roles.js';
import { findTown } from '../../store/towns/towns.js';
import { headOf, MAYOR, planOf, SECRETARY } from './small-plan.js';
import { openStage } from './stage.js';
import { foundTown, townTime } from './town.js';

const stage = await openStage();
const HEADS = [headOf('Finanziario'), headOf('Tecnico')];
/** One objective that both sectors share, due on Friday 30 June 2023; it is the Thursday before. */
const plan = (() => {
  const both = planOf({ Finanziario: [['2023-06-30']], Tecnico: [['2023-06-30']] });
  const sectors = both.sectors.map((sector) => ({
    ...sector,
    objectives: sector.objectives.map((one) => ({ ...one, title: 'Tempi di pagamento', shared: true })),
  }));
  return { ...both, sectors };
})();

test('only its head is told, for both sectors, until it is dropped: then both are, as the prova generale said', async () => {
  const town = await foundTown(stage.sql, {
    ...{ plan, approved: '2023-06-29', now: '2023-06-29 10:00', people: [...HEADS, SECRETARY, MAYOR] },
  });
  const ids = await stage.in(town.town, (tx) => sectorIds(tx));
  const name = async (sector: string): Promise<void> => {
    const commander = await actingAs(stage.sql, town.town, 'secretary', 'cli');
    if (commander === null) throw new Error('nobody is Segretario');
    const asked = { objective: town.objectives[0] ?? '', sector, reason: 'Lo cura un ufficio solo' };
    const outcome = await changeLead(commander, asked);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  };
  const rehearsed = async (from: string, until: string) =>
    stage.in(town.town, async (tx) => {
      const offset = (await findTown(tx))?.clock.offsetMs ?? 0;
      const real = instant(townTime(`${from} 06:00`) - offset);
      const loaded = await loadRehearsal(tx, real, null);
      if (!loaded.ok) throw new Error(loaded.refusal.code);
      const window = { from: civilDate(from), until: civilDate(until) };
      return [...mailsOf(loaded.rehearsal, window)].map(({ facts }) => composeDigest(facts).text);
    });
  const frozen = async (from: string, until: string) =>
    stage.in(town.town, async (tx) => {
      const rows = await tx<{ text: string; name: string }[]>`
        select d.text, p.name from digest d join person p on p.id = d.person
        where d.kind = 'daily' and d.day between ${from} and ${until} order by d.day, d.person`;
      return { texts: rows.map(({ text }) => text), names: rows.map((row) => row.name) };
    });

  await name(ids.get('Finanziario') ?? '');
  const first = await rehearsed('2023-06-30', '2023-07-03');
  for (const day of ['06-30', '07-03']) await stage.round(town.town, `2023-${day} 09:00`);
  const led = await frozen('2023-06-30', '2023-07-03');
  expect(led.names).toEqual(['Responsabile Finanziario', 'Responsabile Finanziario']);
  expect(led.texts).toEqual(first);
  expect(first.every((text) => text.includes('Capofila anche per: Tecnico'))).toBe(true);

  await name('');
  const second = await rehearsed('2023-07-04', '2023-07-05');
  for (const day of ['07-04', '07-05']) await stage.round(town.town, `2023-${day} 09:00`);
  const each = await frozen('2023-07-04', '2023-07-05');
  expect(each.texts).toEqual(second);
  expect(new Set(each.names)).toEqual(new Set(['Responsabile Finanziario', 'Responsabile Tecnico']));
  expect(second.some((text) => text.includes('Capofila anche per'))).toBe(false);
});
