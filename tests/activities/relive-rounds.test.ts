/** A copy of the evening of 30 June is put back; the old server had gone on mailing until 5 July. */
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { reliveRounds } from '../../activities/relive-rounds.js';
import { takeStock } from '../../activities/take-stock.js';
import { instant } from '../../domain/time/instant.js';
import { restoreBackup } from '../../store/backup/restore-backup.js';
import { writeBackup } from '../../store/backup/write-backup.js';
import { connect } from '../../store/connection.js';
import { inTown } from '../../store/in-town.js';
import { findTown } from '../../store/towns/towns.js';
import { freshDatabase } from '../database.js';
import { tempFolder } from '../embedded/temp-folder.js';
import { openStage } from './stage.js';
import { fatesOf, foundThirtyJune, noticesOf } from './thirty-june.js';
import { townTime } from './town.js';

const stage = await openStage();
const copied = await freshDatabase({ empty: true });
const owners = [stage.database.ownerUrl, copied.ownerUrl].map((url) => connect(url, { max: 2 }));
const sql = connect(copied.appUrl, { max: 4 });
afterAll(() => Promise.all([...owners, sql].map((one) => one.end())));

const restored = { in: <T>(town: string, work: Parameters<typeof inTown<T>>[2]) => inTown(sql, town, work) };
const days = ['2023-07-03 09:10', '2023-07-04 09:10', '2023-07-05 09:10', '2023-07-06 09:10'];

test('what was due between the copy and the failure is in the register as "unknown", and the days after go on as if nothing had happened', async () => {
  const [source, target] = owners;
  if (source === undefined || target === undefined) throw new Error('two owners');
  const town = await foundThirtyJune(stage);
  const offset = (await stage.in(town.town, findTown))?.clock.offsetMs ?? 0;
  const real = (at: string) => instant(townTime(at) - offset);
  await stage.round(town.town, '2023-06-30 09:10');
  const folder = path.join(tempFolder(), 'copia');
  await writeBackup(source, folder, real('2023-06-30 20:00'));

  for (const day of days.slice(0, 3)) await stage.round(town.town, day);
  const lost = (await fatesOf(stage, town)).length;
  const mailed = stage.office.mails.length;

  await restoreBackup(target, folder, real('2023-07-05 18:00'));
  const deps = { sql, sha256: stage.deps.sha256, sender: stage.deps.sender };
  const span = { from: real('2023-06-30 20:00'), until: real('2023-07-05 18:00') };
  const unknown = await reliveRounds(deps, { town: town.town, ...span });

  expect(unknown).toBeGreaterThan(0);
  expect(await noticesOf(restored, town)).toEqual(await noticesOf(stage, town));
  const fates = await fatesOf(restored, town);
  expect(fates).toHaveLength(lost);
  const [before, after] = [fates.filter(([, day]) => String(day) <= '2023-06-30'), fates.slice(1)];
  expect(before.map(([, , , state]) => state)).toEqual(['sent']);
  expect(new Set(after.map(([, , , state]) => state))).toEqual(new Set(['unknown']));
  const ids = (on: typeof restored) =>
    on.in(town.town, (tx) => tx`select message_id, content_hash from digest order by message_id`);
  expect(await ids(restored)).toEqual(await ids(stage));
  const said = await restored.in(
    town.town,
    (tx) => tx<{ n: number }[]>`select count(*) as n from register_entry where body ->> 'answer' = 'unknown'`,
  );
  expect(said[0]?.n).toBeGreaterThan(0);
  expect(stage.office.mails).toHaveLength(mailed);

  // The next day both hold the same round.
  const next = days[3] ?? '';
  await stage.stock(town.town, next);
  await takeStock(stage.deps.sql === sql ? stage.deps : { ...stage.deps, sql }, {
    town: town.town,
    nowMs: real(next),
  });
  expect(await noticesOf(restored, town)).toEqual(await noticesOf(stage, town));
  expect(await ids(restored)).toEqual(await ids(stage));
});
