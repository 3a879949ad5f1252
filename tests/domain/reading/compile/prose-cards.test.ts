import { describe, expect, it } from 'vitest';
import { told } from './told.js';

const CARDS1 = `\
COMUNE DI VALROSSA
Provincia di Cuneo

PIANO DEGLI OBIETTIVI E DELLA PERFORMANCE
ANNO 2025

Allegato A) alla deliberazione della Giunta Comunale n. 21 del 28/02/2025

1. PREMESSA
Il presente piano individua gli obiettivi gestionali assegnati ai Responsabili ai sensi dell'art. 169
del D.Lgs. 267/2000 e dell'art. 10 del D.Lgs. 150/2009.

SETTORE AMMINISTRATIVO
Responsabile: Segretario comunale

Obiettivo n. 1: Digitalizzazione dello sportello al cittadino
Peso: 30
Descrizione: attivazione del portale per la prenotazione degli appuntamenti e la presentazione
delle istanze on line, con formazione del personale.
Indicatore: percentuale di istanze presentate on line
Valore atteso: almeno 60%
Fasi e tempi:
1) analisi dei procedimenti entro il 31/03/2025 (peso 30%)
2) attivazione del portale entro il 30/06/2025 (peso 40%)
3) formazione del personale entro il 30/09/2025 (peso 30%)

Obiettivo n. 2: Regolamento sul volontariato civico
Peso: 20
Indicatori:
- bozza del regolamento;
- n. 2 incontri con le associazioni
Scadenza: 31 ottobre 2025

Obiettivo n. 4: Riordino dell'archivio di deposito
Peso: 50
Indicatore: metri lineari riordinati
Valore atteso: >= 40 metri
Tempi: mensile

AREA TECNICA – Responsabile: Responsabile dell'Area Tecnica

Obiettivo n. 1
Titolo
Manutenzione straordinaria della viabilità comunale
Responsabile
Responsabile Servizio Manutenzioni
Peso
40%
Descrizione
Asfaltatura di via Roma e via Garibaldi.
Indicatori di risultato
Chilometri asfaltati
Valore atteso
3 km
Fasi e tempi di attuazione
Progetto esecutivo: 30/04/2025
Aggiudicazione: 31/07/2025
Fine lavori: 15/11/2025

Obiettivo n. 2
Titolo
Efficientamento della pubblica illuminazione
Peso
60%
Indicatori di risultato
Riduzione dei consumi
Valore atteso
-10%

Totale pesi: 100

Valrossa, 28 febbraio 2025
Il Segretario comunale
`;

const P1 = `\
COMUNE DI PIEVE SAN ZENO
Provincia di Vicenza

PIANO DETTAGLIATO DEGLI OBIETTIVI
ESERCIZIO 2025
(art. 197 del D.Lgs. 18 agosto 2000, n. 267)

Approvato con deliberazione di Giunta Comunale n. 33 del 17 aprile 2025

INDICE
1. Premessa ............................ 2
2. Centro di responsabilità n. 1 ....... 3
3. Centro di responsabilità n. 2 ....... 6

CENTRO DI RESPONSABILITÀ N. 1 – SERVIZI GENERALI E DEMOGRAFICI
RESPONSABILE: Funzionario EQ Servizi generali

OBIETTIVO N. 1.1
DENOMINAZIONE: Revisione delle concessioni cimiteriali scadute
PESO: 25%
DESCRIZIONE: Ricognizione delle concessioni scadute e notifica agli eredi delle comunicazioni di
scadenza, con proposta di rinnovo o rinuncia.
INDICATORE DI RISULTATO: percentuale di concessioni verificate sul totale delle scadute
VALORE ATTESO: non inferiore al 90%
TEMPI: entro il 31 ottobre 2025

OBIETTIVO N. 1.2
DENOMINAZIONE: Toponomastica e numerazione civica
PESO: 35%
DESCRIZIONE: Allineamento dell'archivio dei numeri civici con l'ANNCSU.
INDICATORE DI RISULTATO: numeri civici allineati
VALORE ATTESO: 1.200
TEMPI: secondo semestre

OBIETTIVO N. 1.3
DENOMINAZIONE: Sportello polifunzionale
PESO: 40%
DESCRIZIONE: Apertura di uno sportello unico per anagrafe, protocollo e tributi.
INDICATORE DI RISULTATO: apertura dello sportello (SI/NO)
VALORE ATTESO: SI
TEMPI: progetto entro il 30/04/2025; apertura entro il 30/09/2025

CENTRO DI RESPONSABILITÀ N. 2 – SERVIZI TECNICI
RESPONSABILE: Funzionario EQ Servizi tecnici

OBIETTIVO N. 2.1
DENOMINAZIONE: Messa in sicurezza della scuola primaria
PESO: 60%
DESCRIZIONE: Lavori di adeguamento sismico finanziati dal PNRR, nel rispetto dei termini fissati dal
decreto di finanziamento.
INDICATORE DI RISULTATO: stato di avanzamento dei lavori
VALORE ATTESO: almeno 80%
TEMPI: 30 novembre 2025

OBIETTIVO N. 2.2
DENOMINAZIONE: Sfalcio dei cigli stradali
PESO: 30%
DESCRIZIONE: Esecuzione in economia dello sfalcio.
INDICATORE DI RISULTATO: n. interventi
VALORE ATTESO: 3
TEMPI: da maggio a ottobre

TOTALE PESI: 90%
`;

