/** The monitoring of a year in rows: its windows, and what they make each sector owe. */
import { randomUUID } from 'node:crypto';
import {
  type MonitoredSector,
  monitoringDuties,
  windowTitle,
} from '../../domain/cycle/monitoring-obligations.js';
import { type MonitoringWindow, type WindowRule, windowsOf } from '../../domain/cycle/windows.js';
import { type CivilDate, later } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Cycle } from '../cycle/cycles.js';
import type { Tx } from '../in-town.js';
import { insertRows } from '../insert-rows.js';
import { roleColumns, sectorIds } from '../people/roles.js';
import { spokenOfBySector } from '../plan/lead-sectors.js';

/** A window as it was planned for a year. */
export interface KeptWindow extends Omit<MonitoringWindow, 'name'> {
  readonly id: string;
  /** "Monitoraggio del primo semestre 2023". */
  readonly title: string;
  /** Town time; `null`: not opened yet. */
  readonly openedAt: Instant | null;
  /** The due day before it was put off, and why; `null`: it was not. */
  readonly firstDue: CivilDate | null;
  readonly putOffBecause: string | null;
}

/** The later of the day of approval and the day of going live; `null`: no plan is approved. */
export const startDayOf = ({ approvedOn, liveOn }: Cycle): CivilDate | null =>
  approvedOn === null ? null : later(approvedOn, liveOn ?? approvedOn);

/** In order. */
export const listWindows = async (tx: Tx, cycle: string): Promise<readonly KeptWindow[]> =>
  tx<KeptWindow[]>`
    select id, ordinal, title, covers_from, reference_on, opens, due, skipped, opened_at, first_due,
      put_off_because
    from monitoring_window where cycle = ${cycle} order by ordinal`;

/** `opened_at` is set once. */
export async function openWindow(tx: Tx, window: string, at: Instant): Promise<boolean> {
  const opened = await tx`update monitoring_window set opened_at = ${at}
    where id = ${window} and opened_at is null and skipped is null`;
  return opened.count === 1;
}

/**
 * Brings what is asked of the sectors in line with the plan in force, from the day on which it is approved, so
 * that boards, calendars and the prova generale know it long before the window opens. Repeated it changes
 * nothing. Windows stay as they were first planned; what a sector has begun stays. Returns how many
 * duties opened or ended.
 */
export async function planMonitoring(tx: Tx, cycle: Cycle, rules: readonly WindowRule[]): Promise<number> {
  const startDay = startDayOf(cycle);
  if (startDay === null) return 0;
  await insertRows(
    tx,
    'monitoring_window',
    windowsOf(rules, cycle.year, startDay).map(({ name, ...window }) => ({
      ...{ ...window, cycle: cycle.id, title: windowTitle(name, cycle.year) },
      id: randomUUID(),
    })),
    tx`on conflict (town, cycle, ordinal) do nothing`,
  );
  const [windows, sectors, asked, ids] = await Promise.all([
    listWindows(tx, cycle.id),
    monitoredSectors(tx, cycle.id),
    askedAlready(tx, cycle.id),
    sectorIds(tx),
  ]);
  const known = new Set(asked.map(({ window, sector }) => `${window} ${sector}`));
  const owed = monitoringDuties(
    windows.map(({ title, ...window }) => ({ ...window, name: title })),
    sectors,
  ).flatMap(({ window, sector, owner }) => {
    const kept = windows.find(({ ordinal }) => ordinal === window.ordinal);
    const of = ids.get(sector.name);
    return kept === undefined || of === undefined || known.has(`${kept.id} ${of}`)
      ? []
      : [{ id: randomUUID(), window: kept, sector: of, owner: roleColumns(owner, ids) }];
  });
  await insertDuties(tx, { cycle: cycle.id, startDay }, owed);
  return owed.length + (await endDuties(tx, sectors, asked));
}

interface Owed {
  readonly id: string;
  readonly window: KeptWindow;
  readonly sector: string;
  readonly owner: ReturnType<typeof roleColumns>;
}

async function insertDuties(
  tx: Tx,
  { cycle, startDay }: { readonly cycle: string; readonly startDay: CivilDate },
  owed: readonly Owed[],
): Promise<void> {
  await insertRows(
    tx,
    'obligation',
    owed.map(({ id, window, sector, owner }) => ({
      ...{ id, cycle, kind: 'monitoring', sector, title: window.title, startDay, opens: window.opens },
      ...{ ownerRole: owner.role, ownerSector: owner.sector, termKind: 'date', due: window.due },
      ...{ version: 1, state: 'open', heldBack: false, rowVersion: 1 },
    })),
  );
  await insertRows(
    tx,
    'submission',
    owed.map(({ id, window, sector }) => ({
      ...{
        obligation: id,
        monitoringWindow: window.id,
        sector,
        state: 'draft',
        confirmed: false,
        rowVersion: 1,
      },
    })),
  );
}

interface Asked {
  readonly obligation: string;
  readonly window: string;
  readonly sector: string;
  readonly sectorName: string;
  readonly untouched: boolean;
}

const askedAlready = async (tx: Tx, cycle: string): Promise<readonly Asked[]> =>
  tx<Asked[]>`
    select m.obligation, m.monitoring_window as window, m.sector, s.name as sector_name,
      m.state = 'draft' and o.state = 'open' as untouched
    from submission m
      join obligation o on o.town = m.town and o.id = m.obligation
      join sector s on s.town = m.town and s.id = m.sector
    where o.cycle = ${cycle} and o.state <> 'superseded'`;

/** A sector left without objectives owes nothing it has not transmitted. */
async function endDuties(
  tx: Tx,
  sectors: readonly MonitoredSector[],
  asked: readonly Asked[],
): Promise<number> {
  const left = new Set(sectors.filter(({ objectives }) => objectives > 0).map(({ name }) => name));
  const over = asked.filter(({ untouched, sectorName }) => untouched && !left.has(sectorName));
  if (over.length === 0) return 0;
  await tx`update obligation set state = 'superseded', row_version = row_version + 1
    where id = any (${over.map(({ obligation }) => obligation)}::uuid[])`;
  return over.length;
}

/** Sectors of a year in the plan's order, with how many objectives in force each answers for. */
export const monitoredSectors = async (tx: Tx, cycle: string): Promise<readonly MonitoredSector[]> =>
  tx<MonitoredSector[]>`
    select s.name, cs.printed_owner, count(x.id)::int as objectives
    from cycle_sector cs
      join sector s on s.town = cs.town and s.id = cs.sector
      left join sector_weight w on w.town = cs.town and w.sector = cs.sector
      left join objective x on x.town = w.town and x.id = w.objective and x.cycle = cs.cycle
        and ${spokenOfBySector(tx)}
    where cs.cycle = ${cycle} group by s.name, cs.printed_owner, cs.ordinal order by cs.ordinal`;
