/** Rehearsal = reality: random years told ahead, lived by the real activities and compared word by word. [LIVES, default 1,000] [SEED] */
import { appendFileSync } from 'node:fs';
import type { ActivityDeps } from '../activities/deps.js';
import { openDataFolder } from '../embedded/data-folder.js';
import { startInbox } from '../embedded/inbox.js';
import { migrateDatabase, startDatabase } from '../embedded/stack-database.js';
import { Supervisor } from '../embedded/supervisor.js';
import { readSmtpUrl } from '../mail/smtp-settings.js';
import { type MailTransport, smtpTransport } from '../mail/transport.js';
import { connect } from '../store/connection.js';
import { sha256Hex } from '../store/register.js';
import { within } from '../tests/stories/lives/ask-product.js';
import { type LivedOnce, liveOnce } from '../tests/stories/lives/live-once.js';
import { benchFolder } from './bench-folder.js';
import { type Figure, rounded } from './figure.js';

const AT_ONCE = 4;

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
  const counts = { mails: 0, asked: 0, different: 0 };
  const start = performance.now();
  let next = first;
  const lane = async (): Promise<void> => {
    while (next < first + lives) {
      const seed = next++;
      const life = await liveOnce(driver, seed);
      counts.mails += life.lived.length;
      counts.asked += life.asked.length;
      if (isSame(life)) continue;
      counts.different += 1;
      process.stderr.write(`LIFE_SEED=${seed} differs\n`);
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
  return [
    { what: `years lived, from seed ${first}`, value: lives, unit: 'count' },
    { what: 'mails', value: counts.mails, unit: 'count' },
    { what: 'rehearsals asked in between', value: counts.asked, unit: 'count' },
    { what: 'years with a mail that was not told ahead', value: counts.different, unit: 'count', bar: 0 },
    { what: 'time', value: rounded((performance.now() - start) / 1000), unit: 's' },
  ];
}

const isSame = ({ lived, told, asked }: LivedOnce): boolean =>
  JSON.stringify(lived) === JSON.stringify(told.mails) &&
  asked.every((one) => JSON.stringify(within(lived, one)) === JSON.stringify(one.mails));

function transportTo(url: string): MailTransport {
  const read = readSmtpUrl(url);
  if (!read.ok) throw new Error(read.refusal);
  return smtpTransport(read.settings);
}
