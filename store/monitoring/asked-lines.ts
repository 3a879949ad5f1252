/** What a submission must speak of: the objectives in force that the sector answers for, with their indicators and terms as they stand. */
import type { AskedIndicator, AskedLine, AskedMilestone } from '../../domain/cycle/submission-line.js';
import { addDays, type CivilDate } from '../../domain/time/civil-date.js';
import type { Tx } from '../in-town.js';
import { spokenOfBySector } from '../plan/lead-sectors.js';

interface IndicatorRow {
  id: string;
  objective: string;
  text: string;
  value: number | null;
  unit: string | null;
  op: string | null;
}

/** An objective that a sector's submission speaks of. */
export interface AskedObjective {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
}

/** In the plan's order of that sector. */
export const askedObjectives = (tx: Tx, cycle: string, sector: string): Promise<readonly AskedObjective[]> =>
  tx<AskedObjective[]>`
    select x.id, x.number, x.title from sector_weight w join objective x on x.town = w.town and x.id = w.objective
    where w.sector = ${sector} and x.cycle = ${cycle} and ${spokenOfBySector(tx)} order by w.ordinal, x.id`;

/** In the plan's order of that sector. Terms that are still to come after `until` are left to the next window. */
export async function askedLines(
  tx: Tx,
  { cycle, sector, until }: { readonly cycle: string; readonly sector: string; readonly until: CivilDate },
): Promise<readonly AskedLine[]> {
  const objectives = await askedObjectives(tx, cycle, sector);
  const ids = objectives.map(({ id }) => id);
  const [indicators, terms] = await Promise.all([
    tx<IndicatorRow[]>`
      select id, objective, text, target_value as value, target_unit as unit, target_op as op
      from indicator where objective = any (${ids}::uuid[]) and ended_by is null order by objective, ordinal`,
    tx<(AskedMilestone & { objective: string })[]>`
      select o.id as obligation, o.objective, m.phrase, o.due, o.state, o.done_on, o.forecast,
        case when o.state = 'open' and o.forecast is not null then a.note end as reason
      from obligation o
        left join milestone m on m.town = o.town and m.id = o.milestone
        left join lateral (
          select note from answer where town = o.town and obligation = o.id and kind = 'in-progress'
            and withdrawn_at is null and obligation_version = o.version order by seq desc limit 1
        ) a on true
      where o.objective = any (${ids}::uuid[]) and o.sector = ${sector} and o.kind = 'milestone'
        and o.state in ('open', 'done') and (o.state = 'done' or o.due is null or o.due < ${addDays(until, 1)})
      order by o.due nulls last, o.occurrence, o.id`,
  ]);
  return objectives.map(({ id, number, title }) => ({
    ...{ objective: id, number, title },
    indicators: indicators.filter(({ objective }) => objective === id).map(indicatorOf),
    milestones: terms
      .filter(({ objective }) => objective === id)
      .map(({ objective: _, ...milestone }) => milestone),
  }));
}

const indicatorOf = ({ id, text, value, unit, op }: IndicatorRow): AskedIndicator => ({
  ...{ id, text },
  target:
    value === null ? null : { value, ...(unit === null ? {} : { unit }), ...(op === null ? {} : { op }) },
});
