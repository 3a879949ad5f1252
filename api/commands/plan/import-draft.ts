/** The first step of an import: the file is kept with what was read of it, put away, taken back. */
import { createHash } from 'node:crypto';
import type { PlanDocument } from '../../../domain/plan/plan-document.js';
import type { SourceLine } from '../../../domain/reading/source/source-document.js';
import type { Json } from '../../../store/connection.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { keepDraft, setPutAway } from '../../../store/plan/import-drafts.js';
import { auditCommand } from '../audit-command.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';

export interface Drafted {
  readonly [key: string]: string;
  readonly draft: string;
}

export interface FileRead {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly lines: readonly SourceLine[];
  readonly partial: string | null;
  readonly plan: PlanDocument;
}

/** Keeps a file whose plan reads; returns the id of its draft. Nothing is live by it. */
export function draftPlan(commander: Commander, file: FileRead): Promise<Outcome<Drafted>> {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  return runCommand(commander, 'plan.import', { draft: file.fileName, sha256 }, async (tx, clock) => {
    const draft = await keepDraft(tx, {
      ...file,
      sha256,
      uploadedBy: commander.viewer.person.id,
      uploadedAt: clock.now,
    });
    const after = { fileName: file.fileName, sha256, year: file.plan.document.year };
    await auditImport(tx, commander, clock, { action: 'plan.draft', draft, after });
    return { ok: true, result: { draft }, starts: [] };
  });
}

/** Puts a draft away with all its corrections; it can be taken back. */
export const discardDraft = (commander: Commander, draft: string): Promise<Outcome<Drafted>> =>
  putAway(commander, draft, true);

/** Takes back a draft that was put away. */
export const takeBackDraft = (commander: Commander, draft: string): Promise<Outcome<Drafted>> =>
  putAway(commander, draft, false);

function putAway(commander: Commander, draft: string, away: boolean): Promise<Outcome<Drafted>> {
  return runCommand(
    commander,
    'plan.import',
    { [away ? 'discard' : 'restore']: draft },
    async (tx, clock) => {
      const by = { by: commander.viewer.person.id, at: clock.now };
      if (!(await setPutAway(tx, draft, away, by))) return { ok: false, refusal: { code: 'not-found' } };
      await auditImport(tx, commander, clock, {
        action: away ? 'plan.draft-discard' : 'plan.draft-restore',
        draft,
      });
      return { ok: true, result: { draft }, starts: [] };
    },
  );
}

/** Who did it to which import, in which role. */
export const auditImport = (
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  entry: { readonly action: string; readonly draft: string; readonly after?: Json },
): Promise<void> =>
  auditCommand(tx, commander, clock, {
    ...{ right: 'plan.import', action: entry.action, subjectKind: 'import', subject: entry.draft },
    ...(entry.after === undefined ? {} : { after: entry.after }),
  });
