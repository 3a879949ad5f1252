/** By what something that was set changes: an act, or the correction of a slip. Nothing is asked where nothing had been set. */
import type { CivilDate } from '../../../domain/time/civil-date.js';
import type { ChangedPart } from '../../../store/measurement/measure-definitions.js';
import type { Act } from '../../../store/plan/acts.js';
import type { FieldProblem } from '../../refusals.js';
import { readAct } from '../plan/plan-checks.js';
import { reasonProblem } from './reason-problem.js';

/** As typed. */
export interface ChangeSaid {
  /** `act` or `correction`. */
  readonly kind: string;
  readonly organ: string;
  readonly number: string;
  readonly date: string;
  readonly reason: string;
}

export type ReadMeasureChange =
  | {
      readonly ok: true;
      /** `null`: nothing that was set changes. */
      readonly change: { readonly act: Act | null; readonly reason: string } | null;
    }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** Fields of problems: `change.kind`, `change.organ`, `change.number`, `change.date`, `change.reason`. */
export function readMeasureChange(
  said: ChangeSaid | null,
  changed: readonly ChangedPart[],
  today: CivilDate,
): ReadMeasureChange {
  if (changed.length === 0) return { ok: true, change: null };
  if (said === null || (said.kind !== 'act' && said.kind !== 'correction')) {
    const message = `Era già stabilito come si misura (${changed.map(({ text }) => `«${text}»`).join(', ')}): indica l'atto che lo cambia, oppure che è la correzione di un errore materiale.`;
    return { ok: false, problems: [{ field: 'change.kind', message }] };
  }
  const reason = said.reason.trim();
  const wanting = reasonProblem(reason, 'change.reason');
  const problems: FieldProblem[] = wanting?.code === 'invalid' ? [...wanting.problems] : [];
  if (said.kind === 'correction')
    return problems.length > 0 ? { ok: false, problems } : { ok: true, change: { act: null, reason } };
  const nothing = { subject: '', protocolNumber: '', protocolDate: '', note: '' };
  const read = readAct({ ...said, ...nothing }, today, false);
  if (!read.ok)
    problems.push(...read.problems.map(({ field, message }) => ({ field: `change.${field}`, message })));
  return read.ok && problems.length === 0
    ? { ok: true, change: { act: read.act, reason } }
    : { ok: false, problems };
}
