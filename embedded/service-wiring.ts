import { isLoopback, readConfig as readPages } from '../api/config.js';
import { ConfigRefused, together, type Wrong } from '../running/settings.js';
import { readConfig as readWorker } from '../worker/config.js';
import { CannotStart } from './cannot-start.js';
import { nightlyCopies } from './nightly-backup.js';
import type { Wiring } from './parts.js';

/** A small installation: sign-in, the town's own mail server, a TLS proxy in front; nothing of the demo. */
export const serviceWiring: Wiring = async (
  _supervisor,
  { env, port, data },
  { database, temporalAddress },
) => {
  const settings = serviceSettings(env, port, { app: database.app, temporalAddress });
  const pages = { ...settings, METRICS_PORT: portAfter(settings['METRICS_PORT']) };
  const worker = { ...settings, NIGHTLY_COPIES: nightlyCopies(data.folder) };
  return { worker, pages, address: settings['PUBLIC_URL'] ?? '' };
};

/** Two programs of one machine cannot share a port: the worker has the one that is set, the pages the next. */
const portAfter = (port: string | undefined): string => (port ? String(Number(port) + 1) : '');

/** Stand in for the stores until they run. */
const NOT_YET = { app: 'postgres://traguardo_app@localhost/traguardo', temporalAddress: 'localhost:7233' };

/** The environment of worker and pages. Throws `CannotStart` that names every variable that is wrong, before anything starts. */
export function serviceSettings(
  env: NodeJS.ProcessEnv,
  port: number,
  stores: { readonly app: string; readonly temporalAddress: string } = NOT_YET,
): NodeJS.ProcessEnv {
  const { DEMO: _demo, DATABASE_OWNER_URL: _owner, ...inherited } = env;
  const settings = {
    ...inherited,
    DATABASE_URL: stores.app,
    TEMPORAL_ADDRESS: stores.temporalAddress,
    TEMPORAL_NAMESPACE: env['TEMPORAL_NAMESPACE'] || 'default',
    HOST: '127.0.0.1',
    PORT: String(port),
  };
  const wrong = [
    () => readPages(settings),
    () => readWorker(settings),
    () => secured(env['PUBLIC_URL']),
  ].flatMap(refusalOf);
  if (wrong.length === 0) return settings;
  // Worker and pages read some of the same.
  const refused = new ConfigRefused([...new Map(wrong.map((one) => [one.message, one])).values()]);
  throw new CannotStart(`Il servizio non può partire: ${refused.message}.`, {
    details: refused.help.join('\n'),
    remedy:
      'Le variabili stanno in .env.example, ognuna con ciò che vuole; docs/runbook.md mostra un esempio.',
  });
}

/** People enter with a link and a cookie: only loopback may do without TLS. */
function secured(publicUrl: string | undefined): void {
  // Worker and pages say that it is missing, or no address.
  if (!publicUrl || !URL.canParse(publicUrl)) return;
  const { protocol, hostname } = new URL(publicUrl);
  if (protocol !== 'https:' && !isLoopback(hostname))
    throw new ConfigRefused([together('PUBLIC_URL must begin with https:// (a TLS proxy stands in front)')]);
}

function refusalOf(read: () => unknown): readonly Wrong[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof ConfigRefused) return error.wrong;
    throw error;
  }
}