const P2 = `\
Comune di Contrada Marina
Libero Consorzio Comunale di Agrigento

PIAO 2024 - 2026
SOTTOSEZIONE 2.2 "PERFORMANCE"
PIANO DEGLI OBIETTIVI ANNO 2024

SCHEDA OBIETTIVO N. 1
Settore: I Settore - Affari Generali
Responsabile E.Q.: Responsabile del I Settore
Titolo: Anticorruzione e trasparenza
Tipologia: mantenimento
Peso: 20
Descrizione sintetica: Aggiornamento della sezione Amministrazione trasparente.
Fasi:
1. Ricognizione delle pubblicazioni obbligatorie entro il 29/02/2024 - 40%
2. Pubblicazione dei dati mancanti entro il 31/05/2024 - 60%
Indicatori:
1. Percentuale di sezioni aggiornate
2. Numero di rilievi del Nucleo di valutazione
Valori attesi:
1. 100%
2. max 2

SCHEDA OBIETTIVO N. 2
Settore: I Settore - Affari Generali
Responsabile E.Q.: Responsabile del I Settore
Titolo: Formazione del personale
Tipologia: sviluppo
Peso: 30
Descrizione sintetica: Garantire ad ogni dipendente la formazione prevista dalla Direttiva del Ministro.
Fasi:
1. Piano della formazione entro il 31 marzo
2. Svolgimento dei corsi entro il 15 dicembre
Indicatori:
1. Ore di formazione pro capite
Valori attesi:
1. >= 24 ore

SCHEDA OBIETTIVO N. 1
Settore: II Settore - Economico Finanziario
Responsabile E.Q.: Responsabile del II Settore
Titolo: Riduzione dei tempi di pagamento
Tipologia: obbligatorio
Peso: 50
Descrizione sintetica: Pagamento delle fatture commerciali nei termini di legge.
Indicatori:
1. Indicatore di ritardo annuale
Valori attesi:
1. <= 0 giorni
Note: obiettivo ai sensi dell'art. 4-bis del D.L. 13/2023.

SCHEDA OBIETTIVO N. 2
Settore: II Settore - Economico Finanziario
Responsabile E.Q.: Responsabile del II Settore
Titolo: Riscossione coattiva
Tipologia: sviluppo
Peso: 50
Descrizione sintetica: Avvio della riscossione coattiva dei tributi locali.
Fasi:
1. Affidamento del servizio entro giugno
2. Emissione delle ingiunzioni entro il 31 settembre 2024
Indicatori:
1. N. ingiunzioni emesse
Valori attesi:
1. almeno 500
`;

