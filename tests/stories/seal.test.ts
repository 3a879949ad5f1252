/** The register of one town over eight months with the real workflows: sealed week by week, proved at the end. */
import { expect, test } from 'vitest';
import { makeDossier } from '../../api/commands/relazione/make-dossier.js';
import { dossierJson, readDossier } from '../../documents/dossier-json.js';
import { verifyDossier } from '../../domain/register/verify-dossier.js';
import { mondayOf } from '../../domain/time/civil-date.js';
import { actingAs } from '../../embedded/acting-as.js';
import { sha256Hex } from '../../store/register/register.js';
import { listSeals } from '../../store/register/seals.js';
import { headOf, MAYOR, planOf, SECRETARY } from '../activities/small-plan.js';
import { foundTown } from '../activities/town.js';
import { openWorld } from '../workflows/world.js';

const world = await openWorld();

test('from June to January every week with a round has one seal, made with its first round, and the dossier holds', async () => {
  const town = await foundTown(world.sql, {
    plan: planOf({ Finanziario: [['2023-06-30', '2023-10-31', '2023-12-31']], Tecnico: [['2023-09-15']] }),
    approved: '2023-05-31',
    now: '2023-06-01 06:00',
    people: [headOf('Finanziario'), headOf('Tecnico'), SECRETARY, MAYOR],
  });
  await world.announce(town.town, town.starts);
  await world.moveTo(town.town, '2024-01-31 18:00');
  const { seals, rounds } = await world.in(town.town, async (tx) => ({
    seals: await listSeals(tx),
    rounds: (await tx<{ day: string }[]>`select day from round order by day`).map(({ day }) => day),
  }));
  const firsts = new Map(rounds.toReversed().map((day) => [mondayOf(day as never), day]));
  expect(firsts.size).toBeGreaterThan(20);
  const made = new Map(seals.map(({ week, day }) => [week, day]));
  for (const [week, day] of firsts) expect([week, made.get(week)]).toEqual([week, day]);
  expect(made.has('2023-08-14' as never), 'also the week of Ferragosto').toBe(true);

  const secretary = await actingAs(world.sql, town.town, 'secretary', 'cli');
  if (secretary === null) throw new Error('nobody is Segretario');
  const asked = { kind: 'objective', id: town.objectives[0] ?? '' } as const;
  const dossier = await makeDossier(secretary, asked);
  if (!dossier.ok) throw new Error(dossier.refusal.code);
  const read = readDossier(Buffer.from(dossierJson(dossier.dossier)));
  if (!read.ok) throw new Error(read.message);
  expect(verifyDossier(read.dossier, sha256Hex)).toMatchObject({ ok: true });
  const kinds = read.dossier.chains[0]?.entries.map(({ body }) => body?.['kind']) ?? [];
  expect(kinds.filter((kind) => kind === 'stood')).toHaveLength(3);
  expect(kinds.filter((kind) => kind === 'notice').length).toBe(
    kinds.filter((kind) => kind === 'delivery').length,
  );

  const summary = await world.in(
    town.town,
    (tx) => tx<{ day: string }[]>`select day from digest where text like '%{{seal}}%' order by day`,
  );
  expect(summary.length).toBeGreaterThan(10);
  for (const { day } of summary) expect(made.get(mondayOf(day as never))).toBe(day);
});
