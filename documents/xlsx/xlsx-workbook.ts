/** Which sheets a workbook has, and where its shared texts and styles stand. */
import { cleanText } from '../../domain/reading/source/clean-text.js';
import { BrokenXml, walkXml, xmlText } from '../xml-walk.js';

/** One sheet of cells. */
/** What the workbook says of its parts. */
export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Path of the sheet's part. */
  readonly path: string;
}

export interface Workbook {
  /** In the order of their tabs. */
  readonly sheets: readonly WorkbookSheet[];
  /** Days are counted from 1904, as on old Macs. */
  readonly from1904: boolean;
  /** Paths of parts; empty when the workbook has none. */
  readonly texts: string;
  readonly styles: string;
}

/** Throws {@link BrokenXml} when a part is broken or is not there. */
export function readWorkbook(parts: ReadonlyMap<string, Uint8Array>): Workbook {
  const book = parts.get('xl/workbook.xml');
  if (book === undefined) throw new BrokenXml('no workbook');
  const relations = readRelations(parts.get('xl/_rels/workbook.xml.rels'));
  const typed = (type: string): string =>
    [...relations.values()].find((one) => one.type.endsWith(`/${type}`))?.path ?? '';
  const sheets: WorkbookSheet[] = [];
  let from1904 = false;
  for (const piece of walkXml(xmlText(book))) {
    if (piece.kind !== 'open') continue;
    if (piece.name === 'workbookPr') from1904 = /^(1|true)$/.test(piece.attributes['date1904'] ?? '');
    if (piece.name !== 'sheet') continue;
    const { name = '', state = 'visible', id = '' } = piece.attributes;
    const relation = relations.get(id);
    // Sheets of charts and macros have relations of other types.
    if (relation?.type.endsWith('/worksheet')) {
      sheets.push({ name: cleanText(name).trim(), hidden: state !== 'visible', path: relation.path });
    }
  }
  return { sheets, from1904, texts: typed('sharedStrings'), styles: typed('styles') };
}

interface Relation {
  readonly type: string;
  readonly path: string;
}

function readRelations(part: Uint8Array | undefined): ReadonlyMap<string, Relation> {
  const relations = new Map<string, Relation>();
  if (part === undefined) return relations;
  for (const piece of walkXml(xmlText(part))) {
    if (piece.kind !== 'open' || piece.name !== 'Relationship') continue;
    const { Id = '', Type = '', Target = '' } = piece.attributes;
    const path = Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`;
    relations.set(Id, { type: Type, path });
  }
  return relations;
}
