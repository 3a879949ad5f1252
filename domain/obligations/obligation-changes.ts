/** What became of the obligations of a town between two moments, as a variation of its plan changes them. */
import { dueOf, type Obligation, roleKey } from './obligation.js';

/** What a variation made of one obligation; what it left as it was is not among them. */
export type ObligationChange =
  /** Owed from now on. */
  | { readonly kind: 'opened'; readonly after: Obligation }
  /** No longer due, by an act; or another stands in its place. */
  | { readonly kind: 'waived' | 'superseded'; readonly before: Obligation }
  /** By another day, or by another role; its ladder begins anew. */
  | { readonly kind: 'moved' | 'reassigned'; readonly before: Obligation; readonly after: Obligation };

/** In the order of `before`, then what opened. Superseded ones are in neither list; what is not open is left alone. */
export function obligationChanges(
  before: readonly Obligation[],
  after: readonly Obligation[],
): readonly ObligationChange[] {
  const now = new Map(after.map((one) => [one.id, one]));
  const was = new Set(before.map(({ id }) => id));
  return [
    ...before.filter(({ state }) => state === 'open').flatMap((one) => changeOf(one, now.get(one.id))),
    ...after
      .filter(({ id, state }) => state === 'open' && !was.has(id))
      .map((one) => ({ kind: 'opened' as const, after: one })),
  ];
}

function changeOf(before: Obligation, after: Obligation | undefined): readonly ObligationChange[] {
  if (after === undefined) return [{ kind: 'superseded', before }];
  if (after.state === 'waived') return [{ kind: 'waived', before }];
  if (after.state !== 'open') return [];
  if (dueOf(before) !== dueOf(after) || before.opens !== after.opens)
    return [{ kind: 'moved', before, after }];
  return roleKey(before.owner) === roleKey(after.owner) ? [] : [{ kind: 'reassigned', before, after }];
}
