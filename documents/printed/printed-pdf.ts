/** A printed document as PDF, to be set: PDF/UA-1 and PDF/A-2a, contents, captions, "Pagina 1 di 9". */
import {
  oneLine,
  type PrintedBlock,
  type PrintedDocument,
  type PrintedSection,
  paragraphsOf,
  printable,
} from '../../domain/printed-document/printed-document.js';
import type { PdfToSet } from '../apart/apart-contract.js';
import { PDF_STYLE } from './pdf-style.js';
import { breakable, LINE, pdfTable } from './printed-pdf-table.js';

/** Lines of contents that fit on a first page, and letters of one in capitals; across they have two columns. */
const CONTENTS = { upright: { lines: 36, letters: 70 }, across: { lines: 40, letters: 52 } } as const;

const TEMPLATE = `${PDF_STYLE}
#set page(flipped: data.across)
#set heading(bookmarked: true)
#show heading.where(level: 1): set heading(outlined: false)
#show heading.where(level: 4): it => block(above: 1em, below: 0.5em, sticky: true, text(size: 10pt, weight: "bold", it.body))
#show figure.caption: it => block(sticky: true, below: 0.5em, align(left, text(size: 9.5pt, weight: "bold", it.body)))
#show outline.entry.where(level: 2): set block(above: 0.8em)
// Lines to write on: the letter leaves gaps.
#show regex("_{8,}"): set text(tracking: -0.2em)
// Where a long word may break. A mark that no letter shows would be read with the next letter, wherever that stands.
#show "\u{200b}": box()
#let words(content, bold) = {
  set par(linebreaks: "optimized")
  // A hyphen in the name of a file or in a number would be read as part of it.
  show regex("\\S*[0-9_@./]\\S*"): set text(hyphenate: false)
  text(size: 9pt, hyphenate: true, costs: (hyphenation: 2000%), weight: if bold { "bold" } else { "regular" }, content)
}
#let cell(row, content, edge, bold, ..more) = table.cell(breakable: not row.whole, align: edge + top, ..more, words(content, bold))
#let edge-of(edge) = if edge == "figure" { right } else { left }
// The first cell reaches down to the line below: they stay on one page.
#let row-of(it, row) = {
  let open = row.below != none
  row.cells.zip(it.edges).enumerate().map(((at, (content, edge))) => cell(row, content, edge-of(edge), false,
    ..if open { if at == 0 { (rowspan: 2) } else { (stroke: (bottom: none)) } }))
  if open { (cell(row, row.below, left, false, colspan: it.shares.len() - 1),) }
}
#let printed-table(it) = {
  show figure: set block(breakable: not it.whole)
  figure(
  caption: it.caption, supplement: none, numbering: none, kind: table,
  align(left, table(
    columns: it.shares.map(share => share * 1fr),
    stroke: (x, y) => (bottom: 0.5pt + rgb("#c5d0da")),
    fill: (x, y) => if y == 0 or y == it.last { rgb("#e6ecf2") },
    inset: (x: 5pt, y: 4.5pt),
    table.header(..it.titles.zip(it.edges).map(((title, edge)) => cell((whole: true), title, edge-of(edge), true))),
    ..it.rows.map(row => row-of(it, row)).flatten(),
    ..if it.total.len() > 0 { (table.footer(repeat: false,
      ..it.total.zip(it.edges).map(((content, edge)) => cell((whole: true), content, edge-of(edge), true))),) },
  )))
}
#let block-of(it) = {
  if it.kind == "text" { for paragraph in it.texts { par(paragraph) } }
  if it.kind == "note" { for paragraph in it.texts { par(muted(paragraph)) } }
  if it.kind == "list" { block(above: 0.9em, below: 0.9em, list(spacing: 0.6em, ..it.items)) }
  if it.kind == "facts" { block(above: 0.9em, below: 0.9em, terms(spacing: 0.6em, separator: [: ], ..it.facts.map(fact => terms.item(fact.at(0), fact.at(1))))) }
  if it.kind == "table" { printed-table(it) }
  if it.kind == "empty" { block[*#it.caption*: #it.said] }
  if it.kind == "signatures" {
    block(above: 3em, breakable: false, grid(columns: (1fr,) * 3, column-gutter: 2em, row-gutter: 3.5em,
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
  if data.across { columns(2, outline(title: none, depth: 3)) } else { outline(title: none, depth: 3) }
  if data.apart { pagebreak(weak: true) }
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
    apart: contentsFit(printed),
    lead: printed.lead.map((block) => blockOf(block, printed.across)),
    sections: printed.sections.map((section) => sectionOf(section, printed.across)),
  },
  madeAt,
  kept: true,
});

/** On the first page, which is then theirs; else what follows goes on where they end, and no page holds their last line alone. */
function contentsFit({ sections, across }: PrintedDocument): boolean {
  const { lines, letters } = CONTENTS[across ? 'across' : 'upright'];
  const entries = sections.flatMap(({ heading, sections: inner = [] }) => [
    heading,
    ...inner.map((one) => one.heading),
  ]);
  return entries.reduce((sum, heading) => sum + Math.ceil(heading.length / letters), 0) <= lines;
}

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
      return pdfTable(block.table, across);
    case 'signatures':
      return { kind: 'signatures', names: block.names.map(oneLine) };
  }
}
