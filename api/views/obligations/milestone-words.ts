/** What the kinds and roles of a plan's terms are called. */
import type { MilestoneKind, MilestoneRole, PlanMilestone } from '../../../domain/plan/plan-document.js';
import { parseCivilDate } from '../../../domain/time/civil-date.js';
import { italianDate } from '../../../mail/italian-dates.js';

export const KINDS_IN_WORDS: Readonly<Record<MilestoneKind, string>> = {
  date: 'entro un giorno',
  'month-end': 'entro un mese (ultimo giorno)',
  period: 'entro un periodo',
  recurring: 'si ripete',
  relative: 'tot giorni prima o dopo un fatto',
  'external-term': 'termine fissato altrove',
  none: 'nessun termine',
};

export const ROLES_IN_WORDS: Readonly<Record<MilestoneRole, string>> = {
  'as-of': 'situazione a una data',
  event: 'fatto che accade o è accaduto',
  'start-window': 'inizio di un periodo',
  continuous: "attività di tutto l'anno",
};

/** The rules that offices write, in words; any other stays as it was read. */
export const RECURRENCES: readonly (readonly [rule: string, words: string])[] = [
  ['FREQ=DAILY', 'ogni giorno'],
  ['FREQ=WEEKLY', 'ogni settimana'],
  ['FREQ=WEEKLY;INTERVAL=2', 'ogni due settimane'],
  ['FREQ=MONTHLY', 'ogni mese'],
  ['FREQ=MONTHLY;INTERVAL=2', 'ogni due mesi'],
  ['FREQ=MONTHLY;INTERVAL=3', 'ogni trimestre'],
  ['FREQ=MONTHLY;INTERVAL=4', 'ogni quadrimestre'],
  ['FREQ=MONTHLY;INTERVAL=6', 'ogni semestre'],
  ['FREQ=YEARLY', 'ogni anno'],
];

/** "entro venerdì 30 giugno 2023", "ogni trimestre": what the term means, beside the words it was read from. */
export function termInWords(milestone: PlanMilestone): string {
  if (milestone.role !== undefined) return `${ROLES_IN_WORDS[milestone.role]}, non una scadenza`;
  if (milestone.invalid === true) return 'giorno che non esiste: non fa una scadenza';
  const day = parseCivilDate(milestone.date ?? '');
  switch (milestone.kind) {
    case 'date':
    case 'month-end':
    case 'period':
      return day === null ? 'data che non si legge' : `entro ${italianDate(day)}`;
    case 'recurring':
      return RECURRENCES.find(([rule]) => rule === milestone.recurrence)?.[1] ?? 'si ripete';
    case 'relative':
      return `in relazione a un altro fatto: ${milestone.anchor ?? 'non indicato'}`;
    case 'external-term':
      return `termine esterno: ${milestone.anchor ?? 'non indicato'}`;
    case 'none':
      return 'nessun termine';
  }
}
