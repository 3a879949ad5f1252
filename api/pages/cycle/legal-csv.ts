/** The *Calendario normativo* as rows of a CSV file: one for each reading of each term. */
import type { LegalCalendar } from '../../../domain/cycle/legal/legal-calendar.js';
import { shortDate } from '../../views/italian-time.js';
import { ASKED, FORCES, fallsInWords, UNVERIFIED, whyInWords } from '../../views/legal/legal-words.js';

export const LEGAL_TITLES: readonly string[] = [
  'Anno',
  'Che cosa',
  'A chi spetta',
  'Norma',
  'Entro il',
  'Perché',
  'Lettura',
  'Valore',
  'Per questo Comune',
  'Fatto il',
  'Giorni dopo il termine',
  'Se manca',
  'Verificato',
  'Fonte',
];

export const legalRows = ({ year, lines }: LegalCalendar): readonly (readonly string[])[] =>
  lines.flatMap(({ rule, asked, readings, doneOn }) =>
    readings.map(({ reading, falls, late }) => [
      String(year),
      rule.act,
      rule.by,
      rule.norm,
      falls.is === 'day' ? shortDate(falls.due) : fallsInWords(falls),
      whyInWords(falls, rule),
      reading.says,
      FORCES[rule.force] ?? 'Legge',
      ASKED[asked] ?? '',
      doneOn === null ? '' : shortDate(doneOn),
      late === null ? '' : String(late),
      rule.consequence?.says ?? '',
      rule.verified ? 'sì' : UNVERIFIED.toLowerCase(),
      rule.source ?? '',
    ]),
  );
