/** What confirming a plan answers, and the audit row of the version that it made. */
import type { Json } from '../../../store/connection.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { auditCommand } from '../audit-command.js';
import type { Commander } from '../run-command.js';

/** What a confirmation made. */
export interface Confirmed {
  readonly [key: string]: string | number;
  readonly year: number;
  readonly objectives: number;
  readonly obligations: number;
  /** `approval`, `variation`, `correction`. */
  readonly kind: string;
}

/** `act`: where it is not the one of the version alone. */
export const auditPlan = (
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  entry: {
    readonly action: 'plan.confirm' | 'plan.vary' | 'plan.correct';
    readonly version: string;
    readonly before?: Json;
    readonly after: Json;
    readonly act?: string;
  },
): Promise<void> =>
  auditCommand(tx, commander, clock, {
    ...{ right: 'plan.import', action: entry.action, subjectKind: 'plan', subject: entry.version },
    ...(entry.before === undefined ? {} : { before: entry.before }),
    after: entry.after,
    act: entry.act ?? null,
  });
