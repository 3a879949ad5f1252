/** The API process. Settings from the environment; stops on SIGTERM and SIGINT, in reverse. */
import { randomBytes } from 'node:crypto';
import { serve } from '@hono/node-server';
import { Client } from '@temporalio/client';
import { instant } from '../domain/time/instant.js';
import { createLog } from '../running/log.js';
import { withSecretFiles } from '../running/secret-files.js';
import { startRefusal } from '../running/settings.js';
import { createClockMover } from '../store/clock-steps.js';
import { connect } from '../store/connection.js';
import { signalWithStartOf } from '../workflows/contract.js';
import { createAnnouncer } from './announcer.js';
import { type Config, readConfig } from './config.js';
import { createApp } from './create-app.js';
import type { Deps } from './deps.js';
import { createHealth } from './health.js';
import type { Log } from './log-part.js';
import { apiMetrics } from './metrics.js';
import { openIdProvider } from './openid-provider.js';
import { SERVER_OPTIONS } from './server-options.js';
import { linkTemporal, type TemporalLink } from './temporal-link.js';

const DATABASE_CONNECTIONS = 10;
/** What they are called at the server. */
const PROGRAM = 'traguardo api';
/** After this many real milliseconds requests under way are broken off. */
const PATIENCE_MS = 10_000;

async function main(): Promise<void> {
  const config = readConfig(withSecretFiles(process.env));
  const log = createLog('api', config.logLevel);
  const sql = connect(config.databaseUrl, { max: DATABASE_CONNECTIONS, applicationName: PROGRAM });
  // With Temporal down we start all the same, and take what PostgreSQL can take.
  const temporal = linkTemporal(config.temporalAddress, config.temporalNamespace);
  const plain = depsOf(config, sql, temporal, log);
  const { health } = plain;
  const metrics =
    config.metrics &&
    apiMetrics(config.metrics, { sql, health, program: PROGRAM, poolSize: DATABASE_CONNECTIONS }, () =>
      log.warn({}, 'a scrape could not be answered'),
    );
  const deps: Deps = metrics === null ? plain : { ...plain, onRequest: metrics.told };
  const endpoint = await metrics?.serve();
  const server = serve({
    fetch: createApp(deps).fetch,
    hostname: config.host,
    port: config.port,
    serverOptions: SERVER_OPTIONS,
  });
  server.once('listening', () => {
    log.info({ host: config.host, port: config.port, demo: config.demo }, 'listening');
  });
  try {
    await Promise.race([
      asked(),
      new Promise((_, reject) => {
        server.once('error', reject);
      }),
    ]);
    await new Promise((resolve) => {
      server.close(resolve);
      setTimeout(resolve, PATIENCE_MS).unref();
    });
    await deps.announcer.settled();
    log.info({}, 'stopped');
  } finally {
    await endpoint?.close();
    await temporal.close();
    await sql.end({ timeout: 2 });
  }
}

function depsOf(config: Config, sql: Deps['sql'], temporal: TemporalLink, log: Log): Deps {
  const { connection, ping, workerSeen } = temporal;
  const now = () => instant(Date.now());
  const client = new Client({ connection, namespace: config.temporalNamespace });
  const moveClock = createClockMover({
    sql,
    now,
    async signal(start) {
      await client.workflow.signalWithStart(start.workflowType, signalWithStartOf(start));
    },
  });
  return {
    sql,
    now,
    announcer: createAnnouncer(client, sql, now, log),
    health: createHealth(sql, ping, now, { workerSeen }),
    // Anew at every start: sessions of the demo end with it.
    secret: randomBytes(32),
    demo: config.demo ? { moveClock } : null,
    ...(config.openId === null || config.publicUrl === null
      ? {}
      : { openId: openIdProvider(config.openId, config.publicUrl) }),
    publicUrl: config.publicUrl,
    isProxy: config.isProxy,
    secure: config.publicUrl?.startsWith('https:') ?? false,
    log,
  };
}

/** Fulfilled when somebody wants the end. */
const asked = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(startRefusal('api', error));
    process.exit(1);
  },
);
