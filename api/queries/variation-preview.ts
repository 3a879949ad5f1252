/**
 * What a change of the plan in force would do, were it confirmed today: it is carried out for real, looked at and
 * taken back. So the notices shown are those of the rounds to come, and no second way of reckoning can differ.
 */
import { type ObligationChange, obligationChanges } from '../../domain/obligations/obligation-changes.js';
import type { VariationFlag } from '../../domain/plan/variation-flags.js';
import { type RehearsalDifference, rehearsalDifference } from '../../domain/rehearsal/difference.js';
import { type NoticeChange, noticeDifference } from '../../domain/rehearsal/notice-difference.js';
import { later } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { FactsClock } from '../../store/facts-clock.js';
import type { Tx } from '../../store/in-town.js';
import type { ImportDraft } from '../../store/plan/import-drafts.js';
import { tryOut } from '../commands/try-out.js';
import type { ChangeRead } from '../commands/variation/variation-asked.js';
import { carryOutChange, flagsOf } from '../commands/variation/vary-plan.js';
import type { Deps } from '../deps.js';
import type { Viewer } from '../viewer.js';
import { canVary, type VariationAhead } from './plan-ahead.js';
import { loadRehearsal, mailsOf, type Rehearsal } from './rehearsal.js';
import type { RehearsalWindow } from './rehearsal-window.js';

export interface VariationPreview {
  readonly flags: readonly VariationFlag[];
  readonly obligations: readonly ObligationChange[];
  readonly notices: readonly NoticeChange[];
  readonly mails: RehearsalDifference;
  readonly window: RehearsalWindow;
  /** As it stands after the change: who receives. */
  readonly rehearsal: Rehearsal;
  /** The act is recorded already with another date: confirming would be refused. */
  readonly hasOtherDate: boolean;
}

/** `change`: `null` until an act was typed; then as if it were decided today. `null`: it cannot be carried out. */
export const variationPreview = async (
  deps: Pick<Deps, 'sql' | 'now'>,
  viewer: Viewer,
  looked: Looked,
): Promise<VariationPreview | null> =>
  canVary(looked.ahead)
    ? tryOut(deps, viewer.town.id, (tx, clock) => previewIn(tx, viewer, { clock, real: deps.now() }, looked))
    : null;

interface Looked {
  readonly draft: ImportDraft;
  readonly ahead: VariationAhead;
  readonly change: ChangeRead | null;
}

/** The same inside a transaction that whoever calls takes back. */
export async function previewIn(
  tx: Tx,
  viewer: Viewer,
  { clock, real }: { readonly clock: FactsClock; readonly real: Instant },
  { draft, ahead, change }: Looked,
): Promise<VariationPreview | null> {
  if (!canVary(ahead)) return null;
  const { today } = clock;
  const before = await loadRehearsal(tx, real, null);
  const act =
    ahead.kind === 'correction' ? null : { organ: 'other' as const, number: NO_ACT, adoptedOn: today };
  const supposed = change ?? { act, madeOn: today, effectiveFrom: today, reason: '' };
  const carried = { draft, ahead, change: supposed };
  const stored = await carryOutChange(tx, viewer, clock, carried);
  const plain = { ...carried, change: { ...supposed, act } };
  if (!stored.ok) await carryOutChange(tx, viewer, clock, plain);
  const after = await loadRehearsal(tx, real, null);
  if (!before.ok || !after.ok) return null;
  const [was, is] = [before.rehearsal, after.rehearsal];
  const window = { from: is.start < was.start ? is.start : was.start, until: later(was.end, is.end) };
  const [mailsBefore, mailsAfter] = [[...mailsOf(was, window)], [...mailsOf(is, window)]];
  return {
    flags: stored.ok ? stored.flags : flagsOf(plain, viewer, false),
    obligations: obligationChanges(was.obligations, is.obligations),
    notices: noticeDifference(mailsBefore, mailsAfter),
    mails: rehearsalDifference(mailsBefore, mailsAfter),
    ...{ window, rehearsal: is, hasOtherDate: !stored.ok },
  };
}

/** Stands for the number of an act not typed yet; taken back with the rest. */
const NO_ACT = '(anteprima)';
