/** A confirmed plan goes in whole or not at all: cycle, act, version, objectives, obligations. */
import type { PlannedObligation } from '../../domain/obligations/from-plan.js';
import { type Leads, sharedKey } from '../../domain/obligations/lead-sector.js';
import type { LintWarning, PlanDocument } from '../../domain/plan/plan-document.js';
import { type CivilDate, later } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Json } from '../connection.js';
import type { Tx } from '../in-town.js';
import { insertRows, type NewRow } from '../insert-rows.js';
import { addSectors, type SectorIds, sectorIds } from '../people/roles.js';
import { type Act, recordAct } from './acts.js';
import { setLead } from './lead-sectors.js';
import { newObligations } from './plan-obligations.js';
import { planRows } from './plan-rows.js';

/** A plan with its act and what it makes people owe. */
export interface ConfirmedPlan {
  readonly plan: PlanDocument;
  /** What the plan makes its sectors owe (`plannedObligations`). */
  readonly planned: readonly PlannedObligation[];
  /** Lead sectors: what the others owe beside them is superseded from the beginning. */
  readonly leads?: Leads;
  readonly lint: readonly LintWarning[];
  readonly act: Act;
  /** Days of approval and of going live here; notices start after the later one. */
  readonly approvedOn: CivilDate;
  readonly liveOn: CivilDate;
  /** What the person who confirmed says of it, as of weights that do not sum. */
  readonly note: string;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Instant;
}

/** Ids of what was made; or why nothing was. */
export type StoredPlan =
  | {
      readonly ok: true;
      readonly cycle: string;
      readonly year: number;
      readonly version: string;
      readonly objectives: readonly string[];
      readonly obligations: number;
      /** Ids of the obligations, in the order of `planned`. */
      readonly obligationIds: readonly string[];
    }
  | { readonly ok: false; readonly refusal: 'year-has-a-plan' }
  | { readonly ok: false; readonly refusal: 'act-has-another-date'; readonly adoptedOn: CivilDate };

/** On a refusal nothing was written. Imports of one town come one after the other. */
export async function storePlan(tx: Tx, confirmed: ConfirmedPlan): Promise<StoredPlan> {
  const { plan } = confirmed;
  const { year } = plan.document;
  const recorded = { at: confirmed.confirmedAt, by: confirmed.confirmedBy };
  await tx`select id from town for no key update`;
  const [approved] = await tx`select 1 from cycle where year = ${year} and approved_on is not null`;
  if (approved !== undefined) return { ok: false, refusal: 'year-has-a-plan' };
  const act = await recordAct(tx, confirmed.act, recorded);
  if (!act.ok) return act;
  const cycle = await openCycle(tx, confirmed);
  const [version] = await tx<{ id: string }[]>`
    insert into plan_version (cycle, number, kind, act, effective_from, source, lint, note, confirmed_by, confirmed_at)
    values (${cycle}, 1, 'approval', ${act.id}, ${confirmed.approvedOn}, ${tx.json(plan as unknown as Json)},
      ${tx.json(confirmed.lint as unknown as Json)}, ${confirmed.note}, ${recorded.by}, ${recorded.at})
    returning id`;
  if (version === undefined) throw new Error('the plan version was not inserted');
  const sectors = await storeSectors(tx, plan, cycle);
  const rows = planRows(
    plan,
    cycle,
    version.id,
    (position) => sectors.get(plan.sectors[position]?.name ?? '') ?? '',
  );
  await insertRows(tx, 'objective', rows.objectives);
  await insertRows(tx, 'sector_weight', rows.sectorWeights);
  await insertRows(tx, 'indicator', rows.indicators);
  await insertRows(tx, 'milestone', rows.milestones);
  const startDay = later(confirmed.approvedOn, confirmed.liveOn);
  const obligations = newObligations(confirmed.planned, rows, sectors, { cycle, startDay });
  await insertRows(tx, 'obligation', obligations);
  const led = await nameLeads(tx, confirmed, rows.objectives, { sectors, today: startDay });
  return {
    ok: true,
    cycle,
    year,
    version: version.id,
    objectives: rows.objectives.map((row) => row['id'] as string),
    obligations: obligations.length - led,
    obligationIds: obligations.map((row) => row['id'] as string),
  };
}

/** Returns how many obligations the lead sectors took over. */
async function nameLeads(
  tx: Tx,
  { plan, leads = new Map() }: ConfirmedPlan,
  objectives: readonly NewRow[],
  { sectors, today }: { readonly sectors: SectorIds; readonly today: CivilDate },
): Promise<number> {
  let superseded = 0;
  for (const row of leads.size === 0 ? [] : objectives) {
    const key = sharedKey({ number: row['number'] as string | null, title: String(row['title']) });
    const position = row['shared'] === true ? leads.get(key) : undefined;
    const lead = position === undefined ? undefined : sectors.get(plan.sectors[position]?.name ?? '');
    if (lead === undefined) continue;
    superseded += (await setLead(tx, String(row['id']), { lead, today })).superseded.length;
  }
  return superseded;
}

/** A cycle of that year that is waiting for its plan takes it. */
async function openCycle(tx: Tx, { plan, approvedOn, liveOn }: ConfirmedPlan): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into cycle (year, approved_on, live_on) values (${plan.document.year}, ${approvedOn}, ${liveOn})
    on conflict (town, year) do update set approved_on = excluded.approved_on, live_on = excluded.live_on
    returning id`;
  if (row === undefined) throw new Error('the cycle was not inserted');
  return row.id;
}

async function storeSectors(tx: Tx, plan: PlanDocument, cycle: string): Promise<SectorIds> {
  const names = [...new Set(plan.sectors.map((sector) => sector.name))];
  await addSectors(tx, names);
  const ids = await sectorIds(tx);
  const rows = names.map((name, ordinal) => ({
    cycle,
    sector: ids.get(name) ?? null,
    ordinal,
    printedOwner: plan.sectors.find((sector) => sector.name === name)?.owner ?? null,
  }));
  await insertRows(tx, 'cycle_sector', rows);
  return ids;
}
