/**
 * `doctor`: one line a thing that must work, from this machine's program to what waits too long. Asks
 * the services named by the environment or, where none is, the stack that `npm start` runs here.
 */
import { connect as connectTcp } from 'node:net';
import path from 'node:path';
import { overdueBefore } from '../domain/time/overdue.js';
import { runningStack, serviceFolder } from '../embedded/running-stack.js';
import { backlog } from '../store/across-towns.js';
import { clockDrift, isAdrift } from '../store/clock-drift.js';
import { connect } from '../store/connection.js';
import { schemaState } from '../store/migrate.js';
import { bad, type Check, type DoctorReport, good, reportOf } from './doctor-report.js';

export async function doctor(env: NodeJS.ProcessEnv = process.env): Promise<DoctorReport> {
  return reportOf([nodeVersion(), ...(await (env['DATABASE_URL'] ? services(env) : localStack(env)))]);
}

function nodeVersion(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fits = major > 20 || (major === 20 && minor >= 19);
  return fits
    ? good(`Node ${process.versions.node}`)
    : bad(`Node ${process.versions.node}: serve almeno la 20.19`);
}

async function localStack(env: NodeJS.ProcessEnv): Promise<readonly Check[]> {
  const running = runningStack(serviceFolder(env)) ?? runningStack(env['DATA_DIR'] ?? '.traguardo');
  if (running === null) {
    return [
      bad(
        `Traguardo non è in esecuzione su ${path.resolve(serviceFolder(env))}: avvialo, o indica con DATA_DIR la cartella dei suoi dati (con servizi a parte, DATABASE_URL)`,
      ),
    ];
  }
  const { pages: address } = running;
  try {
    const answer = await fetch(`${address}/salute/pronto`, { signal: AbortSignal.timeout(5_000) });
    const { parts = {}, troubles = [] } = (await answer.json()) as {
      parts?: Record<string, string>;
      troubles?: readonly string[];
    };
    return [
      ...Object.entries(parts).map(([part, state]) =>
        state === 'ok' ? good(`${part} (${address})`) : bad(`${part}: ${state} (${address}/salute/pronto)`),
      ),
      ...troubles.map(bad),
    ];
  } catch (error) {
    return [bad(`le pagine su ${address} non rispondono: ${messageOf(error)}`)];
  }
}

async function services(env: NodeJS.ProcessEnv): Promise<readonly Check[]> {
  return [
    ...(await database(env['DATABASE_URL'] ?? '')),
    await answers('TEMPORAL_ADDRESS', env['TEMPORAL_ADDRESS'], 7233),
    // Only the worker knows the mail server: its absence here is no fault of this machine.
    ...(env['SMTP_URL'] ? [await answers('SMTP_URL', new URL(env['SMTP_URL']).host, 587)] : []),
  ];
}

async function database(url: string): Promise<readonly Check[]> {
  const sql = connect(url, { max: 1, applicationName: 'traguardo doctor', connectTimeoutSeconds: 5 });
  try {
    const [role] = await sql<{ name: string; strong: boolean }[]>`
      select current_user as name, rolsuper or rolbypassrls as strong from pg_roles where rolname = current_user`;
    const state = await schemaState(sql);
    const waiting = await backlog(sql, overdueBefore(Date.now()));
    const drift = await clockDrift(sql);
    return [
      good('PostgreSQL risponde'),
      schemaCheck(state),
      role?.strong
        ? bad(`il ruolo ${role.name} scavalca le regole di riga: usa traguardo_app`)
        : good('ruolo senza privilegi'),
      waiting.overdueWorkflows === 0
        ? good('nessun processo in ritardo')
        : bad(
            `${waiting.overdueWorkflows} processi oltre 10 minuti dal loro prossimo passo: il worker è acceso?`,
          ),
      isAdrift(drift)
        ? bad(
            `l'orologio di questa macchina e quello di PostgreSQL differiscono di ${seconds(drift)} s: regola NTP`,
          )
        : good('orologio in accordo con quello di PostgreSQL'),
      good(`annunci in attesa: ${waiting.announcements}; e-mail rinviate: ${waiting.putOffDigests}`),
    ];
  } catch (error) {
    return [bad(`PostgreSQL (DATABASE_URL): ${messageOf(error)}`)];
  } finally {
    await sql.end({ timeout: 2 });
  }
}

function schemaCheck(state: Awaited<ReturnType<typeof schemaState>>): Check {
  if (state === 'current') return good('schema aggiornato');
  return state === 'behind'
    ? bad('lo schema è indietro: esegui "traguardo upgrade"')
    : bad('la base dati è vuota: esegui "traguardo migrate"');
}

/** A TCP answer is enough here: whether it accepts mail is `doctor --mail`'s question. */
async function answers(name: string, address: string | undefined, defaultPort: number): Promise<Check> {
  if (!address) return bad(`${name} non è impostata`);
  const [host = '', port = String(defaultPort)] = address.split(':');
  return new Promise((resolve) => {
    const socket = connectTcp({ host, port: Number(port), timeout: 3_000 });
    const done = (check: Check): void => {
      socket.destroy();
      resolve(check);
    };
    socket.once('connect', () => done(good(`${name} risponde`)));
    socket.once('timeout', () => done(bad(`${name} (${address}) non risponde`)));
    socket.once('error', (error) => done(bad(`${name} (${address}): ${error.message}`)));
  });
}

const seconds = (ms: number): number => Math.round(Math.abs(ms) / 1000);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
