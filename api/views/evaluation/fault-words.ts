/** Why an indicator, a rule or a weight cannot be set so, beside its field. */
import type { IndicatorFault } from '../../../domain/scoring/indicator-faults.js';
import type { AgainstThePlan, SubWeightsFault } from '../../../domain/scoring/measure-completion.js';
import type { RuleFault } from '../../../domain/scoring/rule.js';
import type { FieldProblem } from '../../refusals.js';

export function measureFault(fault: IndicatorFault): FieldProblem {
  switch (fault) {
    case 'baseline-beyond-target':
      return {
        field: 'definition.baseline',
        message: 'Il valore di partenza deve stare prima del valore atteso, nella direzione indicata.',
      };
    case 'count-not-whole':
      return { field: 'definition.target', message: 'Un conteggio è di cose intere, da 0 in su.' };
    default:
      return { field: 'definition', message: "L'indicatore così non si può misurare." };
  }
}

export const RULE_FAULTS: Readonly<Record<RuleFault, string>> = {
  'no-steps': 'Una scala a gradini ha almeno un gradino.',
  'steps-out-of-order': 'I gradini vanno dal più basso al più alto, ciascuno una volta.',
  'steps-fall': 'Un gradino più alto non può valere di meno.',
  'negative-tolerance': 'La tolleranza non può essere negativa.',
  'percent-of-no-figure': "Di una data o di un sì la tolleranza è nell'unità stessa, non in percentuale.",
  'only-for-dates': 'La penalità per giorno di ritardo vale per le date da rispettare («entro il»).',
  'days-not-whole': 'I giorni di franchigia sono un numero intero.',
};

/** What the plan says changes with the plan. */
export const PLAN_FAULTS: Readonly<Record<AgainstThePlan | 'weight', string>> = {
  target: 'Il valore atteso è scritto nel piano: si cambia con una variazione.',
  direction: 'Il piano dice se il valore atteso è un minimo o un massimo: si cambia con una variazione.',
  weight: 'Il peso di questa fase è scritto nel piano: si cambia con una variazione.',
};

export const WEIGHT_FAULTS: Readonly<Record<SubWeightsFault, string>> = {
  'nothing-left':
    'I pesi indicati fanno già 100 o più, e altre parti non ne hanno: indicali tutti, oppure lascia qualcosa alle altre.',
  'all-zero': 'Almeno una parte deve pesare più di zero.',
};
