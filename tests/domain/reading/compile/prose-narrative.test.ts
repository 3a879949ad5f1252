import { describe, expect, it } from 'vitest';
import { told } from './told.js';

const NARR1 = `\
Unione di Comuni Terre d'Acqua

PIAO 2025-2027 – Sottosezione 2.2 Performance
Annualità 2025

Approvato con deliberazione di Giunta n. 7 del 12.03.2025

Settore Affari Generali

1. Informatizzare lo sportello unico entro il 30 giugno (peso 20)
   - raccolta dei fabbisogni entro il 31 marzo;
   - affidamento entro il 15 maggio;
2. Aggiornare il regolamento per i contributi alle associazioni entro la fine dell'anno (peso 30)
   - confronto con la consulta nel secondo trimestre
3. Garantire la trasparenza (peso 50). Pubblicazione dei dati entro i termini di legge, con verifica
semestrale da parte del Nucleo di valutazione. Indicatore: percentuale di dati pubblicati; valore atteso: 100%.

Settore Economico Finanziario

1. Ridurre i tempi di pagamento dei fornitori (peso 60). Indice di tempestività non superiore a 0
giorni, monitoraggio trimestrale.
2. Recupero evasione IMU (peso 40): emissione di n. 300 avvisi di accertamento entro il 30 novembre.
`;

const P3 = `\
Comune di Borgo Alpino

Piano della performance 2025
allegato alla deliberazione della Giunta comunale n. 12 dd. 20.01.2025

Il presente documento descrive gli obiettivi assegnati ai servizi comunali. Non è prevista la
ponderazione degli obiettivi.

Servizio Segreteria

- Predisporre il regolamento per l'uso delle sale comunali entro il 30 aprile.
- Organizzare 2 serate informative sulla raccolta porta a porta.
- Aggiornare lo schedario dei contratti.

Servizio Finanziario

- Approvare il rendiconto 2024 entro il 30 aprile 2025.
- Inviare ai responsabili un report trimestrale sugli impegni di spesa.

Servizio Tecnico

- Appaltare i lavori del nuovo marciapiede entro la fine di giugno e ultimarli entro il 31 ottobre.
- Rilasciare i permessi di costruire entro i termini di legge.
- Redigere il piano neve entro il 15 novembre.

Borgo Alpino, 20 gennaio 2025
Il Segretario comunale
`;

const P4 = `\
COMUNE DI ROCCAMARE
PEG 2025 – OBIETTIVI DI PERFORMANCE
(Allegato B alla D.G.C. n. 8 del 30.01.2025)

AREA 1 – AMMINISTRATIVA

Obiettivo strategico 1 – Una città che ascolta (coefficiente 1,2)
Rafforzare il rapporto con i cittadini attraverso canali digitali e assemblee di quartiere.
- attivazione della app di segnalazione entro il 31 marzo;
- 4 assemblee di quartiere, una a trimestre;
- relazione finale alla Giunta entro il 20 dicembre.

Obiettivo strategico 2 – Cultura diffusa (coefficiente 1)
- programma della rassegna estiva entro maggio;
- apertura serale della biblioteca dal 1° luglio.

AREA 2 – TECNICA

Obiettivo strategico 1 – Mobilità dolce (coefficiente 1,5)
Realizzazione della ciclabile lungomare.
- approvazione del progetto esecutivo entro il 15 aprile;
- consegna dei lavori entro il 1° settembre.

Obiettivo strategico 2 – Decoro urbano (coefficiente 0,8)
- sostituzione di almeno n. 40 cestini
`;

const P6 = `\
Comune di Castelvecchio Monferrato

Piano della Performance 2025-2027 – annualità 2025

OBIETTIVI TRASVERSALI A TUTTI I SETTORI

Obiettivo trasversale 1 – RISPETTO DEI TEMPI DI PAGAMENTO – Peso 20
Indicatore: tempo medio ponderato di ritardo non superiore a 0 giorni al 31/12.

Obiettivo trasversale 2 – FORMAZIONE – Peso 10
Indicatore: almeno 40 ore annue per dipendente, con verifica entro il 30 settembre.

SETTORE AMMINISTRATIVO

RIORDINO DELL'ARCHIVIO STORICO – Peso 30
Scarto, condizionamento e inventario della serie dei catasti, con relazione alla Soprintendenza entro
il 30 giugno; consultazione su appuntamento dal 1° settembre.

BANDO PER IL COMMERCIO DI PROSSIMITÀ – Peso 40
Pubblicazione del bando entro il 28 febbraio, istruttoria delle domande entro 60 giorni dalla chiusura del
bando.

SETTORE TECNICO

MANUTENZIONE DEL VERDE PUBBLICO – Peso 35
Almeno 6 tagli l'anno nelle aree gioco.

PIANO REGOLATORE CIMITERIALE – Peso 35
Adozione entro il 31/12/2025.
`;

