/** Notices on paper: a sheet for each person without a mailbox, with room for what they answer. */
import type { PdfToSet } from '../apart/apart-contract.js';
import { PDF_STYLE } from './pdf-style.js';

/** One person's sheet of one day. All words are final. */
export interface PrintedSheet {
  readonly person: string;
  readonly lead: string;
  readonly caption: string;
  readonly lines: readonly {
    readonly what: string;
    /** The words of the plan; empty: none. */
    readonly phrase: string;
    readonly due: string;
    readonly standing: string;
    /** How it is answered where not by one of the three ways; empty: by them. */
    readonly otherwise: string;
  }[];
}

export interface PrintedSheets {
  readonly title: string;
  readonly town: string;
  readonly footer: string;
  /** What whoever gets a sheet does with it. */
  readonly asked: string;
  /** One or more. */
  readonly sheets: readonly PrintedSheet[];
  /** Epoch milliseconds. */
  readonly madeAt: number;
}

const TEMPLATE = `${PDF_STYLE}
#set text(size: 11pt)
#let tick(body) = block(below: 0.9em)[#box(width: 9pt, height: 9pt, stroke: 0.7pt, baseline: 1pt) #h(3pt) #body]
#let blank(width) = box(width: width, height: 0.9em, stroke: (bottom: 0.5pt))
#for (number, sheet) in data.sheets.enumerate() {
  if number > 0 { pagebreak() }
  muted(data.town)
  heading(level: 1, sheet.person)
  par(sheet.lead)
  grid-table(sheet.caption, (1.5fr, 0.8fr, 1.15fr), ("Che cosa", "Entro il", "La tua risposta"),
    sheet.lines.map(line => (
      [#strong(line.what) #if line.phrase != "" [#linebreak() #line.phrase]],
      [#line.due #if line.standing != "" [#linebreak() #muted(line.standing)]],
      if line.otherwise != "" { line.otherwise } else {
        [#tick[Conclusa il #blank(2.2cm)] #tick[In corso, entro il #blank(1.4cm)] #tick[Non è di mia competenza]]
      },
    )))
  par(data.asked)
  block(above: 1.6em)[Motivo, se in corso o non di tua competenza:]
  for _ in range(2) { block(above: 1.8em, line(length: 100%, stroke: 0.5pt)) }
  block(above: 2.4em)[Ricevuto il #blank(3.5cm) #h(1cm) Firma #blank(6cm)]
}
`;

export const sheetsPdf = (sheets: PrintedSheets): PdfToSet => ({
  template: TEMPLATE,
  data: sheets,
  madeAt: sheets.madeAt,
});
