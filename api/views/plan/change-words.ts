/** What a variation changed and what is marked about it, in words: for the page, the CSV file and the preview. */

import type { ChangeDetail, ObjectiveChange } from '../../../domain/plan/objective-change.js';
import type { PlanIndicator, PlanMilestone } from '../../../domain/plan/plan-document.js';
import type { FlagCode, VariationFlag } from '../../../domain/plan/variation-flags.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { termInWords } from '../obligations/milestone-words.js';
import { decimalIn } from '../obligations/objective-values.js';

export const CHANGE_KINDS: Readonly<Record<ObjectiveChange['change'], string>> = {
  added: 'aggiunto',
  withdrawn: 'tolto',
  changed: 'cambiato',
};

const FIELDS: Readonly<Record<ChangeDetail['field'], string>> = {
  number: 'numero',
  title: 'titolo',
  weight: 'peso',
  shared: 'condivisione',
  owner: 'responsabile',
  indicators: 'indicatori',
  milestone: 'fase',
};

/** A field with what it said and says. */
export interface DetailInWords {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export function detailInWords(detail: ChangeDetail): DetailInWords {
  const field = FIELDS[detail.field];
  switch (detail.field) {
    case 'weight':
      return { field, before: weightSaid(detail.before), after: weightSaid(detail.after) };
    case 'shared':
      return { field, before: sharedSaid(detail.before), after: sharedSaid(detail.after) };
    case 'indicators':
      return { field, before: indicatorsSaid(detail.before), after: indicatorsSaid(detail.after) };
    case 'milestone':
      return {
        field,
        before: detail.before === null ? 'non c’era' : milestoneSaid(detail.before),
        after: detail.after === null ? 'tolta' : milestoneSaid(detail.after),
      };
    default:
      return { field, before: detail.before ?? 'nessuno', after: detail.after ?? 'nessuno' };
  }
}

/** "peso: 12,5 → 20". */
export function detailSentence(detail: ChangeDetail): string {
  const { field, before, after } = detailInWords(detail);
  return `${field}: ${before} → ${after}`;
}

/** Of what came or went: what it is worth. "peso 12,5". */
export function worthInWords({ change, weight }: ObjectiveChange): string {
  const said = change === 'added' ? weight.after : weight.before;
  return said === null ? 'senza peso' : `peso ${decimalIn(said)}`;
}

const sharedSaid = (shared: boolean): string => (shared ? 'di più settori' : 'di un solo settore');

const weightSaid = (weight: number | null): string => (weight === null ? 'nessuno' : decimalIn(weight));

const indicatorsSaid = (indicators: readonly PlanIndicator[]): string =>
  indicators.map(indicatorSaid).join(', ') || 'nessuno';

const OPS: Readonly<Record<string, string>> = {
  '>=': 'almeno',
  '<=': 'al massimo',
  '<': 'meno di',
  '>': 'più di',
};

function indicatorSaid({ text, target }: PlanIndicator): string {
  if (target === undefined) return `«${text}»`;
  const value = [OPS[target.op ?? ''] ?? '', decimalIn(target.value), target.unit ?? ''];
  return `«${text}» (valore atteso: ${value.filter((part) => part !== '').join(' ')})`;
}

const milestoneSaid = (milestone: PlanMilestone): string => `«${milestone.phrase}» ${termInWords(milestone)}`;

/** What is marked, short. */
export const FLAG_TITLES: Readonly<Record<FlagCode, string>> = {
  'after-due': 'Modificata dopo la scadenza originaria',
  'late-in-year': 'Variazione tardiva',
  retroactive: 'Decorrenza anteriore all’atto',
  'same-act': 'Stesso atto di un’altra versione',
  'weights-sum': 'I pesi non sommano a 100',
};

/** The whole of a mark, in one sentence. */
export function flagSentence(flag: VariationFlag): string {
  const day = flag.day === undefined ? '' : italianDate(flag.day);
  switch (flag.code) {
    case 'after-due':
      return `«${flag.title ?? ''}» (${flag.sector ?? ''}): modificata dopo la scadenza originaria, ${day}.`;
    case 'late-in-year':
      return `La variazione viene dopo ${day}, il giorno oltre il quale l'ente la considera tardiva.`;
    case 'retroactive':
      return `Decorre prima dell'atto, che è ${day}: le scadenze e gli avvisi già passati restano come sono stati.`;
    case 'same-act':
      return 'Lo stesso atto sta già dietro un’altra versione del piano: è normale quando un atto decide più cose.';
    case 'weights-sum':
      return `${flag.sector ?? ''}: ${(flag.message ?? '').replace(/^I pesi/, 'i pesi')}.`;
  }
}
