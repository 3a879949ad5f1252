/** Obligations as rows of a CSV file, in the words of the pages. */
import { italianPoints } from '../../../mail/italian-numbers.js';
import { type MailWords, roleInWords } from '../../../mail/roles.js';
import type { RecordView } from '../../queries/obligation-view.js';
import { shortDate, shortMoment } from '../../views/italian-time.js';
import { STANDINGS } from '../../views/words.js';

export const OBLIGATION_TITLES: readonly string[] = [
  'Anno',
  'Settore',
  'Numero',
  'Obiettivo',
  'Fase',
  'Entro il',
  'Termine',
  'Stato',
  'Giorni lavorativi di ritardo',
  'Peso',
  'A carico di',
  'Conclusa il',
  'Registrata il',
  'Registrata da',
  'Nota',
];

const TERMS = { date: 'data', implicit: 'implicito', external: 'esterno da definire' } as const;

export function obligationRow(view: RecordView, words: MailWords, zone: string): readonly string[] {
  const { obligation, due, standing, record } = view;
  const { subject } = obligation;
  return [
    String(obligation.year),
    subject.sector,
    subject.number ?? '',
    subject.objective,
    subject.milestone ?? '',
    due === null ? '' : shortDate(due),
    TERMS[obligation.term.kind],
    STANDINGS[standing.code],
    standing.workingDaysLate === 0 ? '' : String(standing.workingDaysLate),
    subject.weight === null ? '' : italianPoints(subject.weight),
    roleInWords(obligation.owner, words),
    obligation.doneOn === null ? '' : shortDate(obligation.doneOn),
    record.doneRecordedAt === null ? '' : shortMoment(record.doneRecordedAt, zone),
    record.doneBy?.name ?? '',
    record.doneNote ?? '',
  ];
}
