/**
 * What the writer of workbooks does not know: filters, how a sheet is printed (across, as wide as its page, the head on
 * each page, "Pagina 1 di 3"), the title and language of the file.
 */
import { nameColumn, type PrintedSheet } from '../../domain/printed-document/printed-document.js';

type Part = readonly [name: string, content: Uint8Array];

/** Characters of a sheet up to which A4 is wide enough to be read; wider ones go on A3, on several beside each other. */
const WIDEST_A4 = 200;
const WIDEST_A3 = 300;
const PAPER = { a4: 9, a3: 8 } as const;

/** `widths`: of each sheet, in characters. */
export function withPrintSetup(
  parts: Iterable<Part>,
  sheets: readonly PrintedSheet[],
  widths: readonly number[],
  title: string,
): readonly Part[] {
  const told = [...parts].map(([name, content]): Part => {
    const place = Number(/^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1]) - 1;
    const sheet = sheets[place];
    const change =
      sheet === undefined ? OF_PARTS[name] : (xml: string) => sheetIn(xml, sheet, widths[place] ?? 0);
    if (change === undefined) return [name, content];
    return [name, Buffer.from(change(Buffer.from(content).toString('utf8'), sheets, widths))];
  });
  return [...told, ['docProps/core.xml', Buffer.from(coreIn(title))]];
}

type Change = (xml: string, sheets: readonly PrintedSheet[], widths: readonly number[]) => string;

const OF_PARTS: Readonly<Record<string, Change>> = {
  'xl/workbook.xml': (xml, sheets, widths) =>
    put(xml, '<definedNames/>', `<definedNames>${namesOf(sheets, widths)}</definedNames>`),
  '[Content_Types].xml': (xml) =>
    put(
      xml,
      '</Types>',
      '<Override ContentType="application/vnd.openxmlformats-package.core-properties+xml" PartName="/docProps/core.xml"/></Types>',
    ),
  '_rels/.rels': (xml) =>
    put(
      xml,
      '</Relationships>',
      '<Relationship Id="rId-core-1" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
    ),
};

/** What is repeated on each page, sheet by sheet: the head; on several beside each other what a row is about, too. */
const namesOf = (sheets: readonly PrintedSheet[], widths: readonly number[]): string =>
  sheets
    .map(({ name, table }, at) => {
      const from = `'${escaped(name.replaceAll("'", "''"))}'!`;
      const columns = pagesOf(widths[at] ?? 0) > 1 ? `${from}$A:$${letterOf(nameColumn(table) + 1)},` : '';
      return `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${columns}${from}$1:$1</definedName>`;
    })
    .join('');

const pagesOf = (width: number): number => Math.max(1, Math.ceil(width / WIDEST_A3));

function sheetIn(xml: string, { name, table }: PrintedSheet, width: number): string {
  const paper = width > WIDEST_A4 ? PAPER.a3 : PAPER.a4;
  const ref = `A1:${letterOf(table.columns.length)}${table.rows.length + 1}`;
  const after = [
    `<autoFilter ref="${ref}"/>`,
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${paper}" orientation="landscape" fitToWidth="${pagesOf(width)}" fitToHeight="0"/>`,
    // An ampersand of the name would be read as a code.
    `<headerFooter><oddFooter>&amp;L${escaped(name.replaceAll('&', '&&'))}&amp;RPagina &amp;P di &amp;N</oddFooter></headerFooter>`,
    // Numbers of objectives and lists of them ("5, 6") are words.
    `<ignoredErrors><ignoredError sqref="${ref}" numberStoredAsText="1"/></ignoredErrors>`,
  ].join('');
  const fitted = put(xml, '<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>');
  return put(fitted, '</sheetData>', `</sheetData>${after}`);
}

/** Without the moment: the same facts give the same bytes. */
const coreIn = (title: string): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
  `<dc:title>${escaped(title)}</dc:title><dc:creator>Traguardo</dc:creator><dc:language>it-IT</dc:language></cp:coreProperties>`;

function put(xml: string, part: string, by: string): string {
  if (!xml.includes(part)) throw new Error(`the workbook just written has no ${part}`);
  return xml.replace(part, () => by);
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Of a column, from 1; at most 26. */
const letterOf = (column: number): string => String.fromCharCode(64 + column);
