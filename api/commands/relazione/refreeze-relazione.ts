/** A new version of a frozen Relazione. */
import { listSnapshots } from '../../../store/relazione/relazione.js';
import { loadTown } from '../../../store/towns/towns.js';
import { relazioneFacts } from '../../queries/relazione-facts.js';
import { auditYear, startsOf, takeYear } from '../cycle/record-closing.js';
import { reasonProblem } from '../measurement/reason-problem.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';
import { freeze, isAlike } from './freeze-relazione.js';

/** What changed after the snapshot is frozen anew, with the reason: acts and outcomes from now on are about it. */
export function freezeAnew(
  commander: Commander,
  asked: { readonly year: number; readonly reason: string },
): Promise<Outcome<{ year: number; snapshot: number }>> {
  return runCommand(commander, 'relazione.write', { ...asked }, async (tx, clock) => {
    const held = await takeYear(tx, asked.year, clock);
    if (!held.ok) return held;
    const { cycle } = held;
    const reason = asked.reason.trim();
    const problem = reasonProblem(reason, 'reason');
    if (problem !== null) return { ok: false, refusal: problem };
    const [last] = await listSnapshots(tx, cycle.id);
    if (last === undefined) return { ok: false, refusal: { code: 'not-frozen' } };
    const facts = await relazioneFacts(tx, cycle, await loadTown(tx), clock.today);
    if (await isAlike(tx, last, facts))
      return { ok: false, refusal: { code: 'nothing-changed', last: last.number } };
    const by = commander.viewer.person.id;
    const number = last.number + 1;
    await freeze(tx, { cycle, clock, by }, facts, { number, cause: 'new-version', reason, duty: last.duty });
    const said = { action: 'relazione.freeze', cycle, note: reason, act: null, after: { snapshot: number } };
    await auditYear(tx, commander, clock, said);
    const result = { year: cycle.year, snapshot: number };
    return { ok: true, result, starts: startsOf(commander.viewer.town.id, cycle) };
  });
}
