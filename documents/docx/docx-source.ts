/** Reads Word documents (.docx). */
import type { SourceDocument } from '../../domain/reading/source/source-document.js';
import { OFFICE_REFUSALS } from '../office-refusals.js';
import { type ReadResult, refused } from '../read-result.js';
import { collectLines } from '../source-lines.js';
import { insertInto } from '../xml-insert.js';
import { xmlText } from '../xml-walk.js';
import { zipParts } from '../zip/zip-parts.js';
import { zipStore } from '../zip/zip-store.js';
import { wordBlocks } from './docx-blocks.js';
import { listLabels } from './docx-numbering.js';
import { printedCells } from './docx-printed-cells.js';
import { printedNumbers } from './docx-printed-numbers.js';
import { wordTree } from './docx-tree.js';

/** Text, styles and numbering; pictures, comments, notes, headers and footers of pages stay packed. */
const READ_PART =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/_rels\/document[^/]*\.rels|word\/(document|styles|numbering)[^/]*\.xml)$/i;

/** `document.xml`, or `document2.xml` as some programs call it. */
const MAIN_PART = /^word\/document[^/]*\.xml$/i;

/** A paragraph is a block, its line breaks part its lines; pages are counted by the breaks written in the file. */
export async function readDocx(bytes: Uint8Array): Promise<ReadResult> {
  const zip = zipParts(bytes, (name) => READ_PART.test(name));
  if (!zip.ok) return refused(OFFICE_REFUSALS[zip.why]);
  const lines = collectLines();
  let tree: Awaited<ReturnType<typeof wordTree>>;
  try {
    // Packed anew: what mammoth unpacks is what was measured.
    tree = await wordTree(zipStore(withPrinted(zip.parts)));
  } catch {
    return refused(OFFICE_REFUSALS.broken);
  }
  const blocks = wordBlocks(tree.children ?? [], lines);
  if (blocks.length === 0) return refused(NO_WORDS);
  const source: SourceDocument = { format: 'docx', lines: lines.lines, blocks, partial: null };
  return { ok: true, source };
}

const NO_WORDS =
  'Il documento Word non contiene testo, forse solo immagini: serve il documento in cui il piano è stato scritto.';

/** The parts with what Word prints and the text does not say written into the text. */
function withPrinted(parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const labels = listLabels(parts.get('word/numbering.xml'), parts.get('word/styles.xml'));
  return new Map(
    [...parts].map(([name, part]) => {
      if (!MAIN_PART.test(name)) return [name, part];
      const xml = xmlText(part);
      const prefix = /<(\w+:)?document[\s>]/.exec(xml)?.[1] ?? '';
      const insertions = [...printedNumbers(xml, prefix, labels), ...printedCells(xml, prefix)];
      return [name, new TextEncoder().encode(insertInto(xml, insertions))];
    }),
  );
}
