/** An annex → PDF by Typst: hyphenated narrow cells, heads repeated on every page, running header and footer. */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { AnnexDocument, DocumentBlock, DocumentCell, DocumentTable } from '../annex-document.js';
import { plain } from '../notation.js';

let shared: NodeCompiler | null = null;

/** The file's bytes. Throws on a wrong source, which would be a bug of this writer. */
export function writeTypst(annex: AnnexDocument): Uint8Array {
  const compiler = shared ?? NodeCompiler.create();
  shared = compiler;
  const bytes = compiler.pdf({ mainFileContent: sourceOf(annex) });
  return new Uint8Array(bytes);
}

const quoted = (text: string): string => `#"${plain(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

function sourceOf(annex: AnnexDocument): string {
  return [
    `#set page(paper: "a4", flipped: ${annex.landscape}, margin: (x: 1.6cm, y: 2cm)${running(annex)})`,
    '#set text(size: 9pt, lang: "it", hyphenate: true)',
    '#set table(inset: 4pt)',
    '#show table.cell: set text(size: 8pt)',
    ...annex.blocks.map(blockSource),
  ].join('\n\n');
}

function running({ header, footer }: AnnexDocument): string {
  const head = header === null ? '' : `, header: [${quoted(header)}]`;
  if (footer === null) return head;
  const foot = footer
    .split(/(\{p\}|\{n\})/)
    .map((part) =>
      part === '{p}'
        ? '#context counter(page).display()'
        : part === '{n}'
          ? '#context counter(page).final().first()'
          : quoted(part),
    )
    .join('');
  return `${head}, footer: [${foot}]`;
}

function blockSource(block: DocumentBlock): string {
  switch (block.kind) {
    case 'heading':
      return `#heading(level: ${block.level})[${quoted(block.text)}]`;
    case 'line': {
      const text = block.bold === true ? `#strong[${quoted(block.text)}]` : quoted(block.text);
      return block.centre === true ? `#align(center)[${text}]` : text;
    }
    case 'bullet':
      return `- ${quoted(block.text)}`;
    case 'break':
      return block.runOn === true ? '' : '#pagebreak(weak: true)';
    case 'table':
      return tableSource(block);
    default:
      throw new Error(`no block: ${block satisfies never}`);
  }
}

function tableSource(table: DocumentTable): string {
  const columns = table.widths.map((width) => `${width}fr`).join(', ');
  const head =
    table.head.length === 0 ? '' : `table.header(${table.head.flat().map(cellSource).join(', ')}),`;
  const body = table.body.flat().map(cellSource).join(',\n  ');
  return `#table(columns: (${columns}), stroke: ${table.borders ? '0.5pt' : 'none'},\n  ${head}\n  ${body}\n)`;
}

function cellSource(cell: DocumentCell): string {
  const text = cell.text.map(quoted).join(' #parbreak() ');
  const inner = cell.bold === true ? `#strong[${text}]` : text;
  const align = cell.centre === true ? ', align: center' : '';
  return `table.cell(colspan: ${cell.columns ?? 1}, rowspan: ${cell.rows ?? 1}${align})[${inner}]`;
}
