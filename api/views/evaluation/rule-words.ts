/** Rules of attainment and indicators in words, as somebody who is measured by them reads them. */
import { UNITS_PER_POINT } from '../../../domain/plan/points.js';
import type { Figure, Indicator } from '../../../domain/scoring/indicator.js';
import type { AttainmentRule } from '../../../domain/scoring/rule.js';
import type { CivilDate } from '../../../domain/time/civil-date.js';
import { counted, listed } from '../../../mail/italian-numbers.js';
import { comma } from '../../commands/measurement/rule-asked.js';
import { shortDate } from '../italian-time.js';

export const RULE_NAMES: Readonly<Record<AttainmentRule['rule'], string>> = {
  linear: 'In proporzione',
  steps: 'A gradini',
  threshold: 'Con una soglia',
  tolerance: 'Con una tolleranza',
  'late-days': 'Meno qualcosa per ogni giorno di ritardo',
  'all-or-nothing': 'Tutto o niente',
};

/** A sentence without its full stop. */
export function ruleInWords(rule: AttainmentRule): string {
  switch (rule.rule) {
    case 'linear':
      return 'in proporzione a quanto si è raggiunto';
    case 'all-or-nothing':
      return 'tutto o niente';
    case 'steps':
      return `a gradini: ${listed(
        rule.steps.map(
          ({ at, bound, gives }) =>
            `${bound === 'from' ? 'dal' : 'oltre il'} ${comma(at)} % vale ${comma(gives)}`,
        ),
      )}`;
    case 'threshold':
      return `nulla sotto il ${comma(rule.at)} %, poi ${rule.onwards === 'full' ? 'tutto' : 'in proporzione'}`;
    case 'tolerance':
      return `pieno se manca al massimo ${comma(rule.within)}${rule.of === 'percent' ? ' %' : ''}; oltre, ${ruleInWords(rule.beyond)}`;
    case 'late-days': {
      const free = rule.free === 0 ? '' : `, i primi ${counted(rule.free, 'giorno', 'giorni')} senza effetto`;
      const least = rule.least === 0 ? '' : `, mai sotto ${comma(rule.least)}`;
      const day = rule.days === 'working' ? 'giorno lavorativo' : 'giorno';
      const points = rule.perDay === UNITS_PER_POINT ? '1 punto' : `${comma(rule.perDay)} punti`;
      return `${points} in meno per ogni ${day} dopo la data${free}${least}`;
    }
  }
}

export const KIND_WORDS: Readonly<Record<Indicator['kind'], string>> = {
  number: 'Numero',
  percentage: 'Percentuale',
  count: 'Conteggio (cose intere)',
  ratio: 'Rapporto (quanti su quanti)',
  date: 'Data',
  'yes-no': 'Sì o no',
};

export const DIRECTION_WORDS = {
  rising: 'Almeno il valore atteso (più è meglio)',
  falling: 'Al massimo il valore atteso (meno è meglio)',
  'on-target': 'Proprio il valore atteso',
} as const;

/** "Almeno 95 %, partendo da 80 %". */
export function definitionInWords(definition: Indicator): string {
  if (definition.kind === 'yes-no')
    return definition.target ? 'Sì o no: deve essere sì' : 'Sì o no: deve essere no';
  const { direction, baseline, target } = definition;
  const unit = definition.kind === 'date' ? null : definition.unit;
  const said = (value: Figure | CivilDate): string =>
    typeof value === 'number' ? `${comma(value)}${unit === null ? '' : ` ${unit}`}` : shortDate(value);
  const by =
    definition.kind === 'date'
      ? { rising: 'Non prima del', falling: 'Entro il', 'on-target': 'Proprio il' }
      : { rising: 'Almeno', falling: 'Al massimo', 'on-target': 'Proprio' };
  return `${by[direction]} ${said(target)}${baseline === null ? '' : `, partendo da ${said(baseline)}`}`;
}
