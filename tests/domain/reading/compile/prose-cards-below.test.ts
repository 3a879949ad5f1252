import { describe, expect, it } from 'vitest';
import { told } from './told.js';

const Q1 = `\
Comune di Fontebella sul Trigno
(Provincia di Isernia)

SCHEDE OBIETTIVO 2025

Obiettivo strategico DUP: 1. Comune amico

Obiettivo operativo 1.1
Rafforzamento dello sportello sociale

Area di riferimento
Area Sociale

Responsabile
Assistente sociale coordinatrice

Peso attribuito
40

Descrizione dell'obiettivo
Lo sportello assicura l'ascolto dei nuclei in difficoltà e
l'orientamento ai servizi.

Indicatori e target
Numero di colloqui: almeno 120
Gradimento: non inferiore al 75%

Tempi di realizzazione
Tutto l'anno, con relazione intermedia entro il 15 luglio 2025

Obiettivo operativo 1.2
Doposcuola nelle frazioni

Area di riferimento
Area Sociale

Responsabile
Assistente sociale coordinatrice

Peso attribuito
60

Descrizione dell'obiettivo
Apertura di due doposcuola con i volontari del servizio civile.

Indicatori e target
Doposcuola attivati: 2

Tempi di realizzazione
Avvio entro il 15 ottobre 2025

Obiettivo strategico DUP: 2. Territorio sicuro

Obiettivo operativo 2.1
Piano di protezione civile

Area di riferimento
Area Tecnica

Responsabile
Responsabile Ufficio Tecnico

Peso attribuito
100

Descrizione dell'obiettivo
Aggiornamento del piano e prova di evacuazione delle scuole.

Indicatori e target
Aggiornamento approvato (sì/no)
Prove di evacuazione: n. 2

Tempi di realizzazione
Approvazione entro il 30 maggio; prove a marzo e ottobre
`;

const Q4 = `\
COMUNE DI CASTEL DI RIVO

PIANO DELLE PERFORMANCE ORGANIZZATIVA E INDIVIDUALE
Anno 2025

PERFORMANCE ORGANIZZATIVA DI ENTE

Obiettivo intersettoriale n. 1
Denominazione: Transizione al cloud
Settori coinvolti: Settore Affari Generali (peso 10), Settore Finanziario (peso 15), Settore Tecnico (peso 10)
Indicatore: servizi migrati / servizi previsti
Risultato atteso: 100% entro il 30 settembre 2025

PERFORMANCE INDIVIDUALE

SETTORE AFFARI GENERALI

Obiettivo n. 1
Denominazione: Regolamento degli uffici
Peso: 90
Indicatore: approvazione in Giunta
Risultato atteso: entro il 31.05.2025

SETTORE FINANZIARIO

Obiettivo n. 1
Denominazione: Cassa vincolata
Peso: 45
Indicatore: verifiche di cassa
Risultato atteso: 4 verifiche, una per trimestre

Obiettivo n. 2
Denominazione: Inventario dei beni
Peso: 40
Indicatore: beni etichettati
Risultato atteso: ≥ 70%

SETTORE TECNICO

Obiettivo n. 1
Denominazione: Lavori alla scuola "G. Pascoli"
Peso: 90
Indicatori: SAL n. 1; SAL n. 2
Risultato atteso: SAL n. 1 entro il 30/4; SAL n. 2 entro il 31/8

Castel di Rivo, lì 10/02/2025

IL SEGRETARIO COMUNALE
Dott.ssa Pinca Pallina
`;

const Q5 = `\
CITTA' DI PORTO VECCHIO
PEG - PIANO DEGLI OBIETTIVI 2025
Allegato "A" alla deliberazione di G.C. n. 22 del 14.02.2025

DIREZIONE SERVIZI AL CITTADINO
Dirigente: dott. Tizio Sempronio

Servizio Anagrafe

Obiettivo 1 - Smaltimento delle richieste di carta d'identità elettronica (20%)
Azioni: aperture straordinarie il sabato; agenda on line
Indicatore: carte rilasciate >= 900
Cronoprogramma: avvio marzo 2025, a regime da giugno 2025

Obiettivo 2 - Digitalizzazione dei cartellini (30%)
Azioni: scansione di 10.000 cartellini
Indicatore: cartellini scansionati >= 10.000
Cronoprogramma: 30 novembre 2025

Servizio Biblioteca

Obiettivo 1 - Nati per leggere (50%)
Azioni: incontri mensili nelle scuole dell'infanzia
Indicatore: numero incontri >= 9
Cronoprogramma: da ottobre a dicembre 2025
`;

