import { describe, expect, it } from 'vitest';
import { told } from './told.js';

/** Two spaces at the end of a line: the paragraph ends there. */
const END = '  ';

const P5 = `\
CITTÀ DI TORRE SALINARA
Provincia di Lecce

RELAZIONE SULLA PERFORMANCE
ANNO 2024

Allegato alla deliberazione della Giunta Comunale n. 101 del 25/06/2025

1. Introduzione
La presente relazione rendiconta i risultati conseguiti rispetto agli obiettivi del PIAO 2024-2026, approvato
con deliberazione G.C. n. 14 del 31/01/2024 e modificato con deliberazione G.C. n. 88 del 12/09/2024.

2. Risultati per settore

SETTORE POLIZIA LOCALE

Obiettivo 1: Controllo della velocità in ambito urbano (peso 40)
Indicatore: n. servizi con autovelox
Valore atteso: 24
Risultato: 22 servizi svolti
Grado di raggiungimento: 92%

Obiettivo 2: Educazione stradale nelle scuole (peso 30)
Indicatore: n. classi coinvolte, interventi svolti entro il 31 maggio 2024
Valore atteso: almeno 10
Grado di raggiungimento: 100%

Obiettivo 3: Censimento dei passi carrabili (peso 30)
Indicatore: censimento concluso entro il 30/11/2024
Grado di raggiungimento: 0%
Motivazione: il personale è stato destinato ad altri servizi fino a dicembre.

SETTORE SERVIZI SOCIALI

Obiettivo 1: Carta della famiglia (peso 50)
Indicatore: domande istruite entro 30 giorni dalla presentazione
Grado di raggiungimento: 85,5%

Obiettivo 2: Centro diurno per anziani (peso 50)
Indicatore: apertura dal 1 ottobre 2024
Grado di raggiungimento: 100%
`;

const Q3 = `\
Comune di Valle Ombrosa
Relazione finale sul grado di raggiungimento degli obiettivi – esercizio 2024

Settore
Obiettivo
Indicatori
Peso
% raggiunta

Servizi demografici

ALLINEAMENTO ANPR

Posizioni verificate entro il 30 novembre: 100%

25

100%

Servizi demografici

CENSIMENTO PERMANENTE

Questionari caricati entro la scadenza ISTAT

75

96%

Polizia locale

CONTROLLI SERALI

N. 20 servizi serali da giugno a settembre

100

80%
`;

const R1 = `\
Allegato deliberazione G.C. n. 61 del 9/6/2024

RELAZIONE AL PIANO DELLA PERFORMANCE

ANNO 2023

Questa Relazione rende conto degli obiettivi del Comune di Rivafiorita approvati con deliberazione della
Giunta Comunale n. 12 del 01/02/2023.

Obiettivi di struttura Indicatore
Grado di

raggiungimento

Obiettivo di struttura 1 –
FORMAZIONE DEI
DIPENDENTI

peso 20/100

% dipendenti formati${END}
verifica 2 volte l'anno${END}
Si è valutata la seguente percentuale di
raggiungimento:
per il Settore Amministrativo
per il Settore Vigilanza

90 %
100 %

Settore Obiettivo di performance Indicatore

Grado di

raggiungimento

Amministrativo e
demografici

RIORDINO DEGLI ATTI
DI STATO CIVILE – Peso
50

indice degli atti entro 30 giugno; restauro di
almeno 10 registri.

100%

Amministrativo e
demografici

MOSTRA PER IL CENTENARIO –

allestimento entro il 31/10 e catalogo della

70%
 Peso 30 mostra in biblioteca.

Polizia locale e
protezione civile
CONTROLLI SULLA SOSTA
– Peso 45

n. 40 servizi; relazione mensile da 1 marzo;
rispetto delle tempistiche

100%
 di notifica dei verbali.

Polizia locale e
protezione civile

PIANO DI EMERGENZA – Peso 35

aggiornamento del piano.

0%

Rivafiorita, 9 giugno 2024
`;

describe('Reports', () => {
  it('with the degree of attainment as a field of each card', () => {
    expect(told(P5)).toEqual([
      '# SETTORE POLIZIA LOCALE',
      '1 | Controllo della velocità in ambito urbano | 40 |  | 24 = 92',
      '2 | Educazione stradale nelle scuole | 30 | 2024-05-31 | >=10 = 100',
      '3 | Censimento dei passi carrabili | 30 | 2024-11-30 |  = 0',
      '# SETTORE SERVIZI SOCIALI',
      '1 | Carta della famiglia | 50 | P30D |  = 85.5',
      '2 | Centro diurno per anziani | 50 | 2024-10-01:start-window |  = 100',
    ]);
  });

  it('whose table was written out cell by cell, weights in a column', () => {
    expect(told(Q3)).toEqual([
      '# Servizi demografici',
      '- | ALLINEAMENTO ANPR | 25 | 2024-11-30 | 100% = 100',
      '- | CENSIMENTO PERMANENTE | 75 | ?ISTAT |  = 96',
      '# Polizia locale',
      '- | CONTROLLI SERALI | 100 | 2024-06-01/2024-09-30 | 20servizi = 80',
    ]);
  });

  it('whose grid was written out cell by cell, with words that a page break displaced', () => {
    expect(told(R1)).toEqual([
      '# Amministrativo e demografici',
      '1 | FORMAZIONE DEI DIPENDENTI | 20* | FREQ=MONTHLY;INTERVAL=6 |  = 90',
      '- | RIORDINO DEGLI ATTI DI STATO CIVILE | 50 | 2023-06-30 | >=10registri = 100',
      '- | MOSTRA PER IL CENTENARIO | 30 | 2023-10-31 |  = 70',
      '# Polizia locale e protezione civile',
      '1 | FORMAZIONE DEI DIPENDENTI | 20* | FREQ=MONTHLY;INTERVAL=6 |  = 100',
      '- | CONTROLLI SULLA SOSTA | 45 | FREQ=MONTHLY ?notifica dei verbali | 40servizi = 100',
      '- | PIANO DI EMERGENZA | 35 |  |  = 0',
    ]);
  });
});
