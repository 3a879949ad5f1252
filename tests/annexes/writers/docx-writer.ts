/** An annex → DOCX, with real headings, lists, tables, header and footer. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { AnnexDocument, DocumentBlock, DocumentCell, DocumentTable } from '../annex-document.js';
import { plain } from '../notation.js';
import { gridOf } from './table-grid.js';

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };
/** Twentieths of a point. */
const PAGE_WIDTH = 9600;
const LANDSCAPE_WIDTH = 14_400;

/** The file's bytes. */
export async function writeDocx(annex: AnnexDocument): Promise<Uint8Array> {
  const width = annex.landscape ? LANDSCAPE_WIDTH : PAGE_WIDTH;
  const document = new Document({
    sections: [
      {
        properties: {
          page: {
            size: {
              orientation: annex.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
          },
        },
        ...(annex.header === null
          ? {}
          : { headers: { default: new Header({ children: [new Paragraph(annex.header)] }) } }),
        ...(annex.footer === null ? {} : { footers: { default: pageFooter(annex.footer) } }),
        children: annex.blocks.flatMap((block) => blockOf(block, width, annex.header !== null)),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function pageFooter(footer: string): Footer {
  const runs = footer
    .split(/(\{p\}|\{n\})/)
    .map((part) =>
      part === '{p}'
        ? new TextRun({ children: [PageNumber.CURRENT] })
        : part === '{n}'
          ? new TextRun({ children: [PageNumber.TOTAL_PAGES] })
          : new TextRun(part),
    );
  return new Footer({ children: [new Paragraph({ children: runs })] });
}

/** `headed`: tables say which rows are their heads, as some authors' do. */
function blockOf(block: DocumentBlock, width: number, headed: boolean): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ text: plain(block.text), heading: LEVELS[block.level] })];
    case 'line':
      return [
        new Paragraph({
          children: [new TextRun({ text: plain(block.text), bold: block.bold === true })],
          ...(block.centre === true ? { alignment: AlignmentType.CENTER } : {}),
        }),
      ];
    case 'bullet':
      return [new Paragraph({ text: plain(block.text), bullet: { level: 0 } })];
    case 'break':
      return block.runOn === true ? [] : [new Paragraph({ pageBreakBefore: true })];
    case 'table':
      return [tableOf(block, width, headed)];
    default:
      throw new Error(`no block: ${block satisfies never}`);
  }
}

function tableOf(table: DocumentTable, width: number, headed: boolean): Table {
  const all = table.widths.reduce((sum, one) => sum + one, 0);
  const widths = table.widths.map((one) => Math.round((one / all) * width));
  const rows = gridOf([...table.head, ...table.body], table.widths.length).map(
    (row, index) =>
      new TableRow({
        ...(headed && index < table.head.length ? { tableHeader: true } : {}),
        children: row.map(({ from, cell, continued }) => {
          const span = cell.columns ?? 1;
          const wide = widths.slice(from, from + span).reduce((sum, one) => sum + one, 0);
          return cellOf(cell, continued, wide);
        }),
      }),
  );
  const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' };
  const borders = {
    top: none,
    bottom: none,
    left: none,
    right: none,
    insideHorizontal: none,
    insideVertical: none,
  };
  return new Table({
    rows,
    columnWidths: widths,
    width: { size: width, type: WidthType.DXA },
    ...(table.borders ? {} : { borders }),
  });
}

function cellOf(cell: DocumentCell, continued: boolean, width: number): TableCell {
  const texts = continued || cell.text.length === 0 ? [''] : cell.text;
  const merge =
    (cell.rows ?? 1) > 1
      ? { verticalMerge: continued ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART }
      : {};
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: cell.columns ?? 1,
    ...merge,
    children: texts.map(
      (text) =>
        new Paragraph({
          children: [new TextRun({ text: plain(text), bold: cell.bold === true })],
          ...(cell.centre === true ? { alignment: AlignmentType.CENTER } : {}),
        }),
    ),
  });
}
