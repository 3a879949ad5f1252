/** Puts off the due day of a window that is open, with the reason: for what was not transmitted yet (docs/adr/0045). */
import { isOpened } from '../../../domain/cycle/window-rules.js';
import { type CivilDate, civilDateOf, parseCivilDate } from '../../../domain/time/civil-date.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { type KeptWindow, listWindows } from '../../../store/monitoring/monitoring.js';
import { openCycles, putOffWindow } from '../../../store/monitoring/monitoring-windows.js';
import { commitText } from '../../../store/register/register.js';
import { lockTown } from '../../../store/towns/towns.js';
import { roundStart } from '../../../workflows/contract.js';
import type { FieldProblem } from '../../refusals.js';
import { actingRole } from '../../rights.js';
import { auditCommand } from '../audit-command.js';
import { invalid } from '../people/people-command.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';
import { auditChange, enterActs } from './obligation-command.js';

export interface PutOffAsked {
  readonly window: string;
  /** As typed. */
  readonly due: string;
  readonly reason: string;
}

export interface PutOffKept {
  readonly [key: string]: string | number;
  readonly window: string;
  readonly due: string;
  /** Submissions that are due on it now. */
  readonly submissions: number;
}

const REASON_LIMIT = 4_000;

export function putOffDue(commander: Commander, asked: PutOffAsked): Promise<Outcome<PutOffKept>> {
  const action = 'windows.change';
  return runCommand(commander, action, { putOff: { ...asked } }, async (tx, clock) => {
    await lockTown(tx);
    const found = await findWindow(tx, asked.window);
    if (found === null) return { ok: false, refusal: { code: 'not-found' } };
    const { window, year } = found;
    if (!isOpened(window, clock.today))
      return { ok: false, refusal: { code: 'window-not-open', opens: window.opens } };
    const due = parseCivilDate(asked.due);
    const reason = asked.reason.trim();
    const problems = putOffProblems(due, reason, { year, due: window.due, today: clock.today });
    if (due === null || problems.length > 0) return invalid(...problems);
    const changes = await putOffWindow(tx, { window, due, reason, today: clock.today });
    const role = actingRole(commander.viewer.roles, action, []);
    if (role === null) throw new Error('the gate let somebody in who may not change the windows');
    const more = { due, reason: await commitText(tx, reason) };
    const acts = changes.map(({ after }) => ({
      kind: 'put-off' as const,
      obligation: after.obligation.id,
      role,
      more,
    }));
    await enterActs(tx, commander, clock, acts);
    for (const { before, after } of changes)
      await auditChange(tx, commander, clock, {
        action: 'windows.put-off',
        role,
        before,
        after,
        more: { reason },
      });
    await auditPutOff(tx, commander, clock, { window: window.id, before: window.due, due, reason });
    const { town } = commander.viewer;
    return {
      ok: true,
      result: { window: window.id, due, submissions: changes.length },
      starts: [roundStart({ town: town.id })],
    };
  });
}

/** Of a cycle under way. */
async function findWindow(
  tx: Tx,
  id: string,
): Promise<{ readonly window: KeptWindow; readonly year: number } | null> {
  for (const cycle of await openCycles(tx)) {
    const window = (await listWindows(tx, cycle.id)).find((one) => one.id === id);
    if (window !== undefined) return { window, year: cycle.year };
  }
  return null;
}

function putOffProblems(
  due: CivilDate | null,
  reason: string,
  now: { readonly year: number; readonly due: CivilDate; readonly today: CivilDate },
): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const last = civilDateOf(now.year + 1, 3, 31);
  if (due === null || due < now.today || due > last)
    problems.push({ field: 'due', message: `Indica un giorno da oggi al 31 marzo ${now.year + 1}.` });
  else if (due === now.due) problems.push({ field: 'due', message: 'È già questo il termine.' });
  if (reason === '')
    problems.push({ field: 'reason', message: 'Scrivi il motivo: senza non si può proseguire.' });
  else if (reason.length > REASON_LIMIT)
    problems.push({ field: 'reason', message: `Scrivi il motivo in al più ${REASON_LIMIT} caratteri.` });
  return problems;
}

const auditPutOff = (
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  change: { readonly window: string; readonly before: string; readonly due: string; readonly reason: string },
): Promise<void> =>
  auditCommand(tx, commander, clock, {
    ...{ right: 'windows.change', action: 'windows.put-off' },
    ...{ subjectKind: 'monitoring-window', subject: change.window, before: { due: change.before } },
    after: { due: change.due, reason: change.reason },
  });
