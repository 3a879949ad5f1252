/** The notices of a round: for each rung that is due, one for each person who receives for the role. */
import { randomUUID } from 'node:crypto';
import type { DigestLine } from '../domain/obligations/digest.js';
import type { Rung } from '../domain/obligations/ladder.js';
import type { Waiting } from '../domain/obligations/leftovers.js';
import type { DueRung } from '../domain/obligations/notice.js';
import { type Role, roleKey } from '../domain/obligations/obligation.js';
import { absentFor, receiverIds } from '../domain/obligations/receivers.js';
import type { Staff } from '../domain/obligations/staff.js';
import type { CivilDate } from '../domain/time/civil-date.js';
import type { FrozenMail } from './freeze-digest.js';
import type { FrozenNotice } from './register-bodies.js';

export interface RoundToNotice {
  readonly due: readonly DueRung[];
  readonly waiting: Waiting;
  readonly staff: Staff<{ readonly id: string }>;
  readonly mails: ReadonlyMap<string, FrozenMail>;
  readonly day: CivilDate;
}

export interface RoundNotices {
  /** Those to write: not the ones that are only carried over to the same person. */
  readonly notices: readonly FrozenNotice[];
  /** The notice that a line of a person's mail tells; throws when there is none. */
  idOf(person: string, line: DigestLine): string;
}

export function noticesOfRound({ due, waiting, staff, mails, day }: RoundToNotice): RoundNotices {
  const receivers = receiverIds(staff);
  const ids = new Map<string, string>();
  const notices: FrozenNotice[] = [];
  const give = ({ obligation, rung, recipient }: DueRung, person: string | null): void => {
    const id = randomUUID();
    if (person !== null) ids.set(keyOf(person, obligation.id, rung, recipient), id);
    const held = staff.holders.get(roleKey(recipient)) ?? [];
    notices.push({
      id,
      obligation: obligation.id,
      obligationVersion: obligation.version,
      rung,
      recipient,
      person,
      day,
      standsIn: person !== null && !held.some((one) => one.id === person),
      inPlaceOf: person === null ? [] : absentFor(staff, person, recipient).map((absent) => absent.id),
      mail: (person === null ? undefined : mails.get(person)) ?? null,
    });
  };
  for (const [person, leftovers] of waiting) {
    for (const { obligation, rung, recipient, notice, person: before } of leftovers) {
      if (rung === null || notice === null) continue;
      // Whoever took over the role is given the notice anew: the first one never reached anybody.
      if (person !== before) give({ obligation, rung, recipient }, person);
      else ids.set(keyOf(person, obligation.id, rung, recipient), notice);
    }
  }
  for (const one of due) {
    const people = receivers(one.recipient);
    for (const person of people.length === 0 ? [null] : people) give(one, person);
  }
  return {
    notices,
    idOf(person, { obligation, rung, recipient }) {
      const id = rung === null ? undefined : ids.get(keyOf(person, obligation, rung, recipient));
      if (id === undefined) throw new Error(`no notice for a line about obligation ${obligation}`);
      return id;
    },
  };
}

const keyOf = (person: string, obligation: string, rung: Rung, recipient: Role): string =>
  `${person} ${obligation} ${rung} ${roleKey(recipient)}`;
