/** The fields of one milestone, read back: what its kind needs must be there, the rest falls away. */
import { parseRecurrenceRule } from '../../../domain/obligations/recurrence-rule.js';
import type { MilestoneKind, MilestoneRole, PlanMilestone } from '../../../domain/plan/plan-document.js';
import { parseCivilDate } from '../../../domain/time/civil-date.js';
import type { Form } from '../../uploads/read-form.js';
import { KINDS_IN_WORDS, ROLES_IN_WORDS } from '../../views/obligations/milestone-words.js';
import { MILESTONE_FIELDS, milestoneValues } from '../../views/obligations/objective-values.js';
import { decimalOf, isSame, type Problem } from '../form-values.js';

type Given = Readonly<Record<(typeof MILESTONE_FIELDS)[number], string>>;

/** None for a row left empty, emptied or ticked as gone. `was`: what the row showed. */
export function milestoneIn(
  form: Form,
  index: number,
  was: PlanMilestone | null,
  problem: Problem,
): readonly PlanMilestone[] {
  const name = (field: string): string => `milestone-${index}-${field}`;
  if (form.text(name('gone')) === 'si') return [];
  const given = Object.fromEntries(
    MILESTONE_FIELDS.map((field) => [field, form.text(name(field)).trim()]),
  ) as Given;
  if (was !== null && isSame(milestoneValues(was), given)) return [was];
  const isEmpty = MILESTONE_FIELDS.every((field) => given[field] === '' || field === 'kind');
  if (was === null && isEmpty) return [];
  if (!isKind(given.kind)) {
    problem(name('kind'), 'Scegli di che termine si tratta.');
    return [];
  }
  const day = (field: 'date' | 'start' | 'dtstart', needed: boolean): string | undefined => {
    if (given[field] === '' && !needed) return undefined;
    const read = parseCivilDate(given[field]);
    if (read === null) problem(name(field), 'Il giorno manca o non esiste: indica giorno, mese e anno.');
    return read ?? undefined;
  };
  const weight = decimalOf(given.weight, name('weight'), problem);
  const term = termOf(given.kind, given, day, (field, message) => problem(name(field), message));
  if (given.phrase === '') problem(name('phrase'), 'Scrivi con quali parole il piano dice questo termine.');
  return [
    {
      kind: given.kind,
      ...term,
      ...(isRole(given.role) ? { role: given.role } : {}),
      phrase: given.phrase,
      ...(weight === null ? {} : { weight }),
      ...(was?.sourceLine === undefined ? {} : { sourceLine: was.sourceLine }),
    },
  ];
}

type Term = Partial<PlanMilestone>;

function termOf(
  kind: MilestoneKind,
  given: Given,
  day: (field: 'date' | 'start' | 'dtstart', needed: boolean) => string | undefined,
  problem: Problem,
): Term {
  const kept = (entry: Record<string, string | undefined>): Term =>
    Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as Term;
  const hasRole = isRole(given.role);
  switch (kind) {
    case 'date':
    case 'month-end':
      return kept({ date: day('date', !hasRole) });
    case 'period':
      return kept({ start: day('start', false), date: day('date', !hasRole) });
    case 'recurring': {
      if (!hasRole && parseRecurrenceRule(given.recurrence) === null)
        problem('recurrence', 'Scegli ogni quanto si ripete.');
      return kept({ recurrence: given.recurrence || undefined, dtstart: day('dtstart', false) });
    }
    case 'relative': {
      if (!/^[+-]?P(\d{1,2}Y|\d{1,3}[MWD]|T\d{1,5}[HM])+$/.test(given.offset))
        problem('offset', 'Indica quanto tempo, per esempio P30D per 30 giorni dopo, -P10D per 10 prima.');
      const term = { ...kept({ offset: given.offset }), anchor: given.anchor || null };
      return given.working === 'si' ? { ...term, calendar: 'working' } : term;
    }
    case 'external-term':
      return { anchor: given.anchor || null };
    case 'none':
      return {};
  }
}

const isKind = (text: string): text is MilestoneKind => Object.hasOwn(KINDS_IN_WORDS, text);
const isRole = (text: string): text is MilestoneRole => Object.hasOwn(ROLES_IN_WORDS, text);
