/** Server time of the monitoring's pages: the application answers without a socket. */
import { civilDate } from '../domain/time/civil-date.js';
import { instantAt } from '../domain/time/zone.js';
import { inTown } from '../store/in-town.js';
import { listSubmissions } from '../store/monitoring/submissions.js';
import { loadStaff } from '../store/people/absences.js';
import { appWithoutSocket } from './app-without-socket.js';
import type { BenchStack } from './bench-stack.js';
import { type Figure, percentile, rounded } from './figure.js';

const WARM_UP = 30;
const REQUESTS = 200;
const OPEN = instantAt(civilDate('2023-07-03'), 600, 'Europe/Rome');

/** Of a town whose windows are planned, as the Segretario on Monday 3 July 2023. */
export async function monitoringPages(
  { sql, owner, announcer }: BenchStack,
  town: string,
  year: number,
): Promise<readonly Figure[]> {
  await owner`update town set clock_offset_ms = ${OPEN - Date.now()} where id = ${town}`;
  const app = appWithoutSocket(sql, announcer);
  const { person, largest } = await inTown(sql, town, async (tx) => {
    const staff = await loadStaff(tx, civilDate('2023-07-03'));
    const all = await listSubmissions(tx, year);
    return { person: staff.holders.get('secretary')?.[0]?.id ?? '', largest: all[0] };
  });
  if (largest === undefined) throw new Error('the example owes no submission');
  const figures: Figure[] = [];
  for (const [what, path] of [
    ['the list of submissions', '/monitoraggio'],
    ['the page of a submission', `/monitoraggio/${largest.id}`],
    ['the report to the Giunta', `/monitoraggio/finestre/${largest.window.id}/relazione`],
  ] as const) {
    const times: number[] = [];
    for (let request = 0; request < WARM_UP + REQUESTS; request++) {
      const took = await app.timeOf(path, town, person);
      if (request >= WARM_UP) times.push(took);
    }
    const bar = path.includes('relazione') ? {} : { bar: 30 };
    const value = rounded(percentile(times, 95));
    figures.push({ what: `${what}, server time, p95 of ${REQUESTS}`, value, unit: 'ms', ...bar });
  }
  return figures;
}
