/**
 * Imports under way and on record: the file, its lines, the plan as read and as corrected. Of two people who
 * correct at once each says which version they saw; what that means is the caller's to judge under the lock.
 */
import { randomUUID } from 'node:crypto';
import type { Decision } from '../../domain/plan/draft/decisions.js';
import { type DraftPlan, draftOf } from '../../domain/plan/draft/draft-plan.js';
import type { PlanDocument } from '../../domain/plan/plan-document.js';
import type { SourceLine } from '../../domain/reading/source/source-document.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Json } from '../connection.js';
import type { Tx } from '../in-town.js';
import { safeFileName } from '../obligations/evidence-name.js';
import { writeImportFile } from './import-files.js';

/** How a draft that began from the plan in force changes it. */
export interface ChangesPlan {
  /** Id of the version that it began from. */
  readonly version: string;
  readonly kind: 'variation' | 'correction';
}

/** `discarded` can be taken back, `confirmed` is for good. */
export type ImportState = 'draft' | 'confirmed' | 'discarded';

/** One line of a list. */
export interface ImportSummary {
  readonly id: string;
  /** Safe to show and to send in a header. */
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
  readonly year: number;
  readonly state: ImportState;
  readonly version: number;
  readonly uploadedBy: string | null;
  /** Town time, as the other instants. */
  readonly uploadedAt: Instant;
  readonly changedBy: string | null;
  readonly changedAt: Instant | null;
  readonly closedAt: Instant | null;
  /** `null`: it was read from a file. */
  readonly changes: ChangesPlan | null;
}

/** With everything that was read and corrected. */
export interface ImportDraft extends ImportSummary {
  readonly lines: readonly SourceLine[];
  /** Why only a part was read, in Italian. */
  readonly partial: string | null;
  readonly read: PlanDocument;
  readonly plan: DraftPlan;
  /** Of a confirmed one. */
  readonly planVersion: string | null;
  readonly decisions: readonly Decision[] | null;
}

/** A file whose plan reads. */
export interface NewImport {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Hex, of `bytes`. */
  readonly sha256: string;
  readonly lines: readonly SourceLine[];
  readonly partial: string | null;
  readonly plan: PlanDocument;
  readonly uploadedBy: string | null;
  readonly uploadedAt: Instant;
  readonly changes?: ChangesPlan;
}

/** Returns the id of the draft. The plan was checked by the caller; `bytes` are 1 to 20 MB. */
export async function keepDraft(tx: Tx, draft: NewImport): Promise<string> {
  const id = randomUUID();
  await writeImportFile(tx, id, draft.bytes);
  await tx`
    insert into import_draft (id, file_name, media_type, size, sha256, lines, partial, plan_read, plan, uploaded_by,
      uploaded_at, varies, change_kind)
    values (${id}, ${safeFileName(draft.fileName)}, ${draft.mediaType}, ${draft.bytes.byteLength}, ${draft.sha256},
      ${tx.json(draft.lines as unknown as Json)}, ${draft.partial}, ${tx.json(draft.plan as unknown as Json)},
      ${tx.json(draftOf(draft.plan) as unknown as Json)}, ${draft.uploadedBy}, ${draft.uploadedAt},
      ${draft.changes?.version ?? null}, ${draft.changes?.kind ?? null})`;
  return id;
}

type Row = Omit<ImportDraft, 'plan'> & { readonly corrected: DraftPlan | null };

const summary = (tx: Tx) => tx`
  d.id, d.file_name, d.media_type, d.size, d.sha256, d.state, d.version, u.name as uploaded_by, d.uploaded_at,
  c.name as changed_by, d.changed_at, d.closed_at,
  case when d.varies is not null then jsonb_build_object('version', d.varies, 'kind', d.change_kind) end as changes,
  coalesce(d.plan -> 'document' -> 'year', d.plan_read -> 'document' -> 'year')::integer as year`;
