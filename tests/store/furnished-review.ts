/** The review of a furnished town: a round with a question answered and one withdrawn, a shared note, a conclusion, a declaration. */
import { DEFAULT_CRITERIA } from '../../domain/review/criteria.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import { openDuty } from '../../store/cycle/closing-duties.js';
import { findCycle } from '../../store/cycle/cycles.js';
import type { Tx } from '../../store/in-town.js';
import { keepConclusion, keepCriteria } from '../../store/review/review-conclusions.js';
import { insertDeclaration } from '../../store/review/review-declarations.js';
import { insertNote } from '../../store/review/review-notes.js';
import { insertAnswerTo, insertQuestion, withdrawQuestion } from '../../store/review/review-questions.js';

/** What it makes people owe is withdrawn again: the furnished town owes what its plan says. */
export async function furnishReview(
  tx: Tx,
  { secretary, head, at, today }: { secretary: string; head: string; at: Instant; today: CivilDate },
): Promise<void> {
  const cycle = await findCycle(tx, 2023);
  if (cycle === null) throw new Error('the furnished town has no cycle');
  const duty = await openDuty(tx, cycle, { step: 'transmission', round: 1, due: today }, today);
  await tx`update obligation set state = 'superseded' where id = ${duty}`;
  const question = await insertQuestion(tx, {
    ...{
      cycle: cycle.id,
      duty,
      objective: null,
      to: { role: 'secretary' },
      title: 'Istruttoria 2023: domanda',
    },
    ...{ text: 'Quando arriva?', askedOn: today, due: today, at, by: head },
  });
  await insertAnswerTo(tx, question, { text: 'A maggio', on: today, at, by: secretary });
  await withdrawQuestion(tx, question, { at, by: head });
  await insertNote(tx, { duty, objective: null, author: head, text: 'Da leggere', at, shared: true });
  await keepCriteria(tx, 0, DEFAULT_CRITERIA, { at, by: secretary });
  const about = { criterion: 'conformity', objective: null } as const;
  await keepConclusion(tx, {
    ...{ duty, about, conclusion: 'met', note: '', criteria: 1, seen: 0, at, by: head },
  });
  await insertDeclaration(tx, {
    ...{ duty, member: head, kind: 'declared', sector: null, text: 'Nessun legame', on: today, at, by: head },
  });
}
