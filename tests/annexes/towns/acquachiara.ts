/** (a) One table for the whole town, the sector merged over its rows, no numbers, percentages, misprints. */
import type { TownDescription } from '../description.js';

export const ACQUACHIARA: TownDescription = {
  id: 'acquachiara',
  body: 'Comune di Acquachiara Terme',
  kind: 'plan',
  year: 2025,
  act: 'G.C. n. 5 del 24/01/2025',
  actDate: '2025-01-24',
  actLine: 'ALLEGATO 1 ALLA DELIBERA G.C. n. 5 del 24/01/2025',
  title: ['Piano della performance 2025', 'Quadro riepilogativo degli obiettivi'],
  weights: 'points',
  shared: [],
  sectors: [
    {
      key: 'amm',
      name: 'Area Amministrativa',
      owner: 'Vicesegretario',
      objectives: [
        {
          title: 'Piano triennale dei fabbisogni di personale',
          weight: 25,
          indicators: [
            'Approvazione del piano [entro il 31.03.2025|03-31]',
            'Conclusione dei concorsi [entro il 31.12.25|12-31]',
          ],
        },
        {
          title: 'Regolamento per lo smart working',
          weight: 20,
          indicators: ['Trasmisione della bozza alle OO.SS. [entro aprile|me 04]'],
        },
        {
          title: 'Accesibilità del sito istituzionale',
          weight: 30,
          indicators: [
            'Pubblicazione della dichiarazione [entro il 23 settembre 2025|09-23]',
            'Errori corretti: almeno il 90% {90 % >=}',
          ],
        },
        {
          title: 'Carta dei servizi',
          weight: 25,
          indicators: [
            'Pubblicazione della carta [entro 45 gg. dalla deliberazione di approvazione|rel P45D deliberazione di approvazione]',
          ],
        },
      ],
    },
    {
      key: 'fin',
      name: 'Area Finanziaria',
      owner: 'Responsabile di Ragioneria',
      objectives: [
        {
          title: 'Rispetto dei tempi medi di pagamento',
          weight: 30,
          indicators: [
            'Indicatore annuale [al 31 dicembre 2025|asof 12-31] minore o uguale a 0 giorni {0 giorni <=}',
          ],
        },
        {
          title: 'Imposta di soggiorno: controlli sulle strutture ricettive',
          weight: 40,
          indicators: [
            'Strutture controllate: 30 strutture {30 strutture}',
            'Report alla Giunta [3 volte all’anno|r FREQ=MONTHLY;INTERVAL=4]',
          ],
        },
        {
          title: 'Partecipazioni societarie',
          weight: 20,
          indicators: [
            'Razionalizzazione delle partecipate [entro il 31/11/2025|bad]',
            'Relazione al Consiglio [entro novembre|me 11]',
          ],
        },
      ],
    },
    {
      key: 'tec',
      name: 'Area Tecnica e Termale',
      owner: 'Responsabile UTC',
      objectives: [
        {
          title: 'Concessione dello stabilimento termale',
          weight: 50,
          indicators: [
            'Pubblicazione del bando [entro il primo semestre|p 01-01..06-30]',
            'Stipula [entro 60 giorni dall’aggiudicazione|rel P60D aggiudicazione]',
          ],
        },
        {
          title: 'Censimento delle barriere architettoniche (PEBA)',
          weight: 50,
          indicators: ['Edifici rilevati: non meno di 12 {12 >=}'],
        },
      ],
    },
  ],
  style: {
    layout: 'table',
    labels: {
      sector: 'AREA',
      owner: 'RESPONSABILE',
      title: 'OBIETTIVO OPERATIVO',
      indicator: 'INDICATORI DI RISULTATO',
      weight: 'PESO %',
    },
    fields: ['sector', 'owner', 'title', 'indicator', 'weight'],
    widths: [2, 2.2, 4, 6, 1.3],
    number: '{n}',
    weight: '{w}%',
    sectorPlace: 'merged',
    sectorLine: '{s}',
    ownerLine: null,
    clauses: 'dashes',
    borders: true,
    landscape: true,
    front: ['cover', 'resources'],
    footer: 'Comune di Acquachiara Terme – {p}',
    closing: ['', 'N.B. I pesi sono espressi in percentuale sul totale di ciascuna Area.'],
  },
  formats: {
    docx: {},
    pdf: { borders: false, sectorPlace: 'column', landscape: false },
    'pdf-browser': {},
    xlsx: { typedCells: true },
    'text-aligned': { sectorPlace: 'column', hyphens: true, windows1252: true },
  },
};
