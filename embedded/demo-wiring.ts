import { appendFileSync } from 'node:fs';
import { instant } from '../domain/time/instant.js';
import { connect } from '../store/connection.js';
import { storeMessage } from '../store/notices/inbox.js';
import type { DataFolder } from './data-folder.js';
import { startInbox } from './inbox.js';
import type { Wiring } from './parts.js';
import type { DatabaseUrls } from './stack-database.js';
import type { Supervisor } from './supervisor.js';

/** What would lead out of the demo, and is left out of its environment. */
const OUTWARD = ['DATABASE_OWNER_URL', 'PUBLIC_URL', 'OIDC_ISSUER', 'METRICS_PORT'];

/** The demo: "enter as", the movable clock, and an inbox of its own as the only mail server. */
export const demoWiring: Wiring = async (supervisor, { data, env, port }, { database, temporalAddress }) => {
  const address = `http://localhost:${port}`;
  const inherited = Object.entries(env).filter(([name]) => !OUTWARD.includes(name));
  const pages: NodeJS.ProcessEnv = {
    ...Object.fromEntries(inherited),
    DATABASE_URL: database.app,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: env['TEMPORAL_NAMESPACE'] || 'default',
    SMTP_URL: await startPost(supervisor, database, data),
    SMTP_SIGN_IN: '',
    SMTP_PER_MINUTE: '0',
    HOST: '127.0.0.1',
    PORT: String(port),
    DEMO: '1',
  };
  // Only the worker writes mails; the pages refuse a public address in the demo.
  const sender = {
    PUBLIC_URL: address,
    MAIL_FROM: 'Traguardo <avvisi@traguardo.example>',
    BOUNCE_ADDRESS: 'ritorni@traguardo.example',
    BOUNCE_VERP: '1',
    BOUNCE_IMAP_URL: '',
    BOUNCE_IMAP_SIGN_IN: '',
  };
  return { worker: { ...pages, ...sender }, pages, address };
};

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
