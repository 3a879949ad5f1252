/** PostgreSQL, Temporal, inbox and one worker of our own in a folder that is removed afterwards. */
import { appendFileSync } from 'node:fs';
import { Client, Connection } from '@temporalio/client';
import { type Announcer, createAnnouncer } from '../api/announcer.js';
import { instant } from '../domain/time/instant.js';
import { type DataFolder, openDataFolder } from '../embedded/data-folder.js';
import { startInbox } from '../embedded/inbox.js';
import { saysReady, startNodePart } from '../embedded/node-part.js';
import { type DatabaseUrls, migrateDatabase, startDatabase } from '../embedded/stack-database.js';
import { startTime } from '../embedded/stack-temporal.js';
import { Supervisor } from '../embedded/supervisor.js';
import { type ClockMover, createClockMover } from '../store/clock-steps.js';
import { connect, type Sql } from '../store/connection.js';
import { type CaughtMessage, storeMessage } from '../store/notices/inbox.js';
import { createTellWorkflow, PATIENT_MS, type TellWorkflow } from '../worker/tell-workflow.js';
import { benchFolder } from './bench-folder.js';

export interface BenchWish {
  /** After how many milliseconds of work a part that dies counts as one that dies for the first time. */
  readonly steadyAfter?: number;
  /** Takes each mail in the place of the database. */
  readonly store?: (mail: CaughtMessage) => Promise<unknown>;
}

export interface BenchStack {
  readonly data: DataFolder;
  readonly sql: Sql;
  /** For connections of one's own. */
  readonly database: DatabaseUrls;
  /** As the owner of the tables, who sees all towns at once. */
  readonly owner: Sql;
  readonly announcer: Announcer;
  readonly move: ClockMover;
  readonly tell: TellWorkflow;
  stop(): Promise<void>;
}

export async function startBenchStack(wish: BenchWish = {}): Promise<BenchStack> {
  const folder = benchFolder();
  const data = openDataFolder(folder.data);
  const log = (line: string): void => appendFileSync(data.log, `${line}\n`);
  const supervisor = new Supervisor({
    tell: log,
    log,
    ...(wish.steadyAfter === undefined ? {} : { steadyAfter: wish.steadyAfter }),
  });
  const database = await startDatabase(supervisor, data, {});
  await migrateDatabase(database);
  const temporalAddress = await startTime(supervisor, data, {}, null, log);
  const now = () => instant(Date.now());
  const sql = connect(database.app, { max: 8, applicationName: 'bench' });
  const owner = connect(database.owner, { max: 1, applicationName: 'bench' });
  const inbox = await startInbox({ store: wish.store ?? ((mail) => storeMessage(sql, mail, now())), log });
  const env = {
    ...process.env,
    DATABASE_URL: database.app,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: 'default',
    SMTP_URL: inbox.url,
    // The year has more mails than a relay takes in the bench's time.
    SMTP_PER_MINUTE: '0',
    PUBLIC_URL: 'http://localhost:3000',
    MAIL_FROM: 'Traguardo <avvisi@traguardo.example>',
  };
  const part = { data: data.folder, env, log: data.log, name: 'il worker', program: 'worker/main' };
  await supervisor.start('il worker', (signal) => startNodePart({ ...part, ready: saysReady, signal }));
  const connection = await Connection.connect({ address: temporalAddress });
  const client = new Client({ connection });
  const tell = createTellWorkflow(client, PATIENT_MS);
  const announcer = createAnnouncer(client, sql, now, { warn: () => undefined });
  return {
    data,
    sql,
    database,
    owner,
    announcer,
    tell,
    move: createClockMover({ sql, now, signal: tell, patienceMs: 120_000 }),
    async stop() {
      await announcer.settled();
      await connection.close();
      await inbox.stop();
      await sql.end({ timeout: 2 });
      await owner.end({ timeout: 2 });
      await supervisor.stop();
      await folder.remove();
    },
  };
}
