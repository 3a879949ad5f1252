/** The sheets of *Avvisi da consegnare* in words, for the page and for the PDF. */
import type { PrintedSheet, PrintedSheets } from '../../../documents/printed/paper-pdf.js';
import { italianDate } from '../../../mail/italian-dates.js';
import { listed } from '../../../mail/italian-numbers.js';
import { type MailWords, roleInWords } from '../../../mail/roles.js';
import type { PaperMail } from '../../../store/notices/paper-mails.js';
import type { RecordView } from '../../queries/obligation-view.js';
import type { PaperMailView } from '../../queries/paper-page.js';
import type { Viewer } from '../../viewer.js';
import { townWords } from '../page/frame.js';
import { STANDINGS } from '../words.js';
import { distanceInWords, titleOf } from './obligation-parts.js';

/** "Comune di Prova · Responsabile del settore Finanziario – avvisi di mercoledì 28 giugno 2023". */
export const sheetLead = (town: string, { roles, day }: PaperMail, words: MailWords): string =>
  `${town} · ${listed(roles.map((role) => roleInWords(role, words)))} – avvisi di ${italianDate(day)}`;

export const sheetCaption = ({ day, personName }: PaperMail): string =>
  `Avvisi di ${italianDate(day)} per ${personName}`;

/** What a sheet asks of whoever gets it. */
export const SHEET_ASKS =
  'Questo foglio sostituisce il messaggio di posta. Comunica alla Segreteria, per ciascuna scadenza, se è conclusa, in corso o non di tua competenza.';

/** All open sheets as they stand today; `mails` has one or more. */
export function printedSheets({ town, today, now }: Viewer, mails: readonly PaperMailView[]): PrintedSheets {
  const words = townWords(town);
  return {
    title: `Avvisi da consegnare – ${italianDate(today)}`,
    town: town.name,
    footer: `${town.name} – Avvisi da consegnare, stampati ${italianDate(today)}`,
    asked: SHEET_ASKS,
    sheets: mails.map(({ mail, lines }) => ({
      person: mail.personName,
      lead: sheetLead(town.name, mail, words),
      caption: sheetCaption(mail),
      lines: lines.map(lineOf),
    })),
    madeAt: now,
  };
}

function lineOf(view: RecordView): PrintedSheet['lines'][number] {
  const { obligation, due, standing } = view;
  const distance = distanceInWords(standing);
  return {
    what: titleOf(obligation.subject),
    phrase: obligation.subject.milestone === null ? '' : `«${obligation.subject.milestone}»`,
    due: due === null ? 'da definire' : italianDate(due),
    standing: distance === '' ? STANDINGS[standing.code] : `${STANDINGS[standing.code]}, ${distance}`,
    otherwise: obligation.kind === 'milestone' ? '' : 'Si compila con la Segreteria, dalla sua pagina.',
  };
}
