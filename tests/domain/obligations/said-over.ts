/** Lives through a stretch of days on facts worked out once, for the properties, which live many lives. */
import { agendaOfDay } from '../../../domain/obligations/agenda.js';
import { afterNotices, agendaFacts, firedIn } from '../../../domain/obligations/agenda-facts.js';
import type { Ladders, Rung } from '../../../domain/obligations/ladder.js';
import type { DueRung, Fired } from '../../../domain/obligations/notice.js';
import { type Obligation, type RoleKey, roleKey } from '../../../domain/obligations/obligation.js';
import type { CivilDate } from '../../../domain/time/civil-date.js';
import type { WorkingCalendar } from '../../../domain/time/working-calendar.js';

export interface Town {
  readonly obligations: readonly Obligation[];
  readonly calendar: WorkingCalendar;
  readonly ladders: Ladders;
}

export interface Given {
  readonly day: CivilDate;
  readonly obligation: string;
  readonly recipient: RoleKey;
  readonly rung: Rung;
}

export interface Said {
  readonly notices: readonly Given[];
  readonly passedOver: readonly Given[];
  /** `o1 head:A due-day` of each notice, in order. */
  readonly all: readonly string[];
  /** Days on which something was said, a summary included. */
  readonly days: readonly CivilDate[];
  /** `2023-07-10 o1 late`. */
  readonly summary: readonly string[];
  readonly fired: Fired;
}

/** Both days included; on days for which `away` holds there is no round. */
export function saidOver(
  { obligations, calendar, ladders }: Town,
  first: CivilDate,
  last: CivilDate,
  away: (day: CivilDate) => boolean = () => false,
  before: Fired = new Map(),
): Said {
  let facts = agendaFacts(obligations, before, ladders, calendar);
  const notices: Given[] = [];
  const passedOver: Given[] = [];
  const days: CivilDate[] = [];
  const summary: string[] = [];
  for (let day = calendar.onOrAfter(first); day <= last; day = calendar.after(day, 1)) {
    if (away(day)) continue;
    const given = ({ obligation, recipient, rung }: DueRung): Given => ({
      day,
      obligation: obligation.id,
      recipient: roleKey(recipient),
      rung,
    });
    const agenda = agendaOfDay(facts, day);
    notices.push(...agenda.due.map(given));
    passedOver.push(...agenda.passedOver.map(given));
    summary.push(...agenda.summary.map(({ obligation, why }) => `${day} ${obligation.id} ${why}`));
    if (agenda.due.length + agenda.summary.length > 0) days.push(day);
    facts = afterNotices(facts, agenda.due, day);
  }
  const all = notices.map(({ obligation, recipient, rung }) => `${obligation} ${recipient} ${rung}`);
  return { notices, passedOver, all, days, summary, fired: firedIn(facts) };
}
