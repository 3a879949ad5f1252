/**
 * Rehearsal = reality: random years told ahead, lived by the real activities and compared word by word.
 * [LIVES, default 1,000] [SEED] [FILE]. A FILE keeps a line for each year: those in it are not lived again, so a run that
 * was broken off goes on where it was, and several at once share the work, each with seeds of its own.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { ActivityDeps } from '../activities/deps.js';
import { openDataFolder } from '../embedded/data-folder.js';
import { startInbox } from '../embedded/inbox.js';
import { migrateDatabase, startDatabase } from '../embedded/stack-database.js';
import { Supervisor } from '../embedded/supervisor.js';
import { readSmtpUrl } from '../mail/smtp-settings.js';
import { type MailTransport, smtpTransport } from '../mail/transport.js';
import { connect } from '../store/connection.js';
import { sha256Hex } from '../store/register/register.js';
import { within } from '../tests/stories/lives/ask-product.js';
import { type LivedOnce, liveOnce } from '../tests/stories/lives/live-once.js';
import { benchFolder } from './bench-folder.js';
import { type Figure, rounded } from './figure.js';

const AT_ONCE = 4;

/** What became of one year, as FILE keeps it. */
interface Outcome {
  readonly seed: number;
  readonly mails: number;
  readonly asked: number;
  /** `null`: every mail was told ahead; else the first that was not, or what broke off. */
  readonly wrong: string | null;
}

export async function benchLives(): Promise<readonly Figure[]> {
  const lives = Number(process.argv[3] ?? 1_000);
  const first = Number(process.argv[4] ?? Date.now() % 1_000_000);
  const folder = benchFolder();
  const data = openDataFolder(folder.data);
  const log = (line: string): void => appendFileSync(data.log, `${line}\n`);
  const supervisor = new Supervisor({ tell: log, log });
  const database = await startDatabase(supervisor, data, {});
  await migrateDatabase(database);
  const sql = connect(database.app, { max: 8, applicationName: 'bench' });
  const inbox = await startInbox({ store: () => Promise.resolve(), log });
  const nowhere = await startInbox({ store: () => Promise.resolve(), log });
  await nowhere.stop();
  const deps: ActivityDeps = {
    ...{ sql, sha256: sha256Hex, sender: { name: 'Traguardo', address: 'avvisi@comune.example' } },
    ...{ publicUrl: 'https://traguardo.example', transport: transportTo(inbox.url), leaseMs: 60_000 },
  };
  const driver = { deps, refusing: transportTo(nowhere.url) };
  const file = process.argv[5];
  const isAsked = ({ seed }: Outcome): boolean => seed >= first && seed < first + lives;
  const done = file === undefined ? [] : readDone(file).filter(isAsked);
  const before = new Set(done.map(({ seed }) => seed));
  const start = performance.now();
  let next = first;
  const lane = async (): Promise<void> => {
    while (next < first + lives) {
      const seed = next++;
      if (before.has(seed)) continue;
      const outcome = await outcomeOf(driver, seed);
      done.push(outcome);
      if (file !== undefined) appendFileSync(file, `${JSON.stringify(outcome)}\n`);
      if (outcome.wrong !== null) process.stderr.write(`LIFE_SEED=${seed} ${outcome.wrong}\n`);
      if (done.length % 50 === 0) process.stderr.write(`${done.length} of ${lives}\n`);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  } finally {
    await inbox.stop();
    await sql.end({ timeout: 2 });
    await supervisor.stop();
    await folder.remove();
  }
  const sum = (of: (one: Outcome) => number): number => done.reduce((total, one) => total + of(one), 0);
  return [
    { what: `years lived, from seed ${first}`, value: done.length, unit: 'count' },
    { what: 'of them before', value: before.size, unit: 'count' },
    { what: 'mails', value: sum(({ mails }) => mails), unit: 'count' },
    { what: 'rehearsals asked in between', value: sum(({ asked }) => asked), unit: 'count' },
    {
      what: 'years with a mail that was not told ahead',
      value: sum(({ wrong }) => (wrong === null ? 0 : 1)),
      unit: 'count',
      bar: 0,
    },
    { what: 'time', value: rounded((performance.now() - start) / 1000), unit: 's' },
  ];
}

const readDone = (file: string): readonly Outcome[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Outcome)
    : [];

async function outcomeOf(driver: Parameters<typeof liveOnce>[0], seed: number): Promise<Outcome> {
  try {
    const life = await liveOnce(driver, seed);
    const counts = { seed, mails: life.lived.length, asked: life.asked.length };
    return { ...counts, wrong: difference(life) };
  } catch (error) {
    return { seed, mails: 0, asked: 0, wrong: error instanceof Error ? error.message : String(error) };
  }
}

/** The first day on which what came is not what was said; `null` when there is none. */
function difference({ lived, told, asked }: LivedOnce): string | null {
  const said = [
    { by: 'told ahead', came: lived, mails: told.mails },
    ...asked.map((one) => ({ by: `asked on ${one.from}`, came: within(lived, one), mails: one.mails })),
  ];
  for (const { by, came, mails } of said) {
    const at = Array.from({ length: Math.max(came.length, mails.length) }, (_, index) => index).find(
      (index) => JSON.stringify(came[index]) !== JSON.stringify(mails[index]),
    );
    if (at !== undefined) return `${by}: other on ${(came[at] ?? mails[at])?.day}`;
  }
  return null;
}

function transportTo(url: string): MailTransport {
  const read = readSmtpUrl(url);
  if (!read.ok) throw new Error(read.refusal);
  return smtpTransport(read.settings);
}
