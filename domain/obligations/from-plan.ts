/**
 * The obligations that a deliberated plan makes: one per dated, recurring, relative or external term
 * of an objective and per sector that has the objective; one with the implicit term of 31 December
 * where an objective has none. Items with a role and impossible days make none (design §3).
 */
import type { PlanDocument, PlanMilestone } from '../plan/plan-document.js';
import { type Points, points } from '../plan/points.js';
import { type CivilDate, civilDateOf, parseCivilDate } from '../time/civil-date.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import type { ObligationSubject, Role, Term } from './obligation.js';
import { ownerOf } from './owner.js';
import { occurrences } from './recurrence.js';
import { isFrequent } from './recurrence-frequency.js';
import { parseRecurrenceRule } from './recurrence-rule.js';
import { relativeDue } from './relative-term.js';

/** Positions in the document, from 0. `milestone` is `null` for an implicit term, `occurrence` for what does not recur. */
export interface Place {
  readonly sector: number;
  readonly objective: number;
  readonly milestone: number | null;
  readonly occurrence: number | null;
}

/** An obligation that a plan would open; without id, since it has no row yet. */
export interface PlannedObligation {
  readonly place: Place;
  readonly owner: Role;
  readonly term: Term;
  readonly opens: CivilDate | null;
  /** `frequent`: the recurrence is monthly or finer. */
  readonly recurrence: { readonly frequent: boolean } | null;
  readonly subject: ObligationSubject;
}

type PlannedTerm = Pick<PlannedObligation, 'term' | 'opens' | 'recurrence'> & {
  readonly occurrence: number | null;
};

/** `notBefore` is the first day of notices: an occurrence of a recurrence due earlier makes nothing. */
export function plannedObligations(
  plan: PlanDocument,
  notBefore: CivilDate,
  calendar: WorkingCalendar,
): readonly PlannedObligation[] {
  const year = plan.document.year;
  return plan.sectors.flatMap((sector, sectorIndex) =>
    sector.objectives.flatMap((objective, objectiveIndex): readonly PlannedObligation[] => {
      const owner = ownerOf(objective, sector, plan.sectors);
      const weight: Points | null = objective.weight === null ? null : points(objective.weight);
      const about = { sector: sector.name, number: objective.number, objective: objective.title, weight };
      const place = { sector: sectorIndex, objective: objectiveIndex };
      const owing = objective.milestones.map((milestone) => termsOf(milestone, year, notBefore, calendar));
      if (owing.every((terms) => terms === null)) {
        const term: Term = { kind: 'implicit', due: civilDateOf(year, 12, 31) };
        const subject = { ...about, milestone: null };
        return [
          {
            place: { ...place, milestone: null, occurrence: null },
            owner,
            term,
            opens: null,
            recurrence: null,
            subject,
          },
        ];
      }
      return owing.flatMap((terms, milestone) =>
        (terms ?? []).map(({ occurrence, ...rest }) => ({
          place: { ...place, milestone, occurrence },
          owner,
          ...rest,
          subject: { ...about, milestone: objective.milestones[milestone]?.phrase ?? null },
        })),
      );
    }),
  );
}

/** `null`: the item is no term that anybody owes. */
function termsOf(
  milestone: PlanMilestone,
  year: number,
  notBefore: CivilDate,
  calendar: WorkingCalendar,
): readonly PlannedTerm[] | null {
  if (milestone.role !== undefined || milestone.invalid === true || milestone.kind === 'none') return null;
  const single = { opens: null, recurrence: null, occurrence: null };
  switch (milestone.kind) {
    case 'date':
    case 'month-end':
    case 'period': {
      const due = parseCivilDate(milestone.date ?? '');
      const opens = parseCivilDate(milestone.start ?? '');
      return due === null ? null : [{ ...single, term: { kind: 'date', due }, opens }];
    }
    case 'recurring': {
      const rule = parseRecurrenceRule(milestone.recurrence ?? '');
      if (rule === null) return null;
      const recurrence = { frequent: isFrequent(rule) };
      return occurrences(rule, parseCivilDate(milestone.dtstart ?? ''), year)
        .filter((due) => due >= notBefore)
        .map((due, occurrence) => ({ term: { kind: 'date', due }, opens: null, recurrence, occurrence }));
    }
    case 'relative': {
      const anchor = parseCivilDate(milestone.anchor ?? '');
      const due =
        anchor && relativeDue(anchor, milestone.offset ?? '', milestone.calendar === 'working', calendar);
      return [{ ...single, term: due ? { kind: 'date', due } : external(milestone) }];
    }
    case 'external-term':
      return [{ ...single, term: external(milestone) }];
  }
}

const external = (milestone: PlanMilestone): Term => ({ kind: 'external', anchor: milestone.anchor ?? null });
