/** The cycles of a town, one a year, with the plan they follow. */

import type { VersionPlace } from '../../domain/plan/place-pairs.js';
import type { LintWarning, PlanDocument } from '../../domain/plan/plan-document.js';
import type { VariationFlag } from '../../domain/plan/variation-flags.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Tx } from '../in-town.js';
import type { Organ } from '../plan/acts.js';

/** Days are the town's. */
export interface Cycle {
  readonly id: string;
  readonly year: number;
  readonly state: 'open' | 'closed';
  /** `null` until a plan is confirmed. */
  readonly approvedOn: CivilDate | null;
  /** The day on which the plan went live here. */
  readonly liveOn: CivilDate | null;
  readonly closedOn: CivilDate | null;
}

/** A version and its act, without the plan itself. */
export interface PlanVersion {
  readonly id: string;
  readonly number: number;
  readonly kind: 'approval' | 'variation' | 'correction';
  readonly effectiveFrom: CivilDate;
  readonly lint: readonly LintWarning[];
  readonly note: string;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Instant;
  readonly organ: Organ | null;
  readonly actNumber: string | null;
  readonly actDate: CivilDate | null;
  readonly protocolNumber: string | null;
  readonly protocolOn: CivilDate | null;
  readonly actSubject: string | null;
  readonly flags: readonly VariationFlag[];
  /** Id of the act. */
  readonly act: string | null;
}

/** A version with all it says. */
export interface WholeVersion extends PlanVersion {
  readonly source: PlanDocument;
  readonly places: readonly VersionPlace[] | null;
}

/** Latest year first. */
export const listCycles = async (tx: Tx): Promise<readonly Cycle[]> =>
  tx<Cycle[]>`select id, year, state, approved_on, live_on, closed_on from cycle order by year desc`;

/** By its year; `null`: the town has no plan of it. */
export async function findCycle(tx: Tx, year: number): Promise<Cycle | null> {
  const [row] = await tx<Cycle[]>`
    select id, year, state, approved_on, live_on, closed_on from cycle where year = ${year}`;
  return row ?? null;
}

/** `false` when it is closed already or not the town's. */
export async function closeCycle(tx: Tx, cycle: string, closedOn: CivilDate): Promise<boolean> {
  const closed = await tx`update cycle set state = 'closed', closed_on = ${closedOn}
    where id = ${cycle} and state = 'open'`;
  return closed.count === 1;
}

/** The year held until the transaction ends: its facts are recorded, and its duties opened, one after the other. */
export async function holdCycle(tx: Tx, year: number): Promise<Cycle | null> {
  await tx`select id from cycle where year = ${year} for update`;
  return findCycle(tx, year);
}

/** Sectors of a year, in the plan's order. */
export const cycleSectors = async (
  tx: Tx,
  cycle: string,
): Promise<readonly { readonly id: string; readonly name: string; readonly printedOwner: string | null }[]> =>
  tx<{ id: string; name: string; printedOwner: string | null }[]>`
    select s.id, s.name, cs.printed_owner from cycle_sector cs join sector s on s.id = cs.sector
    where cs.cycle = ${cycle} order by cs.ordinal`;

/** The versions of a year's plan with the acts they rest on, latest first. */
export const planVersions = async (tx: Tx, cycle: string): Promise<readonly PlanVersion[]> =>
  tx<PlanVersion[]>`select ${columns(tx)} ${versions(tx)} where v.cycle = ${cycle} order by v.number desc`;

/** The same, each with the plan as it was confirmed. */
export const wholeVersions = async (tx: Tx, cycle: string): Promise<readonly WholeVersion[]> =>
  tx<WholeVersion[]>`
    select ${columns(tx)}, v.source, v.places ${versions(tx)} where v.cycle = ${cycle} order by v.number desc`;

const columns = (tx: Tx) => tx`
  v.id, v.number, v.kind, v.effective_from, v.lint, v.note, p.name as confirmed_by, v.confirmed_at, v.flags, v.act,
  a.organ, a.number as act_number, a.adopted_on as act_date, a.protocol_number, a.protocol_on,
  a.subject as act_subject`;
const versions = (tx: Tx) => tx`
  from plan_version v left join act a on a.id = v.act left join person p on p.id = v.confirmed_by`;

/** The plan as it was confirmed. */
export async function planSource(tx: Tx, version: string): Promise<PlanDocument | null> {
  const [row] = await tx<{ source: PlanDocument }[]>`select source from plan_version where id = ${version}`;
  return row?.source ?? null;
}
