/** A conclusion of the evaluators, on a criterion of the checklist or on an objective. */
import { CONCLUSIONS } from '../../../domain/review/criteria.js';
import type { Json } from '../../../store/connection.js';
import type { Tx } from '../../../store/in-town.js';
import {
  type Concluded,
  criteriaInForce,
  keepConclusion,
  listConclusions,
} from '../../../store/review/review-conclusions.js';
import type { FieldProblem } from '../../refusals.js';
import { invalid } from '../people/people-command.js';
import { type Commander, type Done, type Outcome, runCommand } from '../run-command.js';
import {
  auditReview,
  excludedFrom,
  type HeldReview,
  objectiveOf,
  type RoundAsked,
  takeReview,
} from './review-command.js';
import { textProblem } from './review-text.js';

export interface ConclusionAsked extends RoundAsked {
  /** Key of a criterion, or `null` for an objective. */
  readonly criterion: string | null;
  readonly objective: string | null;
  /** As typed. */
  readonly conclusion: string;
  readonly note: string;
  /** The row version on the page; 0: nothing stood there. */
  readonly seen: number;
}

export interface ReviewConcluded {
  readonly [key: string]: Json;
  readonly criterion: string | null;
  readonly objective: string | null;
  readonly rowVersion: number;
}

export function concludeReview(
  commander: Commander,
  asked: ConclusionAsked,
): Promise<Outcome<ReviewConcluded>> {
  return runCommand(
    commander,
    'review.conclude',
    { ...asked },
    async (tx, clock): Promise<Done<ReviewConcluded>> => {
      const taken = await takeReview(tx, commander, clock, asked);
      if (!taken.ok) return taken;
      const { review } = taken;
      const { cycle, round } = review;
      const inForce = await criteriaInForce(tx);
      const read = await readAbout(
        tx,
        review,
        asked,
        inForce.criteria.map(({ key }) => key),
      );
      if (!read.ok) return invalid(read.problem);
      const conclusion = CONCLUSIONS.find((one) => one === asked.conclusion);
      const note = asked.note.trim();
      const wanting = conclusion === 'with-remarks' || conclusion === 'not-met';
      const problems = [
        conclusion === undefined ? { field: 'conclusion', message: 'Scegli la conclusione.' } : null,
        textProblem(note, 'note', wanting ? 'Scrivi quali sono i rilievi.' : null),
      ].filter((one) => one !== null);
      if (conclusion === undefined || problems.length > 0) return invalid(...problems);
      const by = commander.viewer.person.id;
      const excluded = excludedFrom(review, by, read.sectors);
      if (excluded !== null) return { ok: false, refusal: excluded };
      const { about } = read;
      const before = (await listConclusions(tx, round.duty)).find(
        (one) => one.criterion === about.criterion && one.objective === about.objective,
      );
      const { seen } = asked;
      const said = { duty: round.duty, about, conclusion, note, criteria: inForce.number, seen };
      if (!(await keepConclusion(tx, { ...said, at: clock.now, by })))
        return { ok: false, refusal: { code: 'changed-meanwhile' } };
      await auditReview(tx, commander, clock, {
        ...{ action: 'review.conclude', of: 'review.conclude', cycle },
        ...(before === undefined ? {} : { before: { conclusion: before.conclusion, note: before.note } }),
        after: { ...about, conclusion, note },
      });
      return { ok: true, result: { ...about, rowVersion: seen + 1 }, starts: [] };
    },
  );
}

type AboutRead =
  | { readonly ok: true; readonly about: Concluded; readonly sectors: readonly string[] }
  | { readonly ok: false; readonly problem: FieldProblem };

async function readAbout(
  tx: Tx,
  { cycle }: HeldReview,
  { criterion, objective }: ConclusionAsked,
  keys: readonly string[],
): Promise<AboutRead> {
  if (criterion !== null)
    return keys.includes(criterion)
      ? { ok: true, about: { criterion, objective: null }, sectors: [] }
      : { ok: false, problem: { field: 'criterion', message: 'Il criterio non è tra quelli in uso.' } };
  const found = objective === null ? null : await objectiveOf(tx, cycle, objective);
  if (found === null)
    return { ok: false, problem: { field: 'objective', message: "L'obiettivo non è di questo piano." } };
  return {
    ok: true,
    about: { criterion: null, objective: found.id },
    sectors: found.sectors.map(({ name }) => name),
  };
}
