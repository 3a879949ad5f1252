/** Changes the days on which the offices are closed; the round looks again at once, terms stay as they are. */
import type { CivilDate } from '../../../domain/time/civil-date.js';
import { type ClosureProblem, closureProblems } from '../../../domain/time/closure-rules.js';
import type { Closure } from '../../../domain/time/closures.js';
import type { Json } from '../../../store/connection.js';
import { changeClosures, lockTown } from '../../../store/towns/towns.js';
import { roundStart } from '../../../workflows/contract.js';
import type { FieldProblem } from '../../refusals.js';
import { closureProblemInWords } from '../../views/town/closure-words.js';
import { auditTown } from '../audit-command.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';
import { seenMark } from '../seen-mark.js';

/** A part of a closure that a form or a body has a field for; `whole`: of all of them together. */
export type ClosurePart = 'day' | 'from' | 'to' | 'week' | 'whole';
/** What the field of a part of the n-th closure is called there. */
export type ClosureFields = (part: ClosurePart, at: number | null) => string;

export interface ClosuresAsked {
  readonly closures: readonly Closure[];
  /** {@link closuresSeen} of what stood there when they were typed; `null`: whatever stands there. */
  readonly seen: string | null;
}

export interface ClosuresKept {
  readonly [key: string]: number;
  readonly closures: number;
}

/** A short mark of the closures that somebody saw. */
export const closuresSeen = (closures: readonly Closure[]): string => seenMark(closures);

/** `fields`: what the form or the body calls the parts of a closure. Refused when what stood there has changed since. */
export function keepClosures(
  commander: Commander,
  { closures, seen }: ClosuresAsked,
  fields: ClosureFields,
): Promise<Outcome<ClosuresKept>> {
  const json = jsonOf(closures);
  return runCommand(commander, 'closures.change', { closures: json, seen }, async (tx, clock) => {
    const town = await lockTown(tx);
    if (town === null) return { ok: false, refusal: { code: 'not-found' } };
    if (seen !== null && seen !== closuresSeen(town.closures))
      return { ok: false, refusal: { code: 'changed-meanwhile' } };
    const problems = closureFieldProblems(closures, clock.today, fields);
    if (problems.length > 0) return { ok: false, refusal: { code: 'invalid', problems } };
    await changeClosures(tx, closures);
    await auditTown(tx, commander, clock, 'closures.change', {
      before: { closures: jsonOf(town.closures) },
      after: { closures: json },
    });
    return {
      ok: true,
      result: { closures: closures.length },
      starts: [roundStart({ town: town.id })],
    };
  });
}

/** What is wrong with closures, each thing beside its field. */
export const closureFieldProblems = (
  closures: readonly Closure[],
  today: CivilDate,
  fields: ClosureFields,
): readonly FieldProblem[] =>
  closureProblems(closures, today).map((problem) => ({
    field: fields(...placeOf(problem)),
    message: closureProblemInWords(problem),
  }));

function placeOf(problem: ClosureProblem): [ClosurePart, number | null] {
  switch (problem.code) {
    case 'too-many':
    case 'closed-too-long':
      return ['whole', null];
    case 'week-closed':
      return ['week', null];
    case 'out-of-reach':
      return [problem.part, problem.at];
    case 'ends-before':
    case 'too-long':
      return ['to', problem.at];
    case 'overlaps':
      return ['from', problem.at];
    case 'no-such-day':
    case 'stands-twice':
      return ['day', problem.at];
  }
}

const jsonOf = (closures: readonly Closure[]): Json => JSON.parse(JSON.stringify(closures)) as Json;
