/**
 * What each warning of the lint means for the town, and what to do about it. Nothing here repairs: a plan is
 * recorded as deliberated, with the note of whoever confirms it.
 */
import type { LintCode } from './plan-document.js';

/** Italian, for the page and the guides. */
export interface LintAdvice {
  /** `serious`: confirming wants a note; `worth-a-look`: may well be meant so; `to-know`: nothing need be done. */
  readonly severity: 'serious' | 'worth-a-look' | 'to-know';
  /** Why it matters, in plain Italian. */
  readonly why: string;
  readonly remedy: string;
  /** Where a norm speaks of it. */
  readonly norm?: string;
}

/** One for each warning there is. */
export const LINT_ADVICE: Readonly<Record<LintCode, LintAdvice>> = {
  'weights-sum': {
    severity: 'serious',
    why: 'Il grado complessivo del settore si calcola sui pesi: se non sommano a 100, il totale non è una percentuale.',
    remedy:
      "Confronta i pesi con l'atto. Se l'atto dice proprio così, conferma con una nota: i pesi restano come deliberati.",
  },
  'missing-weight': {
    severity: 'worth-a-look',
    why: "Senza peso l'obiettivo non conta nel totale del settore.",
    remedy:
      "Cerca il peso nell'atto; se non c'è, chiedi al Nucleo o alla Giunta se l'obiettivo conta e quanto.",
  },
  'numbering-gap': {
    severity: 'to-know',
    why: 'Un numero che manca può essere un obiettivo tolto, o una riga che non è stata letta.',
    remedy: "Controlla nell'atto che non manchi un obiettivo. I numeri restano come stampati.",
  },
  'numbering-duplicate': {
    severity: 'serious',
    why: 'Con due obiettivi dello stesso numero, atti e lettere che li citano non si capiscono.',
    remedy:
      "Controlla nell'atto; se è un errore di stampa, conferma con una nota e correggi con la prima variazione.",
  },
  'undated-objective': {
    severity: 'serious',
    why: "Nessuno saprebbe entro quando: vale il termine implicito, la fine dell'esercizio.",
    remedy:
      "Se l'obiettivo ha una data, scrivila; se no conferma con una nota: sarà dovuto entro il 31 dicembre.",
  },
  'weekend-date': {
    severity: 'to-know',
    why: 'Quel giorno gli uffici sono chiusi.',
    remedy:
      'Nulla: la data resta quella deliberata e gli avvisi partono in giorni lavorativi. Il termine non si proroga da solo.',
    norm: 'artt. 2963 c.c. e 155 c.p.c. riguardano altri termini',
  },
  'wrong-year': {
    severity: 'worth-a-look',
    why: "La data è di un anno già passato: spesso è rimasta dal piano dell'anno prima.",
    remedy: "Confronta con l'atto e correggi l'anno, se è una svista di lettura.",
  },
  'past-date': {
    severity: 'worth-a-look',
    why: "Il termine era già passato quando l'atto è stato approvato.",
    remedy: 'Se la cosa è già fatta, confermalo; se la data è sbagliata, correggila.',
  },
  'invalid-date': {
    severity: 'serious',
    why: 'Quel giorno non esiste nel calendario: non si può avvisare nessuno.',
    remedy: "Scrivi il giorno giusto, o conferma con una nota: senza giorno vale la fine dell'esercizio.",
  },
  'multiple-milestones-without-subweights': {
    severity: 'to-know',
    why: "Le fasi sono più d'una e il peso è uno solo: a fine anno si dovrà decidere quanto vale una fase mancata.",
    remedy: 'Se il Sistema di valutazione lo prevede, dai un peso a ciascuna fase.',
  },
  'external-term': {
    severity: 'worth-a-look',
    why: 'Il termine è fissato da altri (un bando, un decreto, la legge) e nel piano non c’è.',
    remedy: 'Scrivi la data appena la conosci; fino ad allora resta «da definire» sul cruscotto.',
  },
  'markup-in-text': {
    severity: 'to-know',
    why: 'Il testo contiene segni di marcatura, di solito rimasti da un copia e incolla.',
    remedy: 'Nulla: sono mostrati come testo.',
  },
};
