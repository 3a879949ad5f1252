import { expect, test } from 'vitest';
import { expectedMails, readExample } from '../activities/caluso.js';
import { mailsOf } from '../activities/mails-of.js';
import { foundTown } from '../activities/town.js';
import { openWorld } from '../workflows/world.js';
import { expectNothingPersonal } from './nothing-personal.js';

const world = await openWorld();

test('the example town, its clock moved over 13 months, gets every mail of the rehearsal on its day, to the letter', async () => {
  const example = await readExample();
  const town = await foundTown(world.sql, { ...example, now: '2023-02-28 10:00' });
  await world.announce(town.town, town.starts);
  await world.moveTo(town.town, '2024-03-31 23:00');
  const expected = expectedMails(example, '2024-03-31', { cycle: true });
  expect(await mailsOf(world, town.town)).toEqual(expected);
  expect(world.office.mails).toHaveLength(361);
  await expectNothingPersonal(world, town.town);
}, 120_000);
