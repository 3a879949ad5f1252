import type {
  PlanDocument,
  PlanMilestone,
  PlanObjective,
  PlanSector,
} from '../../domain/plan/plan-document.js';
import { type OracleOptions, oracle } from './oracle.js';

/** A term on a day. */
export function by(date: string): PlanMilestone {
  return { kind: 'date', date, phrase: `entro ${date}` };
}

/** A term at the end of a span that opens on its first day. */
export function within(start: string, date: string): PlanMilestone {
  return { kind: 'period', start, date, phrase: `dal ${start} al ${date}` };
}

/** A recurrence. */
export function every(recurrence: string, dtstart?: string): PlanMilestone {
  return {
    kind: 'recurring',
    recurrence,
    phrase: recurrence,
    ...(dtstart === undefined ? {} : { dtstart }),
  };
}

/** A term counted from something; `working` counts working days. */
export function after(offset: string, anchor: string | null, working = false): PlanMilestone {
  const term: PlanMilestone = { kind: 'relative', offset, anchor, phrase: `${offset} da ${anchor}` };
  return working ? { ...term, calendar: 'working' } : term;
}

/** A term fixed elsewhere. */
export function external(anchor: string | null): PlanMilestone {
  return { kind: 'external-term', anchor, phrase: `entro i termini: ${anchor}` };
}

/** An objective without number or weight. */
export function objective(
  title: string,
  milestones: readonly PlanMilestone[],
  more: Partial<PlanObjective> = {},
): PlanObjective {
  return { number: null, title, weight: null, shared: false, indicators: [], milestones, ...more };
}

/** A sector; `owner` is what it prints as responsible. */
export function sector(
  name: string,
  objectives: readonly PlanObjective[],
  owner: string | null = null,
): PlanSector {
  return { name, owner, weightTotal: null, objectives };
}

/** A plan of that year. */
export function planOf(year: number, sectors: readonly PlanSector[]): PlanDocument {
  return {
    document: { body: null, kind: 'plan', year, act: null, actDate: null, weights: 'none' },
    sectors,
    lint: [],
  };
}

/** A plan of one sector, "A", with one objective that has these milestones. */
export function planWith(year: number, ...milestones: PlanMilestone[]): PlanDocument {
  return planOf(year, [sector('A', [objective('X', milestones)])]);
}

/** Every line of every mail as `day to rung due`; a line of the summary says `summary`. */
export function told(plan: PlanDocument, options: OracleOptions = {}): string[] {
  return oracle(plan, options).flatMap(({ day, to, items }) =>
    items.map(({ rung, due }) => `${day} ${to} ${rung ?? 'summary'} ${due ?? 'unknown'}`),
  );
}

/** The notices of a plan as `day rung`, with the recipient where it is not the head of A; no summaries. */
export function notices(plan: PlanDocument, options: OracleOptions = {}): string[] {
  return oracle(plan, options).flatMap(({ day, to, items }) =>
    items
      .filter(({ rung }) => rung !== null)
      .map(({ rung }) => `${day} ${rung}${to === 'head:A' ? '' : ` ${to}`}`),
  );
}

/** The days on which anything of the plan is due, as far as the mails say; approved a year before. */
export function duesOf(plan: PlanDocument): string[] {
  const { year } = plan.document;
  const mails = oracle(plan, { approved: `${year - 1}-01-01`, to: `${year + 2}-12-31` });
  const dues = mails.flatMap(({ items }) => items.map(({ due }) => due ?? 'unknown'));
  return [...new Set(dues)].sort();
}
