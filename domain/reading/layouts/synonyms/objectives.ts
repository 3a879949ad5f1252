/** What an objective is called and how it is weighed. Spelt as `field.ts` says. */
import type { Field } from './field.js';

export const OBJECTIVE_LABELS = {
  number: [
    'n obiettivo, numero obiettivo, codice obiettivo, cod obiettivo, nr obiettivo, num obiettivo, id obiettivo',
    'obiettivo n, obiettivo nr, obiettivo numero, obiettivo codice, ob n, obb n, n ob, cod ob, codice ob',
    'n, nr, num, no, numero, codice, cod, id, progressivo, prog, progr, n ordine, n ord, numero ordine, ord',
    'numero progressivo, n prog, n progr, rif, scheda n, n scheda, scheda, codice identificativo, identificativo',
  ],
  title: [
    'titolo obiettivo, denominazione obiettivo, nome obiettivo, oggetto obiettivo, titolo obiettivo operativo',
    'denominazione obiettivo operativo, titolo, denominazione, oggetto, intitolazione, obiettivo operativo',
    'obiettivo gestionale, obiettivo esecutivo, obiettivo specifico, obiettivo peg, obiettivo pdo, obiettivo performance',
    'obiettivo annuale, obiettivo assegnato, obiettivo individuale, obiettivo settore, obiettivo struttura',
    'obiettivo servizio, obiettivo area, obiettivo ufficio, obiettivo processo, obiettivo sviluppo, obiettivo miglioramento',
    'obiettivo trasversale, obiettivo comune, obiettivo intersettoriale, obiettivo organizzativo, obiettivo ente',
    'obiettivo performance organizzativa, obiettivo performance individuale, obiettivo operativo gestionale',
    'obiettivo mantenimento, obiettivo innovazione, obiettivo ordinario, obiettivo prioritario',
    'obiettivo, obiettivi, obiettivi assegnati, obiettivi operativi, obiettivi gestionali, obiettivi specifici',
    'obiettivi performance, obiettivi struttura, obiettivi settore, obiettivi comuni, obiettivi trasversali',
    'obiettivi peg, obiettivi esecutivi, obiettivi individuali, obiettivi servizio, obiettivi area, obiettivi annuali',
    'progetto, titolo progetto, denominazione progetto, nome progetto, intervento, obiettivo progetto',
    'obiettivo attivita, obiettivo descrizione, obiettivo e descrizione, obiettivo processo attivita',
    'obiettivo strategico, obiettivi strategici, obiettivo generale, obiettivo triennale, obiettivo pluriennale',
    'obiettivo dup, macro obiettivo, macroobiettivo, ob, obb',
  ],
  description: [
    'descrizione obiettivo, descrizione, descrizione sintetica, descrizione dettagliata, descrizione estesa',
    'breve descrizione, descrizione progetto, descrizione intervento, descrizione obiettivo operativo, contenuto',
    'descrizione e finalita, contenuti, contenuto obiettivo, dettaglio, dettaglio obiettivo, specifiche',
    'declinazione, declinazione obiettivo, illustrazione, descrizione obiettivo e finalita, sintesi',
    'finalita, finalita obiettivo, scopo, descrizione risultato, modalita attuazione, modalita realizzazione',
    'contenuto sintetico, descrizione generale, descrizione attivita, testo, in cosa consiste, cosa',
  ],
  weight: [
    'peso obiettivo, peso, pesi, peso assegnato, peso attribuito, peso settore, peso ponderale, peso relativo',
    'peso percentuale, peso punti, pesatura, pesatura obiettivo, ponderazione, peso complessivo, peso totale',
    'peso ponderato, peso specifico, peso centesimi, valore ponderale, peso performance, p, peso ob, peso obb',
    'punteggio, punteggio massimo, punteggio max, punteggio attribuibile, punteggio assegnato, punti, punti max',
    'punteggio obiettivo, incidenza, incidenza percentuale, quota, peso incidenza, valore punti, rilevanza percentuale',
    'coefficiente, coefficiente ponderazione, coefficiente peso, coefficiente moltiplicatore, moltiplicatore',
    'fattore, fattore ponderazione, fattore peso, fattore moltiplicativo, fattore moltiplicatore, coeff, coeff ponderazione',
    'coefficiente difficolta, coefficiente complessita, coefficiente rilevanza, indice ponderazione, indice',
  ],
} satisfies Partial<Record<Field, readonly string[]>>;
