/** Plans that were uploaded and not confirmed yet: a preview survives a reload. */
import type { PlanDocument } from '../domain/plan/plan-document.js';
import type { Instant } from '../domain/time/instant.js';
import type { Json } from './connection.js';
import { safeFileName } from './evidence-name.js';
import type { Tx } from './in-town.js';

export interface PlanDraft {
  readonly id: string;
  readonly fileName: string;
  readonly plan: PlanDocument;
  readonly uploadedBy: string | null;
  /** Town time. */
  readonly uploadedAt: Instant;
}

/** Returns the id of the draft. The plan was checked by the caller. */
export async function keepDraft(tx: Tx, draft: Omit<PlanDraft, 'id'>): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into plan_draft (file_name, source, uploaded_by, uploaded_at)
    values (${safeFileName(draft.fileName)}, ${tx.json(draft.plan as unknown as Json)}, ${draft.uploadedBy},
      ${draft.uploadedAt})
    returning id`;
  if (row === undefined) throw new Error('the draft was not inserted');
  return row.id;
}

/** `null` when the town has none with that id: put away, or confirmed already. */
export async function findDraft(tx: Tx, id: string): Promise<PlanDraft | null> {
  const [row] = await tx<PlanDraft[]>`
    select id, file_name, source as plan, uploaded_by, uploaded_at from plan_draft where id = ${id}`;
  return row ?? null;
}

/** Latest first, without the plans themselves. */
export const listDrafts = async (tx: Tx): Promise<readonly Omit<PlanDraft, 'plan'>[]> =>
  tx<Omit<PlanDraft, 'plan'>[]>`
    select id, file_name, uploaded_by, uploaded_at from plan_draft order by uploaded_at desc, id`;

/** `false` when it was not there. */
export async function dropDraft(tx: Tx, id: string): Promise<boolean> {
  const dropped = await tx`delete from plan_draft where id = ${id}`;
  return dropped.count === 1;
}
