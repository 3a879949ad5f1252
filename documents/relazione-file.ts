/** A Relazione as a file to hand over, in any format; what people read says whether it is a draft or of which snapshot. */
import type { PrintedBlock, PrintedDocument } from '../domain/printed-document/printed-document.js';
import type { Relazione } from '../domain/relazione/relazione.js';
import { madeAtOf, relazioneDocument } from '../domain/relazione/relazione-document.js';
import { numericDate } from '../domain/time/italian-date.js';
import type { PdfToSet } from './apart/apart-contract.js';
import { printedDocx } from './printed/printed-docx.js';
import { printedHtml } from './printed/printed-html.js';
import { printedPdf } from './printed/printed-pdf.js';
import { relazioneCsv } from './relazione-csv.js';
import type { RelazioneFormat } from './relazione-formats.js';
import { relazioneJson } from './relazione-json.js';
import type { RelazioneStamp } from './relazione-stamp.js';
import { relazioneXlsx } from './relazione-xlsx.js';

/** The same Relazione and stamp give the same bytes. A PDF is set apart: see {@link relazionePdf}. */
export async function relazioneFile(
  relazione: Relazione,
  format: Exclude<RelazioneFormat, 'pdf'>,
  stamp: RelazioneStamp,
): Promise<Uint8Array<ArrayBuffer> | string> {
  switch (format) {
    case 'json':
      return new Uint8Array(relazioneJson(relazione));
    case 'csv':
      return relazioneCsv(relazione);
    case 'xlsx':
      return new Uint8Array(await relazioneXlsx(relazione));
    case 'docx':
      return printedDocx(stamped(relazione, stamp));
    case 'html':
      return printedHtml(stamped(relazione, stamp));
  }
}

export const relazionePdf = (relazione: Relazione, stamp: RelazioneStamp): PdfToSet =>
  printedPdf(stamped(relazione, stamp), madeAtOf(relazione));

function stamped(relazione: Relazione, stamp: RelazioneStamp): PrintedDocument {
  const printed = relazioneDocument(relazione);
  const lead: PrintedBlock =
    stamp === null
      ? {
          kind: 'note',
          text: 'Bozza: i dati possono ancora cambiare, e si fissano con la trasmissione o con il primo atto.',
        }
      : {
          kind: 'facts',
          facts: [
            ['Istantanea', `n. ${stamp.number} del ${numericDate(stamp.on)}`],
            ['Impronta dei dati (SHA-256)', stamp.sha256],
          ],
        };
  return {
    ...printed,
    footer: `${printed.footer}${stamp === null ? ' – Bozza' : ` – Istantanea n. ${stamp.number}`}`,
    lead: [lead, ...printed.lead],
  };
}
