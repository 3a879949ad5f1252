/** What was answered by link since a person's last mail, as the next one that leaves anyway tells it again. */
import type { CivilDate } from '../time/civil-date.js';
import type { Instant } from '../time/instant.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import { civilDateAt } from '../time/zone.js';
import { type AnswerKind, withdrawUntil } from './answer-rules.js';
import type { AnsweredByLink } from './digest.js';
import type { Obligation } from './obligation.js';

/** An answer by link that no mail has repeated yet, or one decided about. Instants are town time. */
export interface LinkAnswer {
  readonly answer: {
    /** In whose name it was. */
    readonly person: string;
    readonly kind: AnswerKind;
    readonly at: Instant;
    readonly doneOn: CivilDate | null;
    readonly forecast: CivilDate | null;
    readonly declaredName: string | null;
    readonly withdrawnAt: Instant | null;
    readonly ruling?: { readonly at: Instant; readonly reason: string | null } | null;
  };
  readonly obligation: Obligation;
}

/** By person id, in the order given. */
export type Answered = ReadonlyMap<string, readonly AnsweredByLink[]>;

/** What a round on `day` repeats to whom. */
export function answeredBy(
  answers: readonly LinkAnswer[],
  on: { readonly day: CivilDate; readonly zone: string; readonly calendar: WorkingCalendar },
): Answered {
  const people = new Map<string, AnsweredByLink[]>();
  for (const one of answers) {
    const { person } = one.answer;
    people.set(person, [...(people.get(person) ?? []), factsOf(one, on)]);
  }
  return people;
}

function factsOf(
  { answer, obligation }: LinkAnswer,
  { day, zone, calendar }: Parameters<typeof answeredBy>[1],
): AnsweredByLink {
  const answeredOn = civilDateAt(answer.at, zone);
  const until = withdrawUntil(answeredOn, calendar);
  return {
    obligation: obligation.id,
    subject: obligation.subject,
    kind: answer.kind,
    answeredOn,
    doneOn: answer.doneOn,
    forecast: answer.forecast,
    declaredName: answer.declaredName,
    withdrawnOn: answer.withdrawnAt === null ? null : civilDateAt(answer.withdrawnAt, zone),
    withdrawUntil: answer.withdrawnAt === null && day <= until ? until : null,
    ...(answer.ruling == null
      ? {}
      : { ruling: { on: civilDateAt(answer.ruling.at, zone), reason: answer.ruling.reason } }),
  };
}
