/** Submissions as they stand: one, or all of a window; what was transmitted; what was done to them. */
import type { SubmissionState, SubmissionStep } from '../../domain/cycle/submission-state.js';
import type { Role } from '../../domain/obligations/obligation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Fragment } from '../connection.js';
import type { Tx } from '../in-town.js';
import { roleColumns, roleOf, sectorIds } from '../people/roles.js';

/** A submission has the id of the obligation that asks for it. */
export interface Submission {
  readonly id: string;
  readonly cycle: string;
  readonly year: number;
  readonly sector: string;
  readonly sectorName: string;
  /** Who owes it. */
  readonly owner: Role;
  readonly state: SubmissionState;
  readonly confirmed: boolean;
  readonly rowVersion: number;
  readonly window: {
    readonly id: string;
    /** "Monitoraggio del primo semestre 2023". */
    readonly title: string;
    readonly coversFrom: CivilDate;
    readonly referenceOn: CivilDate;
    readonly opens: CivilDate;
  };
  /** By when it is owed now: later than the window's after a return. */
  readonly due: CivilDate;
  readonly cycleState: 'open' | 'closed';
  /** The last that was transmitted. */
  readonly transmitted: {
    readonly number: number;
    readonly at: Instant;
    readonly by: string;
    readonly late: boolean;
  } | null;
}

interface Row {
  id: string;
  cycle: string;
  year: number;
  sector: string;
  sectorName: string;
  ownerRole: Role['role'];
  ownerName: string | null;
  state: SubmissionState;
  confirmed: boolean;
  rowVersion: number;
  window: string;
  title: string;
  coversFrom: CivilDate;
  referenceOn: CivilDate;
  opens: CivilDate;
  due: CivilDate;
  cycleState: 'open' | 'closed';
  number: number | null;
  at: Instant | null;
  by: string | null;
  late: boolean | null;
}

const submissionsWhere = async (tx: Tx, condition: Fragment): Promise<readonly Submission[]> => {
  const rows = await tx<Row[]>`
    select m.obligation as id, o.cycle, c.year, m.sector, s.name as sector_name, o.owner_role, os.name as owner_name,
      m.state, m.confirmed, m.row_version, w.id as window, w.title, w.covers_from, w.reference_on, w.opens, o.due,
      c.state as cycle_state, v.number, v.transmitted_at as at, p.name as by, v.late
    from submission m
      join obligation o on o.town = m.town and o.id = m.obligation
      join cycle c on c.town = o.town and c.id = o.cycle
      join monitoring_window w on w.town = m.town and w.id = m.monitoring_window
      join sector s on s.town = m.town and s.id = m.sector
      left join sector os on os.town = o.town and os.id = o.owner_sector
      left join cycle_sector cs on cs.town = o.town and cs.cycle = o.cycle and cs.sector = m.sector
      left join lateral (
        select number, transmitted_at, transmitted_by, late from submission_version
        where town = m.town and obligation = m.obligation order by number desc limit 1
      ) v on true
      left join person p on p.town = m.town and p.id = v.transmitted_by
    where (o.state <> 'superseded' or c.state = 'closed') and ${condition}
    order by c.year desc, w.ordinal, cs.ordinal, s.name`;
  return rows.map((row) => ({
    ...{ id: row.id, cycle: row.cycle, year: row.year, sector: row.sector, sectorName: row.sectorName },
    owner: roleOf(row.ownerRole, row.ownerName),
    ...{ state: row.state, confirmed: row.confirmed, rowVersion: row.rowVersion, due: row.due },
    window: {
      ...{ id: row.window, title: row.title, coversFrom: row.coversFrom },
      ...{ referenceOn: row.referenceOn, opens: row.opens },
    },
    cycleState: row.cycleState,
    transmitted:
      row.number === null || row.at === null
        ? null
        : { number: row.number, at: row.at, by: row.by ?? '', late: row.late === true },
  }));
};

/** Of a year's windows, by window, then in the order of the plan's sectors. */
export const listSubmissions = (tx: Tx, year: number): Promise<readonly Submission[]> =>
  submissionsWhere(tx, tx`c.year = ${year}`);

/** How many of the open years are transmitted and wait to be acknowledged. */
export async function waitingSubmissions(tx: Tx): Promise<number> {
  const [row] = await tx<{ waiting: number }[]>`
    select count(*) as waiting from submission m
      join obligation o on o.town = m.town and o.id = m.obligation
      join cycle c on c.town = o.town and c.id = o.cycle
    where m.state = 'transmitted' and c.state = 'open'`;
  return row?.waiting ?? 0;
}

/** `null` when the town has none with that id. */
export async function findSubmission(tx: Tx, id: string): Promise<Submission | null> {
  const [found] = await submissionsWhere(tx, tx`m.obligation = ${id}`);
  return found ?? null;
}

/** As {@link findSubmission}, held until the transaction ends: whoever writes in it waits. */
export async function holdSubmission(tx: Tx, id: string): Promise<Submission | null> {
  await tx`select 1 from submission where obligation = ${id} for update`;
  return findSubmission(tx, id);
}

/** Its state after a step, or what was confirmed with it. */
export async function moveSubmission(tx: Tx, id: string, state: SubmissionState): Promise<void> {
  await tx`update submission set state = ${state}, row_version = row_version + 1 where obligation = ${id}`;
}

export async function confirmAnswers(tx: Tx, id: string, confirmed: boolean): Promise<void> {
  await tx`update submission set confirmed = ${confirmed} where obligation = ${id}`;
}

/** A step of its history. */
export interface SubmissionEvent {
  readonly kind: SubmissionStep | 'observe';
  /** The version it is about; `null`: none was transmitted. */
  readonly version: number | null;
  /** Town time. */
  readonly at: Instant;
  readonly person: string | null;
  readonly personName: string | null;
  readonly role: Role['role'];
  /** The reason, or the observation; empty when it was erased. */
  readonly text: string | null;
}

/** A step of a submission, never changed afterwards; its lines stay with the version. */
export async function recordEvent(
  tx: Tx,
  id: string,
  event: Pick<SubmissionEvent, 'kind' | 'version' | 'at' | 'person' | 'text'> & { readonly role: Role },
): Promise<void> {
  const { role } = roleColumns(event.role, await sectorIds(tx));
  await tx`insert into submission_event (obligation, kind, version, at, person, role, text)
    values (${id}, ${event.kind}, ${event.version}, ${event.at}, ${event.person}, ${role}, ${event.text})`;
}

/** Oldest first. */
export const eventsOf = async (tx: Tx, id: string): Promise<readonly SubmissionEvent[]> =>
  tx<SubmissionEvent[]>`
    select e.kind, e.version, e.at, e.person, p.name as person_name, e.role, e.text
    from submission_event e left join person p on p.town = e.town and p.id = e.person
    where e.obligation = ${id} order by e.seq`;
