/** Answers that still stand: the obligation is as they left it. */
import { withdrawUntil } from '../../domain/obligations/answer-rules.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import { civilDateAt } from '../../domain/time/zone.js';
import type { Tx } from '../../store/in-town.js';
import { type Answer, answersOf } from '../../store/obligations/answers.js';
import type { ObligationRecord } from '../../store/obligations/obligation-rows.js';
import type { Viewer } from '../viewer.js';

/** An answer of the viewer's that still stands. */
export interface StandingAnswer {
  readonly answer: Answer;
  /** Last day on which it may be withdrawn; `null`: no more. */
  readonly withdrawUntil: CivilDate | null;
}

export interface AnswersShown {
  /** The viewer's own that stand, latest first. */
  readonly own: readonly StandingAnswer[];
  /** The reason of the forecast that holds now, and whose it is; `null`: there is none. */
  readonly explained: Answer | null;
  readonly disclaimed: readonly Answer[];
}

/** Is the obligation as this answer left it? */
export function stillStands(
  { obligation, doneBy, doneRecordedAt }: ObligationRecord,
  answer: Answer,
  answers: readonly Answer[],
): boolean {
  if (answer.withdrawnAt !== null || answer.version !== obligation.version) return false;
  if (answer.kind === 'done')
    return obligation.state === 'done' && doneBy?.id === answer.person && doneRecordedAt === answer.at;
  if (obligation.state !== 'open') return false;
  if (answer.kind === 'not-mine') return true;
  const last = answers
    .filter(({ kind, withdrawnAt }) => kind === 'in-progress' && withdrawnAt === null)
    .at(-1);
  return last?.id === answer.id && obligation.forecast === answer.forecast;
}

/** Answers of one obligation as a page tells them. */
export async function answersShown(tx: Tx, viewer: Viewer, record: ObligationRecord): Promise<AnswersShown> {
  const answers = await answersOf(tx, record.obligation.id);
  const calendar = workingCalendar(viewer.town.closures);
  const standing = answers.filter((one) => stillStands(record, one, answers)).reverse();
  const until = (answer: Answer): CivilDate | null => {
    const last = withdrawUntil(civilDateAt(answer.at, viewer.town.clock.zone), calendar);
    return viewer.today <= last ? last : null;
  };
  return {
    own: standing
      .filter(({ person }) => person === viewer.person.id)
      .map((answer) => ({ answer, withdrawUntil: until(answer) })),
    explained: standing.find(({ kind }) => kind === 'in-progress') ?? null,
    disclaimed: standing.filter(({ kind }) => kind === 'not-mine'),
  };
}
