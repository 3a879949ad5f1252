/** Lives through a stretch of days as a town's rounds do, and writes down what was said, one text a notice. */
import { agendaOfDay } from '../../../domain/obligations/agenda.js';
import { afterNotices, agendaFacts, firedIn } from '../../../domain/obligations/agenda-facts.js';
import { DEFAULT_LADDERS, type Ladders } from '../../../domain/obligations/ladder.js';
import type { Fired } from '../../../domain/obligations/notice.js';
import { type Obligation, roleKey } from '../../../domain/obligations/obligation.js';
import { addDays, type CivilDate, civilDate } from '../../../domain/time/civil-date.js';
import { DEFAULT_CLOSURES } from '../../../domain/time/closures.js';
import { type WorkingCalendar, workingCalendar } from '../../../domain/time/working-calendar.js';

export const ITALY: WorkingCalendar = workingCalendar(DEFAULT_CLOSURES);

export interface Life {
  readonly from?: string;
  readonly until?: string;
  readonly calendar?: WorkingCalendar;
  readonly ladders?: Ladders;
  /** Days on which no round happens although it is a working day. */
  readonly away?: (day: CivilDate) => boolean;
  /** What somebody does on a day, before its round: from that day on the obligations are these. */
  readonly deeds?: Readonly<Record<string, (obligation: Obligation) => Obligation>>;
}

export interface Lived {
  /** `2023-06-30 head:A due-day`; with an id before the role where there are several obligations. */
  readonly notices: readonly string[];
  /** `2023-07-31 head:A late-1 no-round`: day of the round that passed it over. */
  readonly passedOver: readonly string[];
  /** `2023-07-10 late`, by day of the summary. */
  readonly summary: readonly string[];
  readonly fired: Fired;
}

export function lived(obligations: readonly Obligation[], life: Life = {}): Lived {
  const { calendar = ITALY, ladders = DEFAULT_LADDERS, away = () => false, deeds = {} } = life;
  const until = civilDate(life.until ?? '2024-03-31');
  const of = ({ id }: Obligation): string => (obligations.length > 1 ? `${id} ` : '');
  const said = { notices: [] as string[], passedOver: [] as string[], summary: [] as string[] };
  let now = obligations;
  let fired: Fired = new Map();
  for (let day = civilDate(life.from ?? '2023-01-01'); day <= until; day = addDays(day, 1)) {
    const deed = deeds[day];
    if (deed) now = now.map(deed);
    if (!calendar.isWorkingDay(day) || away(day)) continue;
    const facts = agendaFacts(now, fired, ladders, calendar);
    const agenda = agendaOfDay(facts, day);
    for (const { obligation, rung, recipient } of agenda.due) {
      said.notices.push(`${day} ${of(obligation)}${roleKey(recipient)} ${rung}`);
    }
    for (const { obligation, rung, recipient, reason } of agenda.passedOver) {
      said.passedOver.push(`${day} ${of(obligation)}${roleKey(recipient)} ${rung} ${reason}`);
    }
    for (const { obligation, why } of agenda.summary) said.summary.push(`${day} ${of(obligation)}${why}`);
    fired = firedIn(afterNotices(facts, agenda.due, day));
  }
  return { ...said, fired };
}

/** The days with their year left out and the role with them, where one year and one role are plain: `06-30 due-day`. */
export const brief = (notices: readonly string[]): string[] =>
  notices.map((one) => one.replace(/^\d{4}-/, '').replace(' head:A ', ' '));
