/** What a file is that no page shows, and with what it is opened. */

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN = 'application/vnd.oasis.opendocument';

const WORD = 'È un documento di testo: si apre con Word o LibreOffice.';
const SHEET = 'È un foglio di lavoro: si apre con Excel o LibreOffice.';
const SLIDES = 'È una presentazione: si apre con PowerPoint o LibreOffice.';
const MAIL = 'È un messaggio di posta: si apre con il programma di posta.';

const WORDS: Readonly<Record<string, string>> = {
  [`${OFFICE}.wordprocessingml.document`]: WORD,
  'application/msword': WORD,
  'application/rtf': WORD,
  [`${OPEN}.text`]: WORD,
  [`${OFFICE}.spreadsheetml.sheet`]: SHEET,
  'application/vnd.ms-excel': SHEET,
  [`${OPEN}.spreadsheet`]: SHEET,
  [`${OFFICE}.presentationml.presentation`]: SLIDES,
  'application/vnd.ms-powerpoint': SLIDES,
  [`${OPEN}.presentation`]: SLIDES,
  'application/vnd.ms-outlook': MAIL,
  'message/rfc822': MAIL,
  'application/pkcs7-mime':
    'È un file firmato (P7M): il documento sta dentro la busta, che si apre con il programma di firma. Traguardo non verifica la firma.',
  'application/pkcs7-signature':
    'È una firma staccata (P7S): si verifica con il programma di firma, accanto al documento che firma.',
  'application/zip': 'È un archivio ZIP: si apre con il gestore dei file.',
  'image/heic': 'È una fotografia in formato HEIC, che non tutti i browser mostrano.',
  'image/heif': 'È una fotografia in formato HEIC, che non tutti i browser mostrano.',
  'image/tiff': 'È una scansione in formato TIFF, che i browser non mostrano.',
};

/** By media type. */
export const fileInWords = (type: string): string =>
  Object.hasOwn(WORDS, type) ? (WORDS[type] ?? UNKNOWN) : UNKNOWN;

const UNKNOWN = 'Questo tipo di file non si mostra nella pagina.';
