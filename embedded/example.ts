/**
 * Loads the example town and lives through its past: from the approval of its plan on 28 February 2023
 * to Thursday 29 June, with the completions of its report, by the real workflows and mails.
 */
import { Client, Connection } from '@temporalio/client';
import { type Announcer, createAnnouncer } from '../api/announcer.js';
import { complete } from '../api/commands/obligations/complete.js';
import { roleKey } from '../domain/obligations/obligation.js';
import { instant } from '../domain/time/instant.js';
import { instantAt } from '../domain/time/zone.js';
import { createClockMover } from '../store/clock-steps.js';
import { connect, type Sql } from '../store/connection.js';
import { inTown } from '../store/in-town.js';
import type { ObligationRecord } from '../store/obligations/obligation-rows.js';
import { listObligations } from '../store/obligations/obligations.js';
import { createTellWorkflow, PATIENT_MS } from '../worker/tell-workflow.js';
import { type ExampleCompletion, type ExampleFiles, readExample } from './example-files.js';
import { carriedOut, commanderOf, ensurePlan, ensureTown } from './example-town.js';
import type { Example } from './first-content.js';

/** People answer in the morning, after the mail of the day. */
const ANSWER_MINUTE = 11 * 60;
/** When the visitor arrives: the round of that day is over. */
const ARRIVAL_MINUTE = 9 * 60 + 30;

/** Where a load takes place. */
export interface ExampleHost {
  readonly sql: Sql;
  /** Starts the workflows of the plan. */
  readonly announcer: Announcer;
  /** Moves the clock; throws when the workflows do not settle. */
  readonly moveTo: (town: string, at: number) => Promise<void>;
  /** A line for the person who waits. */
  readonly tell: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Goes on where an earlier load was killed. Rejects when aborted. Returns the town's id. */
export async function liveThrough(host: ExampleHost): Promise<string> {
  const files = await readExample();
  const town = await ensureTown(host.sql, files);
  await ensurePlan(host.sql, town, files, host.announcer);
  const zone = files.town.zone;
  let month = '';
  for (const completion of files.completions) {
    host.signal.throwIfAborted();
    const record = await recordOf(host.sql, town, completion, files);
    if (record.obligation.state !== 'open') continue;
    if (completion.recordedOn.slice(0, 7) !== month) {
      month = completion.recordedOn.slice(0, 7);
      host.tell(`  vivo ${MONTHS[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}…`);
    }
    await host.moveTo(town, instantAt(completion.recordedOn, ANSWER_MINUTE, zone));
    const { doneOn, note } = completion;
    const asked = {
      obligation: record.obligation.id,
      doneOn,
      note,
      rowVersion: record.rowVersion,
      files: [],
    };
    carriedOut(await complete(await commanderOf(host.sql, town, roleKey(record.obligation.owner)), asked));
  }
  await host.moveTo(town, instantAt(files.town.today, ARRIVAL_MINUTE, zone));
  return town;
}

const MONTHS =
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'.split(' ');

async function recordOf(
  sql: Sql,
  town: string,
  { sector, objective, milestone, due }: ExampleCompletion,
  { plan }: ExampleFiles,
): Promise<ObligationRecord> {
  const filter = { year: plan.document.year, dueFrom: due, dueUntil: due };
  const found = (await inTown(sql, town, (tx) => listObligations(tx, filter))).find(
    ({ obligation: { subject } }) =>
      subject.sector === sector && subject.objective === objective && subject.milestone === milestone,
  );
  if (found === undefined)
    throw new Error(`the example completes what its plan does not owe: ${objective} (${due})`);
  return found;
}

/** The example as `npm start` loads it. */
export const example: Example = {
  people: [
    ...[
      'Segretario comunale',
      'i cinque Responsabili',
      'Sindaco',
      'Assessore',
      'Nucleo di valutazione',
      'RPCT',
    ],
  ],
  async load(stack, setting, signal) {
    const sql = connect(stack.database.app, { max: 4, applicationName: 'example' });
    const connection = await Connection.connect({ address: stack.temporalAddress });
    const namespace = setting.env['TEMPORAL_NAMESPACE'] || 'default';
    let announcer: Announcer | null = null;
    try {
      const client = new Client({ connection, namespace });
      const now = () => instant(Date.now());
      const move = createClockMover({ sql, now, signal: createTellWorkflow(client, PATIENT_MS) });
      // What it cannot tell it leaves to the relay.
      announcer = createAnnouncer(client, sql, now, { warn: () => undefined });
      setting.tell('Carico la città d’esempio e ne vivo il passato, dal 28 febbraio al 29 giugno 2023:');
      await liveThrough({
        sql,
        announcer,
        tell: setting.tell,
        signal,
        async moveTo(town, at) {
          const moved = await move(town, instant(at));
          if (!moved.ok) throw new Error(`the workflow ${moved.waitingFor} does not settle`);
        },
      });
    } finally {
      await announcer?.settled();
      await connection.close();
      await sql.end({ timeout: 2 });
    }
  },
};
