/** The variations of a year as rows of a CSV file: one for each thing that changed. */
import { civilDateAt } from '../../../domain/time/zone.js';
import type { MeasureChange } from '../../../store/measurement/measure-definitions.js';
import type { ListedVariation } from '../../queries/variations.js';
import { changesOf } from '../../views/evaluation/measure-change-words.js';
import { shortDate } from '../../views/italian-time.js';
import {
  CHANGE_KINDS,
  detailInWords,
  FLAG_TITLES,
  flagSentence,
  worthInWords,
} from '../../views/plan/change-words.js';
import { ORGANS_IN_WORDS } from '../../views/words.js';

export const VARIATION_TITLES: readonly string[] = [
  'Tipo',
  'N.',
  'Versione del piano',
  'Organo',
  'Numero atto',
  'Data atto',
  'Decorrenza',
  'Motivo',
  'Settore',
  'N. obiettivo',
  'Obiettivo',
  'Che cosa',
  'Prima',
  'Dopo',
  'Segni',
];

export const variationRows = (variations: readonly ListedVariation[]): readonly (readonly string[])[] =>
  variations.flatMap((one) => {
    const { act, flags } = one;
    const marks = (sector: string, title: string): string =>
      flags
        .filter((flag) => (flag.sector ?? sector) === sector && (flag.title ?? title) === title)
        .map((flag) => `${FLAG_TITLES[flag.code]}: ${flagSentence(flag)}`)
        .join(' ');
    const head = [
      one.kind === 'variation' ? 'Variazione' : 'Correzione di errore materiale',
      String(one.ordinal),
      String(one.number),
      act.organ === null ? '' : ORGANS_IN_WORDS[act.organ][0],
      act.actNumber ?? '',
      act.actDate === null ? '' : shortDate(act.actDate),
      shortDate(one.effectiveFrom),
      one.reason,
    ];
    return one.changes.flatMap((change) => {
      const place = [change.sector, change.number ?? '', change.title];
      const mark = marks(change.sector, change.title);
      if (change.change === 'added')
        return [[...head, ...place, CHANGE_KINDS.added, '', worthInWords(change), mark]];
      if (change.change === 'withdrawn')
        return [[...head, ...place, CHANGE_KINDS.withdrawn, worthInWords(change), '', mark]];
      return change.details.map((detail) => {
        const { field, before, after } = detailInWords(detail);
        return [...head, ...place, field, before, after, mark];
      });
    });
  });

/** Changes of how objectives are measured, one row for each thing that changed, under the same titles. */
export const measureRows = (
  measures: readonly MeasureChange[],
  zone: string,
): readonly (readonly string[])[] =>
  measures.flatMap(({ objective, act, reason, parts, recordedAt }) => {
    const head = [
      ...[act === null ? 'Correzione di errore materiale' : 'Variazione', '', ''],
      ...(act === null
        ? ['', '', '']
        : [ORGANS_IN_WORDS[act.organ][0], act.actNumber, shortDate(act.actDate)]),
      ...[shortDate(civilDateAt(recordedAt, zone)), reason, '', objective.number ?? '', objective.title],
    ];
    return parts.flatMap((part) =>
      changesOf(part).map(({ what, before, after }) => [
        ...head,
        ...[`Come si misura «${part.text}»: ${what}`, before, after, ''],
      ]),
    );
  });
