/** The worker process. Settings from the environment; stops on SIGTERM and SIGINT, in reverse. */
import { imapMailbox } from '../mail/imap-mailbox.js';
import { READ_LIMIT } from '../mail/returned-mail.js';
import { SMTP_TIMEOUTS_MS, smtpTransport } from '../mail/transport.js';
import { createLog } from '../running/log.js';
import { withSecretFiles } from '../running/secret-files.js';
import { startRefusal } from '../running/settings.js';
import { connect } from '../store/connection.js';
import { sha256Hex } from '../store/register/register.js';
import { readConfig } from './config.js';
import { DATABASE_CONNECTIONS } from './create-workers.js';
import { failureOf } from './failure-of.js';
import { UNCOUNTED } from './metrics/counting.js';
import { temporalFigures } from './metrics/temporal-figures.js';
import { workerMetrics } from './metrics/worker-metrics.js';
import { runWorker } from './run.js';
import { sharedTurns } from './shared-turns.js';
import { installRuntime } from './temporal-runtime.js';

/** What its connections are called at the server. */
const PROGRAM = 'traguardo worker';
/** A mail is in one hand for longer than any hand-over lasts. */
const LEASE_MS = SMTP_TIMEOUTS_MS.whole + 60_000;

async function main(): Promise<void> {
  const config = readConfig(withSecretFiles(process.env));
  const log = createLog('worker', config.logLevel);
  const temporal = config.metrics && (await temporalFigures());
  installRuntime(log, temporal?.bindAddress ?? null);
  const sql = connect(config.databaseUrl, { max: DATABASE_CONNECTIONS, applicationName: PROGRAM });
  const metrics =
    config.metrics &&
    temporal &&
    workerMetrics(config.metrics, { sql, program: PROGRAM, temporal, copies: config.copies }, (error) =>
      log.warn(failureOf(error), 'a scrape could not be answered'),
    );
  const counting = metrics?.counting ?? UNCOUNTED;
  const endpoint = await metrics?.serve();
  const { path, mailbox } = config.returns;
  try {
    await runWorker({
      temporal: { address: config.temporalAddress, namespace: config.temporalNamespace },
      deps: {
        sql,
        sha256: sha256Hex,
        sender: config.mailFrom,
        publicUrl: config.publicUrl,
        transport: counting.mails(
          smtpTransport(config.smtp, SMTP_TIMEOUTS_MS, config.pace, sharedTurns(config.pace, sql)),
        ),
        leaseMs: LEASE_MS,
        ...(path === null ? {} : { returnPath: path }),
      },
      returns: {
        address: path?.address ?? config.mailFrom.address,
        mailbox: mailbox === null ? null : imapMailbox(mailbox, READ_LIMIT),
      },
      log,
      counting,
      onReady() {
        log.info({}, 'at work');
        process.send?.('ready');
      },
    });
    log.info({}, 'stopped');
  } finally {
    await endpoint?.close();
    await sql.end({ timeout: 2 });
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(startRefusal('worker', error));
    process.exit(1);
  },
);
