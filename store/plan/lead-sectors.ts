/**
 * The lead sector of a shared objective, as rows: named, the others' obligations are superseded by its own, which
 * says the same term; dropped, those that it still owes are owed again, under a new version that starts today.
 */
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Fragment } from '../connection.js';
import type { Tx } from '../in-town.js';

/** Weight of an objective in a sector, as rows have it. */
export interface ShareRow {
  sector: string;
  units: number | null;
}

/** What lead sectors answer for beside their own, by `<objective> <lead sector>`, in the plan's order. */
export async function sharesLed(tx: Tx): Promise<ReadonlyMap<string, ShareRow[]>> {
  const rows = await tx<(ShareRow & { objective: string; lead: string })[]>`
    select o.id as objective, o.lead_sector as lead, s.name as sector, w.weight_units as units
    from objective o
      join sector_weight w on w.town = o.town and w.objective = o.id and w.sector <> o.lead_sector
      join sector s on s.town = w.town and s.id = w.sector
      join cycle_sector cs on cs.town = o.town and cs.cycle = o.cycle and cs.sector = w.sector
    where o.lead_sector is not null order by cs.ordinal`;
  const led = new Map<string, ShareRow[]>();
  for (const { objective, lead, ...share } of rows) {
    const key = `${objective} ${lead}`;
    led.set(key, [...(led.get(key) ?? []), share]);
  }
  return led;
}

/**
 * Whose submission speaks of an objective (alias `x`, and `w` of its weight in a sector): each sector's that has
 * it, or the lead sector's alone.
 */
export const spokenOfBySector = (tx: Tx): Fragment =>
  tx`x.state <> 'withdrawn' and (x.lead_sector is null or x.lead_sector = w.sector)`;

/** Id of the sector; `null`: each answers for itself. */
export async function leadOf(tx: Tx, objective: string): Promise<string | null> {
  const [row] = await tx<{ lead: string | null }[]>`
    select lead_sector as lead from objective where id = ${objective}`;
  return row?.lead ?? null;
}

/** Obligations that a change of lead touched, by id. */
export interface LeadChanged {
  /** No longer owed: the lead sector owes the same. */
  readonly superseded: readonly string[];
  /** Owed again. */
  readonly reopened: readonly string[];
}

/** `lead`: id of a sector of the objective; `null`: each answers for itself from now on. */
export async function setLead(
  tx: Tx,
  objective: string,
  { lead, today }: { readonly lead: string | null; readonly today: CivilDate },
): Promise<LeadChanged> {
  await tx`select id from obligation where objective = ${objective} order by id for update`;
  await tx`update objective set lead_sector = ${lead} where id = ${objective}`;
  const reopened = await tx<{ id: string }[]>`
    update obligation o set state = 'open', superseded_by = null, term_kind = l.term_kind, due = l.due,
      anchor = l.anchor, opens = l.opens, start_day = greatest(o.start_day, ${today}), version = o.version + 1,
      forecast = null, held_back = false, held_back_reason = null, row_version = o.row_version + 1
    from obligation l
    where o.objective = ${objective} and o.state = 'superseded' and l.town = o.town and l.id = o.superseded_by
      and l.objective = o.objective and l.state = 'open' and (${lead}::uuid is null or o.sector = ${lead})
    returning o.id`;
  if (lead === null) return { superseded: [], reopened: reopened.map(({ id }) => id) };
  const superseded = await tx<{ id: string; was: string }[]>`
    update obligation o set state = 'superseded', superseded_by = l.id, row_version = o.row_version + 1
    from obligation l, obligation b
    where o.objective = ${objective} and o.kind = 'milestone' and o.sector <> ${lead}
      and (o.state = 'open' or (o.state = 'superseded' and o.superseded_by is not null))
      and l.town = o.town and l.objective = o.objective and l.sector = ${lead} and l.kind = o.kind
      and l.state in ('open', 'done') and l.milestone is not distinct from o.milestone
      and l.occurrence is not distinct from o.occurrence and b.town = o.town and b.id = o.id
    returning o.id, b.state as was`;
  return {
    superseded: superseded.filter(({ was }) => was === 'open').map(({ id }) => id),
    reopened: reopened.map(({ id }) => id),
  };
}
