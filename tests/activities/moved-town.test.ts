/** A town moves on the evening of 30 June; the installation it came from had gone on mailing until 5 July. */
import path from 'node:path';
import { Client, Connection, WorkflowNotFoundError } from '@temporalio/client';
import { afterAll, expect, inject, test } from 'vitest';
import { deleteTownOf } from '../../cli/moving/delete-town.js';
import { withArchive } from '../../cli/moving/open-archive.js';
import { takeUp } from '../../cli/moving/take-up.js';
import { writeArchive } from '../../cli/moving/town-archive.js';
import { instant } from '../../domain/time/instant.js';
import { connect } from '../../store/connection.js';
import { inTown } from '../../store/in-town.js';
import { readingTown } from '../../store/moving/read-town.js';
import { writeTown } from '../../store/moving/write-town.js';
import { roundStart, signalWithStartOf } from '../../workflows/contract.js';
import { freshDatabase } from '../database.js';
import { tempFolder } from '../embedded/temp-folder.js';
import { openStage } from './stage.js';
import { fatesOf, foundThirtyJune, noticesOf } from './thirty-june.js';
import { townTime } from './town.js';

const stage = await openStage();
const database = await freshDatabase();
const [from, to] = [stage.database.ownerUrl, database.ownerUrl].map((url) => connect(url, { max: 2 }));
const sql = connect(database.appUrl, { max: 4 });
afterAll(() => Promise.all([from, to, sql].map((one) => one?.end())));
const there = { in: <T>(town: string, work: Parameters<typeof inTown<T>>[2]) => inTown(sql, town, work) };

test('what was due meanwhile is in the register as "unknown" and does not leave again; the days after go on', async () => {
  if (from === undefined || to === undefined) throw new Error('two owners');
  const town = await foundThirtyJune(stage);
  // Live: its clock is the real one, which the activities are told.
  await from`update town set mode = 'live', clock_offset_ms = 0 where id = ${town.town}`;
  const madeAt = townTime('2023-06-30 20:00');
  await stage.round(town.town, '2023-06-30 09:30');
  const file = path.join(tempFolder(), 'comune.zip');
  const slug = `prova-${town.town}`;
  await readingTown(from, slug, (one) => writeArchive(one, file, { now: madeAt, left: false }));
  for (const day of ['2023-07-03 09:30', '2023-07-04 09:30', '2023-07-05 09:30'])
    await stage.round(town.town, day);
  const mailed = stage.office.mails.length;

  const unknown = await withArchive(file, async (arriving) => {
    await to.begin((tx) => writeTown(tx, arriving));
    const span = { until: townTime('2023-07-05 18:00'), sender: stage.deps.sender, sha256: arriving.sha256 };
    return takeUp(sql, arriving.manifest, span);
  });
  expect(unknown).toBeGreaterThan(0);
  expect(await noticesOf(there, town)).toEqual(await noticesOf(stage, town));
  const fates = await fatesOf(there, town);
  expect(fates).toHaveLength((await fatesOf(stage, town)).length);
  const stateOf = ([, day, , state]: (typeof fates)[number]) => [String(day) <= '2023-06-30', state];
  expect(new Set(fates.map((one) => stateOf(one).join(' ')))).toEqual(
    new Set(['true sent', 'false unknown']),
  );
  expect(stage.office.mails).toHaveLength(mailed);
  const ids = (on: typeof there) =>
    on.in(town.town, (tx) => tx`select message_id, content_hash from digest order by message_id`);
  expect(await ids(there)).toEqual(await ids(stage));
  const said = await there.in(
    town.town,
    (tx) => tx<{ type: string }[]>`select distinct workflow_type as type from announcement
      where announced_at is null order by 1`,
  );
  expect(said.map(({ type }) => type)).toEqual(['cycle', 'objective', 'round']);
});

test('a town deleted has its workflows ended; with Temporal out of reach they end by themselves, and it says so', async () => {
  const address = inject('temporalAddress');
  const connection = await Connection.connect({ address });
  const client = new Client({ connection });
  const env = {
    DATABASE_OWNER_URL: database.ownerUrl,
    DATABASE_URL: database.appUrl,
    TEMPORAL_ADDRESS: address,
  };
  for (const [name, reached] of [
    ['Comune Primo', true],
    ['Comune Secondo', false],
  ] as const) {
    const found = await foundThirtyJune({ sql });
    await there.in(found.town, (tx) => tx`update town set name = ${name}`);
    const start = roundStart({ town: found.town });
    await there.in(
      found.town,
      (tx) => tx`insert into announcement (workflow_id, workflow_type, args, created_at)
        values (${start.workflowId}, ${start.workflowType}, ${tx.json(start.args as never)}, ${instant(Date.now())})`,
    );
    // Nobody works on this queue.
    const handle = await client.workflow.signalWithStart(start.workflowType, {
      ...signalWithStartOf(start),
      taskQueue: `nobody-${found.town}`,
    });
    const said = await deleteTownOf(
      `prova-${found.town}`,
      { confirm: name, withoutExport: true },
      {
        ...env,
        ...(reached ? {} : { TEMPORAL_ADDRESS: '127.0.0.1:1' }),
      },
    );
    expect(said).toContain(reached ? '1 processo fermato' : 'finiscono da sé al prossimo passo');
    const { status } = await handle.describe();
    expect(status.name).toBe(reached ? 'TERMINATED' : 'RUNNING');
    if (!reached) await handle.terminate('the test is over');
  }
  await expect(client.workflow.getHandle('t/x/r').describe()).rejects.toBeInstanceOf(WorkflowNotFoundError);
  await connection.close();
});
