/** What stands before the objectives: cover, index, recitals with laws and acts, method, tree, scores. */
import { boldCell, cell, type DocumentBlock } from './annex-document.js';
import type { ResolvedTown } from './resolved.js';
import type { FrontPart } from './style.js';

/** The parts of the style in their order. None of them holds an objective or a term of one. */
export const frontPages = (town: ResolvedTown): DocumentBlock[] =>
  town.style.front.flatMap((part) => PARTS[part](town));

const line = (text: string): DocumentBlock => ({ kind: 'line', text });
const centred = (text: string): DocumentBlock => ({ kind: 'line', text, centre: true, bold: true });

const PARTS: Readonly<Record<FrontPart, (town: ResolvedTown) => DocumentBlock[]>> = {
  cover: ({ town }) => [
    ...(town.actLine === null ? [] : [line(town.actLine), line('')]),
    centred(town.body.toUpperCase()),
    centred('Provincia di Valmezzana'),
    line(''),
    ...town.title.map(centred),
    line(''),
  ],
  index: ({ sectors }) => [
    { kind: 'heading', level: 2, text: 'Indice' },
    line('1. Premessa ........................................ 2'),
    line('2. Metodologia ..................................... 3'),
    ...sectors.map(({ name }, index) =>
      line(`${index + 3}. Obiettivi ${name} .................... ${index * 2 + 4}`),
    ),
    line(''),
  ],
  recitals: ({ town }) => [
    { kind: 'heading', level: 2, text: 'Premessa' },
    line(
      `Il presente documento è redatto ai sensi dell'art. 10 del D.Lgs. 27 ottobre 2009, n. 150, dell'art. 169 del D.Lgs. 18 agosto 2000, n. 267 e dell'art. 6 del D.L. 9 giugno 2021, n. 80, convertito dalla L. 6 agosto 2021, n. 113.`,
    ),
    line(
      `Con deliberazione del Consiglio Comunale n. 61 del 19/12/${town.year - 1} è stato approvato il bilancio di previsione ${town.year}-${town.year + 2}; con deliberazione della Giunta Comunale n. 3 del 11/01/${town.year} è stato approvato il Piano esecutivo di gestione, parte finanziaria.`,
    ),
    line(
      `Gli obiettivi dell'anno ${town.year} discendono dal Documento unico di programmazione e sono assegnati ai Responsabili titolari di incarico di Elevata Qualificazione.`,
    ),
    line(''),
  ],
  method: ({ town }) => [
    { kind: 'heading', level: 2, text: 'Metodologia' },
    line(
      `Ogni obiettivo è misurato con gli indicatori e i valori attesi riportati nelle schede. La valutazione è svolta dal Nucleo di valutazione secondo il Sistema di misurazione e valutazione della performance approvato con deliberazione G.C. n. 88 del 12/07/${town.year - 3}.`,
    ),
    {
      kind: 'bullet',
      text: 'performance organizzativa: fino a 40 punti',
    },
    { kind: 'bullet', text: 'performance individuale: fino a 60 punti' },
    line(''),
  ],
  tree: () => [
    { kind: 'heading', level: 2, text: 'Albero della performance' },
    line('Servizi rivolti ai cittadini e al territorio:'),
    { kind: 'bullet', text: 'Gestione dei servizi demografici' },
    { kind: 'bullet', text: "Sviluppo e tutela della cultura e dell'educazione" },
    { kind: 'bullet', text: 'Controllo e sviluppo della sicurezza' },
    line('Servizi interni di supporto:'),
    { kind: 'bullet', text: 'Affari generali' },
    { kind: 'bullet', text: 'Economia e finanza' },
    line(''),
  ],
  resources: ({ style, sectors }) => [
    { kind: 'heading', level: 2, text: 'Risorse assegnate' },
    {
      kind: 'table',
      widths: [5, 3, 3],
      head: [[boldCell('Struttura'), boldCell('Dipendenti'), boldCell('Stanziamento (euro)')]],
      body: [
        ...sectors.map(({ name }, index) => [
          cell(name),
          cell(String(index * 3 + 4)),
          cell(`${index + 1}.${312 + index * 45}.500,00`),
        ]),
        [boldCell('Totale'), cell(''), cell('9.870.000,00')],
      ],
      borders: style.borders,
    },
    line(''),
  ],
  monitoring: ({ town }) => [
    { kind: 'heading', level: 2, text: 'Monitoraggio e rendicontazione' },
    line(
      `Lo stato di attuazione è verificato con riferimento al 30 giugno e al 31 dicembre ${town.year}. Eventuali variazioni sono proposte alla Giunta entro il 30 novembre. La Relazione sulla performance è approvata entro il 30 giugno ${town.year + 1} e validata dal Nucleo di valutazione.`,
    ),
    line(''),
  ],
  scores: ({ style }) => [
    { kind: 'heading', level: 2, text: 'Fasce di valutazione' },
    {
      kind: 'table',
      widths: [5, 3, 3],
      head: [[boldCell('Grado di raggiungimento'), boldCell('Punteggio'), boldCell('Giudizio')]],
      body: [
        [cell('dal 90% al 100%'), cell('100'), cell('pienamente raggiunto')],
        [cell("dal 60% all'89%"), cell('75'), cell('parzialmente raggiunto')],
        [cell('inferiore al 60%'), cell('0'), cell('non raggiunto')],
      ],
      borders: style.borders,
    },
    line(''),
  ],
};
