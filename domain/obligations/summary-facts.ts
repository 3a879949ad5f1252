/** The counts of the Segretario's summary: who has not answered, recurrences, weight at risk. */
import { WEIGHT_AT_RISK_DAYS, weightAtRisk } from '../plan/weight-at-risk.js';
import { type Observed, remindedOn } from '../review/reminders.js';
import type { CivilDate } from '../time/civil-date.js';
import type { AgendaFacts } from './agenda-facts.js';
import type { DigestLine, RecurrenceCount, SummaryFacts } from './digest.js';
import type { FiredRung } from './notice.js';
import { dueOf, type Obligation, type Role, type RoleKey, roleKey } from './obligation.js';
import { isDueBy, lastDaySoon } from './standing.js';

/** The last day on which somebody holding the role answered anything. */
export type LastPosted = ReadonlyMap<RoleKey, CivilDate>;

/**
 * Roles that posted nothing since the first notice of something late or due within 10 working days,
 * with how many such obligations they have, the most first.
 */
export function noAnswer(
  facts: AgendaFacts,
  lastPosted: LastPosted,
  day: CivilDate,
): readonly { readonly owner: Role; readonly count: number }[] {
  const silent = new Map<RoleKey, { owner: Role; count: number }>();
  const soon = lastDaySoon(day, facts.calendar);
  for (const { obligation, owner, fired } of facts.schedule) {
    if (fired.length === 0 || !isDueBy(obligation, soon) || hasPostedSince(lastPosted.get(owner), fired))
      continue;
    const known = silent.get(owner);
    if (known === undefined) silent.set(owner, { owner: obligation.owner, count: 1 });
    else known.count += 1;
  }
  return [...silent.values()].sort(
    (a, b) => b.count - a.count || (roleKey(a.owner) < roleKey(b.owner) ? -1 : 1),
  );
}

/** Since the first of these notices. */
const hasPostedSince = (posted: CivilDate | undefined, fired: readonly FiredRung[]): boolean =>
  posted !== undefined && fired.some(({ day }) => day <= posted);

/** "6 di 10 confermate", for every recurrence of which a day has come. */
export function recurrenceCounts(
  obligations: readonly Obligation[],
  day: CivilDate,
): readonly RecurrenceCount[] {
  const counts = new Map<string, { first: Obligation; confirmed: number; come: number; total: number }>();
  for (const obligation of obligations) {
    if (obligation.recurrence === null || obligation.state === 'superseded') continue;
    const count = counts.get(obligation.recurrence.id) ?? {
      first: obligation,
      confirmed: 0,
      come: 0,
      total: 0,
    };
    const due = dueOf(obligation);
    count.total += 1;
    if (due !== null && due <= day) count.come += 1;
    if (obligation.state === 'done') count.confirmed += 1;
    counts.set(obligation.recurrence.id, count);
  }
  return [...counts.values()]
    .filter(({ come }) => come > 0)
    .map(({ first, ...rest }) => ({ subject: first.subject, ...rest }));
}

/** `null` when there is no line: without a line there is no summary. */
export function summaryFacts(
  facts: AgendaFacts,
  lastPosted: LastPosted,
  lines: { readonly late: readonly DigestLine[]; readonly external: readonly DigestLine[] },
  day: CivilDate,
  observed: readonly Observed[] = [],
): SummaryFacts | null {
  if (lines.late.length + lines.external.length === 0) return null;
  const obligations = facts.schedule.map(({ obligation }) => obligation);
  return {
    ...lines,
    noAnswer: noAnswer(facts, lastPosted, day),
    recurrences: recurrenceCounts(obligations, day),
    weightAtRisk: weightAtRisk(obligations, day, WEIGHT_AT_RISK_DAYS),
    ...remindedOn(observed, day, facts.calendar),
  };
}
