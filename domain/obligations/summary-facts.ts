/** The counts of the Segretario's summary: who has not answered, recurrences, weight at risk. */
import { WEIGHT_AT_RISK_DAYS, weightAtRisk } from '../plan/weight-at-risk.js';
import type { CivilDate } from '../time/civil-date.js';
import { type AgendaFacts, firedOf } from './agenda-facts.js';
import type { DigestLine, RecurrenceCount, SummaryFacts } from './digest.js';
import { dueOf, type Obligation, type Role, type RoleKey, roleKey } from './obligation.js';
import { isLateOrDueSoon } from './standing.js';

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
  for (const { obligation } of facts.schedule) {
    const since = firstNotice(obligation, facts);
    if (since === null || !isLateOrDueSoon(obligation, day, facts.calendar)) continue;
    const key = roleKey(obligation.owner);
    const posted = lastPosted.get(key);
    if (posted !== undefined && posted >= since) continue;
    silent.set(key, { owner: obligation.owner, count: (silent.get(key)?.count ?? 0) + 1 });
  }
  return [...silent.values()].sort(
    (a, b) => b.count - a.count || (roleKey(a.owner) < roleKey(b.owner) ? -1 : 1),
  );
}

function firstNotice(obligation: Obligation, facts: AgendaFacts): CivilDate | null {
  let first: CivilDate | null = null;
  for (const { day } of firedOf(facts, obligation)) if (first === null || day < first) first = day;
  return first;
}

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
): SummaryFacts | null {
  if (lines.late.length + lines.external.length === 0) return null;
  const obligations = facts.schedule.map(({ obligation }) => obligation);
  return {
    ...lines,
    noAnswer: noAnswer(facts, lastPosted, day),
    recurrences: recurrenceCounts(obligations, day),
    weightAtRisk: weightAtRisk(obligations, day, WEIGHT_AT_RISK_DAYS),
  };
}
