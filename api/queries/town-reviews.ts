/** The years of a town that its evaluators may work on, each in one line: term, questions, what is left to conclude. */
import { termsIn } from '../../domain/cycle/year-terms.js';
import { standingDeclarations, undeclared } from '../../domain/review/body.js';
import { isAtWork } from '../../domain/review/round.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import { type Cycle, listCycles } from '../../store/cycle/cycles.js';
import type { Tx } from '../../store/in-town.js';
import { listObjectives } from '../../store/plan/objectives.js';
import { type KeptRound, listRounds, membersOn } from '../../store/review/review.js';
import { listConclusions } from '../../store/review/review-conclusions.js';
import { listDeclarations } from '../../store/review/review-declarations.js';
import { listQuestions } from '../../store/review/review-questions.js';
import { memberIn } from '../commands/review/review-command.js';
import type { Viewer } from '../viewer.js';

export interface YearToReview {
  readonly year: number;
  /** From 1. */
  readonly round: number;
  /** `null`: the Relazione was not transmitted yet, though the evaluators may look ahead. */
  readonly transmittedOn: CivilDate | null;
  /** By when the outcome is owed; `null` while nothing was transmitted. */
  readonly due: CivilDate | null;
  /** Questions that wait for an answer, and those answered on objectives that nobody concluded on. */
  readonly waiting: number;
  readonly answered: number;
  readonly concluded: number;
  readonly objectives: number;
  /** The viewer holds an office that wants a declaration, and has said nothing. */
  readonly toDeclare: boolean;
}

/** Earliest year first; none for whoever does not evaluate. */
export async function loadTownReviews(tx: Tx, viewer: Viewer): Promise<readonly YearToReview[]> {
  const self = memberIn(viewer);
  if (self === null) return [];
  const open = (await listCycles(tx)).filter(
    ({ approvedOn, state }) => approvedOn !== null && state === 'open',
  );
  const rounds = await Promise.all(
    open.map(async (cycle) => {
      const all = await listRounds(tx, cycle.id, termsIn(viewer.town.settings, cycle.year).closing);
      return { cycle, round: all.at(-1) };
    }),
  );
  const years = await Promise.all(
    rounds.flatMap(({ cycle, round }) =>
      round !== undefined && isAtWork(cycle.year, round, viewer.today)
        ? [yearOf(tx, { cycle, round, self: self.id, today: viewer.today })]
        : [],
    ),
  );
  return years.sort((a, b) => a.year - b.year);
}

interface AtWork {
  readonly cycle: Cycle;
  readonly round: KeptRound;
  readonly self: string;
  readonly today: CivilDate;
}

async function yearOf(tx: Tx, { cycle, round, self, today }: AtWork): Promise<YearToReview> {
  const { duty } = round;
  const of = <T>(load: (kept: string) => Promise<readonly T[]>): Promise<readonly T[]> =>
    duty === null ? Promise.resolve([]) : load(duty);
  const [objectives, questions, conclusions, declarations, members] = await Promise.all([
    listObjectives(tx, { year: cycle.year }),
    of((kept) => listQuestions(tx, { duties: [kept] })),
    of((kept) => listConclusions(tx, kept)),
    of((kept) => listDeclarations(tx, kept)),
    membersOn(tx, cycle, today),
  ]);
  const concluded = new Set(conclusions.flatMap(({ objective }) => objective ?? []));
  const mine = members.find(({ person }) => person === self);
  return {
    ...{ year: cycle.year, round: round.number, transmittedOn: round.transmittedOn, due: round.due },
    waiting: questions.filter(({ state }) => state === 'waiting').length,
    answered: questions.filter(
      ({ state, objective }) => state === 'answered' && (objective === null || !concluded.has(objective)),
    ).length,
    concluded: concluded.size,
    objectives: objectives.filter(({ state }) => state !== 'withdrawn').length,
    toDeclare: mine !== undefined && undeclared(mine, standingDeclarations(declarations)).length > 0,
  };
}
