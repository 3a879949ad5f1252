/**
 * *Riporta le modifiche sul piano in vigore*: a new draft of the plan in force with what the older one changed; what
 * cannot be carried over is written on it, sentence by sentence. The older draft is put away and can be read.
 */
import { draftOf } from '../../../domain/plan/draft/draft-plan.js';
import { rebased } from '../../../domain/plan/draft/rebase.js';
import type { LeftBehind } from '../../../domain/plan/draft/rebasing.js';
import { type PlacePair, placesAfter } from '../../../domain/plan/place-pairs.js';
import { planDifference } from '../../../domain/plan/plan-difference.js';
import type { PlanDocument, PlanMilestone } from '../../../domain/plan/plan-document.js';
import { findCycle, type WholeVersion, wholeVersions } from '../../../store/cycle/cycles.js';
import { findDraft, setPutAway } from '../../../store/plan/import-drafts.js';
import { decimalIn } from '../../views/obligations/objective-values.js';
import { auditImport, type Drafted } from '../plan/import-draft.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';
import { beginVariation, correctBegun } from './open-variation.js';

export const rebaseDraft = (commander: Commander, id: string): Promise<Outcome<Drafted>> =>
  runCommand(commander, 'plan.import', { rebase: id }, async (tx, clock) => {
    await tx`select id from town for no key update`;
    const old = await findDraft(tx, id, { hold: true });
    if (old?.changes == null || old.state !== 'draft') return { ok: false, refusal: { code: 'not-found' } };
    const { year, changes } = old;
    const cycle = await findCycle(tx, year);
    const versions = cycle === null ? [] : [...(await wholeVersions(tx, cycle.id))].reverse();
    const from = versions.findIndex((one) => one.id === changes.version);
    const inForce = versions.at(-1);
    if (from < 0 || inForce === undefined) return { ok: false, refusal: { code: 'year-has-no-plan', year } };
    // Somebody else was first, or it is as it should be.
    if (inForce.id === changes.version) return { ok: true, result: { draft: id }, starts: [] };
    const carried = rebased({
      ...{ base: draftOf(old.read), mine: old.plan, inForce: draftOf(inForce.source) },
      now: idsAfter(old.read, inForce.source, versions.slice(from)),
    });
    const wanted = { year, kind: changes.kind };
    const begun = await beginVariation(tx, commander, clock, wanted, {
      ...{ isNew: true, note: told(carried.left, versions[from]?.number ?? 0, inForce.number) },
    });
    if (!begun.ok) return begun;
    const { draft } = begun;
    await correctBegun(tx, commander, clock, { draft, edit: () => Promise.resolve(carried.draft) });
    await setPutAway(tx, id, true, { by: commander.viewer.person.id, at: clock.now });
    const after = { rebased: id, left: carried.left.length };
    await auditImport(tx, commander, clock, { action: 'plan.draft-rebase', draft, after });
    return { ok: true, result: { draft }, starts: [] };
  });

/** From ids in a draft of `read` to those in one of `source`; `versions` begin with that of `read`. */
function idsAfter(read: PlanDocument, source: PlanDocument, versions: readonly WholeVersion[]) {
  const after = placesAfter(
    versions.slice(1).map(({ places, source: later }, at): readonly PlacePair[] => {
      const before = versions[at]?.source ?? read;
      return (
        places ??
        planDifference(before, later).pairs.map((pair) => ({
          ...{ sector: pair.sector, before: pair.before.objective, after: pair.after.objective },
        }))
      );
    }),
  );
  const at = new Map(
    draftOf(read).sectors.flatMap(({ name, objectives }) =>
      objectives.map(({ id }, place) => [id, { name, place }] as const),
    ),
  );
  const ids = new Map(
    draftOf(source).sectors.map(({ name, objectives }) => [name, objectives.map(({ id }) => id)] as const),
  );
  return (id: string): string | null => {
    const known = at.get(id);
    const place = known === undefined ? null : after(known.name, known.place);
    return known === undefined || place === null ? null : (ids.get(known.name)?.[place] ?? null);
  };
}

const FIELDS: Readonly<Record<string, string>> = {
  ...{ number: 'il numero', title: 'il titolo', weight: 'il peso', owner: 'il responsabile' },
  ...{ indicators: 'gli indicatori', milestones: 'le fasi' },
};

/** For the page of the new draft. */
function told(left: readonly LeftBehind[], from: number, to: number): string {
  const begun = `La bozza partiva dalla versione ${from}, adesso è in vigore la ${to}.`;
  if (left.length === 0) return `${begun} Tutte le modifiche sono state riportate.`;
  return [begun, 'Non è stato riportato:', ...left.map(sentence)].join(' ');
}

function sentence({ sector, title, why }: LeftBehind): string {
  const place = `«${title}» (${sector})`;
  switch (why.is) {
    case 'withdrawn':
      return `${place}: il piano in vigore non lo ha più.`;
    case 'no-sector':
      return `${place}: il piano in vigore non ha questo settore.`;
    case 'changed-too':
      return `${place}: nel frattempo sono cambiati anche ${FIELDS[why.field]}, e restano quelli in vigore; la bozza diceva ${saidOf(why.said)}.`;
  }
}

/** Terms and indicators by their words. */
function saidOf(said: unknown): string {
  if (Array.isArray(said))
    return (
      said
        .map((one: Partial<PlanMilestone> & { text?: string }) => `«${one.phrase ?? one.text ?? ''}»`)
        .join(', ') || 'nessuno'
    );
  if (typeof said === 'number') return decimalIn(said);
  return said === null ? 'nessuno' : `«${String(said)}»`;
}
