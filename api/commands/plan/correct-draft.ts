/**
 * One correction of a draft. The page says which version it showed; when what it corrects has changed since,
 * nothing is stored and the later person is told by whom. Other things of the draft may have changed freely.
 */
import type { DraftPlan } from '../../../domain/plan/draft/draft-plan.js';
import type { Json } from '../../../store/connection.js';
import { findDraft, storeCorrection } from '../../../store/plan/import-drafts.js';
import type { Refusal } from '../../refusals.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';

export interface CorrectionAsked {
  readonly draft: string;
  /** The version on the page; `null`: not said, then nothing is compared. */
  readonly seen: number | null;
  /** Ids of sectors and objectives that are corrected; `document` for what it says of itself. */
  readonly about: readonly string[];
  /** What makes the request what it is. */
  readonly said: Json;
}

export type Edited =
  /** `shown` is the thing to show next. */
  | { readonly ok: true; readonly plan: DraftPlan; readonly shown: string }
  | { readonly ok: false; readonly refusal: Refusal };

export interface Corrected {
  readonly [key: string]: string | number;
  readonly version: number;
  readonly shown: string;
}

/** `edit` gets the draft as it stands now and the version that its correction makes. */
export function correctDraft(
  commander: Commander,
  asked: CorrectionAsked,
  edit: (plan: DraftPlan, rev: number) => Edited,
): Promise<Outcome<Corrected>> {
  const { draft: id, seen, about, said } = asked;
  const fingerprint = { correct: id, seen, about: [...about], said };
  return runCommand(commander, 'plan.import', fingerprint, async (tx, clock) => {
    const draft = await findDraft(tx, id, { hold: true });
    if (draft === null) return { ok: false, refusal: { code: 'not-found' } };
    if (draft.state !== 'draft') return { ok: false, refusal: { code: 'import-closed' } };
    if (seen !== null && about.some((thing) => revOf(draft.plan, thing) > seen)) {
      const { zone } = clock.clock;
      return {
        ok: false,
        refusal: { code: 'draft-changed', by: draft.changedBy, at: draft.changedAt, zone },
      };
    }
    const edited = edit(draft.plan, draft.version + 1);
    if (!edited.ok) return edited;
    const { shown } = edited;
    if (edited.plan === draft.plan || JSON.stringify(edited.plan) === JSON.stringify(draft.plan)) {
      return { ok: true, result: { version: draft.version, shown }, starts: [] };
    }
    await storeCorrection(tx, id, edited.plan, draft.version, {
      by: commander.viewer.person.id,
      at: clock.now,
    });
    return { ok: true, result: { version: draft.version + 1, shown }, starts: [] };
  });
}

/** The version in which a thing changed last; 0 for what is not there any more, which the edit finds out. */
function revOf(plan: DraftPlan, thing: string): number {
  if (thing === 'document') return plan.rev;
  for (const sector of plan.sectors) {
    if (sector.id === thing) return sector.rev;
    const objective = sector.objectives.find(({ id }) => id === thing);
    if (objective !== undefined) return objective.rev;
  }
  return 0;
}
