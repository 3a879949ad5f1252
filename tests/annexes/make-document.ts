/** A resolved town → its document, before any format. */
import type { AnnexDocument, DocumentBlock } from './annex-document.js';
import { frontPages } from './front-pages.js';
import { cardLayout } from './layout-cards.js';
import { monthLayout } from './layout-months.js';
import { narrativeLayout } from './layout-narrative.js';
import { reportLayout } from './layout-report.js';
import { tableLayout } from './layout-table.js';
import type { ResolvedTown } from './resolved.js';
import type { AnnexLayout } from './style.js';

const LAYOUTS: Readonly<Record<AnnexLayout, (town: ResolvedTown) => DocumentBlock[]>> = {
  table: tableLayout,
  cards: cardLayout,
  months: monthLayout,
  narrative: narrativeLayout,
  report: reportLayout,
};

/** Front pages, objectives in the style's layout, closing lines. */
export function makeDocument(town: ResolvedTown): AnnexDocument {
  const { style } = town;
  const closing = (style.closing ?? []).map((text): DocumentBlock => ({ kind: 'line', text }));
  return {
    landscape: style.landscape,
    header: style.header ?? null,
    footer: style.footer ?? null,
    blocks: [...frontPages(town), ...LAYOUTS[style.layout](town), ...closing],
  };
}
