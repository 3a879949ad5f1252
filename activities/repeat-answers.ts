/** What was answered by link since a person's last mail, told again in the next one that leaves anyway. */
import { withdrawUntil } from '../domain/obligations/answer-rules.js';
import type { AnsweredByLink } from '../domain/obligations/digest.js';
import { civilDateAt } from '../domain/time/zone.js';
import { type AnsweredObligation, answersToRepeat, markRepeated, withObligations } from '../store/answers.js';
import type { Tx } from '../store/in-town.js';
import type { FrozenMail } from './freeze-digest.js';
import type { Stock } from './stock.js';

export interface ToRepeat {
  readonly answers: readonly string[];
  readonly facts: readonly AnsweredByLink[];
}

/** By person id. */
export async function answersByPerson(tx: Tx, stock: Stock): Promise<ReadonlyMap<string, ToRepeat>> {
  const byPerson = new Map<string, ToRepeat>();
  for (const one of await withObligations(tx, await answersToRepeat(tx, stock.now))) {
    const known = byPerson.get(one.answer.person) ?? { answers: [], facts: [] };
    byPerson.set(one.answer.person, {
      answers: [...known.answers, one.answer.id],
      facts: [...known.facts, factsOf(one, stock)],
    });
  }
  return byPerson;
}

/** The mails that now tell them. */
export async function markAnswersRepeated(
  tx: Tx,
  toRepeat: ReadonlyMap<string, ToRepeat>,
  mails: ReadonlyMap<string, FrozenMail>,
): Promise<void> {
  for (const [person, { answers }] of toRepeat) {
    const mail = mails.get(person);
    if (mail !== undefined) await markRepeated(tx, answers, mail.digest);
  }
}

function factsOf(
  { answer, obligation }: AnsweredObligation,
  { town, calendar, today }: Stock,
): AnsweredByLink {
  const dayOf = (at: typeof answer.at) => civilDateAt(at, town.clock.zone);
  const until = withdrawUntil(dayOf(answer.at), calendar);
  return {
    obligation: obligation.id,
    subject: obligation.subject,
    kind: answer.kind,
    answeredOn: dayOf(answer.at),
    doneOn: answer.doneOn,
    forecast: answer.forecast,
    declaredName: answer.declaredName,
    withdrawnOn: answer.withdrawnAt === null ? null : dayOf(answer.withdrawnAt),
    withdrawUntil: answer.withdrawnAt === null && today <= until ? until : null,
  };
}
