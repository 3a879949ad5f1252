/** The versions of a year's plan, latest first, each with the import it came from. */
import type { PlanDocument } from '../../domain/plan/plan-document.js';
import { listCycles, type PlanVersion, planSource, planVersions } from '../../store/cycle/cycles.js';
import type { Tx } from '../../store/in-town.js';
import { findDraft, type ImportDraft, importsOfVersions } from '../../store/plan/import-drafts.js';
import { copiesAmong, type SignedCopy } from '../../store/relazione/signed-copies.js';
import type { Viewer } from '../viewer.js';
import { cycleShown } from './cycle-shown.js';

export interface VersionOnRecord {
  readonly version: PlanVersion;
  /** `null`: it was not imported from a file. */
  readonly from: Omit<ImportDraft, 'lines' | 'read' | 'plan'> | null;
}

export interface PlanPage {
  readonly year: number;
  readonly years: readonly number[];
  /** The year's cycle goes on. */
  readonly isOpen: boolean;
  readonly versions: readonly VersionOnRecord[];
  /** What came back signed of their acts. */
  readonly copies: readonly SignedCopy[];
}

/** `null`: the town has no plan of that year, or none at all. */
export async function loadPlanPage(tx: Tx, viewer: Viewer, year: number | null): Promise<PlanPage | null> {
  const cycles = (await listCycles(tx)).filter((one) => one.approvedOn !== null);
  const cycle = cycleShown(cycles, year, viewer.today);
  if (cycle === null) return null;
  const versions = await planVersions(tx, cycle.id);
  const imports = await importsOfVersions(
    tx,
    versions.map(({ id }) => id),
  );
  const onRecord: VersionOnRecord[] = [];
  for (const version of versions) {
    const from = imports.get(version.id);
    onRecord.push({ version, from: from === undefined ? null : await findDraft(tx, from) });
  }
  const isOpen = cycle.state === 'open';
  const copies = await copiesAmong(
    tx,
    ['act'],
    versions.flatMap(({ act }) => act ?? []),
  );
  return { year: cycle.year, isOpen, years: cycles.map((one) => one.year), versions: onRecord, copies };
}

/** The plan of that very year as its last version has it, else of the year that pages show; `null`: none. */
export async function planInForce(
  tx: Tx,
  viewer: Viewer,
  year: number | null,
): Promise<{ readonly page: PlanPage; readonly plan: PlanDocument } | null> {
  const page = await loadPlanPage(tx, viewer, year);
  if (page === null || (year !== null && page.year !== year)) return null;
  const version = page.versions[0]?.version.id;
  const plan = version === undefined ? null : await planSource(tx, version);
  return plan === null ? null : { page, plan };
}
