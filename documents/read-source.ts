/** The edge at which the annex of an act enters: bytes in, lines, paragraphs and tables out. */
import { readDocx } from './docx/docx-source.js';
import { fileKind } from './file-kind.js';
import { KIND_REFUSALS } from './kind-refusals.js';
import { readPdf } from './pdf/pdf-source.js';
import { type ReadResult, refused } from './read-result.js';
import { readText } from './text-source.js';
import { readXlsx } from './xlsx/xlsx-source.js';

/**
 * Reads a file of whichever format it is, whatever its name says; the name is for the record. It may
 * take long on large or hostile files: the caller bounds time and memory.
 */
export async function readSource(bytes: Uint8Array, _fileName: string): Promise<ReadResult> {
  const kind = fileKind(bytes);
  switch (kind) {
    case 'text':
      return readText(bytes);
    case 'docx':
      return readDocx(bytes);
    case 'xlsx':
      return readXlsx(bytes);
    case 'pdf':
      return readPdf(bytes);
    default:
      return refused(KIND_REFUSALS[kind]);
  }
}
