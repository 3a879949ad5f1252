import { appendFileSync } from 'node:fs';
import { instant } from '../domain/time/instant.js';
import { connect } from '../store/connection.js';
import { storeMessage } from '../store/inbox.js';
import type { DataFolder } from './data-folder.js';
import { startInbox } from './inbox.js';
import { answersAt, partMark, saysReady, startNodePart } from './node-part.js';
import type { StartOptions } from './options.js';
import { endProcess } from './process-identity.js';
import { findByArgument } from './process-search.js';
import { type DatabaseUrls, migrateDatabase, startDatabase } from './stack-database.js';
import { startTime } from './stack-temporal.js';
import type { Supervisor } from './supervisor.js';

/** What the parts are started with. */
export interface Setting {
  readonly options: StartOptions;
  readonly data: DataFolder;
  /** The environment of the command: names real services to use instead of ours. */
  readonly env: NodeJS.ProcessEnv;
  /** A line for the person at the terminal, in Italian. */
  readonly tell: (line: string) => void;
}

/** Where everything is, once it works. */
export interface Stack {
  readonly database: DatabaseUrls;
  readonly temporalAddress: string;
  readonly smtpUrl: string;
  /** Where people go: `http://localhost:3000`. */
  readonly address: string;
}

/** The parts of one machine in the order in which they need each other; they stop in the reverse order. */
export async function startParts(supervisor: Supervisor, setting: Setting): Promise<Stack> {
  const { options, data, env, tell } = setting;
  await endOrphans(data);

  const database = await startDatabase(supervisor, data, env);
  await migrateDatabase(database);
  tell('Base dati pronta.');

  const temporalAddress = await startTime(supervisor, data, env, options.temporalUi, tell);
  tell('Temporal pronto.');

  const smtpUrl = await startPost(supervisor, database, data);
  const config = configOf(setting, database, temporalAddress, smtpUrl);
  const address = `http://localhost:${options.port}`;

  const part = { data: data.folder, env: config, log: data.log };
  // Only the worker writes mails; the pages refuse a public address in the demo.
  const sender = {
    PUBLIC_URL: address,
    MAIL_FROM: 'Traguardo <avvisi@traguardo.example>',
    BOUNCE_ADDRESS: 'ritorni@traguardo.example',
    BOUNCE_VERP: '1',
    BOUNCE_IMAP_URL: '',
    BOUNCE_IMAP_SIGN_IN: '',
  };
  const mailing = { ...part, env: { ...config, ...sender } };
  await supervisor.start('il worker', (signal) =>
    startNodePart({ ...mailing, name: 'il worker', program: 'worker/main', ready: saysReady, signal }),
  );
  tell('Worker pronto.');

  const ready = answersAt(`http://127.0.0.1:${options.port}/salute/vivo`);
  await supervisor.start('le pagine', (signal) =>
    startNodePart({ ...part, name: 'le pagine', program: 'api/main', ready, signal }),
  );
  tell('Pagine pronte.');
  return { database, temporalAddress, smtpUrl, address };
}

/** Our own programs end by themselves when their supervisor dies; this is for one that could not. */
async function endOrphans(data: DataFolder): Promise<void> {
  await Promise.all(findByArgument(partMark(data.folder)).map((orphan) => endProcess(orphan)));
}

/** The demo's mail goes nowhere else, whatever the environment says. */
async function startPost(supervisor: Supervisor, database: DatabaseUrls, data: DataFolder): Promise<string> {
  const inbox = await supervisor.start('la posta di prova', async () => {
    const sql = connect(database.app, { max: 2, applicationName: 'inbox' });
    const server = await startInbox({
      store: (mail) => storeMessage(sql, mail, instant(Date.now())),
      log: (line) => appendFileSync(data.log, `${new Date().toISOString()} ${line}\n`),
    });
    return {
      ...server,
      async stop() {
        await server.stop();
        await sql.end({ timeout: 2 });
      },
    };
  });
  return inbox.url;
}

/** The environment of the worker and of the pages. What would lead out of the demo is left out. */
function configOf(
  { options, env }: Setting,
  database: DatabaseUrls,
  temporalAddress: string,
  smtpUrl: string,
): NodeJS.ProcessEnv {
  const outward = ['DATABASE_OWNER_URL', 'PUBLIC_URL', 'OIDC_ISSUER'];
  const inherited = Object.entries(env).filter(([name]) => !outward.includes(name));
  return {
    ...Object.fromEntries(inherited),
    DATABASE_URL: database.app,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: env['TEMPORAL_NAMESPACE'] || 'default',
    SMTP_URL: smtpUrl,
    SMTP_SIGN_IN: '',
    SMTP_PER_MINUTE: '0',
    HOST: '127.0.0.1',
    PORT: String(options.port),
    DEMO: '1',
  };
}
