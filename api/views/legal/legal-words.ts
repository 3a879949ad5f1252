/** The *Calendario normativo* in words: where a term falls and why, how it was kept, what it is worth. */
import type { Falls } from '../../../domain/cycle/legal/falls-on.js';
import type { LegalLine, LegalReadingLine } from '../../../domain/cycle/legal/legal-calendar.js';
import { COUNTED_FROM } from '../../../domain/cycle/legal/legal-duty.js';
import type { LegalBase, LegalRule } from '../../../domain/cycle/legal/legal-rule.js';
import { RECORDED } from '../../../domain/cycle/legal/legal-rules.js';
import { type CivilDate, daysBetween } from '../../../domain/time/civil-date.js';
import { isLegalHoliday } from '../../../domain/time/legal-days.js';
import { italianDate } from '../../../mail/italian-dates.js';

/** What a term counts from, as it follows a day. */
const BASES: Readonly<Partial<Record<LegalBase, string>>> = {
  'budget-term': 'il termine del bilancio come differito',
  budget: 'il giorno in cui è stato approvato il bilancio',
  piao: 'il giorno in cui è stato approvato il PIAO',
  relazione: 'il giorno in cui è stata approvata la Relazione',
};
/** The day, or what stands in its place. */
export function fallsInWords(falls: Falls): string {
  switch (falls.is) {
    case 'day':
      return italianDate(falls.due);
    case 'needs':
      return `${falls.days} giorni ${COUNTED_FROM[falls.base] ?? 'da un giorno che manca'}`;
    case 'at-once':
      return 'Subito';
    case 'not-fixed-yet':
      return 'Data non ancora nota';
    case 'by-own-rules':
      return 'Secondo il regolamento';
  }
}

/** Why it falls there; empty when the rule says it all. */
export function whyInWords(falls: Falls, { rolls }: LegalRule): string {
  switch (falls.is) {
    case 'day':
      return [countedInWords(falls), movedInWords(falls, rolls)].filter((one) => one !== '').join(' ');
    case 'needs':
      return 'Indica la data qui sotto e il termine si calcola.';
    case 'at-once':
      return falls.since === null ? '' : `Dopo ${italianDate(falls.since)}.`;
    case 'not-fixed-yet':
      return "L'autorità la fissa ogni anno: in questo elenco quella di quest'anno non c'è.";
    case 'by-own-rules':
      return '';
  }
}

function countedInWords({ from, act }: Extract<Falls, { is: 'day' }>): string {
  if (act !== null) return `Lo fissa: ${act}.`;
  if (from === null) return '';
  if (from.days === 0) return 'È il termine come differito.';
  return `${from.days} giorni da ${italianDate(from.day)}, ${BASES[from.base] ?? 'il giorno indicato'}.`;
}

function movedInWords({ day, due }: Extract<Falls, { is: 'day' }>, rolls: LegalRule['rolls']): string {
  if (day !== due)
    return `${capital(italianDate(day))} è un giorno festivo: il termine passa al primo che non lo è.`;
  return rolls !== true && isLegalHoliday(day) ? `È un giorno festivo. ${rolls}` : '';
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const days = (count: number): string => (count === 1 ? 'un giorno' : `${count} giorni`);

/** How a reading's term was kept, or how far it is. Empty: there is no day to speak of. */
export function keptInWords({ falls, late }: LegalReadingLine, line: LegalLine, today: CivilDate): string {
  if (falls.is !== 'day') return '';
  if (late !== null) {
    if (late === 0) return 'fatto nel giorno del termine';
    return late > 0 ? `fatto ${days(late)} dopo il termine` : `fatto ${days(-late)} prima del termine`;
  }
  if (line.asked === 'not-asked' || line.doneOn !== null) return '';
  const left = daysBetween(today, falls.due);
  if (left === 0) return 'scade oggi';
  if (left > 0) return `${left === 1 ? 'manca' : 'mancano'} ${days(left)}`;
  return RECORDED.includes(line.rule.id) ? 'termine passato: qui non risulta quando è stato fatto' : '';
}

/** What the rule is worth for a Comune; `null`: it is law. */
export const FORCES: Readonly<Record<LegalRule['force'], string | null>> = {
  law: null,
  'own-rules': 'Vale se lo prevede il SMVP o il regolamento',
  custom: 'Uso, non norma',
  authority: "Data fissata ogni anno da un'altra autorità",
};

export const ASKED: Readonly<Record<LegalLine['asked'], string | null>> = {
  yes: null,
  optional: 'Facoltativo per questo Comune',
  simplified: 'Forma semplificata per questo Comune',
  'not-asked': 'Non chiesto a questo Comune',
  unknown: 'Dipende dalla dimensione del Comune',
};

export const UNVERIFIED = 'Da verificare';
