import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { instant } from '../domain/time/instant.js';
import { civilDateAt, minuteOfDayAt } from '../domain/time/zone.js';
import { writeBackup } from '../store/backup/write-backup.js';
import { connect } from '../store/connection.js';
import type { Running } from './supervisor.js';

const ZONE = 'Europe/Rome';
/** From 04:00, when nothing is due: what is missing then is made at the first look. */
const FROM_MINUTE = 4 * 60;
const LOOK_EVERY_MS = 10 * 60_000;
/** Two weeks. */
const KEPT = 14;

/** Where a service keeps its nightly copies. */
export const nightlyCopies = (data: string): string => path.join(data, 'copie');

export interface NightlyWish {
  /** The owner's database. */
  readonly owner: string;
  /** Holds one folder a day: `2026-11-23`. */
  readonly folder: string;
  /** Told, in English, what was done and what failed. */
  readonly log: (line: string) => void;
}

/** Makes the day's copy if it is time and there is none yet, and drops those older than the last fourteen. */
export async function copyOfTheDay({ owner, folder, log }: NightlyWish, real: number): Promise<void> {
  const now = instant(real);
  const today = path.join(folder, civilDateAt(now, ZONE));
  if (minuteOfDayAt(now, ZONE) < FROM_MINUTE || existsSync(today)) return;
  const sql = connect(owner, { max: 1, applicationName: 'traguardo nightly copy' });
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { tables } = await writeBackup(sql, today, now);
    log(`nightly copy: ${tables.reduce((sum, table) => sum + table.rows, 0)} rows in ${today}`);
    const days = (await readdir(folder)).filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name)).sort();
    for (const old of days.slice(0, -KEPT)) await rm(path.join(folder, old), { recursive: true });
  } catch (error) {
    log(`nightly copy failed: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** A copy each night, for as long as the service runs; one that fails is tried again at the next look. */
export async function startNightlyBackup(wish: NightlyWish): Promise<Running> {
  let busy = Promise.resolve();
  const look = (): void => {
    busy = busy.then(() => copyOfTheDay(wish, Date.now()));
  };
  look();
  const timer = setInterval(look, LOOK_EVERY_MS);
  return {
    died: new Promise(() => undefined),
    async stop() {
      clearInterval(timer);
      await busy;
    },
  };
}
