/** `retention`: what is past its time goes now, or how much would; the worker does the same every day by itself. */
import { INSTALLATION_RETENTION } from '../domain/retention/installation-retention.js';
import { type RetentionRule, TOWN_RETENTION } from '../domain/retention/retention-rules.js';
import { type Instant, instant } from '../domain/time/instant.js';
import { listTowns } from '../store/across-towns.js';
import { type AnyTx, connect, type Sql } from '../store/connection.js';
import { inTown, type Tx } from '../store/in-town.js';
import { schemaState } from '../store/migrate.js';
import { MigrationRefused } from '../store/migration-refused.js';
import { retainInstallation, retainTown } from '../store/privacy/retention.js';
import { CommandError } from './command-error.js';
import { reachable } from './environment.js';
import { withFacts } from './facts-database.js';

/**
 * One line for each thing that went, by place; without `DATABASE_URL` in the service's own database, running or not, so that
 * it can be tried before the worker's first turn. `now` is real time. Throws `CommandError`; then nothing went.
 */
export async function retentionOf(
  { dryRun = false }: { readonly dryRun?: boolean },
  env: NodeJS.ProcessEnv = process.env,
  now: Instant = instant(Date.now()),
): Promise<readonly string[]> {
  const url = env['DATABASE_URL'];
  if (url) return retained(url, now, dryRun);
  return withFacts(env, async ({ owner, app }) => {
    // Before the first migration there is no `traguardo_app` to ask as.
    await withSql(owner, thisSchema);
    return retained(app, now, dryRun);
  });
}

const retained = (url: string, now: Instant, dryRun: boolean): Promise<readonly string[]> =>
  withSql(url, async (sql) => {
    await reachable(sql, 'DATABASE_URL');
    await thisSchema(sql);
    const lines = await installationLines(sql, now, dryRun);
    for (const { id, name } of await listTowns(sql)) {
      const gone = await undoneIf(
        dryRun,
        (work) => inTown(sql, id, work),
        (tx: Tx) => retainTown(tx, now, true),
      );
      lines.push(...told(name, TOWN_RETENTION, gone));
    }
    const head = dryRun ? 'Prova: non si cancella nulla. Se ne andrebbero:' : 'Cancellati:';
    return lines.length > 0 ? [head, ...lines] : ['Nulla ha finito il suo tempo.'];
  });

async function withSql<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = connect(url, { max: 2, applicationName: 'traguardo retention' });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

async function thisSchema(sql: Sql): Promise<void> {
  const state = await schemaState(sql).catch((error: unknown) => {
    throw error instanceof MigrationRefused ? new CommandError(error.message, { cause: error }) : error;
  });
  if (state === 'empty') throw new CommandError('La base dati è vuota: non c’è nulla da cancellare.');
  if (state === 'behind')
    throw new CommandError(
      'Lo schema è indietro: esegui prima «traguardo upgrade», poi «retention --dry-run», poi avvia il servizio.',
    );
}

async function installationLines(sql: Sql, now: Instant, dryRun: boolean): Promise<string[]> {
  const begin = async (work: (tx: AnyTx) => Promise<Installed>): Promise<Installed> => {
    const { done } = await sql.begin(async (tx) => ({ done: await work(tx) }));
    return done;
  };
  const gone = await undoneIf(dryRun, begin, (tx) => retainInstallation(tx, now));
  return told('Installazione', INSTALLATION_RETENTION, gone);
}

type Installed = Awaited<ReturnType<typeof retainInstallation>>;

class Undone extends Error {}

/** What `work` came to, in a transaction that is undone where it is only tried. */
async function undoneIf<InTx, Result>(
  dryRun: boolean,
  begin: (work: (tx: InTx) => Promise<Result>) => Promise<Result>,
  work: (tx: InTx) => Promise<Result>,
): Promise<Result> {
  const done: Result[] = [];
  try {
    return await begin(async (tx) => {
      const result = await work(tx);
      if (!dryRun) return result;
      done.push(result);
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
    return done[0] as Result;
  }
}

const told = (
  place: string,
  rules: Readonly<Record<string, RetentionRule>>,
  gone: Readonly<Record<string, number>> | null,
): string[] =>
  Object.entries(gone ?? {})
    .filter(([, count]) => count > 0)
    .map(([code, count]) => `${place}: ${count} · ${rules[code]?.what ?? code}`);