const P8 = `\
COMUNE DI SAN LEUCIO VESUVIANO
Città Metropolitana di Napoli
PIANO DELLE PERFORMANCE – ANNO 2025
Deliberazione G.M. n. 54 del 10/03/2025

AREA FINANZIARIA – Responsabile: Rag. capo dell'Area Finanziaria

1) Obiettivo: Bonifica della banca dati IMU | Peso: 25 | Scadenza: 30/09/2025
Indicatore: posizioni bonificate – Valore atteso: ≥ 800 posizioni
2) Obiettivo: Approvazione del bilancio consolidato | Peso: 25 | Scadenza: 30/09/2025
Indicatore: approvazione in Consiglio – Valore atteso: SI
3) Obiettivo: Piano di rientro dal disavanzo | Peso: 50 | Scadenza: trimestrale
Indicatore: relazione al revisore – Valore atteso: n. 4 relazioni

AREA TECNICA – Responsabile: Responsabile UTC

1) Obiettivo: Condono edilizio | Peso: 40 | Scadenza: 31/12/2025
Indicatore: pratiche definite – Valore atteso: n. 60 pratiche
2) Obiettivo: Piano urbanistico comunale | Peso: 40 | Scadenza: 31/07/2025
Indicatore: adozione in Giunta – Valore atteso: SI
4) Obiettivo: Demolizione opere abusive | Peso: 20
Indicatore: ordinanze eseguite – Valore atteso: > 2
`;

describe('Cards of labelled paragraphs', () => {
  it('with labels and values on one line, and with the value below its label', () => {
    expect(told(CARDS1)).toEqual([
      '# SETTORE AMMINISTRATIVO (Segretario comunale)',
      '1 | Digitalizzazione dello sportello al cittadino | 30 | 2025-03-31@30 2025-06-30@40 2025-09-30@30 | >=60%',
      '2 | Regolamento sul volontariato civico | 20 | 2025-10-31 | 2incontri',
      "4 | Riordino dell'archivio di deposito | 50 | FREQ=MONTHLY | >=40metri",
      "# AREA TECNICA (Responsabile dell'Area Tecnica)",
      '1 | Manutenzione straordinaria della viabilità comunale | 40 | 2025-04-30 2025-07-31 2025-11-15 | 3km',
      '2 | Efficientamento della pubblica illuminazione | 60 |  | -10%',
    ]);
  });

  it('of a centre of responsibility, all labels in capitals, weights as percentages', () => {
    expect(told(P1)).toEqual([
      '# CENTRO DI RESPONSABILITÀ N. 1 – SERVIZI GENERALI E DEMOGRAFICI (Funzionario EQ Servizi generali)',
      '1.1 | Revisione delle concessioni cimiteriali scadute | 25 | 2025-10-31 | >=90%',
      '1.2 | Toponomastica e numerazione civica | 35 | 2025-07-01/2025-12-31 | 1200',
      '1.3 | Sportello polifunzionale | 40 | 2025-04-30 2025-09-30 | ',
      '# CENTRO DI RESPONSABILITÀ N. 2 – SERVIZI TECNICI (Funzionario EQ Servizi tecnici)',
      '2.1 | Messa in sicurezza della scuola primaria | 60 | ?decreto di finanziamento 2025-11-30 | >=80%',
      '2.2 | Sfalcio dei cigli stradali | 30 | 2025-05-01/2025-10-31 | 3',
    ]);
  });

  it('that name their sector, with phases, weights of phases, and values listed as the indicators are', () => {
    expect(told(P2)).toEqual([
      '# I Settore - Affari Generali (Responsabile del I Settore)',
      '1 | Anticorruzione e trasparenza | 20 | 2024-02-29@40 2024-05-31@60 | 100% <=2',
      '2 | Formazione del personale | 30 | 2024-03-31 2024-12-15 | >=24ore',
      '# II Settore - Economico Finanziario (Responsabile del II Settore)',
      '1 | Riduzione dei tempi di pagamento | 50 | ?legge | <=0giorni',
      '2 | Riscossione coattiva | 50 | 2024-06-30 none | >=500',
    ]);
  });

  it('with several fields on a line, apart by "|" or by a dash', () => {
    expect(told(P8)).toEqual([
      "# AREA FINANZIARIA (Rag. capo dell'Area Finanziaria)",
      '1 | Bonifica della banca dati IMU | 25 | 2025-09-30 | >=800posizioni',
      '2 | Approvazione del bilancio consolidato | 25 | 2025-09-30 | ',
      '3 | Piano di rientro dal disavanzo | 50 | FREQ=MONTHLY;INTERVAL=3 | 4relazioni',
      '# AREA TECNICA (Responsabile UTC)',
      '1 | Condono edilizio | 40 | 2025-12-31 | 60pratiche',
      '2 | Piano urbanistico comunale | 40 | 2025-07-31 | ',
      '4 | Demolizione opere abusive | 20 |  | >2',
    ]);
  });
});
