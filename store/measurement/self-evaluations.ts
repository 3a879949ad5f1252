/** Self-evaluations as they stand, and what they say of each objective. A sheet has the id of its obligation. */
import { z } from 'zod';
import type { StoredLine } from '../../domain/cycle/line-merge.js';
import { type SheetLine, VERDICTS } from '../../domain/cycle/self-evaluation-line.js';
import type { Role } from '../../domain/obligations/obligation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Fragment, Json } from '../connection.js';
import type { Tx } from '../in-town.js';
import { roleOf } from '../people/roles.js';

/** `reopened` is written in again; there is no acknowledgment. */
export type SheetState = 'draft' | 'transmitted' | 'reopened';

/** Without its lines. */
export interface Sheet {
  readonly id: string;
  readonly cycle: string;
  readonly year: number;
  readonly sector: string;
  readonly sectorName: string;
  /** Who owes it. */
  readonly owner: Role;
  readonly state: SheetState;
  /** Why it was opened again. */
  readonly reason: string | null;
  readonly rowVersion: number;
  readonly opens: CivilDate;
  readonly due: CivilDate;
  readonly cycleState: 'open' | 'closed';
  /** The last time. */
  readonly transmitted: { readonly at: Instant; readonly by: string; readonly late: boolean } | null;
}

interface Row extends Omit<Sheet, 'owner' | 'transmitted'> {
  ownerRole: Role['role'];
  ownerName: string | null;
  at: Instant | null;
  by: string | null;
  late: boolean | null;
}

const sheetsWhere = async (tx: Tx, condition: Fragment): Promise<readonly Sheet[]> => {
  const rows = await tx<Row[]>`
    select e.obligation as id, o.cycle, c.year, e.sector, s.name as sector_name, o.owner_role, os.name as owner_name,
      e.state, e.reason, e.row_version, o.opens, o.due, c.state as cycle_state, e.transmitted_at as at,
      p.name as by, e.late
    from self_evaluation e
      join obligation o on o.town = e.town and o.id = e.obligation
      join cycle c on c.town = o.town and c.id = o.cycle
      join sector s on s.town = e.town and s.id = e.sector
      left join sector os on os.town = o.town and os.id = o.owner_sector
      left join cycle_sector cs on cs.town = o.town and cs.cycle = o.cycle and cs.sector = e.sector
      left join person p on p.town = e.town and p.id = e.transmitted_by
    where (o.state <> 'superseded' or c.state = 'closed') and ${condition}
    order by c.year desc, cs.ordinal, s.name`;
  return rows.map(({ ownerRole, ownerName, at, by, late, ...row }) => ({
    ...row,
    owner: roleOf(ownerRole, ownerName),
    transmitted: at === null ? null : { at, by: by ?? '', late: late === true },
  }));
};

/** In the order of the plan's sectors. */
export const listSheets = (tx: Tx, cycle: string): Promise<readonly Sheet[]> =>
  sheetsWhere(tx, tx`o.cycle = ${cycle}`);

/** `null` when the town has none with that id. */
export async function findSheet(tx: Tx, id: string): Promise<Sheet | null> {
  const [found] = await sheetsWhere(tx, tx`e.obligation = ${id}`);
  return found ?? null;
}

/** As {@link findSheet}, held until the transaction ends: whoever writes in it waits. */
export async function holdSheet(tx: Tx, id: string): Promise<Sheet | null> {
  await tx`select 1 from self_evaluation where obligation = ${id} for update`;
  return findSheet(tx, id);
}

/** `sha256` is of the lines as transmitted. */
export async function markTransmitted(
  tx: Tx,
  id: string,
  {
    at,
    by,
    late,
    sha256,
  }: { readonly at: Instant; readonly by: string; readonly late: boolean; readonly sha256: string },
): Promise<void> {
  await tx`update self_evaluation set state = 'transmitted', transmitted_at = ${at}, transmitted_by = ${by},
    late = ${late}, sha256 = ${sha256}, row_version = row_version + 1 where obligation = ${id}`;
}

/** With the reason; when it is due again is the obligation's affair. */
export async function markReopened(tx: Tx, id: string, reason: string): Promise<void> {
  await tx`update self_evaluation set state = 'reopened', reason = ${reason}, row_version = row_version + 1
    where obligation = ${id}`;
}

const text = z.string().default('');

/** Every field has a default, so that what an older version saved reads on. */
export const sheetLineSchema: z.ZodType<SheetLine> = z.object({
  indicators: z
    .array(z.object({ indicator: z.string(), value: text, waiting: z.boolean().default(false) }))
    .default([]),
  verdict: z.enum(VERDICTS).nullable().default(null),
  ...{ degree: text, reason: text, waitingFor: text, until: text, evidence: text },
});

/** A line with who saved it last, and when (town time). */
export interface SavedSheetLine extends StoredLine<SheetLine> {
  readonly savedAt: Instant;
  readonly savedBy: string | null;
}

interface LineRow extends Omit<SavedSheetLine, 'content'> {
  sheet: string;
  objective: string;
  content: unknown;
}

/** Of several sheets, by `<sheet> <objective>`; those that nobody wrote are absent. */
export async function savedSheetLines(
  tx: Tx,
  sheets: readonly string[],
): Promise<ReadonlyMap<string, SavedSheetLine>> {
  const rows = await tx<LineRow[]>`
    select l.obligation as sheet, l.objective, l.content, l.row_version, l.saved_at, p.name as saved_by
    from self_evaluation_line l left join person p on p.town = l.town and p.id = l.saved_by
    where l.obligation = any (${[...sheets]}::uuid[])`;
  return new Map(
    rows.map(({ sheet, objective, content, ...rest }) => [
      `${sheet} ${objective}`,
      { ...rest, content: sheetLineSchema.parse(content) },
    ]),
  );
}

/** The caller holds the sheet. */
export async function saveSheetLine(
  tx: Tx,
  sheet: string,
  line: { readonly objective: string; readonly content: SheetLine },
  saved: { readonly at: Instant; readonly by: string },
): Promise<void> {
  await tx`
    insert into self_evaluation_line (obligation, objective, content, saved_at, saved_by)
    values (${sheet}, ${line.objective}, ${tx.json(line.content as unknown as Json)}, ${saved.at}, ${saved.by})
    on conflict (town, obligation, objective) do update set content = excluded.content,
      row_version = self_evaluation_line.row_version + 1, saved_at = excluded.saved_at, saved_by = excluded.saved_by`;
}
