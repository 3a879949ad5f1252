/** The worker process. Settings from the environment; stops on SIGTERM and SIGINT, in reverse. */
import { imapMailbox } from '../mail/imap-mailbox.js';
import { READ_LIMIT } from '../mail/returned-mail.js';
import { SMTP_TIMEOUTS_MS, smtpTransport } from '../mail/transport.js';
import { connect } from '../store/connection.js';
import { sha256Hex } from '../store/register.js';
import { readConfig } from './config.js';
import { DATABASE_CONNECTIONS } from './create-workers.js';
import { createLog } from './log.js';
import { runWorker } from './run.js';
import { sharedTurns } from './shared-turns.js';
import { installRuntime } from './temporal-runtime.js';

/** A mail is in one hand for longer than any hand-over lasts. */
const LEASE_MS = SMTP_TIMEOUTS_MS.whole + 60_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  installRuntime(log);
  const sql = connect(config.databaseUrl, { max: DATABASE_CONNECTIONS, applicationName: 'traguardo worker' });
  const { path, mailbox } = config.returns;
  try {
    await runWorker({
      temporal: { address: config.temporalAddress, namespace: config.temporalNamespace },
      deps: {
        sql,
        sha256: sha256Hex,
        sender: config.mailFrom,
        publicUrl: config.publicUrl,
        transport: smtpTransport(config.smtp, SMTP_TIMEOUTS_MS, config.pace, sharedTurns(config.pace, sql)),
        leaseMs: LEASE_MS,
        ...(path === null ? {} : { returnPath: path }),
      },
      returns: {
        address: path?.address ?? config.mailFrom.address,
        mailbox: mailbox === null ? null : imapMailbox(mailbox, READ_LIMIT),
      },
      log,
      onReady() {
        log.info({}, 'at work');
        process.send?.('ready');
      },
    });
    log.info({}, 'stopped');
  } finally {
    await sql.end({ timeout: 2 });
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`worker: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
