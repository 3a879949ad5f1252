/**
 * Everything the mails of one round say, by person: the lines of the day, what is left over of earlier mails,
 * in whose place the person receives, and what they answered by link. The real round freezes these facts; the
 * rehearsal shows them.
 */
import type { AgendaOfDay } from './agenda.js';
import type { DigestFacts } from './digest.js';
import { type DigestContext, digestsOfDay } from './digests-of-day.js';
import { agendaWith, type Waiting } from './leftovers.js';
import { roleKey } from './obligation.js';
import { type Receivers, substitutionsOf } from './receivers.js';
import type { Answered } from './repeated-answers.js';
import type { Named, Staff } from './staff.js';

/** A round, the people who receive, and what earlier mails left over. */
export interface RoundToTell {
  readonly context: DigestContext;
  readonly agenda: AgendaOfDay;
  readonly receivers: Receivers;
  /** `null`: a rehearsal without people, in which nobody stands in for anybody. */
  readonly staff: Staff<Named> | null;
  readonly waiting: Waiting;
  readonly answered: Answered;
}

/** By person id, or by whatever `receivers` names. A person for whom something waits gets it with today's own lines. */
export function digestsOfRound({
  context,
  agenda,
  receivers,
  staff,
  waiting,
  answered,
}: RoundToTell): ReadonlyMap<string, DigestFacts> {
  const digests = new Map(
    digestsOfDay(context, agenda, (role) => receivers(role).filter((person) => !waiting.has(person))),
  );
  for (const [person, leftovers] of waiting) {
    const alone = digestsOfDay(context, agendaWith(agenda, leftovers), (role) =>
      receivers(role).filter((one) => one === person),
    );
    for (const [holder, digest] of alone) digests.set(holder, digest);
  }
  if (staff === null) return digests;
  for (const [person, digest] of digests) {
    // A rehearsed mail to a role for which nobody receives tells nobody anything.
    if (digest.roles.some((role) => roleKey(role) === person)) continue;
    digests.set(person, {
      ...digest,
      ...substitutionsOf(staff, person, digest.roles),
      answered: answered.get(person) ?? [],
    });
  }
  return digests;
}
