import type {
  PlanDocument,
  PlanMilestone,
  PlanObjective,
  PlanSector,
} from '../../domain/plan/plan-document.js';
import type { WorkingDays } from './calendar.js';
import { type Day, dayAt, dayOf, monthLength, partsOf } from './days.js';
import { occurrencesOf } from './recurrences.js';

/** One thing owed, as the ladder needs to see it. */
export interface Owed {
  readonly sector: string;
  readonly number: string | null;
  readonly objective: string;
  /** The phrase read; `null` for an implicit term. */
  readonly milestone: string | null;
  /** `null` while the day is not known. */
  readonly due: Day | null;
  readonly opens: Day | null;
  /** `head:<sector>`, `secretary` or `mayor`. */
  readonly owner: string;
  readonly sort: 'term' | 'implicit' | 'occurrence';
  /** Only `due-day` and `late-3`. */
  readonly short: boolean;
}

const OFFSET = /^([+-])?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;

function addMonths(day: Day, months: number): Day {
  const { year, month, date } = partsOf(day);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const [toYear, toMonth] = [first.getUTCFullYear(), first.getUTCMonth() + 1];
  return dayAt(toYear, toMonth, Math.min(date, monthLength(toYear, toMonth))) ?? day;
}

/** The day a relative term falls on, or `null` when its anchor is not a date. */
function relativeDay(milestone: PlanMilestone, calendar: WorkingDays): Day | null {
  const anchor = dayOf(milestone.anchor);
  const parts = OFFSET.exec(milestone.offset ?? '');
  if (anchor === null || !parts) return null;
  const part = (index: number): number => Number(parts[index] ?? 0);
  const sign = parts[1] === '-' ? -1 : 1;
  const months = part(2) * 12 + part(3);
  const days = part(4) * 7 + part(5) + Math.ceil((part(6) + part(7) / 60) / 24);
  const moved = addMonths(anchor, sign * months);
  return milestone.calendar === 'working' ? calendar.step(moved, sign * days) : moved + sign * days;
}

function same(one: string, other: string): boolean {
  const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();
  return plain(one) === plain(other);
}

function ownerOf(plan: PlanDocument, sector: PlanSector, objective: PlanObjective): string {
  const own = objective.owner?.trim() || null;
  const printed = (own ?? sector.owner ?? '').toLowerCase();
  if (printed.includes('segretari')) return 'secretary';
  if (printed.includes('sindac')) return 'mayor';
  const isTheirs = (one: PlanSector): boolean => own !== null && one.owner !== null && same(one.owner, own);
  const other = isTheirs(sector) ? sector : plan.sectors.find(isTheirs);
  return `head:${(other ?? sector).name}`;
}

type Term = Pick<Owed, 'milestone' | 'due' | 'opens' | 'sort' | 'short'>;

function termsOf(milestone: PlanMilestone, year: number, calendar: WorkingDays): Term[] {
  if (milestone.kind === 'recurring') {
    const { days, short } = occurrencesOf(milestone.recurrence ?? '', dayOf(milestone.dtstart), year);
    return days.map((due) => ({
      milestone: milestone.phrase,
      due,
      opens: null,
      sort: 'occurrence' as const,
      short,
    }));
  }
  const due =
    milestone.kind === 'relative'
      ? relativeDay(milestone, calendar)
      : milestone.kind === 'external-term'
        ? null
        : dayOf(milestone.date);
  return [{ milestone: milestone.phrase, due, opens: dayOf(milestone.start), sort: 'term', short: false }];
}

function isTerm(milestone: PlanMilestone): boolean {
  if (milestone.role !== undefined || milestone.invalid === true) return false;
  if (milestone.kind === 'none') return false;
  const dated = ['date', 'month-end', 'period'].includes(milestone.kind);
  return !dated || dayOf(milestone.date) !== null;
}

/** Everything a plan makes owed, sector by sector as its objectives are listed. */
export function owedBy(plan: PlanDocument, calendar: WorkingDays): Owed[] {
  const { year } = plan.document;
  return plan.sectors.flatMap((sector) =>
    sector.objectives.flatMap((objective) => {
      const terms = objective.milestones.filter(isTerm);
      const implicit: Term = {
        milestone: null,
        due: dayAt(year, 12, 31),
        opens: null,
        sort: 'implicit',
        short: false,
      };
      const owed = terms.length === 0 ? [implicit] : terms.flatMap((term) => termsOf(term, year, calendar));
      const owner = ownerOf(plan, sector, objective);
      return owed.map((term) => ({
        ...term,
        sector: sector.name,
        number: objective.number,
        objective: objective.title,
        owner,
      }));
    }),
  );
}
