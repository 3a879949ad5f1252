/** What the next mails tell of answers: those given by link, and what the Segretario decided about them. */
import type { LinkAnswer } from '../../domain/obligations/repeated-answers.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Fragment } from '../connection.js';
import type { Tx } from '../in-town.js';
import { type Answer, findAnswers, withObligations } from './answers.js';

/** An answer, or a decision about one, that a mail has yet to tell somebody. */
export interface ToRepeat extends LinkAnswer {
  readonly answer: Answer;
}

/**
 * Recorded by link, or decided about, at or before `until` (town time) and not told yet in a mail that left:
 * oldest first. A decision comes once for each person whom it is for, and no more once the obligation passed on.
 */
export async function answersToRepeat(tx: Tx, until: Instant): Promise<readonly ToRepeat[]> {
  const [byLink, decided] = await Promise.all([
    tx<{ id: string }[]>`select a.id from answer a
      where a.digest is not null and a.at <= ${until} and ${isUntold(tx, tx`a.repeated_in`)}`,
    tx<{ id: string; person: string; told: string[] }[]>`
      select f.answer as id, f.person,
        array(select o.person from ruling_for o where o.town = f.town and o.answer = f.answer
          and not ${isUntold(tx, tx`o.told_in`)}) as told
      from ruling_for f join ruling r on r.town = f.town and r.answer = f.answer
        join answer a on a.town = f.town and a.id = f.answer
        join obligation b on b.town = a.town and b.id = a.obligation and b.version = a.obligation_version
      where r.at <= ${until} and ${isUntold(tx, tx`f.told_in`)} order by f.person`,
  ]);
  const ids = new Set([...byLink, ...decided].map(({ id }) => id));
  const known = await withObligations(tx, await findAnswers(tx, [...ids]));
  const unrepeated = new Set(byLink.map(({ id }) => id));
  return known.flatMap(({ answer, obligation }): readonly ToRepeat[] => {
    const decisions = decided.filter(({ id }) => id === answer.id);
    const told = decisions.map(({ person, told: others }) => ({
      ...{ answer, obligation },
      decisionFor: { person, told: others },
    }));
    // Whoever reads what was decided about an answer need not read the answer too.
    const isRepeated = unrepeated.has(answer.id) && !decisions.some(({ person }) => person === answer.person);
    return isRepeated ? [...told, { answer: { ...answer, ruling: null }, obligation }] : told;
  });
}

/** No mail told it that left, or is about to. */
const isUntold = (tx: Tx, mail: Fragment): Fragment => tx`(${mail} is null
  or exists (select 1 from digest d where d.id = ${mail} and d.state in ('given-up', 'refused')))`;

/** The mail tells these. */
export async function markRepeated(
  tx: Tx,
  repeated: readonly Pick<ToRepeat, 'answer' | 'decisionFor'>[],
  digest: string,
): Promise<void> {
  const ids = repeated.map(({ answer }) => answer.id);
  await tx`update answer set repeated_in = ${digest} where id = any (${ids}::uuid[])`;
  for (const { answer, decisionFor } of repeated)
    if (decisionFor !== undefined)
      await tx`update ruling_for set told_in = ${digest}
        where answer = ${answer.id} and person = ${decisionFor.person}`;
}
