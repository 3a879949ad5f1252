/** A printed document as DOCX: real headings and table heads, Italian, A4 across. */
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import {
  type PrintedDocument,
  type PrintedSection,
  type PrintedTable,
  printable,
} from './printed-document.js';

const FONT = 'Calibri';
const SHADE = 'E6ECF2';
/** A4 and its margins, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838, margin: 1_000 };
const WIDTH = PAGE.height - 2 * PAGE.margin;

export function printedDocx(printed: PrintedDocument): Promise<Uint8Array> {
  const title = printable(printed.title);
  const file = new Document({
    title,
    creator: 'Traguardo',
    styles: {
      default: {
        document: { run: { font: FONT, size: 21, language: { value: 'it-IT' } } },
        title: { run: { font: FONT, size: 36, bold: true }, paragraph: { spacing: { after: 80 } } },
        heading1: {
          run: { font: FONT, size: 28, bold: true, color: '17324D' },
          paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
        },
      },
      paragraphStyles: [
        {
          id: 'Cella',
          name: 'Cella',
          basedOn: 'Normal',
          run: { size: 19 },
          paragraph: { spacing: { after: 20 } },
        },
        {
          id: 'Didascalia',
          name: 'Didascalia',
          basedOn: 'Normal',
          run: { bold: true },
          paragraph: { keepNext: true, spacing: { before: 160, after: 80 } },
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height, orientation: PageOrientation.LANDSCAPE },
            margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
          },
        },
        footers: { default: numbered(title) },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          paragraph(printed.subtitle),
          ...printed.sections.flatMap(sectionOf),
        ],
      },
    ],
  });
  return Packer.toBuffer(file).then((bytes) => new Uint8Array(bytes));
}

const numbered = (title: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.END,
        children: [
          new TextRun({
            size: 17,
            children: [`${title} – pagina `, PageNumber.CURRENT, ' di ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });

const sectionOf = ({ heading, paragraphs, tables }: PrintedSection): readonly (Paragraph | Table)[] => [
  new Paragraph({ text: printable(heading), heading: HeadingLevel.HEADING_1 }),
  ...paragraphs.map((text) => paragraph(text)),
  ...tables.flatMap(tableOf),
];

/** Line ends of a text are line breaks of one paragraph. */
const paragraph = (text: string, style?: string, bold = false): Paragraph =>
  new Paragraph({
    ...(style === undefined ? { spacing: { after: 100 } } : { style }),
    children: printable(text)
      .split('\n')
      .map((line, at) => new TextRun({ text: line, bold, ...(at === 0 ? {} : { break: 1 }) })),
  });

function tableOf({ caption, columns, rows, empty }: PrintedTable): readonly (Paragraph | Table)[] {
  const told = paragraph(caption, 'Didascalia');
  if (rows.length === 0) return [told, paragraph(empty)];
  const widths = columns.map(({ share }) => Math.round((WIDTH * share) / 100));
  const row = (cells: readonly (string | number)[], isHead: boolean): TableRow =>
    new TableRow({
      ...(isHead ? { tableHeader: true, cantSplit: true } : {}),
      children: cells.map(
        (cell, at) =>
          new TableCell({
            width: { size: widths[at] ?? 0, type: WidthType.DXA },
            margins: { top: 60, bottom: 60, left: 90, right: 90 },
            ...(isHead ? { shading: { fill: SHADE } } : {}),
            children: [paragraph(String(cell), 'Cella', isHead)],
          }),
      ),
    });
  const head = row(
    columns.map(({ title }) => title),
    true,
  );
  const table = new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: [head, ...rows.map((cells) => row(cells, false))],
  });
  return [told, table];
}
