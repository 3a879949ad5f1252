/**
 * One digest per person, town and working day: all rungs of the day, of all the person's roles, one
 * line an obligation; for whoever holds the Segretario's role the summary, without a second line for
 * what has a rung in the same mail. Nothing due, no mail (design §3).
 */
import type { Observed } from '../review/reminders.js';
import type { CivilDate } from '../time/civil-date.js';
import type { AgendaOfDay } from './agenda.js';
import type { AgendaFacts } from './agenda-facts.js';
import type { DigestFacts, DigestLine } from './digest.js';
import { heightOf, type Rung } from './ladder.js';
import { dueOf, type Obligation, type Role, roleKey } from './obligation.js';
import { type LastPosted, summaryFacts } from './summary-facts.js';
import type { SummaryLine } from './summary-lines.js';

/** What the mails of one town and day are made from, beside the agenda itself. */
export interface DigestContext {
  readonly town: string;
  readonly day: CivilDate;
  readonly facts: AgendaFacts;
  readonly lastPosted: LastPosted;
  /** Latest first; absent where there is none. */
  readonly observed?: readonly Observed[];
}

const SECRETARY: Role = { role: 'secretary' };

/** `holders` names who receives what a role receives on that day: person ids, or the role itself in a rehearsal. */
export function digestsOfDay(
  context: DigestContext,
  agenda: AgendaOfDay,
  holders: (role: Role) => readonly string[],
): ReadonlyMap<string, DigestFacts> {
  const lines = new Map<string, Map<string, DigestLine>>();
  for (const { obligation, rung, recipient } of agenda.due) {
    for (const holder of holders(recipient)) {
      const own = lines.get(holder) ?? new Map<string, DigestLine>();
      const asOwner = recipient === obligation.owner || roleKey(recipient) === roleKey(obligation.owner);
      if (asOwner || !own.has(obligation.id)) {
        own.set(obligation.id, digestLine(obligation, rung, recipient, context));
      }
      lines.set(holder, own);
    }
  }
  const digests = new Map<string, DigestFacts>();
  const summaryHolders = agenda.summary.length === 0 ? [] : holders(SECRETARY);
  for (const holder of new Set([...lines.keys(), ...summaryHolders])) {
    const own = lines.get(holder) ?? new Map<string, DigestLine>();
    const digest = digestOf(context, agenda, [...own.values()], summaryHolders.includes(holder));
    if (digest.lines.length > 0 || digest.summary !== null) digests.set(holder, digest);
  }
  return digests;
}

function digestOf(
  context: DigestContext,
  agenda: AgendaOfDay,
  lines: readonly DigestLine[],
  withSummary: boolean,
): DigestFacts {
  const told = new Set(lines.map((line) => line.obligation));
  const rest = agenda.summary.filter((line) => !told.has(line.obligation.id));
  const summary = withSummary
    ? summaryFacts(context.facts, context.lastPosted, listed(rest, context), context.day, context.observed)
    : null;
  const roles = new Map(lines.map((line) => [roleKey(line.recipient), line.recipient]));
  if (summary !== null) roles.set(roleKey(SECRETARY), SECRETARY);
  return {
    town: context.town,
    day: context.day,
    nextWorkingDay: context.facts.calendar.after(context.day, 1),
    roles: [...roles].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, role]) => role),
    lines: [...lines].sort(byUrgency),
    summary,
  };
}

function listed(rest: readonly SummaryLine[], context: DigestContext) {
  const lines = { late: [] as DigestLine[], external: [] as DigestLine[] };
  for (const { obligation, why } of rest) lines[why].push(digestLine(obligation, null, SECRETARY, context));
  return { late: lines.late.sort(byUrgency), external: lines.external.sort(byUrgency) };
}

function digestLine(
  obligation: Obligation,
  rung: Rung | null,
  recipient: Role,
  context: DigestContext,
): DigestLine {
  const { calendar } = context.facts;
  const due = dueOf(obligation);
  return {
    obligation: obligation.id,
    kind: obligation.kind,
    subject: obligation.subject,
    owner: obligation.owner,
    term: obligation.term,
    recipient,
    rung,
    workingDaysLeft: due === null ? null : calendar.between(context.day, due),
    workingDaysLate: due === null ? 0 : calendar.between(due, context.day),
    forecast: obligation.forecast,
  };
}

/** Highest rung first, then by due date, heavier first; ties by the plan's own words, so that order never varies. */
const byUrgency = (a: DigestLine, b: DigestLine): number =>
  heightIn(b) - heightIn(a) ||
  compare(dueIn(a), dueIn(b)) ||
  (b.subject.weight ?? 0) - (a.subject.weight ?? 0) ||
  compare(wordsIn(a), wordsIn(b)) ||
  compare(a.obligation, b.obligation);

const heightIn = ({ rung }: DigestLine): number => (rung === null ? -1 : heightOf(rung));
const dueIn = ({ term }: DigestLine): string => (term.kind === 'external' ? '9999' : term.due);
const wordsIn = ({ subject }: DigestLine): string =>
  `${subject.sector}\u0000${subject.number ?? ''}\u0000${subject.objective}\u0000${subject.milestone ?? ''}`;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
