/** What a submission says of each objective, as saved, and as it was transmitted. */
import { z } from 'zod';
import type { StoredLine } from '../../domain/cycle/line-merge.js';
import { CAUSES, type LineContent, PROGRESS, PROPOSALS } from '../../domain/cycle/submission-line.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Json } from '../connection.js';
import type { Tx } from '../in-town.js';

const text = z.string().default('');

/** Every field has a default, so that what an older version saved reads on. */
const lineContentSchema: z.ZodType<LineContent> = z.object({
  progress: z.enum(PROGRESS).nullable().default(null),
  indicators: z
    .array(z.object({ indicator: z.string(), value: text, waiting: z.boolean().default(false) }))
    .default([]),
  milestones: z.array(z.object({ obligation: z.string(), doneOn: text })).default([]),
  deviation: text,
  cause: z.enum(CAUSES).nullable().default(null),
  causeText: text,
  remedy: text,
  proposal: z.enum(PROPOSALS).nullable().default(null),
  proposalText: text,
  evidence: text,
});

/** A line with who saved it last, and when (town time). */
export interface SavedLine extends StoredLine {
  readonly savedAt: Instant;
  readonly savedBy: string | null;
}

/** By objective; those that nobody wrote are absent. */
export async function savedLines(tx: Tx, submission: string): Promise<ReadonlyMap<string, SavedLine>> {
  const rows = await tx<
    { objective: string; content: unknown; rowVersion: number; savedAt: Instant; savedBy: string | null }[]
  >`
    select l.objective, l.content, l.row_version, l.saved_at, p.name as saved_by
    from submission_line l left join person p on p.town = l.town and p.id = l.saved_by
    where l.obligation = ${submission}`;
  return new Map(
    rows.map(({ objective, content, ...rest }) => [
      objective,
      { ...rest, content: lineContentSchema.parse(content) },
    ]),
  );
}

/** The caller holds the submission. */
export async function saveLine(
  tx: Tx,
  submission: string,
  line: { readonly objective: string; readonly content: LineContent },
  saved: { readonly at: Instant; readonly by: string },
): Promise<void> {
  await tx`
    insert into submission_line (obligation, objective, content, saved_at, saved_by)
    values (${submission}, ${line.objective}, ${tx.json(line.content as unknown as Json)}, ${saved.at}, ${saved.by})
    on conflict (town, obligation, objective) do update set content = excluded.content,
      row_version = submission_line.row_version + 1, saved_at = excluded.saved_at, saved_by = excluded.saved_by`;
}

/** An objective as it was spoken of, with its words of then. */
export interface TransmittedLine {
  readonly objective: string;
  readonly number: string | null;
  readonly title: string;
  readonly content: LineContent;
}

/** As of the last transmission; a draft after it is not read. */
export const transmittedLines: z.ZodType<readonly TransmittedLine[]> = z.array(
  z.object({
    objective: z.string(),
    number: z.string().nullable(),
    title: z.string(),
    content: lineContentSchema,
  }),
);

/** What was transmitted once, and never rewritten. */
export interface SubmissionVersion {
  readonly number: number;
  readonly lines: readonly TransmittedLine[];
  /** Of the lines' canonical JSON, hex. */
  readonly sha256: string;
  /** Town time. */
  readonly at: Instant;
  readonly by: string;
  readonly due: CivilDate;
  readonly late: boolean;
}

/** Returns its number, from 1. The caller holds the submission. */
export async function insertVersion(
  tx: Tx,
  submission: string,
  version: Omit<SubmissionVersion, 'number'>,
): Promise<number> {
  const [row] = await tx<{ number: number }[]>`
    insert into submission_version (obligation, number, lines, sha256, transmitted_at, transmitted_by, due, late)
    select ${submission}, coalesce(max(number), 0) + 1, ${tx.json(version.lines as unknown as Json)}, ${version.sha256},
      ${version.at}, ${version.by}, ${version.due}, ${version.late}
    from submission_version where obligation = ${submission} returning number`;
  if (row === undefined) throw new Error('the version was not inserted');
  return row.number;
}

/** Oldest first; `by` is the name of who transmitted it. */
export async function versionsOf(tx: Tx, submission: string): Promise<readonly SubmissionVersion[]> {
  const rows = await tx<(Omit<SubmissionVersion, 'lines'> & { lines: unknown })[]>`
    select v.number, v.lines, v.sha256, v.transmitted_at as at, p.name as by, v.due, v.late
    from submission_version v join person p on p.town = v.town and p.id = v.transmitted_by
    where v.obligation = ${submission} order by v.number`;
  return rows.map(({ lines, ...rest }) => ({ ...rest, lines: transmittedLines.parse(lines) }));
}
