import type { FileKind } from './file-kind.js';

type Refused = Exclude<FileKind, 'pdf' | 'docx' | 'xlsx' | 'text'>;

const SAVE_DOCX = 'Aprilo e salvalo come .docx (o esportalo in PDF), poi caricalo di nuovo.';
const SAVE_XLSX = 'Aprilo e salvalo come .xlsx, poi caricalo di nuovo.';
const READ = 'Si leggono PDF con testo, Word (.docx), Excel (.xlsx) e testo (.txt, .csv).';

/** What a file is that cannot be read, and what to do; Italian. */
export const KIND_REFUSALS: Readonly<Record<Refused, string>> = {
  empty: 'Il file è vuoto: scegli di nuovo il file dell’allegato.',
  signed:
    'Il file è firmato digitalmente (.p7m): estrai il documento originale con il programma di firma e carica quello.',
  'locked-office':
    'Il file di Office è protetto da password: toglila (File, Informazioni, Proteggi) e caricalo di nuovo.',
  doc: `Il file è nel vecchio formato Word (.doc). ${SAVE_DOCX}`,
  xls: `Il file è nel vecchio formato Excel (.xls). ${SAVE_XLSX}`,
  ole: `Il file è in un vecchio formato di Office. ${SAVE_DOCX}`,
  rtf: `Il file è in formato RTF. ${SAVE_DOCX}`,
  odt: `Il file è in formato OpenDocument (.odt). ${SAVE_DOCX}`,
  ods: `Il file è in formato OpenDocument (.ods). ${SAVE_XLSX}`,
  xlsb: `Il file è una cartella Excel binaria (.xlsb). ${SAVE_XLSX}`,
  slides: 'Il file è una presentazione: esportala in PDF e carica quello.',
  'web-page': `Il file è una pagina web o XML. ${SAVE_DOCX}`,
  mail: 'Il file è un messaggio di posta: salva l’allegato e carica quello.',
  image:
    'Il file è un’immagine: serve il documento originale (Word, Excel) o un PDF esportato dal programma di scrittura.',
  archive: `Il file è un archivio compresso: estrai il documento e carica quello. ${READ}`,
};
