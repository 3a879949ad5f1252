/** What the report on a window says, from the last that each sector transmitted. */
import { type ReportedSector, type WindowReport, windowReport } from '../../domain/cycle/window-report.js';
import { civilDateAt } from '../../domain/time/zone.js';
import { listCycles } from '../../store/cycle/cycles.js';
import type { Tx } from '../../store/in-town.js';
import { askedLines } from '../../store/monitoring/asked-lines.js';
import { listWindows } from '../../store/monitoring/monitoring.js';
import { versionsOf } from '../../store/monitoring/submission-lines.js';
import { listSubmissions, type Submission } from '../../store/monitoring/submissions.js';
import type { Viewer } from '../viewer.js';

/** `null`: the town has no window with that id, or it asks nothing. */
export async function loadWindowReport(tx: Tx, viewer: Viewer, id: string): Promise<WindowReport | null> {
  for (const cycle of await listCycles(tx)) {
    const window = (await listWindows(tx, cycle.id)).find((one) => one.id === id);
    if (window === undefined) continue;
    if (window.skipped !== null) return null;
    const submissions = (await listSubmissions(tx, cycle.year)).filter((one) => one.window.id === id);
    const sectors = await Promise.all(submissions.map((one) => sectorOf(tx, viewer, one)));
    return windowReport({ town: viewer.town.name, window, asOf: viewer.today, sectors });
  }
  return null;
}

async function sectorOf(tx: Tx, { town }: Viewer, submission: Submission): Promise<ReportedSector> {
  const [asked, versions] = await Promise.all([
    askedLines(tx, { ...submission, until: submission.window.referenceOn }),
    versionsOf(tx, submission.id),
  ]);
  const last = versions.at(-1);
  const transmitted = last && {
    ...{ on: civilDateAt(last.at, town.clock.zone), due: last.due, number: last.number },
  };
  return {
    ...{ name: submission.sectorName, state: submission.state, due: submission.due },
    ...{ asked: asked.length, transmitted: transmitted ?? null },
    lines: (last?.lines ?? []).map((line) => ({
      ...line,
      indicators: asked.find(({ objective }) => objective === line.objective)?.indicators ?? [],
    })),
  };
}
