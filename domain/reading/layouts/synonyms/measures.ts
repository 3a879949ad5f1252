/** What is measured, up to which value, and what came of it. Spelt as `field.ts` says. */
import type { Field } from './field.js';

export const MEASURE_LABELS = {
  indicator: [
    'indicatore, indicatori, indicatore risultato, indicatori risultato, indicatore performance, indicatori performance',
    'indicatore misurazione, indicatore misura, indicatori misurazione, indicatori misurabilita, indicatore output',
    'indicatori output, indicatore outcome, indicatori outcome, indicatore efficacia, indicatori efficacia',
    'indicatore temporale, indicatori temporali, indicatore efficienza, indicatori efficienza, indicatore qualita',
    'indicatori qualita, indicatore quantita, indicatori quantita, indicatore quantitativo, indicatori quantitativi',
    'indicatore valutazione, indicatori valutazione, indicatore raggiungimento, indicatori raggiungimento',
    'descrizione indicatore, denominazione indicatore, nome indicatore, titolo indicatore, indicatore obiettivo',
    'indicatori obiettivo, indicatori misurazione risultato, indicatori e parametri, indicatore impatto, indicatori impatto',
    'indicatori attivita, indicatori realizzazione, indicatore realizzazione, indicatori verifica, indicatore verifica',
    'parametro, parametri, parametro misurazione, parametri misurazione, parametri valutazione, metrica, kpi',
    'misuratore, misuratori, misura, misure, criterio misurazione, criteri misurazione, criterio valutazione',
    'criteri valutazione, parametro valutazione, parametri verifica, modalita verifica, strumento misura',
    'elementi valutazione, come si misura, strumenti verifica, indicatori e target, indicatore e target',
    'indicatori e valori attesi, indicatore e valore atteso, indicatore target, indicatori target',
  ],
  target: [
    'valore atteso, valori attesi, target, target atteso, valore target, valore obiettivo, valore programmato',
    'risultato atteso, risultati attesi, livello atteso, livello atteso performance, valore previsto, valore prefissato',
    'risultato previsto, target previsto, target annuale, obiettivo quantitativo, atteso, attesa, standard, standard atteso',
    'standard qualita, soglia, soglia attesa, traguardo, traguardo atteso, traguardo previsto, valore soglia',
    'valore finale, valore finale atteso, risultato prefissato, risultato da raggiungere, output atteso, output attesi',
    'prestazione attesa, performance attesa, valore atteso indicatore, target indicatore, valore ottimale',
    'misura attesa, target raggiungere, valore raggiungere, grado atteso, previsione, previsto, preventivo',
    'valore indicatore, valore',
  ],
  unit: ['unita misura, um, u m, udm, unita', 'tipo misura'],
  result: [
    'grado raggiungimento, percentuale raggiungimento, grado realizzazione, grado conseguimento, livello raggiungimento',
    'raggiungimento, raggiungimento obiettivo, grado raggiungimento obiettivo, percentuale realizzazione',
    'percentuale conseguimento, percentuale raggiunta, percentuale raggiungimento obiettivo, grado attuazione',
    'stato attuazione, stato avanzamento, livello conseguimento, percentuale conseguita, percentuale attuazione',
    'esito, esito finale, esiti, risultato, risultati, risultato raggiunto, risultato conseguito, risultato finale',
    'risultato ottenuto, risultati raggiunti, risultati conseguiti, risultati ottenuti, valore raggiunto, valore conseguito',
    'valore consuntivo, consuntivo, a consuntivo, valore realizzato, raggiunto, realizzato, conseguito, valore effettivo',
    'performance raggiunta, performance conseguita, rendicontazione, valutazione, valutazione finale, consuntivazione',
    'avanzamento, percentuale avanzamento, punteggio conseguito, punteggio ottenuto, punteggio raggiunto, valore ottenuto',
    'target raggiunto, valutazione raggiungimento, valore rilevato, misura raggiunta, risultato rilevato',
  ],
} satisfies Partial<Record<Field, readonly string[]>>;
