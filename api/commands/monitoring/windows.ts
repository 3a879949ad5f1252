/** Changes when the monitoring windows open and are due: of years under way, those that are not open yet (docs/adr/0045). */
import { type WindowField, type WindowProblem, windowProblems } from '../../../domain/cycle/window-rules.js';
import type { WindowRule } from '../../../domain/cycle/windows.js';
import type { CivilDate } from '../../../domain/time/civil-date.js';
import type { Json } from '../../../store/connection.js';
import type { Tx } from '../../../store/in-town.js';
import {
  type MovedWindow,
  moveWindows,
  openCycles,
  windowsMovedBy,
} from '../../../store/monitoring/monitoring-windows.js';
import { changeSettings, lockTown } from '../../../store/towns/towns.js';
import { cycleStart, roundStart } from '../../../workflows/contract.js';
import type { FieldProblem } from '../../refusals.js';
import { windowProblemInWords } from '../../views/monitoring/window-words.js';
import { auditTown } from '../audit-command.js';
import { invalid } from '../people/people-command.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';
import { seenMark } from '../seen-mark.js';

export interface WindowsAsked {
  readonly rules: readonly WindowRule[];
  /** {@link windowsSeen} of what stood there when they were typed; `null`: whatever stands there. */
  readonly seen: string | null;
}

export interface WindowsKept {
  readonly [key: string]: number;
  /** Windows of years under way that moved. */
  readonly moved: number;
}

/** What the field of a window is called in a form or a body. */
export type WindowFields = (field: WindowField, at: number) => string;

/** A short mark of the windows that somebody saw. */
export const windowsSeen = (rules: readonly WindowRule[]): string => seenMark(rules);

/** `fields`: what the form or the body calls the field of a window. Refused when what stood there has changed since. */
export function keepWindows(
  commander: Commander,
  { rules, seen }: WindowsAsked,
  fields: WindowFields,
): Promise<Outcome<WindowsKept>> {
  const json = JSON.parse(JSON.stringify(rules)) as Json;
  return runCommand(commander, 'windows.change', { windows: json, seen }, async (tx, clock) => {
    const town = await lockTown(tx);
    if (town === null) return { ok: false, refusal: { code: 'not-found' } };
    if (seen !== null && seen !== windowsSeen(town.settings.monitoring))
      return { ok: false, refusal: { code: 'changed-meanwhile' } };
    const problems = await windowFieldProblems(tx, rules, clock.today, fields);
    if (problems.length > 0) return invalid(...problems);
    const moved = await applyWindows(tx, rules, clock.today);
    await auditTown(tx, commander, clock, 'windows.change', {
      before: { windows: JSON.parse(JSON.stringify(town.settings.monitoring)) },
      after: { windows: json, moved: moved.map(({ before }) => before.id) },
    });
    const cycles = await openCycles(tx);
    return {
      ok: true,
      result: { moved: moved.length },
      starts: [
        roundStart({ town: town.id }),
        ...cycles.map(({ id, year }) => cycleStart({ town: town.id, cycle: id, year })),
      ],
    };
  });
}

/** What saving does, and what its effect is told from before: settings, windows and what they make owed. */
export async function applyWindows(
  tx: Tx,
  rules: readonly WindowRule[],
  today: CivilDate,
): Promise<readonly MovedWindow[]> {
  const town = await lockTown(tx);
  if (town === null) throw new Error('the transaction has no town');
  const monitoring = rules.map(({ name, ...days }) => ({ name: name.trim(), ...days }));
  await changeSettings(tx, { ...town.settings, monitoring });
  const moved: MovedWindow[] = [];
  for (const cycle of await openCycles(tx)) moved.push(...(await moveWindows(tx, cycle, monitoring, today)));
  return moved;
}

/** What is wrong with windows, each thing beside its field; one would be over in a year under way, too. */
export async function windowFieldProblems(
  tx: Tx,
  rules: readonly WindowRule[],
  today: CivilDate,
  fields: WindowFields,
): Promise<readonly FieldProblem[]> {
  const problems: WindowProblem[] = [...windowProblems(rules)];
  if (problems.length === 0)
    for (const cycle of await openCycles(tx))
      for (const { after } of await windowsMovedBy(tx, cycle, rules, today))
        if (after.skipped === null && after.due < today)
          problems.push({ at: after.ordinal - 1, field: 'due', code: 'over' });
  return problems.map((problem) => ({
    field: fields(problem.field, problem.at),
    message: windowProblemInWords(problem),
  }));
}
