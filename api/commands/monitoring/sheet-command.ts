/** What commands on a self-evaluation share: is it there, may this person, is it the moment, the year around it. */
import type { Role } from '../../../domain/obligations/obligation.js';
import type { Json } from '../../../store/connection.js';
import { findCycle } from '../../../store/cycle/cycles.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { holdSheet, type Sheet } from '../../../store/measurement/self-evaluations.js';
import { loadMeasuredYear, type MeasuredYear, type ObjectiveMeasured } from '../../queries/measured-year.js';
import type { Refusal } from '../../refusals.js';
import { type Action, actingRole } from '../../rights.js';
import { auditCommand } from '../audit-command.js';
import type { Commander } from '../run-command.js';

export type HeldSheet =
  | {
      readonly ok: true;
      readonly sheet: Sheet;
      readonly role: Role;
      readonly year: MeasuredYear;
      /** Those that the sector answers for, in the plan's order. */
      readonly objectives: readonly ObjectiveMeasured[];
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** Held until the transaction ends: of two at once the second finds what the first did. */
export async function takeSheet(
  tx: Tx,
  { viewer }: Commander,
  clock: FactsClock,
  action: Action,
  id: string,
): Promise<HeldSheet> {
  const sheet = await holdSheet(tx, id);
  if (sheet === null) return { ok: false, refusal: { code: 'not-found' } };
  const role = actingRole(viewer.roles, action, [sheet.owner]);
  if (role === null) return { ok: false, refusal: { code: 'not-allowed' } };
  if (sheet.cycleState === 'closed') return { ok: false, refusal: { code: 'evaluation-closed' } };
  const cycle = await findCycle(tx, sheet.year);
  if (cycle === null) throw new Error('the sheet has no cycle');
  const year = await loadMeasuredYear(tx, cycle, { town: viewer.town, today: clock.today });
  return { ok: true, sheet, role, year, objectives: objectivesOf(year, sheet.sector) };
}

/** Those that a sector answers for. */
export const objectivesOf = ({ sectors }: MeasuredYear, sector: string): readonly ObjectiveMeasured[] =>
  sectors.find(({ id }) => id === sector)?.objectives.filter(({ isLed }) => !isLed) ?? [];

/** `null`: the sector may write in it now. */
export function sheetRefusal({ opens, state, transmitted }: Sheet, clock: FactsClock): Refusal | null {
  if (clock.today < opens) return { code: 'evaluation-not-open', opens };
  return state === 'transmitted' ? { code: 'sheet-transmitted', by: transmitted?.by ?? null } : null;
}

/** Writes who did it about a duty of the evaluation; no words of people. */
export const auditEvaluation = (
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  entry: {
    readonly action: string;
    readonly role: Role;
    readonly duty: string;
    readonly before?: Json;
    readonly after: Json;
  },
): Promise<void> =>
  auditCommand(tx, commander, clock, {
    ...{ role: entry.role, action: entry.action },
    ...{ subjectKind: 'obligation', subject: entry.duty, after: entry.after },
    ...(entry.before === undefined ? {} : { before: entry.before }),
  });
