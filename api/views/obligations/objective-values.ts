/** An objective of a draft as the values of its form, one text a field. */

import type { ObjectiveFields } from '../../../domain/plan/draft/edit-objective.js';
import type { PlanIndicator, PlanMilestone } from '../../../domain/plan/plan-document.js';

/** "12,5"; empty for what there is not. */
export const decimalIn = (value: number | null | undefined): string =>
  value == null ? '' : String(value).replace('.', ',');

export const INDICATOR_FIELDS = ['text', 'op', 'value', 'unit'] as const;
export const MILESTONE_FIELDS = [
  'phrase',
  'kind',
  'date',
  'start',
  'role',
  'recurrence',
  'dtstart',
  'offset',
  'anchor',
  'working',
  'weight',
] as const;

/** How many more than there are a form offers, to be left empty or filled in. */
export const EMPTY_ROWS = 1;

export const indicatorValues = ({ text, target }: PlanIndicator): Record<string, string> => ({
  text,
  op: target?.op ?? '',
  value: decimalIn(target?.value),
  unit: target?.unit ?? '',
});

export const milestoneValues = (one: PlanMilestone): Record<string, string> => ({
  phrase: one.phrase,
  kind: one.kind,
  date: one.date ?? '',
  start: one.start ?? '',
  role: one.role ?? '',
  recurrence: one.recurrence ?? '',
  dtstart: one.dtstart ?? '',
  offset: one.offset ?? '',
  anchor: one.anchor ?? '',
  working: one.calendar === 'working' ? 'si' : '',
  weight: decimalIn(one.weight),
});

/** `indicator-0-text`, `milestone-2-date` and so on. */
export function objectiveValues(objective: ObjectiveFields): Record<string, string> {
  const rows = (prefix: string, all: readonly Record<string, string>[]): Record<string, string> =>
    Object.fromEntries(
      all.flatMap((row, index) =>
        Object.entries(row).map(([field, value]) => [`${prefix}-${index}-${field}`, value]),
      ),
    );
  return {
    number: objective.number ?? '',
    title: objective.title,
    weight: decimalIn(objective.weight),
    owner: objective.owner ?? '',
    indicators: String(objective.indicators.length),
    milestones: String(objective.milestones.length),
    ...rows('indicator', objective.indicators.map(indicatorValues)),
    ...rows('milestone', objective.milestones.map(milestoneValues)),
  };
}
