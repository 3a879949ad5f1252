/** Individual objectives as rows of a file: those that whoever asks may see. */
import { pointsToDecimal } from '../../../domain/plan/points.js';
import type { IndividualPage } from '../../queries/individual-page.js';
import { degreeInWords, findingInWords, parentInWords } from '../../views/individual/individual-words.js';
import { shortDate } from '../../views/italian-time.js';

export const INDIVIDUAL_TITLES: readonly string[] = [
  'Settore',
  'Collaboratore',
  'Obiettivo',
  'Obiettivo del settore',
  'Entro il',
  'Peso',
  'Grado',
  'Nota',
  'Da vedere',
];

/** One row an objective; a collaborator without any has one row all the same. */
export const individualRows = ({ sectors }: IndividualPage): readonly (readonly string[])[] =>
  sectors.flatMap(({ name, collaborators, objectives, findings }) =>
    collaborators.flatMap((person) => {
      const own = objectives.filter(({ collaborator }) => collaborator === person.id);
      const told = findings.filter(({ collaborator }) => collaborator === person.id);
      const ofPerson = told
        .filter((one) => one.is === 'none' || one.is === 'weights')
        .map((one) => findingInWords(one, own));
      if (own.length === 0) return [[name, person.name, '', '', '', '', '', '', ofPerson.join(' ')]];
      return own.map((one) => {
        const ofOne = told
          .filter((finding) => 'objective' in finding && finding.objective === one.id)
          .map((finding) => findingInWords(finding, own));
        return [
          ...[name, person.name, one.title, parentInWords(one.parent), shortDate(one.due)],
          one.weight === null ? '' : pointsToDecimal(one.weight).replace('.', ','),
          ...[one.degree.is === 'open' ? '' : degreeInWords(one.degree), one.note ?? ''],
          [...ofPerson, ...ofOne].join(' '),
        ];
      });
    }),
  );