const Q6 = `\
COMUNE DI LAGO BASSO

Oggetto: Piano della performance 2025. Approvazione.

LA GIUNTA COMUNALE
Premesso che l'art. 169 del D.Lgs. 267/2000 disciplina il PEG;
Vista la deliberazione C.C. n. 40 del 20/12/2024 di approvazione del bilancio;
Ritenuto di approvare gli obiettivi;
DELIBERA
1. di approvare il Piano della performance 2025;
2. di trasmettere il presente atto ai Responsabili entro 10 giorni;
3. di dichiarare il presente atto immediatamente eseguibile.

Allegato alla deliberazione G.C. n. 5 del 23/01/2025

OBIETTIVI ASSEGNATI AL RESPONSABILE DELL'AREA AMMINISTRATIVA

1) Aggiornamento del Codice di comportamento
   Peso: 20%
   Termine: 31 marzo 2025
   Indicatore: atto approvato

2) Mensa scolastica: nuovo appalto
   Peso: 50%
   Termine: aggiudicazione entro il 31 luglio 2025, avvio dal 15 settembre 2025
   Indicatore: contratto stipulato

3) Eventi del patrono
   Peso: 30%
   Termine: 24 giugno 2025
   Indicatore: gradimento > 80%

OBIETTIVI ASSEGNATI AL RESPONSABILE DELL'AREA TECNICA

1) Strade bianche
   Peso: 100%
   Termine: secondo trimestre
   Indicatore: km sistemati, almeno 7
`;

describe('Cards whose words stand in many places', () => {
  it('with every value below its label, under objectives of the mandate', () => {
    expect(told(Q1)).toEqual([
      '# Area Sociale (Assistente sociale coordinatrice)',
      '1.1 | Rafforzamento dello sportello sociale | 40 | 2025-01-01/2025-12-31:continuous 2025-07-15 | >=120 >=75%',
      '1.2 | Doposcuola nelle frazioni | 60 | 2025-10-15 | 2',
      '# Area Tecnica (Responsabile Ufficio Tecnico)',
      '2.1 | Piano di protezione civile | 100 | 2025-05-30 2025-03-31 2025-10-31 | 2',
    ]);
  });

  it('of an objective that sectors share by name, with the weight of each', () => {
    expect(told(Q4)).toEqual([
      '# SETTORE AFFARI GENERALI',
      '1 | Transizione al cloud | 10* | 2025-09-30 | 100%',
      '1 | Regolamento degli uffici | 90 | 2025-05-31 | ',
      '# SETTORE FINANZIARIO',
      '1 | Transizione al cloud | 15* | 2025-09-30 | 100%',
      '1 | Cassa vincolata | 45 |  | 4verifiche',
      '2 | Inventario dei beni | 40 |  | >=70%',
      '# SETTORE TECNICO',
      '1 | Transizione al cloud | 10* | 2025-09-30 | 100%',
      '1 | Lavori alla scuola "G. Pascoli" | 90 | 2025-04-30 2025-08-31 | ',
    ]);
  });

  it('under services of one direction, whose weights add up to a hundred together', () => {
    expect(told(Q5)).toEqual([
      '# DIREZIONE SERVIZI AL CITTADINO (dott. Tizio Sempronio)',
      "1 | Smaltimento delle richieste di carta d'identità elettronica | 20 | 2025-03-31 2025-06-01:start-window | >=900",
      '2 | Digitalizzazione dei cartellini | 30 | 2025-11-30 | >=10000',
      '1 | Nati per leggere | 50 | FREQ=MONTHLY 2025-10-01/2025-12-31 | >=9',
    ]);
  });

  it('after the act that approves them, headed by the role they are assigned to', () => {
    expect(told(Q6)).toEqual([
      "# AREA AMMINISTRATIVA (RESPONSABILE DELL'AREA AMMINISTRATIVA)",
      '1 | Aggiornamento del Codice di comportamento | 20 | 2025-03-31 | ',
      '2 | Mensa scolastica: nuovo appalto | 50 | 2025-07-31 2025-09-15:start-window | ',
      '3 | Eventi del patrono | 30 | 2025-06-24 | >80%',
      "# AREA TECNICA (RESPONSABILE DELL'AREA TECNICA)",
      '1 | Strade bianche | 100 | 2025-04-01/2025-06-30 | >=7',
    ]);
  });
});
