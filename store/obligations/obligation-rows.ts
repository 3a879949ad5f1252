/** Rows of obligations as the domain's `Obligation`, with what pages need beside. */
import { monitoringTitle } from '../../domain/cycle/monitoring-obligations.js';
import type {
  Obligation,
  ObligationKind,
  ObligationState,
  Role,
  Term,
} from '../../domain/obligations/obligation.js';
import { type Points, pointsFromUnits } from '../../domain/plan/points.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Fragment } from '../connection.js';
import type { Cycle } from '../cycle/cycles.js';
import type { Tx } from '../in-town.js';
import { roleOf } from '../people/roles.js';
import { spokenOfBySector } from '../plan/lead-sectors.js';

/** As the database gives it. */
export interface ObligationRow {
  id: string;
  kind: ObligationKind;
  year: number;
  yearState: Cycle['state'];
  cycle: string;
  objective: string | null;
  sector: string | null;
  milestone: string | null;
  ownerRole: Role['role'];
  ownerName: string | null;
  termKind: Term['kind'];
  due: CivilDate | null;
  anchor: string | null;
  opens: CivilDate | null;
  startDay: CivilDate;
  recurrence: string | null;
  recurrenceFrequent: boolean | null;
  version: number;
  state: ObligationState;
  doneOn: CivilDate | null;
  forecast: CivilDate | null;
  heldBack: boolean;
  /** "Not mine" stands, and nobody decided about it. */
  disclaimed: boolean;
  sectorName: string | null;
  number: string | null;
  title: string | null;
  objectiveTitle: string | null;
  phrase: string | null;
  weightUnits: number | null;
  /** Objectives that a submission or a self-evaluation must speak of; 0 for every other kind. */
  lines: number;
  /** Of a lead sector: the others, in the plan's order; `null`: none. */
  answersFor: { sector: string; units: number | null }[] | null;
  rowVersion: number;
  doneRecordedAt: Instant | null;
  doneBy: string | null;
  doneByName: string | null;
  doneNote: string | null;
}

/** One obligation as pages show it. */
export interface ObligationRecord {
  readonly obligation: Obligation;
  readonly cycle: string;
  /** Sector under which the plan lists the objective; `null` for what belongs to the town. */
  readonly sectorId: string | null;
  readonly milestoneId: string | null;
  /** Rises with every change: commands say which one was seen. */
  readonly rowVersion: number;
  /** Town time. */
  readonly doneRecordedAt: Instant | null;
  readonly doneBy: { readonly id: string; readonly name: string } | null;
  readonly doneNote: string | null;
}

/** `select … from …` of a few; the caller adds `where` and `order by` (alias `o`, `ob`, `m`, `s`, `c`). Many: `obligation-lookup.ts`. */
export const selectObligations = (tx: Tx): Fragment => tx`
  select o.id, o.kind, c.year, c.state as year_state, o.cycle, o.objective, o.sector, o.milestone, o.owner_role, os.name as owner_name,
    o.term_kind, o.due, o.anchor, o.opens, o.start_day, o.recurrence, o.recurrence_frequent, o.version, o.state,
    o.done_on, o.forecast, o.held_back, s.name as sector_name, ob.number, o.title, ob.title as objective_title,
    m.phrase, o.weight_units, ${submissionLines(tx)} as lines, ${sharesLed(tx)} as answers_for,
    exists (select 1 from (${standingDisclaimed(tx)}) d where d.id = o.id and d.version = o.version) as disclaimed,
    o.row_version, o.done_recorded_at, o.done_by, p.name as done_by_name, o.done_note
  from obligation o
    join cycle c on c.town = o.town and c.id = o.cycle
    left join objective ob on ob.town = o.town and ob.id = o.objective
    left join milestone m on m.town = o.town and m.id = o.milestone
    left join sector s on s.town = o.town and s.id = o.sector
    left join sector os on os.town = o.town and os.id = o.owner_sector
    left join person p on p.town = o.town and p.id = o.done_by`;

/** Obligations of which "not mine" was said, not withdrawn and not decided about, with the version it was said of. */
export const standingDisclaimed = (tx: Tx): Fragment => tx`
  select a.obligation as id, a.obligation_version as version from answer a
    left join ruling r on r.town = a.town and r.answer = a.id
  where a.kind = 'not-mine' and a.withdrawn_at is null and r.answer is null`;

/** Of the other sectors of an objective that this one leads. */
const sharesLed = (tx: Tx): Fragment => tx`
  case when ob.lead_sector = o.sector then (
    select jsonb_agg(jsonb_build_object('sector', ls.name, 'units', w.weight_units) order by cs.ordinal)
    from sector_weight w join sector ls on ls.town = w.town and ls.id = w.sector
      join cycle_sector cs on cs.town = w.town and cs.cycle = ob.cycle and cs.sector = w.sector
    where w.town = o.town and w.objective = ob.id and w.sector <> ob.lead_sector) end`;

const submissionLines = (tx: Tx): Fragment => tx`
  case when o.kind in ('monitoring', 'self-evaluation') then (
    select count(*)::int from sector_weight w join objective x on x.town = w.town and x.id = w.objective
    where w.town = o.town and w.sector = o.sector and x.cycle = o.cycle
      and ${spokenOfBySector(tx)}) else 0 end`;

/** As the domain knows it. */
export function obligationOf(row: ObligationRow): Obligation {
  return {
    id: row.id,
    kind: row.kind,
    year: row.year,
    objectiveId: row.objective,
    owner: roleOf(row.ownerRole, row.ownerName),
    term: termOf(row),
    opens: row.opens,
    startDay: row.startDay,
    recurrence:
      row.recurrence === null ? null : { id: row.recurrence, frequent: row.recurrenceFrequent === true },
    version: row.version,
    state: row.state,
    doneOn: row.doneOn,
    forecast: row.forecast,
    heldBack: row.heldBack,
    ...(row.yearState === 'closed' && row.kind === 'milestone' && row.state === 'open'
      ? { yearClosed: true }
      : {}),
    ...(row.disclaimed && row.state === 'open' ? { disclaimed: true } : {}),
    subject: {
      sector: row.sectorName ?? '',
      number: row.number,
      objective: row.objectiveTitle ?? titleOf(row),
      milestone: row.phrase,
      weight: weightOf(row.weightUnits),
      ...(row.answersFor == null
        ? {}
        : { answersFor: row.answersFor.map(({ sector, units }) => ({ sector, weight: weightOf(units) })) }),
    },
  };
}

const titleOf = ({ kind, title, lines }: ObligationRow): string =>
  isCompiled(kind) ? monitoringTitle(title ?? '', lines) : (title ?? '');

/** It speaks of every objective of a sector. */
export const isCompiled = (kind: ObligationKind): boolean =>
  kind === 'monitoring' || kind === 'self-evaluation';

const weightOf = (units: number | null): Points | null => (units === null ? null : pointsFromUnits(units));

/** The row for pages: the obligation and what stands beside it. */
export const recordOf = (row: ObligationRow): ObligationRecord => ({
  obligation: obligationOf(row),
  cycle: row.cycle,
  sectorId: row.sector,
  milestoneId: row.milestone,
  rowVersion: row.rowVersion,
  doneRecordedAt: row.doneRecordedAt,
  doneBy: row.doneBy === null ? null : { id: row.doneBy, name: row.doneByName ?? '' },
  doneNote: row.doneNote,
});

function termOf(row: ObligationRow): Term {
  if (row.termKind === 'external' || row.due === null) return { kind: 'external', anchor: row.anchor };
  return { kind: row.termKind, due: row.due };
}
