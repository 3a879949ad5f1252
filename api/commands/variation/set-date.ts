/** *Indica la data*: the day of a term fixed outside the plan became known. Its rungs begin. */
import { parseCivilDate, yearOf } from '../../../domain/time/civil-date.js';
import { setExternalDate } from '../../../store/obligations/obligation-commands.js';
import { objectiveStart, roundStart } from '../../../workflows/contract.js';
import { admit, auditChange, enterAct } from '../obligations/obligation-command.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';
import { refusedChange } from './refused-change.js';

export interface DateAsked {
  readonly obligation: string;
  /** As typed. */
  readonly due: string;
  readonly rowVersion: number | null;
}

export interface Dated {
  readonly [key: string]: string | number;
  readonly obligation: string;
  readonly due: string;
  readonly rowVersion: number;
}

export function setDate(commander: Commander, asked: DateAsked): Promise<Outcome<Dated>> {
  return runCommand(commander, 'obligation.set-date', { ...asked }, async (tx, clock) => {
    const admitted = await admit(tx, commander, 'obligation.set-date', asked.obligation);
    if (!admitted.ok) return admitted;
    const due = parseCivilDate(asked.due);
    const { year, objectiveId } = admitted.record.obligation;
    if (due === null || yearOf(due) < year || yearOf(due) > year + 1) {
      const message = `La data del termine deve esistere e cadere nel ${year} o nel ${year + 1}.`;
      return { ok: false, refusal: { code: 'invalid', problems: [{ field: 'due', message }] } };
    }
    const change = await setExternalDate(tx, { ...asked, due, today: clock.today });
    if (!change.ok) return { ok: false, refusal: refusedChange(change, 'external', clock.clock.zone) };
    await enterAct(tx, commander, clock, {
      kind: 'term-known',
      obligation: asked.obligation,
      role: admitted.role,
    });
    await auditChange(tx, commander, clock, {
      action: 'obligation.set-date',
      role: admitted.role,
      before: change.before,
      after: change.after,
    });
    const town = commander.viewer.town.id;
    const followed = objectiveId === null ? [] : [objectiveStart({ town, objective: objectiveId, year })];
    return {
      ok: true,
      result: { obligation: asked.obligation, due, rowVersion: change.after.rowVersion },
      starts: [roundStart({ town }), ...followed],
    };
  });
}
