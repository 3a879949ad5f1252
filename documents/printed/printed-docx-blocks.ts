/** Sections and blocks of a printed document as paragraphs and tables of Word. */
import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import {
  cellText,
  oneLine,
  type PrintedBlock,
  type PrintedCell,
  type PrintedSection,
  type PrintedTable,
  paragraphsOf,
  printable,
} from '../../domain/printed-document/printed-document.js';
import { CAPTION, CELL, HEAD_SHADE, NOTE } from './printed-docx-styles.js';
import { columnWidths } from './printed-docx-widths.js';

type Part = Paragraph | Table;

const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;
/** Characters of a row up to which it is not split between pages. */
const WHOLE_ROW = 600;

/** `width` of the text, in twentieths of a point; `depth` from 0. */
export function sectionIn(section: PrintedSection, width: number, depth: number): readonly Part[] {
  return [
    new Paragraph({ text: oneLine(section.heading), heading: HEADINGS[depth] ?? HeadingLevel.HEADING_3 }),
    ...blocksIn(section.blocks, width),
    ...(section.sections ?? []).flatMap((inner) => sectionIn(inner, width, depth + 1)),
  ];
}

export const blocksIn = (blocks: readonly PrintedBlock[], width: number): readonly Part[] =>
  blocks.flatMap((block) => blockIn(block, width));

function blockIn(block: PrintedBlock, width: number): readonly Part[] {
  switch (block.kind) {
    case 'text':
      return paragraphsOf(block.text).map((text) => paragraphIn(text));
    case 'note':
      return paragraphsOf(block.text).map((text) => paragraphIn(text, NOTE));
    case 'list':
      return block.items.map(
        (item) => new Paragraph({ bullet: { level: 0 }, spacing: { after: 60 }, children: linesOf(item) }),
      );
    case 'facts':
      return block.facts.map(
        ([term, what]) =>
          new Paragraph({
            spacing: { after: 60 },
            children: [new TextRun({ text: `${oneLine(term)}: `, bold: true }), ...linesOf(what)],
          }),
      );
    case 'table':
      return tableIn(block.table, width);
    case 'signatures':
      return block.names.map(
        (name) =>
          new Paragraph({
            spacing: { before: 600 },
            keepLines: true,
            children: [new TextRun(`${oneLine(name)}: `), new TextRun('_'.repeat(40))],
          }),
      );
  }
}

export const paragraphIn = (text: string, style?: string, bold = false): Paragraph =>
  new Paragraph({
    ...(style === undefined ? { spacing: { after: 100 } } : { style }),
    children: linesOf(text, bold),
  });

/** Line ends of a text are line breaks of one paragraph. */
const linesOf = (text: string, bold = false): TextRun[] =>
  printable(text)
    .split('\n')
    .map(
      (line, at) => new TextRun({ text: line, ...(bold ? { bold } : {}), ...(at === 0 ? {} : { break: 1 }) }),
    );

function tableIn(printed: PrintedTable, width: number): readonly Part[] {
  const { caption, columns, rows, total, empty } = printed;
  const told = paragraphIn(oneLine(caption), CAPTION);
  if (rows.length === 0) return [told, paragraphIn(empty)];
  const widths = columnWidths(printed, width);
  const row = (cells: readonly PrintedCell[], part: 'head' | 'body' | 'total'): TableRow =>
    new TableRow({
      ...(part === 'head' ? { tableHeader: true } : {}),
      ...(part !== 'body' || cells.map(cellText).join('').length <= WHOLE_ROW ? { cantSplit: true } : {}),
      children: cells.map(
        (cell, at) =>
          new TableCell({
            width: { size: widths[at] ?? 0, type: WidthType.DXA },
            margins: { top: 60, bottom: 60, left: 70, right: 70 },
            ...(part === 'body' ? {} : { shading: { fill: HEAD_SHADE } }),
            children: [
              new Paragraph({
                style: CELL,
                ...(columns[at]?.as === 'figure' ? { alignment: AlignmentType.END } : {}),
                children: linesOf(cellText(cell), part !== 'body'),
              }),
            ],
          }),
      ),
    });
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'B4C2D0' };
  const table = new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [...widths],
    borders: {
      ...{ top: line, bottom: line, left: line, right: line },
      ...{ insideHorizontal: line, insideVertical: line },
    },
    rows: [
      row(
        columns.map(({ title }) => oneLine(title)),
        'head',
      ),
      ...rows.map((cells) => row(cells, 'body')),
      ...(total === undefined ? [] : [row(total, 'total')]),
    ],
  });
  return [told, table, new Paragraph({ style: CELL })];
}
