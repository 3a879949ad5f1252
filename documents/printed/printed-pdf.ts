/** A printed document as PDF, to be set: PDF/UA-1 and PDF/A-2a, contents, captions, "Pagina 1 di 9". */
import {
  cellText,
  oneLine,
  type PrintedBlock,
  type PrintedDocument,
  type PrintedSection,
  type PrintedTable,
  paragraphsOf,
  printable,
} from '../../domain/printed-document/printed-document.js';
import type { PdfToSet } from '../apart/apart-contract.js';
import { PDF_STYLE } from './pdf-style.js';

/** Characters of a row up to which it is not split between pages. */
const WHOLE_ROW = 600;
/** Letters that fit in a hundredth of the width, upright and across. */
const PER_SHARE = { upright: 0.85, across: 1.3 };
/** Longer words than Italian has: addresses, file names. They break anywhere. */
const LONGEST_WORD = 26;
/** Letters after which a word without a column breaks: a SHA-256, which people copy to compare it, stays whole. */
const LINE = 64;

const TEMPLATE = `${PDF_STYLE}
#set page(flipped: data.across)
#set heading(bookmarked: true)
#show heading.where(level: 1): set heading(outlined: false)
#show heading.where(level: 4): it => block(above: 1em, below: 0.5em, sticky: true, text(size: 10pt, weight: "bold", it.body))
#show figure.caption: it => block(sticky: true, below: 0.5em, align(left, text(size: 9.5pt, weight: "bold", it.body)))
#show outline.entry.where(level: 2): set block(above: 0.8em)
#let cell(row, content, edge, bold) = table.cell(breakable: not row.whole, align: edge + top,
  text(size: 9pt, hyphenate: true, costs: (hyphenation: 400%), weight: if bold { "bold" } else { "regular" }, content))
#let printed-table(it) = figure(
  caption: it.caption, supplement: none, numbering: none, kind: table,
  align(left, table(
    columns: it.shares.map(share => share * 1fr),
    stroke: (x, y) => (bottom: 0.5pt + rgb("#c5d0da")),
    fill: (x, y) => if y == 0 or y == it.last { rgb("#e6ecf2") },
    inset: (x: 5pt, y: 4.5pt),
    table.header(..it.titles.zip(it.edges).map(((title, edge)) => cell((whole: true), title, if edge == "figure" { right } else { left }, true))),
    ..it.rows.map(row => row.cells.zip(it.edges).map(((content, edge)) => cell(row, content, if edge == "figure" { right } else { left }, false))).flatten(),
    ..if it.total.len() > 0 { (table.footer(repeat: false,
      ..it.total.zip(it.edges).map(((content, edge)) => cell((whole: true), content, if edge == "figure" { right } else { left }, true))),) },
  )),
)
#let block-of(it) = {
  if it.kind == "text" { for paragraph in it.texts { par(paragraph) } }
  if it.kind == "note" { for paragraph in it.texts { par(muted(paragraph)) } }
  if it.kind == "list" { block(above: 0.9em, below: 0.9em, list(spacing: 0.6em, ..it.items)) }
  if it.kind == "facts" { block(above: 0.9em, below: 0.9em, terms(spacing: 0.6em, separator: [: ], ..it.facts.map(fact => terms.item(fact.at(0), fact.at(1))))) }
  if it.kind == "table" { printed-table(it) }
  if it.kind == "empty" { block[*#it.caption*: #it.said] }
  if it.kind == "signatures" {
    block(above: 3em, breakable: false, grid(columns: (1fr,) * calc.min(it.names.len(), 3), column-gutter: 2em, row-gutter: 3.5em,
      ..it.names.map(name => block(width: 100%, stroke: (top: 0.5pt), inset: (top: 4pt), name))))
  }
}
#let section-of(it, level) = {
  heading(level: level, it.heading)
  for part in it.blocks { block-of(part) }
  for inner in it.sections { section-of(inner, level + 1) }
}
#heading(level: 1, data.title)
#muted(data.subtitle)
#for part in data.lead { block-of(part) }
#if data.contents {
  heading(level: 2, outlined: false)[Indice]
  outline(title: none, depth: 3)
  pagebreak(weak: true)
}
#for part in data.sections { section-of(part, 2) }
#if sys.inputs.replaced == "yes" {
  block(above: 2em, muted[I segni che i caratteri di questo documento non hanno sono sostituiti da □: negli altri formati si leggono per intero.])
}
`;

/** `madeAt`: epoch milliseconds that the file says; the same document and instant give the same bytes. */
export const printedPdf = (printed: PrintedDocument, madeAt: number): PdfToSet => ({
  template: TEMPLATE,
  data: {
    title: oneLine(printed.title),
    subtitle: printable(printed.subtitle),
    footer: oneLine(printed.footer),
    across: printed.across,
    contents: printed.contents,
    lead: printed.lead.map((block) => blockOf(block, printed.across)),
    sections: printed.sections.map((section) => sectionOf(section, printed.across)),
  },
  madeAt,
  kept: true,
});

const sectionOf = ({ heading, blocks, sections = [] }: PrintedSection, across: boolean): unknown => ({
  heading: oneLine(heading),
  blocks: blocks.map((block) => blockOf(block, across)),
  sections: sections.map((section) => sectionOf(section, across)),
});

function blockOf(block: PrintedBlock, across: boolean): unknown {
  switch (block.kind) {
    case 'text':
    case 'note':
      return { kind: block.kind, texts: paragraphsOf(block.text).map((text) => breakable(text, LINE)) };
    case 'list':
      return { kind: 'list', items: block.items.map((item) => breakable(printable(item), LINE)) };
    case 'facts':
      return {
        kind: 'facts',
        facts: block.facts.map(([term, what]) => [oneLine(term), breakable(printable(what), LINE)]),
      };
    case 'table':
      return tableOf(block.table, across);
    case 'signatures':
      return { kind: 'signatures', names: block.names.map(oneLine) };
  }
}

function tableOf({ caption, columns, rows, total, empty }: PrintedTable, across: boolean): unknown {
  if (rows.length === 0) return { kind: 'empty', caption: oneLine(caption), said: printable(empty) };
  const fits = columns.map(({ share }) =>
    Math.max(4, Math.floor(share * (across ? PER_SHARE.across : PER_SHARE.upright))),
  );
  const cellsOf = (cells: (typeof rows)[number]) =>
    cells.map((cell, at) => breakable(cellText(cell), fits[at] ?? 4));
  return {
    kind: 'table',
    caption: oneLine(caption),
    titles: columns.map(({ title }) => oneLine(title)),
    shares: columns.map(({ share }) => share),
    edges: columns.map(({ as }) => as ?? 'words'),
    rows: rows.map((cells) => ({
      cells: cellsOf(cells),
      whole: cells.map(cellText).join('').length <= WHOLE_ROW,
    })),
    total: total === undefined ? [] : cellsOf(total),
    last: total === undefined ? -1 : rows.length + 1,
  };
}

/** Words that no column holds may break after so many letters. */
const breakable = (text: string, fit: number): string =>
  text.replace(/\S+/g, (word) =>
    word.length <= LONGEST_WORD ? word : (word.match(new RegExp(`.{1,${fit}}`, 'gu')) ?? []).join('\u200b'),
  );
