import type { PlannedObligation } from './from-plan.js';
import type { Obligation } from './obligation.js';

/** Gives a planned obligation its identity; `startDay` is the later of approval and going live. */
export const openObligation = (
  planned: PlannedObligation,
  identity: Pick<Obligation, 'id' | 'year' | 'objectiveId' | 'startDay'> & { readonly recurrenceId: string },
): Obligation => ({
  id: identity.id,
  kind: 'milestone',
  year: identity.year,
  objectiveId: identity.objectiveId,
  owner: planned.owner,
  term: planned.term,
  opens: planned.opens,
  startDay: identity.startDay,
  recurrence: planned.recurrence && { id: identity.recurrenceId, frequent: planned.recurrence.frequent },
  version: 1,
  state: 'open',
  doneOn: null,
  forecast: null,
  heldBack: false,
  subject: planned.subject,
});
