/** What keeps an outcome of the evaluators from being recorded, wherever it is recorded from. */
import { bodyFault } from '../../../domain/review/body.js';
import type { ClosingSetting } from '../../../store/cycle/closing-duties.js';
import type { Cycle } from '../../../store/cycle/cycles.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { listRounds, membersOn } from '../../../store/review/review.js';
import { listDeclarations } from '../../../store/review/review-declarations.js';
import type { Refusal } from '../../refusals.js';
import type { Viewer } from '../../viewer.js';

/** `seen`: the round on the page, where one was. `null`: it may be recorded. */
export async function outcomeRefusal(
  tx: Tx,
  { person, roles }: Viewer,
  { today }: FactsClock,
  {
    cycle,
    setting,
    seen,
  }: { readonly cycle: Cycle; readonly setting: ClosingSetting; readonly seen: number | null },
): Promise<Refusal | null> {
  const round = (await listRounds(tx, cycle.id, setting.rules)).at(-1);
  if (round === undefined || (seen !== null && seen !== round.number)) return { code: 'review-closed' };
  // It is there already: who recorded it is told by the step itself.
  if (round.state === 'closed') return seen === null ? null : { code: 'review-closed' };
  const by = roles.some(({ role }) => role === 'oiv') ? person : null;
  const members = await membersOn(tx, cycle, today, by);
  const said = round.duty === null ? [] : await listDeclarations(tx, round.duty);
  const fault = bodyFault(members, said, by?.id ?? null);
  switch (fault?.is) {
    case undefined:
      return null;
    case 'abstained':
      return { code: 'abstained' };
    case 'nobody-left':
      return { code: 'nobody-left', alone: fault.alone };
    case 'undeclared':
      return { code: 'conflict-undeclared', who: fault.who };
  }
}