const people = (tx: Tx) => tx`
  left join person u on u.town = d.town and u.id = d.uploaded_by
  left join person c on c.town = d.town and c.id = d.changed_by`;

/** `null` when the town has none with that id. `hold`: nobody else changes it until the transaction ends. */
export async function findDraft(
  tx: Tx,
  id: string,
  { hold = false }: { readonly hold?: boolean } = {},
): Promise<ImportDraft | null> {
  if (hold) await tx`select id from import_draft where id = ${id} for update`;
  const [row] = await tx<Row[]>`
    select ${summary(tx)}, d.lines, d.partial, d.plan_read as read, d.plan as corrected, d.plan_version, d.decisions
    from import_draft d ${people(tx)} where d.id = ${id}`;
  if (row === undefined) return null;
  const { corrected, ...rest } = row;
  return { ...rest, plan: corrected ?? draftOf(rest.read) };
}

/** Without lines and plan; `null` when the town has none with that id. */
export async function findImport(tx: Tx, id: string): Promise<ImportSummary | null> {
  const [row] = await tx<ImportSummary[]>`
    select ${summary(tx)} from import_draft d ${people(tx)} where d.id = ${id}`;
  return row ?? null;
}

/** Latest first. */
export const listDrafts = async (tx: Tx, state: ImportState): Promise<readonly ImportSummary[]> =>
  tx<ImportSummary[]>`
    select ${summary(tx)} from import_draft d ${people(tx)}
    where d.state = ${state} order by coalesce(d.closed_at, d.uploaded_at) desc, d.id limit 100`;

/** The open draft that began from that version, of that kind: the latest, held until the transaction ends. */
export async function findOpenChange(tx: Tx, { version, kind }: ChangesPlan): Promise<string | null> {
  const [row] = await tx<{ id: string }[]>`
    select id from import_draft where varies = ${version} and change_kind = ${kind} and state = 'draft'
    order by uploaded_at desc, id limit 1 for update`;
  return row?.id ?? null;
}

interface By {
  readonly by: string | null;
  readonly at: Instant;
}

/** The correction after `version`; the caller holds the draft. */
export async function storeCorrection(
  tx: Tx,
  id: string,
  plan: DraftPlan,
  version: number,
  { by, at }: By,
): Promise<void> {
  const stored = await tx`
    update import_draft set plan = ${tx.json(plan as unknown as Json)}, version = ${version + 1},
      changed_by = ${by}, changed_at = ${at}
    where id = ${id} and version = ${version} and state = 'draft'`;
  if (stored.count !== 1) throw new Error('the draft changed under its lock');
}

/** Puts a draft away, or takes it back. `false` when it was not there or is not in that state. */
export async function setPutAway(tx: Tx, id: string, away: boolean, { by, at }: By): Promise<boolean> {
  const done = away
    ? await tx`update import_draft set state = 'discarded', closed_by = ${by}, closed_at = ${at}
        where id = ${id} and state = 'draft'`
    : await tx`update import_draft set state = 'draft', closed_by = null, closed_at = null
        where id = ${id} and state = 'discarded'`;
  return done.count === 1;
}

/** From here on nothing of it changes. The caller holds the draft. */
export async function recordConfirmed(
  tx: Tx,
  id: string,
  { planVersion, decisions }: { readonly planVersion: string; readonly decisions: readonly Decision[] },
  { by, at }: By,
): Promise<void> {
  await tx`
    update import_draft set state = 'confirmed', plan_version = ${planVersion},
      decisions = ${tx.json(decisions as unknown as Json)}, closed_by = ${by}, closed_at = ${at}
    where id = ${id}`;
}

/** The imports that versions of a plan came from, by version. */
export async function importsOfVersions(
  tx: Tx,
  versions: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx<{ id: string; planVersion: string }[]>`
    select id, plan_version from import_draft where plan_version = any (${[...versions]}::uuid[])`;
  return new Map(rows.map((row) => [row.planVersion, row.id]));
}
