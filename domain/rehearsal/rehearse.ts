/**
 * The prova generale: the same agenda run over a whole range of days as if nobody did anything. One
 * mail per role that has something on a day; the round of the real town makes the same facts.
 */
import { agendaOfDay, nextAgendaDay } from '../obligations/agenda.js';
import type { AgendaFacts } from '../obligations/agenda-facts.js';
import type { DigestFacts } from '../obligations/digest.js';
import { digestsOfDay } from '../obligations/digests-of-day.js';
import { withFired } from '../obligations/notice.js';
import { type Role, type RoleKey, roleKey } from '../obligations/obligation.js';
import { addDays, type CivilDate } from '../time/civil-date.js';

export interface RehearsedMail {
  readonly day: CivilDate;
  readonly to: RoleKey;
  readonly facts: DigestFacts;
}

/** Mails in order of day and role. `until` is included; days before `from` are lived through but not given. */
export function* rehearse(
  town: string,
  facts: Omit<AgendaFacts, 'fired'>,
  range: { readonly start: CivilDate; readonly from: CivilDate; readonly until: CivilDate },
): Generator<RehearsedMail> {
  let lived: AgendaFacts = { ...facts, fired: new Map() };
  const byItself = (role: Role): readonly RoleKey[] => [roleKey(role)];
  let day = nextAgendaDay(lived, addDays(range.start, -1));
  while (day !== null && day <= range.until) {
    const agenda = agendaOfDay(lived, day);
    const context = { town, day, facts: lived, lastPosted: new Map<RoleKey, CivilDate>() };
    const digests = day < range.from ? [] : [...digestsOfDay(context, agenda, byItself)];
    for (const [to, digest] of digests.sort(([a], [b]) => (a < b ? -1 : 1))) yield { day, to, facts: digest };
    lived = { ...lived, fired: withFired(lived.fired, agenda.due, day) };
    day = nextAgendaDay(lived, day);
  }
}
