/** The submissions of a year that the viewer may read, by window. */

import { roleKey } from '../../domain/obligations/obligation.js';
import { listCycles } from '../../store/cycle/cycles.js';
import type { Tx } from '../../store/in-town.js';
import { type KeptWindow, listWindows } from '../../store/monitoring/monitoring.js';
import { listSubmissions, type Submission } from '../../store/monitoring/submissions.js';
import { reachOf } from '../rights.js';
import type { Viewer } from '../viewer.js';
import { cycleShown } from './cycle-shown.js';

export interface SubmissionList {
  /** `null`: no plan is approved yet. */
  readonly year: number | null;
  readonly years: readonly number[];
  readonly windows: readonly { readonly window: KeptWindow; readonly submissions: readonly Submission[] }[];
}

export async function loadSubmissionList(
  tx: Tx,
  viewer: Viewer,
  asked: number | null,
): Promise<SubmissionList> {
  const cycles = (await listCycles(tx)).filter(({ approvedOn }) => approvedOn !== null);
  const cycle = cycleShown(cycles, asked, viewer.today);
  const years = cycles.map(({ year }) => year);
  if (cycle === null) return { year: null, years, windows: [] };
  const [windows, all] = await Promise.all([listWindows(tx, cycle.id), listSubmissions(tx, cycle.year)]);
  const reach = reachOf(viewer.roles, 'monitoring.read');
  const own = new Set(reach?.relation === 'own' ? reach.roles.map(roleKey) : []);
  const prepared = new Set(viewer.compiles.map(({ sector }) => sector));
  const readable = all.filter(
    ({ owner, sector }) => reach?.relation === 'town' || own.has(roleKey(owner)) || prepared.has(sector),
  );
  return {
    ...{ year: cycle.year, years },
    windows: windows.map((window) => ({
      window,
      submissions: readable.filter((one) => one.window.id === window.id),
    })),
  };
}
