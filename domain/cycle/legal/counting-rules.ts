/** How terms are counted, as the page tells it: the rules that `time/legal-days.ts` and the calendar follow. */
export interface CountingRule {
  readonly says: string;
  readonly norm: string;
  /** `null`: from memory, to be verified. */
  readonly source: string | null;
}

const rule = (says: string, norm: string, source: string | null): CountingRule => ({
  says,
  norm,
  source,
});

/** Italian sentences, each with the norm it rests on and where it was checked. */
export const COUNTING_RULES: readonly CountingRule[] = [
  rule(
    "Il primo giorno non si conta, l'ultimo sì; i giorni festivi in mezzo si contano.",
    'art. 2963 c. 2 c.c.; art. 155 c. 1-3 c.p.c.',
    'brocardi.it e comirap.it',
  ),
  rule(
    "Il termine che scade in un giorno festivo passa al primo giorno non festivo, anche se è nel mese o nell'anno dopo.",
    'art. 2963 c. 3 c.c.; art. 155 c. 4 c.p.c.',
    'brocardi.it, massima 41541',
  ),
  rule('Il sabato non è festivo.', 'Cass. 5114/2009', 'avvocato.it'),
  rule(
    "Nei termini a mesi, se il giorno manca il termine scade l'ultimo del mese.",
    'art. 2963 c. 5 c.c.',
    null,
  ),
  rule(
    'Il termine a ritroso («almeno dieci giorni prima») che cade in un festivo si anticipa.',
    'giurisprudenza',
    null,
  ),
  rule("Nei giorni «liberi» non si contano né il primo né l'ultimo.", 'art. 155 c.p.c.', 'brocardi.it'),
  rule(
    'Sono festivi le domeniche e le feste nazionali; dal 2026 anche il 4 ottobre, San Francesco.',
    'L. 260/1949 e successive; L. 151/2025',
    'scadenzeprocessuali.it; assolombarda.it; ance.it',
  ),
  rule(
    'Il santo patrono non proroga i termini di legge (salvo il 29 giugno a Roma): sposta solo gli avvisi.',
    'Cass. 17079/2007',
    'foroeuropeo.it; Agenzia delle entrate, Emilia-Romagna',
  ),
  rule('La sospensione di agosto riguarda i soli processi.', 'L. 742/1969', 'studiocataldi.it'),
  rule('Le date degli obiettivi del Piano non sono termini di legge: restano dove sono.', 'SMVP', null),
];
