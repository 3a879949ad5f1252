/**
 * A printed document as a page that stands alone: no script, nothing from elsewhere, its style inside. Read in any
 * browser, dark or light, at 320 px, on paper; a server that shows it in place allows {@link PRINTED_HTML_STYLE} by its hash.
 */

import { escapedMarkup } from '../../domain/printed-document/escaped-markup.js';
import {
  cellText,
  nameColumn,
  oneLine,
  type PrintedBlock,
  type PrintedCell,
  type PrintedDocument,
  type PrintedSection,
  type PrintedTable,
  paragraphsOf,
  printable,
} from '../../domain/printed-document/printed-document.js';
import { PRINTED_HTML_STYLE } from './printed-html-style.js';

export function printedHtml(printed: PrintedDocument): string {
  const title = escapedMarkup(oneLine(printed.title));
  return `<!doctype html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${PRINTED_HTML_STYLE}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>${lined(printed.subtitle)}</p>
</header>
${printed.contents ? contentsOf(printed.sections) : ''}<main>
${printed.lead.map(blockOf).join('\n')}
${printed.sections.map((section, at) => sectionOf(section, `s${at + 1}`, 2)).join('\n')}
</main>
<footer><p>${lined(printed.footer)}</p></footer>
</body>
</html>
`;
}

const contentsOf = (sections: readonly PrintedSection[]): string =>
  `<nav aria-labelledby="indice">\n<h2 id="indice">Indice</h2>\n${entriesOf(sections, 's', 2)}</nav>\n`;

function entriesOf(sections: readonly PrintedSection[], above: string, levels: number): string {
  if (levels === 0 || sections.length === 0) return '';
  const entries = sections.map(({ heading, sections: inner = [] }, at) => {
    const id = `${above}${at + 1}`;
    return `<li><a href="#${id}">${escapedMarkup(oneLine(heading))}</a>${entriesOf(inner, `${id}-`, levels - 1)}</li>`;
  });
  return `<ol>\n${entries.join('\n')}\n</ol>\n`;
}

/** `level` of its heading, 2–4. */
function sectionOf({ heading, blocks, sections = [] }: PrintedSection, id: string, level: number): string {
  const inner = sections.map((section, at) => sectionOf(section, `${id}-${at + 1}`, Math.min(4, level + 1)));
  return `<section aria-labelledby="${id}">
<h${level} id="${id}">${escapedMarkup(oneLine(heading))}</h${level}>
${[...blocks.map(blockOf), ...inner].join('\n')}
</section>`;
}

function blockOf(block: PrintedBlock): string {
  switch (block.kind) {
    case 'text':
      return paragraphsOf(block.text)
        .map((text) => `<p>${lined(text)}</p>`)
        .join('\n');
    case 'note':
      return paragraphsOf(block.text)
        .map((text) => `<p class="note">${lined(text)}</p>`)
        .join('\n');
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${lined(item)}</li>`).join('\n')}\n</ul>`;
    case 'facts':
      return `<dl>\n${block.facts
        .map(([term, what]) => `<div><dt>${escapedMarkup(oneLine(term))}</dt><dd>${lined(what)}</dd></div>`)
        .join('\n')}\n</dl>`;
    case 'table':
      return tableOf(block.table);
    case 'signatures':
      return `<div class="signatures">\n${block.names.map((name) => `<p>${escapedMarkup(oneLine(name))}</p>`).join('\n')}\n</div>`;
  }
}

/** Wide ones scroll in their own frame, that the keyboard reaches. */
function tableOf(table: PrintedTable): string {
  const { caption, columns, rows, total, empty } = table;
  const told = escapedMarkup(oneLine(caption));
  if (rows.length === 0) return `<p><strong>${told}</strong>: ${lined(empty)}</p>`;
  const named = nameColumn(table);
  const figure = (at: number): string => (columns[at]?.as === 'figure' ? ' class="figure"' : '');
  const row = (cells: readonly PrintedCell[]): string =>
    `<tr>${cells
      .map((cell, at) =>
        at === named
          ? `<th scope="row"${figure(at)}>${cellOf(cell)}</th>`
          : `<td${figure(at)}>${cellOf(cell)}</td>`,
      )
      .join('')}</tr>`;
  const head = columns.map(
    ({ title }, at) => `<th scope="col"${figure(at)}>${escapedMarkup(oneLine(title))}</th>`,
  );
  return `<div class="table" role="group" aria-label="${told}" tabindex="0">
<table>
<caption>${told}</caption>
<colgroup>${columns.map(({ share }) => `<col span="1" class="w${Math.min(60, Math.max(4, Math.round(share / 2) * 2))}">`).join('')}</colgroup>
<thead><tr>${head.join('')}</tr></thead>
<tbody>
${rows.map(row).join('\n')}
</tbody>
${total === undefined ? '' : `<tfoot>${row(total)}</tfoot>\n`}</table>
</div>`;
}

/** Each part of a link's path is made harmless: it leads beside the page and nowhere else. */
function cellOf(cell: PrintedCell): string {
  const words = lined(cellText(cell));
  if (typeof cell !== 'object' || !('to' in cell)) return words;
  return `<a href="${cell.to.split('/').map(encodeURIComponent).join('/')}">${words}</a>`;
}

/** Line ends as breaks. */
const lined = (text: string): string => escapedMarkup(printable(text)).replaceAll('\n', '<br>');
