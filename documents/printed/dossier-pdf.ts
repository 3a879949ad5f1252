/** A dossier to read: what was told, when, to whom, and what came back; the hashes in an appendix. */
import type { PdfToSet } from '../apart/apart-contract.js';
import { PDF_STYLE } from './pdf-style.js';

/** One thing that happened. All words are final. */
export interface PrintedEvent {
  readonly when: string;
  readonly what: string;
  readonly who: string;
  readonly outcome: string;
  /** What was written with it, or that it was erased. */
  readonly said: readonly string[];
}

export interface PrintedDossier {
  readonly title: string;
  readonly town: string;
  readonly footer: string;
  readonly lead: readonly string[];
  readonly sections: readonly {
    readonly heading: string;
    readonly note: string;
    readonly events: readonly PrintedEvent[];
  }[];
  readonly verify: readonly string[];
  readonly seals: readonly { readonly week: string; readonly hash: string }[];
  readonly appendix: readonly {
    readonly heading: string;
    readonly entries: readonly {
      readonly seq: string;
      readonly when: string;
      readonly what: string;
      readonly hash: string;
    }[];
  }[];
  readonly hash: string;
  /** Epoch milliseconds. */
  readonly madeAt: number;
}

const TEMPLATE = `${PDF_STYLE}
#pdf.attach("/dossier.json", relationship: "source", mime-type: "application/json",
  description: "Il dossier per la verifica: traguardo verify dossier.json")
#muted(data.town)
= #data.title
#for paragraph in data.lead [#par(paragraph)]
#for section in data.sections [
  == #section.heading
  #if section.note != "" { block(sticky: true, muted(section.note)) }
  #grid-table("Avvisi e risposte", (1fr, 1.3fr, 1.5fr, 1.2fr),
    ("Quando", "Che cosa", "Chi", "Esito"),
    section.events.map(event => (
      event.when,
      [#event.what #for words in event.said [#linebreak() #muted(words)]],
      event.who,
      event.outcome,
      // A row stays on one page, unless what was written with it is long.
    ).map(said => table.cell(breakable: event.said.join("", default: "").len() > 400, said))))
]
== Come si verifica
#for paragraph in data.verify [#par(paragraph)]
#par[Impronta di questo dossier: #fingerprint(data.hash)]
#if data.seals.len() > 0 {
  grid-table("Sigilli che coprono queste voci", (1fr, 1.75fr), ("Settimana", "Impronta (SHA-256)"),
    data.seals.map(seal => (seal.week, fingerprint(seal.hash))))
}
== Appendice: impronte delle voci
#for chain in data.appendix [
  === #chain.heading
  #grid-table("Voci del registro, con la loro impronta (SHA-256)", (0.25fr, 0.9fr, 2.5fr), ("N.", "Quando", "Che cosa e impronta"),
    chain.entries.map(entry => (entry.seq, entry.when, [#entry.what #linebreak() #fingerprint(entry.hash)])))
]
`;

/** `json`: the dossier itself, which goes along inside the file. */
export const dossierPdf = (dossier: PrintedDossier, json: string): PdfToSet => ({
  template: TEMPLATE,
  data: dossier,
  madeAt: dossier.madeAt,
  files: { 'dossier.json': json },
});