const P7 = `\
Unione dei Comuni della Valle Serena
Piano Integrato di Attività e Organizzazione 2026-2028
Sezione 2.2 – Performance – anno 2026

Sommario
1. Premessa
2. Metodologia
3. Obiettivi

1. Premessa
Il Piano è redatto ai sensi dell'art. 6 del D.L. 80/2021 e del D.M. 132/2022. Gli obiettivi sono assegnati
entro il 31 gennaio di ogni anno.

2. Metodologia
Ogni obiettivo è pesato. La valutazione avviene su una scala da 1 a 5:
1. insufficiente
2. sufficiente
3. buono

3. Obiettivi

3.1 Area Affari generali
Responsabile: Segretario dell'Unione

3.1.1 Gestione associata del protocollo (peso: 30/100)
Il protocollo informatico viene unificato tra i quattro comuni. Indicatore: comuni migrati sul nuovo
applicativo. Target: 4. Scadenza: 30 giugno 2026.

3.1.2 Convenzione per la centrale di committenza (peso: 70/100)
Si procede alla stipula della convenzione con la Provincia e alla formazione del personale addetto.
Indicatore: convenzione stipulata entro il 31/03/2026. Target: sì.

3.2 Area Polizia locale
Responsabile: Comandante del Corpo unico

3.2.1 Controllo di vicinato (peso: 50/100)
Attivazione di gruppi nelle frazioni, con incontri a cadenza bimestrale. Indicatore: gruppi attivi. Target: >= 5.

3.2.2 Videosorveglianza (peso: 45/100)
Sostituzione delle telecamere obsolete entro il terzo trimestre 2026. Indicatore: telecamere sostituite. Target: 18.

4. Monitoraggio
Il monitoraggio è semestrale, al 30 giugno e al 31 dicembre.
`;

const Q2 = `\
COMUNE DI MONTE SANT'ELPIDIO
Ciclo della performance - Piano 2025/2027

PARTE SECONDA – GLI OBIETTIVI DEL 2025

A) OBIETTIVI DI ENTE

A.1 Rispetto dei tempi di pagamento (punti 15)
Responsabili: tutti i titolari di EQ.
Target: indicatore di tempestività dei pagamenti pari a 0 o negativo al 31 dicembre.

A.2 Piano triennale della formazione (punti 5)
Target: 40 ore per ciascun dipendente.

B) OBIETTIVI DEI SETTORI

I SETTORE: AFFARI ISTITUZIONALI
(Responsabile: Vice Segretario)

B.1 Nuovo sito istituzionale (punti 50)
Pubblicazione del nuovo sito conforme alle linee guida AgID entro il 30/06/2025. Migrazione degli
archivi entro il 30/09/2025.

B.2 Statuto e regolamenti (punti 30)
Revisione del regolamento del Consiglio comunale; presentazione alla Commissione entro ottobre.

II SETTORE: LAVORI PUBBLICI
(Responsabile: Capo Settore LL.PP.)

B.3 Ciclovia del fiume (punti 45)
Conclusione dei lavori entro il termine fissato dalla Regione. Rendicontazione entro 60 giorni dal
collaudo.

B.4 Efficienza della depurazione (punti 35)
Controlli quindicinali; relazione annuale entro il 31/01/2026.
`;

