/** The page that a town enters in its protocol register once a month: the seals of that month. */
import type { PdfToSet } from '../apart/apart-contract.js';
import { PDF_STYLE } from './pdf-style.js';

/** All words are final. */
export interface PrintedSeals {
  readonly title: string;
  readonly town: string;
  readonly footer: string;
  readonly paragraphs: readonly string[];
  readonly caption: string;
  readonly seals: readonly {
    readonly week: string;
    readonly day: string;
    readonly covers: string;
    readonly hash: string;
  }[];
  /** Epoch milliseconds of the last seal's day: the same month gives the same bytes. */
  readonly madeAt: number;
}

const TEMPLATE = `${PDF_STYLE}
#muted(data.town)
= #data.title
#for paragraph in data.paragraphs [#par(paragraph)]
#grid-table(data.caption, (1fr, 1fr, 0.9fr), ("Settimana e impronta (SHA-256)", "Fatto il", "Comprende"),
  data.seals.map(seal => (
    table.cell(stroke: (bottom: none), seal.week),
    table.cell(stroke: (bottom: none), seal.day),
    table.cell(stroke: (bottom: none), seal.covers),
    table.cell(colspan: 3, fingerprint(seal.hash)),
  )))
`;

export const sealsPdf = (seals: PrintedSeals): PdfToSet => ({
  template: TEMPLATE,
  data: seals,
  madeAt: seals.madeAt,
  kept: true,
});
