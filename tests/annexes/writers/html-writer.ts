/** An annex → HTML, printed to PDF by the browser. */
import type { Browser } from 'playwright-core';
import type { AnnexDocument, DocumentBlock, DocumentCell, DocumentTable } from '../annex-document.js';
import { plain } from '../notation.js';

/** The PDF's bytes, printed in an open browser; the page is closed again. */
export async function printInBrowser(annex: AnnexDocument, browser: Browser): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    await page.setContent(htmlOf(annex));
    const bytes = await page.pdf({
      format: 'A4',
      landscape: annex.landscape,
      margin: { top: '2cm', bottom: '2cm', left: '1.5cm', right: '1.5cm' },
      displayHeaderFooter: annex.header !== null || annex.footer !== null,
      headerTemplate: `<div style="font-size:8px;margin-left:40px">${escaped(annex.header ?? '')}</div>`,
      footerTemplate: `<div style="font-size:8px;margin-left:40px">${footerOf(annex.footer ?? '')}</div>`,
    });
    return new Uint8Array(bytes);
  } finally {
    await page.close();
  }
}

const escaped = (text: string): string =>
  plain(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const footerOf = (footer: string): string =>
  escaped(footer)
    .replace('{p}', '<span class="pageNumber"></span>')
    .replace('{n}', '<span class="totalPages"></span>');

function htmlOf(annex: AnnexDocument): string {
  return `<!doctype html><html lang="it"><head><meta charset="utf-8"><style>
body { font: 10pt "Liberation Serif", serif }
table { border-collapse: collapse; width: 100%; margin: 0.5em 0; table-layout: fixed }
td, th { padding: 3px 2px; vertical-align: middle; font-size: 8pt; overflow-wrap: break-word; hyphens: auto; text-align: left }
table.lined td, table.lined th { border: 1px solid #444 }
.centre { text-align: center }
p { margin: 0.3em 0; min-height: 0.6em }
</style></head><body>${annex.blocks.map(blockHtml).join('\n')}</body></html>`;
}

function blockHtml(block: DocumentBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
    case 'line': {
      const text = block.bold === true ? `<b>${escaped(block.text)}</b>` : escaped(block.text);
      return `<p${block.centre === true ? ' class="centre"' : ''}>${text}</p>`;
    }
    case 'bullet':
      return `<ul><li>${escaped(block.text)}</li></ul>`;
    case 'break':
      return block.runOn === true ? '' : '<div style="break-before: page"></div>';
    case 'table':
      return tableHtml(block);
    default:
      throw new Error(`no block: ${block satisfies never}`);
  }
}

function tableHtml(table: DocumentTable): string {
  const all = table.widths.reduce((sum, one) => sum + one, 0);
  const columns = table.widths.map((width) => `<col style="width:${(width / all) * 100}%">`).join('');
  const row = (cells: readonly DocumentCell[], tag: string): string =>
    `<tr>${cells.map((cell) => cellHtml(cell, tag)).join('')}</tr>`;
  const head = table.head.map((cells) => row(cells, 'th')).join('');
  const body = table.body.map((cells) => row(cells, 'td')).join('');
  return `<table${table.borders ? ' class="lined"' : ''}><colgroup>${columns}</colgroup><thead>${head}</thead><tbody>${body}</tbody></table>`;
}

function cellHtml(cell: DocumentCell, tag: string): string {
  const text = cell.text.map(escaped).join('<br>');
  const spans = `${(cell.columns ?? 1) > 1 ? ` colspan="${cell.columns}"` : ''}${(cell.rows ?? 1) > 1 ? ` rowspan="${cell.rows}"` : ''}`;
  const centre = cell.centre === true ? ' class="centre"' : '';
  return `<${tag}${spans}${centre}>${cell.bold === true ? `<b>${text}</b>` : text}</${tag}>`;
}