describe('Objectives told in a narrative', () => {
  it('numbered, with the steps as bullets below', () => {
    expect(told(NARR1)).toEqual([
      '# Settore Affari Generali',
      '1 | Informatizzare lo sportello unico entro il 30 giugno | 20 | 2025-06-30 2025-03-31 2025-05-15 | ',
      "2 | Aggiornare il regolamento per i contributi alle associazioni entro la fine dell'anno | 30 | 2025-01-01/2025-12-31 2025-04-01/2025-06-30 | ",
      '3 | Garantire la trasparenza | 50 | ?legge FREQ=MONTHLY;INTERVAL=6 | 100%',
      '# Settore Economico Finanziario',
      '1 | Ridurre i tempi di pagamento dei fornitori | 60 | FREQ=MONTHLY;INTERVAL=3 | ',
      '2 | Recupero evasione IMU | 40 | 2025-11-30 | ',
    ]);
  });

  it('as items under the name of a service, without weights', () => {
    expect(told(P3)).toEqual([
      '# Servizio Segreteria',
      "- | Predisporre il regolamento per l'uso delle sale comunali entro il 30 aprile | - | 2025-04-30 | ",
      '# Servizio Finanziario',
      '- | Approvare il rendiconto 2024 entro il 30 aprile 2025. | - | 2025-04-30 | ',
      '- | Inviare ai responsabili un report trimestrale sugli impegni di spesa | - | FREQ=MONTHLY;INTERVAL=3 | ',
      '# Servizio Tecnico',
      '- | Appaltare i lavori del nuovo marciapiede entro la fine di giugno e ultimarli entro il 31 ottobre | - | 2025-06-30 2025-10-31 | ',
      '- | Rilasciare i permessi di costruire entro i termini di legge | - | ?legge | ',
      '- | Redigere il piano neve entro il 15 novembre | - | 2025-11-15 | ',
    ]);
  });

  it('with factors for weights and actions as bullets', () => {
    expect(told(P4)).toEqual([
      '# AREA 1 – AMMINISTRATIVA',
      '1 | Una città che ascolta | 1.2 | 2025-03-31 2025-12-20 | ',
      '2 | Cultura diffusa | 1 | 2025-05-31 2025-07-01:start-window | ',
      '# AREA 2 – TECNICA',
      '1 | Mobilità dolce | 1.5 | 2025-04-15 2025-09-01 | ',
      '2 | Decoro urbano | 0.8 |  | ',
    ]);
  });

  it('common to all sectors, then as titles with their weight', () => {
    expect(told(P6)).toEqual([
      '# SETTORE AMMINISTRATIVO',
      '1 | RISPETTO DEI TEMPI DI PAGAMENTO | 20* | 2025-12-31:as-of | <=0giorni',
      '2 | FORMAZIONE | 10* | 2025-09-30 | >=40ore',
      "- | RIORDINO DELL'ARCHIVIO STORICO | 30 | 2025-06-30 2025-09-01:start-window | ",
      '- | BANDO PER IL COMMERCIO DI PROSSIMITÀ | 40 | 2025-02-28 P60D | ',
      '# SETTORE TECNICO',
      '1 | RISPETTO DEI TEMPI DI PAGAMENTO | 20* | 2025-12-31:as-of | <=0giorni',
      '2 | FORMAZIONE | 10* | 2025-09-30 | >=40ore',
      '- | MANUTENZIONE DEL VERDE PUBBLICO | 35 |  | ',
      '- | PIANO REGOLATORE CIMITERIALE | 35 | 2025-12-31 | ',
    ]);
  });

  it('in numbered sections, after premises and a scale of votes', () => {
    expect(told(P7)).toEqual([
      "# Area Affari generali (Segretario dell'Unione)",
      '3.1.1 | Gestione associata del protocollo | 30 | 2026-06-30 | 4',
      '3.1.2 | Convenzione per la centrale di committenza | 70 | 2026-03-31 | ',
      '# Area Polizia locale (Comandante del Corpo unico)',
      '3.2.1 | Controllo di vicinato | 50 | FREQ=MONTHLY;INTERVAL=2 | >=5',
      '3.2.2 | Videosorveglianza | 45 | 2026-07-01/2026-09-30 | 18',
    ]);
  });

  it('numbered by letters through all the sectors, with points', () => {
    expect(told(Q2)).toEqual([
      '# I SETTORE: AFFARI ISTITUZIONALI (Vice Segretario)',
      'A.1 | Rispetto dei tempi di pagamento | 15* | 2025-12-31:as-of | 0',
      'A.2 | Piano triennale della formazione | 5* |  | 40ore',
      'B.1 | Nuovo sito istituzionale | 50 | 2025-06-30 2025-09-30 | ',
      'B.2 | Statuto e regolamenti | 30 | 2025-10-31 | ',
      '# II SETTORE: LAVORI PUBBLICI (Capo Settore LL.PP.)',
      'A.1 | Rispetto dei tempi di pagamento | 15* | 2025-12-31:as-of | 0',
      'A.2 | Piano triennale della formazione | 5* |  | 40ore',
      'B.3 | Ciclovia del fiume | 45 | ?Regione P60D | ',
      'B.4 | Efficienza della depurazione | 35 | FREQ=WEEKLY;INTERVAL=2 2026-01-31 | ',
    ]);
  });
});
