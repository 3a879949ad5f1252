/** What commands about people share: how they refuse a field, and the audit row of the person concerned. */
import type { Json } from '../../../store/connection.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import type { FieldProblem, Refusal } from '../../refusals.js';
import { auditCommand } from '../audit-command.js';
import type { Commander } from '../run-command.js';

/** Nothing was recorded: these fields are wrong. */
export const invalid = (...problems: readonly FieldProblem[]): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { code: 'invalid', problems },
});

/** Who did it to whom, in which role; `before` and `after` as `null` where there was nothing. */
export const auditPerson = (
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  change: { readonly action: string; readonly person: string; readonly before: Json; readonly after: Json },
): Promise<void> =>
  auditCommand(tx, commander, clock, {
    ...{ right: 'people.change', action: change.action, subjectKind: 'person', subject: change.person },
    ...{ before: change.before, after: change.after },
  });
