/** The objectives of a year as they are measured: by sector, with weight, phases, indicators and how each counts. */
import { z } from 'zod';
import type { Obligation } from '../../domain/obligations/obligation.js';
import { type Points, pointsFromUnits } from '../../domain/plan/points.js';
import type { Indicator } from '../../domain/scoring/indicator.js';
import { proposedIndicator } from '../../domain/scoring/proposed-indicator.js';
import type { AttainmentRule } from '../../domain/scoring/rule.js';
import { civilDay } from '../cycle/legal-settings.js';
import type { Tx } from '../in-town.js';
import type { ObligationRow } from '../obligations/obligation-rows.js';
import { attainmentRuleSchema } from './scoring-rules.js';

const figure = z.int();
const direction = z.enum(['rising', 'falling', 'on-target']);

/** Figures in units of 10⁻⁴. */
export const indicatorSchema = z.union([
  z.object({
    kind: z.enum(['number', 'percentage', 'count', 'ratio']),
    direction,
    baseline: figure.nullable(),
    target: figure,
    unit: z.string().nullable(),
  }),
  z.object({ kind: z.literal('date'), direction, baseline: civilDay.nullable(), target: civilDay }),
  z.object({ kind: z.literal('yes-no'), target: z.boolean() }),
]) as unknown as z.ZodType<Indicator>;

/** As printed, and how it is measured. */
export interface PlannedIndicator {
  readonly id: string;
  readonly text: string;
  /** As printed in the plan; `null`: in words alone. */
  readonly target: { readonly value: number; readonly unit?: string; readonly op?: string } | null;
  /** As the Segretario set it, else as proposed; `null`: measured by nobody. */
  readonly definition: Indicator | null;
  /** Nobody has set it yet. */
  readonly isProposed: boolean;
  /** Of its own; `null`: the town's for its kind. */
  readonly rule: AttainmentRule | null;
  readonly weight: Points | null;
  /** Of what was set; 0: nothing. */
  readonly rowVersion: number;
}

/** A term of the objective, and what it counts. */
export interface PlannedPhase extends Pick<Obligation, 'id' | 'state' | 'term' | 'doneOn' | 'recurrence'> {
  /** `null`: an implicit term. */
  readonly milestone: string | null;
  readonly phrase: string | null;
  /** Of the plan, else as set; `null`: alike. */
  readonly weight: Points | null;
  readonly isOfThePlan: boolean;
  /** Somebody has set it. */
  readonly isSet: boolean;
}

/** In one sector, with the weight it has there. */
export interface MeasuredObjective {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly shared: boolean;
  /** Id of the sector that answers for all. */
  readonly lead: string | null;
  readonly weight: Points | null;
  /** What a report says was attained, as printed. */
  readonly printedResult: { readonly value: number; readonly unit?: string } | null;
  readonly phases: readonly PlannedPhase[];
  readonly indicators: readonly PlannedIndicator[];
}

/** A sector of the year's plan. */
export interface MeasuredSector {
  readonly id: string;
  readonly name: string;
  /** In the plan's order; those withdrawn are absent. */
  readonly objectives: readonly MeasuredObjective[];
}

interface IndicatorRow {
  id: string;
  objective: string;
  text: string;
  value: number | null;
  unit: string | null;
  op: string | null;
  definition: unknown;
  rule: unknown;
  units: number | null;
  rowVersion: number | null;
}

interface PhaseRow
  extends Pick<
    ObligationRow,
    | 'id'
    | 'objective'
    | 'sector'
    | 'milestone'
    | 'state'
    | 'termKind'
    | 'due'
    | 'anchor'
    | 'doneOn'
    | 'recurrence'
    | 'recurrenceFrequent'
    | 'phrase'
  > {
  planUnits: number | null;
  setUnits: number | null;
  isSet: boolean;
}

