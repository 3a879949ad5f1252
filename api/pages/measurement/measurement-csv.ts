/** The evaluation of a year as rows of a CSV file: one for each objective in each sector, totals last. */
import { italianPoints } from '../../../mail/italian-numbers.js';
import type { MeasurementPage } from '../../queries/measurement-page.js';
import {
  proposalInWords,
  shownPoints,
  totalInWords,
  verdictInWords,
} from '../../views/evaluation/measurement-words.js';

export const MEASUREMENT_TITLES: readonly string[] = [
  ...['Settore', 'Numero', 'Obiettivo', 'Peso', 'Peso che conta', 'Proposto dai dati', 'Autovalutato'],
  ...['Deciso', 'Motivazione', "D'ufficio", 'Punti'],
];

export const measurementRows = ({ sectors, year }: MeasurementPage): readonly (readonly string[])[] => {
  const { shownPlaces } = year.rules.rules;
  return sectors.flatMap(({ name, objectives, total }) => [
    ...objectives.map(({ objective, proposal, assessment: { stands } }) => {
      const counted = total.objectives.find(({ id }) => id === objective.id);
      return [
        ...[name, objective.number ?? '', objective.title],
        objective.weight === null ? '' : italianPoints(objective.weight),
        counted?.counts == null ? '' : italianPoints(counted.counts),
        proposalInWords(proposal),
        verdictInWords(stands.selfEvaluated),
        verdictInWords(stands.decided),
        stands.reason?.text ?? '',
        stands.reason?.exOfficio === true ? 'sì' : '',
        counted?.brings == null ? '' : shownPoints(counted.brings, shownPlaces),
      ];
    }),
    [name, '', 'Totale', italianPoints(total.outOf), ...Array(6).fill(''), totalInWords(total, shownPlaces)],
  ]);
};
