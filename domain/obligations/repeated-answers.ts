/** What was answered by link since a person's last mail, as the next one that leaves anyway tells it again. */
import type { CivilDate } from '../time/civil-date.js';
import type { Instant } from '../time/instant.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import { civilDateAt } from '../time/zone.js';
import { type AnswerKind, withdrawUntil } from './answer-rules.js';
import type { AnsweredByLink } from './digest.js';
import type { Obligation } from './obligation.js';
import type { Receivers } from './receivers.js';

/** An answer by link that no mail has repeated yet, or one decided about. Instants are town time. */
export interface LinkAnswer {
  readonly answer: {
    /** In whose name it was. */
    readonly person: string;
    readonly personName?: string;
    readonly kind: AnswerKind;
    readonly at: Instant;
    readonly doneOn: CivilDate | null;
    readonly forecast: CivilDate | null;
    readonly declaredName: string | null;
    readonly withdrawnAt: Instant | null;
    readonly ruling?: { readonly at: Instant; readonly reason: string | null } | null;
  };
  readonly obligation: Obligation;
  /** What was decided is for this person; `told`: who was told already. Absent: for whoever answered. */
  readonly decisionFor?: { readonly person: string; readonly told: readonly string[] };
}

/**
 * Who is told on a day: of a decision the person whom it is for, or, once they no longer receive for the role,
 * whoever does and was not told. Nobody who left.
 */
export function toldOf(
  { answer, obligation, decisionFor }: LinkAnswer,
  receivers: Receivers,
): readonly string[] {
  if (decisionFor === undefined) return [answer.person];
  const people = receivers(obligation.owner);
  const { person, told } = decisionFor;
  return people.includes(person) ? [person] : people.filter((one) => !told.includes(one));
}

/** By person id, in the order given. */
export type Answered = ReadonlyMap<string, readonly AnsweredByLink[]>;

/** What a round on `day` repeats to whom. */
export function answeredBy(
  answers: readonly LinkAnswer[],
  on: {
    readonly day: CivilDate;
    readonly zone: string;
    readonly calendar: WorkingCalendar;
    readonly receivers: Receivers;
  },
): Answered {
  const people = new Map<string, Map<LinkAnswer['answer'], AnsweredByLink>>();
  for (const one of answers)
    for (const person of toldOf(one, on.receivers)) {
      const own = people.get(person) ?? new Map();
      // Two who left may both be followed by one.
      people.set(person, own.set(one.answer, factsOf(one, person, on)));
    }
  return new Map([...people].map(([person, own]) => [person, [...own.values()]]));
}

function factsOf(
  { answer, obligation }: LinkAnswer,
  person: string,
  { day, zone, calendar }: Pick<Parameters<typeof answeredBy>[1], 'day' | 'zone' | 'calendar'>,
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
      : {
          ruling: {
            on: civilDateAt(answer.ruling.at, zone),
            reason: answer.ruling.reason,
            answeredBy: person === answer.person ? null : (answer.personName ?? null),
          },
        }),
  };
}
