/** Office files from XML written by hand, for what no writer writes. */
import { zipStore } from '../../documents/zip/zip-store.js';
import type { Block, SourceDocument } from '../../domain/reading/source/source-document.js';

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export const parts = (files: Readonly<Record<string, string>>): [string, Uint8Array][] =>
  Object.entries(files).map(([name, content]) => [name, text(content)]);

/** A Word document with this body. `head` stands before the root element. */
export function wordFile(body: string, more: Readonly<Record<string, string>> = {}, head = ''): Uint8Array {
  const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return zipStore(
    parts({
      '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"/>`,
      '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
      'word/document.xml': `<?xml version="1.0"?>${head}<w:document xmlns:w="${w}"><w:body>${body}</w:body></w:document>`,
      ...more,
    }),
  );
}

export const wordParagraph = (words: string, facts = ''): string =>
  `<w:p>${facts === '' ? '' : `<w:pPr>${facts}</w:pPr>`}<w:r><w:t>${words}</w:t></w:r></w:p>`;

export interface SheetXml {
  readonly name: string;
  /** Of `<sheetData>`. */
  readonly rows: string;
  /** After it. */
  readonly more?: string;
  /** Of its `<sheet>`, e.g. `state="hidden"`. */
  readonly state?: string;
}

/** A workbook with these sheets. `styles` are number formats, each a style of its own from 1 on. */
export function workbook(
  sheets: readonly SheetXml[],
  { formats = [] as readonly string[], properties = '' } = {},
): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const list = sheets.map(
    ({ name, state = '' }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i}" ${state}/>`,
  );
  const relations = sheets.map(
    (_, i) => `<Relationship Id="r${i}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${i}.xml"/>`,
  );
  const numFmts = formats.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code}"/>`);
  const styles = formats.map((_, i) => `<xf numFmtId="${200 + i}" fillId="0"/>`);
  return zipStore(
    parts({
      '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"/>`,
      '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${RELATIONS}">${properties}<sheets>${list.join('')}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}<Relationship Id="s" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
      'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts>${numFmts.join('')}</numFmts><fills><fill><patternFill patternType="none"/></fill></fills><cellXfs><xf numFmtId="0" fillId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
      ...Object.fromEntries(
        sheets.map(({ rows, more = '' }, i) => [
          `xl/worksheets/sheet${i}.xml`,
          `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${more}</worksheet>`,
        ]),
      ),
    }),
  );
}

/** Rows of cells with these words, from row 1 on. */
export const sheetRows = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells, row) => {
      const inside = cells.map((words, column) =>
        words === '' ? '' : `<c r="${letter(column)}${row + 1}" t="inlineStr"><is><t>${words}</t></is></c>`,
      );
      return `<row r="${row + 1}">${inside.join('')}</row>`;
    })
    .join('');
const letter = (column: number): string => String.fromCharCode(65 + column);

/** Blocks as short words: "# heading", "* item", "text / next line", rows of tables as lists of cells. */
export function outline({ blocks }: SourceDocument): readonly (string | readonly (readonly string[])[])[] {
  return blocks.map(shownBlock);
}

function shownBlock(block: Block): string | readonly (readonly string[])[] {
  if (block.kind === 'paragraph') {
    const words = block.fragments.map((fragment) => fragment.text).join(' / ');
    const head = block.heading === undefined ? '' : `${'#'.repeat(block.heading)} `;
    return `${head}${block.bullet ? '* ' : ''}${words}`;
  }
  return block.rows.map(({ cells }) =>
    cells.map(({ column, span, paragraphs }) => {
      const words = paragraphs.map((one) => one.map((fragment) => fragment.text).join(' / ')).join(' ¶ ');
      return `${column}${span > 1 ? `-${column + span - 1}` : ''} ${words}`.trim();
    }),
  );
}