/** All sectors of a year, in the plan's order. */
export async function measuredSectors(tx: Tx, cycle: string): Promise<readonly MeasuredSector[]> {
  const [sectors, objectives, indicators, phases] = await Promise.all([
    tx<{ id: string; name: string }[]>`
      select s.id, s.name from cycle_sector cs join sector s on s.town = cs.town and s.id = cs.sector
      where cs.cycle = ${cycle} order by cs.ordinal`,
    tx<
      (Omit<MeasuredObjective, 'weight' | 'phases' | 'indicators'> & {
        sector: string;
        units: number | null;
      })[]
    >`
      select x.id, x.number, x.title, x.shared, x.lead_sector as lead, x.result as printed_result, w.sector,
        w.weight_units as units
      from objective x join sector_weight w on w.town = x.town and w.objective = x.id
      where x.cycle = ${cycle} and x.state <> 'withdrawn' order by w.ordinal, x.id`,
    tx<IndicatorRow[]>`
      select i.id, i.objective, i.text, i.target_value as value, i.target_unit as unit, i.target_op as op,
        d.definition, d.rule, d.weight_units as units, d.row_version
      from indicator i join objective x on x.town = i.town and x.id = i.objective
        left join indicator_definition d on d.town = i.town and d.indicator = i.id
      where x.cycle = ${cycle} and i.ended_by is null order by i.ordinal`,
    tx<PhaseRow[]>`
      select o.id, o.objective, o.sector, o.milestone, o.term_kind, o.due, o.anchor, o.done_on, o.recurrence,
        -- What was still to come when the year was closed is told as it was that day.
        case when o.closed_with_year then 'open' else o.state end as state,
        o.recurrence_frequent, m.phrase, m.weight_units as plan_units, mw.weight_units as set_units,
        mw.milestone is not null as is_set
      from obligation o
        left join milestone m on m.town = o.town and m.id = o.milestone
        left join milestone_weight mw on mw.town = o.town and mw.milestone = o.milestone
      where o.cycle = ${cycle} and o.kind = 'milestone' order by o.due nulls last, o.occurrence, o.id`,
  ]);
  return sectors.map(({ id, name }) => ({
    ...{ id, name },
    objectives: objectives
      .filter(({ sector }) => sector === id)
      .map(({ sector: _, units, ...objective }) => ({
        ...objective,
        weight: pointsOr(units),
        phases: phases
          .filter((phase) => phase.objective === objective.id && phase.sector === (objective.lead ?? id))
          .map(phaseOf),
        indicators: indicators.filter((one) => one.objective === objective.id).map(indicatorOf),
      })),
  }));
}

const pointsOr = (units: number | null): Points | null => (units === null ? null : pointsFromUnits(units));

const phaseOf = (row: PhaseRow): PlannedPhase => ({
  ...{ id: row.id, state: row.state, doneOn: row.doneOn, milestone: row.milestone, phrase: row.phrase },
  term:
    row.due === null || row.termKind === 'external'
      ? { kind: 'external', anchor: row.anchor }
      : { kind: row.termKind, due: row.due },
  recurrence:
    row.recurrence === null ? null : { id: row.recurrence, frequent: row.recurrenceFrequent === true },
  weight: pointsOr(row.planUnits ?? row.setUnits),
  ...{ isOfThePlan: row.planUnits !== null, isSet: row.isSet },
});

function indicatorOf({
  id,
  text,
  value,
  unit,
  op,
  definition,
  rule,
  units,
  rowVersion,
}: IndicatorRow): PlannedIndicator {
  const target =
    value === null ? null : { value, ...(unit === null ? {} : { unit }), ...(op === null ? {} : { op }) };
  const set =
    rowVersion === null ? undefined : definition === null ? null : indicatorSchema.parse(definition);
  return {
    ...{ id, text, target, weight: pointsOr(units), rowVersion: rowVersion ?? 0 },
    definition: set === undefined ? proposedIndicator(target) : set,
    isProposed: set === undefined,
    rule: rule === null ? null : attainmentRuleSchema.parse(rule),
  };
}
