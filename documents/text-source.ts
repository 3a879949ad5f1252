/** Text files: their encoding, their lines, and the paragraphs and tables that the lines draw. */
import { textBlocks } from '../domain/reading/source/text-blocks.js';
import { textLines } from '../domain/reading/source/text-lines.js';
import { type ReadResult, refused } from './read-result.js';
import { decodeText } from './text-decode.js';

/** Lines beyond which a text is no plan: some 500 pages. */
const MOST_LINES = 30_000;

/** Reads plain text, text laid out in columns, CSV and tables drawn with characters. */
export function readText(bytes: Uint8Array): ReadResult {
  const text = decodeText(bytes);
  if (text === null) {
    return refused(
      'Il file non è un testo né un formato conosciuto: carica il documento originale (Word, Excel, PDF con testo).',
    );
  }
  if (text.trim() === '')
    return refused('Il file non contiene testo: scegli di nuovo il file dell’allegato.');
  const all = textLines(text);
  const lines = all.slice(0, MOST_LINES);
  const partial =
    all.length > lines.length
      ? `Il testo ha ${all.length} righe: sono state lette le prime ${MOST_LINES}.`
      : null;
  return { ok: true, source: { format: 'text', lines, blocks: textBlocks(lines), partial } };
}
