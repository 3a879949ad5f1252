/** What files are called where they are sent. */
import type { RelazioneFormat } from '../../documents/relazione-formats.js';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const RELAZIONE_TYPES: Readonly<Record<RelazioneFormat, string>> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  docx: DOCX,
  xlsx: XLSX,
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
};

/** Of a file by the ending of its name. */
export const mediaTypeOf = (ending: string): string =>
  Object.hasOwn(RELAZIONE_TYPES, ending)
    ? RELAZIONE_TYPES[ending as RelazioneFormat]
    : 'application/octet-stream';
