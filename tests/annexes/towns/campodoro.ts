/** (d) and (e) A narrative drawn by chance: objectives told under headings, no weights. */
import type { TownDescription } from '../description.js';
import { drawnTown } from './drawn-town.js';

export const CAMPODORO: TownDescription = drawnTown(
  {
    id: 'campodoro',
    body: 'Comune di Campodoro Vecchio',
    kind: 'plan',
    year: 2027,
    act: 'G.C. n. 8 del 22/01/2027',
    actDate: '2027-01-22',
    actLine: 'Allegato alla deliberazione G.C. n. 8 del 22/01/2027',
    title: ['OBIETTIVI DI PERFORMANCE', 'ANNO 2027'],
    weights: 'none',
    style: {
      layout: 'narrative',
      labels: { indicator: 'Indicatore', phases: 'Fasi' },
      fields: ['title', 'indicator', 'phases'],
      number: 'OBIETTIVO {n}',
      numberJoin: ' – ',
      weight: '',
      upperTitles: true,
      sectorPlace: 'heading',
      sectorLine: 'SETTORE {s}',
      ownerLine: 'Responsabile del settore: {o}',
      clauses: 'paragraphs',
      borders: true,
      landscape: false,
      runOn: true,
      front: ['cover', 'tree', 'method'],
      footer: 'pag. {p} di {n}',
    },
    formats: {
      docx: { number: '{n}.', numberJoin: ' ', upperTitles: false },
      pdf: {},
      text: {},
      'text-aligned': { number: 'Ob. {n}', numberJoin: ' - ' },
    },
  },
  { seed: 20_270_122, sectors: 4, objectives: 4, when: 'phases', running: true, shared: 0 },
);
