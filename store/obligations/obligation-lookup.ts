/**
 * Many obligations of a town at once. Objectives and milestones, which are as many as obligations, are
 * looked up beside and put together here: joined, they make the server read them all for each row where
 * it has no statistics yet.
 */
import type { Fragment } from '../connection.js';
import type { Tx } from '../in-town.js';
import { sharesLed } from '../plan/lead-sectors.js';
import { isCompiled, type ObligationRow, standingDisclaimed } from './obligation-rows.js';

/** A row with its place in the plan. */
export interface PlacedRow extends ObligationRow {
  /** Place of the sector in the plan, of the objective in the sector, of the milestone, of the occurrence. */
  readonly place: readonly [number, number, number, number];
}

type Looked = 'number' | 'objectiveTitle' | 'phrase' | 'lines' | 'answersFor' | 'disclaimed';
type Bare = Omit<ObligationRow, Looked> & { sectorOrdinal: number | null; occurrence: number | null };

interface Looking {
  id: string;
  cycle: string;
  state: string;
  number: string | null;
  title: string;
  lead: string | null;
  ordinal: number;
}

/** Objectives that were withdrawn stand after those in force, whose places the variations number anew. */
const WITHDRAWN = 1_000_000;

/** `condition` is what stands after `where` (alias `o` of obligation, `c` of its cycle); in no order. */
export async function obligationRows(tx: Tx, condition: Fragment): Promise<PlacedRow[]> {
  const [rows, objectives, milestones, weights, led, disclaimed] = await Promise.all([
    tx<Bare[]>`
      select o.id, o.kind, c.year, c.state as year_state, o.cycle, o.objective, o.sector, o.milestone, o.owner_role, os.name as owner_name,
        o.term_kind, o.due, o.anchor, o.opens, o.start_day, o.recurrence, o.recurrence_frequent, o.occurrence,
        o.version, o.state, o.done_on, o.forecast, o.held_back, s.name as sector_name, o.title, o.weight_units,
        o.row_version, o.done_recorded_at, o.done_by, p.name as done_by_name, o.done_note, cs.ordinal as sector_ordinal
      from obligation o
        join cycle c on c.town = o.town and c.id = o.cycle
        left join cycle_sector cs on cs.town = o.town and cs.cycle = o.cycle and cs.sector = o.sector
        left join sector s on s.town = o.town and s.id = o.sector
        left join sector os on os.town = o.town and os.id = o.owner_sector
        left join person p on p.town = o.town and p.id = o.done_by
      where ${condition}`,
    tx<Looking[]>`
      select id, cycle, state, number, title, lead_sector as lead, ordinal from objective`,
    tx<{ id: string; phrase: string; ordinal: number }[]>`select id, phrase, ordinal from milestone`,
    tx<{ objective: string; sector: string; ordinal: number }[]>`
      select objective, sector, ordinal from sector_weight`,
    sharesLed(tx),
    tx<{ id: string; version: number }[]>`${standingDisclaimed(tx)}`,
  ]);
  const isDisclaimed = new Set(disclaimed.map(({ id, version }) => `${id} ${version}`));
  const objectiveOf = new Map(objectives.map((one) => [one.id, one]));
  const milestoneOf = new Map(milestones.map((one) => [one.id, one]));
  const placeIn = new Map(weights.map((one) => [`${one.objective} ${one.sector}`, one.ordinal]));
  const linesIn = new Map<string, number>();
  for (const { objective, sector } of weights) {
    const found = objectiveOf.get(objective);
    if (found === undefined || found.state === 'withdrawn') continue;
    if (found.lead !== null && found.lead !== sector) continue;
    const place = `${found.cycle} ${sector}`;
    linesIn.set(place, (linesIn.get(place) ?? 0) + 1);
  }
  return rows.map((row) => {
    const objective = objectiveOf.get(row.objective ?? '');
    const milestone = milestoneOf.get(row.milestone ?? '');
    const looked: Pick<PlacedRow, Looked | 'place'> = {
      number: objective?.number ?? null,
      objectiveTitle: objective?.title ?? null,
      phrase: milestone?.phrase ?? null,
      disclaimed: isDisclaimed.has(`${row.id} ${row.version}`),
      answersFor: led.get(`${row.objective} ${row.sector}`) ?? null,
      lines: isCompiled(row.kind) ? (linesIn.get(`${row.cycle} ${row.sector}`) ?? 0) : 0,
      place: [
        row.sectorOrdinal ?? Number.MAX_SAFE_INTEGER,
        objective?.state === 'withdrawn'
          ? WITHDRAWN + objective.ordinal
          : (placeIn.get(`${row.objective} ${row.sector}`) ?? 0),
        milestone?.ordinal ?? 0,
        row.occurrence ?? 0,
      ],
    };
    // Into the row itself: copying thirty columns of each of hundreds of rows is what a page would wait for.
    return Object.assign(row, looked);
  });
}

/** By year, sector, objective, milestone and occurrence as the plan has them, then by due date. */
export const byPlan = (a: PlacedRow, b: PlacedRow): number =>
  compare(a.year, b.year) ||
  comparePlaces(a, b) ||
  compare(dueOrLast(a), dueOrLast(b)) ||
  compare(a.id, b.id);

/** By due date, the undated last; then as the plan lists them. */
export const byDueThenPlan = (a: PlacedRow, b: PlacedRow): number =>
  compare(dueOrLast(a), dueOrLast(b)) || byPlan(a, b);

function comparePlaces(a: PlacedRow, b: PlacedRow): number {
  for (const level of [0, 1, 2, 3] as const) {
    const order = compare(a.place[level], b.place[level]);
    if (order !== 0) return order;
  }
  return 0;
}

const dueOrLast = (row: PlacedRow): string => row.due ?? '9999-12-31';

const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
