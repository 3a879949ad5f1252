/** A way of printing drawn by chance: layout, words of the labels, notations, places. */
import type { Chance } from '../random.js';
import type { AnnexLayout, Field, FrontPart, Style } from '../style.js';

const LABELS: Readonly<Partial<Record<Field, readonly string[]>>> = {
  sector: [
    'Settore',
    'Area',
    'Servizio',
    'Struttura',
    'Direzione',
    'Centro di responsabilità',
    'Unità organizzativa',
  ],
  owner: [
    'Responsabile',
    'Dirigente',
    'Responsabile del servizio',
    'Titolare E.Q.',
    'Referente',
    'Responsabile apicale',
  ],
  number: ['N.', 'N°', 'Nr.', 'Cod.', 'Codice obiettivo', 'Obiettivo n.', 'Ob. n.', 'Rif.'],
  title: [
    'Obiettivo',
    'Titolo obiettivo',
    'Denominazione obiettivo',
    'Obiettivo operativo',
    'Obiettivo gestionale',
    'Oggetto',
    'Obiettivi di performance',
    'OBIETTIVI ASSEGNATI',
  ],
  weight: [
    'Peso',
    'PESO',
    'Peso %',
    'Pesatura',
    'Peso obiettivo',
    'Ponderazione',
    'Peso attribuito',
    'Peso assegnato',
  ],
  indicator: [
    'Indicatore',
    'Indicatori',
    'Indicatore di risultato',
    'Indicatori di performance',
    'Parametro di valutazione',
    'Indicatori di misurazione',
    'KPI',
  ],
  target: [
    'Target',
    'Valore atteso',
    'Risultato atteso',
    'Valore obiettivo',
    'Livello atteso',
    'Valore target',
  ],
  times: [
    'Tempi',
    'Scadenza',
    'Termine',
    'Tempistica',
    'Data di scadenza',
    'Tempi di attuazione',
    'Termini di realizzazione',
  ],
  phases: [
    'Fasi',
    'Fasi e tempi',
    'Azioni',
    'Attività',
    'Fasi di realizzazione',
    'Cronoprogramma',
    'Fasi operative',
  ],
  result: [
    '% raggiungimento',
    'Grado di raggiungimento',
    'Risultato raggiunto',
    'Percentuale di realizzazione',
  ],
};

const WIDTHS: Readonly<Partial<Record<Field, number>>> = {
  sector: 2.4,
  owner: 2.4,
  number: 1.1,
  weight: 1.6,
  title: 4.5,
  indicator: 4,
  target: 2.4,
  times: 2.6,
  phases: 5,
  result: 2,
};

const LONG_MONTHS = [
  'Gen.',
  'Feb.',
  'Mar.',
  'Apr.',
  'Mag.',
  'Giu.',
  'Lug.',
  'Ago.',
  'Set.',
  'Ott.',
  'Nov.',
  'Dic.',
];
const FRONT: readonly FrontPart[] = [
  'index',
  'recitals',
  'method',
  'tree',
  'scores',
  'resources',
  'monitoring',
];
const INITIALS = [...'GFMAMGLASOND'];

export type DrawnWeights = 'points' | 'multiplier' | 'none';

/** What a style must print. */
export interface ToPrint {
  readonly layout: AnnexLayout;
  readonly weights: DrawnWeights;
  readonly when: 'times' | 'phases' | 'marks';
  readonly body: string;
  readonly year: number;
}

/** A style that prints all of it. */
export function drawnStyle(chance: Chance, print: ToPrint): Style {
  const { layout } = print;
  const labels = Object.fromEntries(
    Object.entries(LABELS).map(([field, words]) => [field, chance.one(words)]),
  );
  if (layout === 'cards' && /^obiettivi/i.test(labels['title'] ?? '')) labels['title'] = 'Obiettivo';
  const numberInTitle = layout === 'narrative' || chance.below(2) === 0;
  const weightInTitle = print.weights !== 'none' && (layout === 'narrative' || chance.below(4) === 0);
  const sectorPlace = drawnSectorPlace(chance, layout);
  const ownerInField = layout !== 'narrative' && chance.below(3) === 0;
  const fields = drawnFields(chance, print, { numberInTitle, weightInTitle, sectorPlace, ownerInField });
  const months =
    print.when === 'marks'
      ? { months: chance.one([INITIALS, LONG_MONTHS]), mark: chance.one(['X', 'x']) }
      : {};
  return {
    layout,
    labels,
    fields,
    widths: fields.map((field) => WIDTHS[field] ?? 3),
    ...drawnNotations(chance, print.weights, { numberInTitle, weightInTitle }),
    upperTitles: chance.below(3) === 0,
    sectorPlace,
    sectorLine: chance.one([
      'SETTORE {s}',
      'Settore: {s}',
      '{s}',
      'AREA: {s}',
      'Servizio {s}',
      'STRUTTURA: {s}',
    ]),
    ownerLine: ownerInField
      ? null
      : chance.one([
          'Responsabile: {o}',
          'Dirigente: {o}',
          'RESPONSABILE: {o}',
          'Responsabile del settore: {o}',
        ]),
    sharedPlace: 'section',
    sharedHeading: chance.one([
      'Obiettivi comuni a tutti i settori',
      'OBIETTIVI DI STRUTTURA (per tutti i settori)',
      'Obiettivi trasversali a tutta la struttura',
    ]),
    ...(layout === 'cards' ? { card: chance.one(['two', 'four', 'paragraphs'] as const) } : {}),
    ...months,
    ...(layout === 'table' && print.weights === 'points' && chance.below(2) === 0 ? { total: 'TOTALE' } : {}),
    clauses: chance.one(['joined', 'paragraphs', 'dashes']),
    borders: layout === 'narrative' || chance.below(4) > 0,
    landscape: layout === 'months' || (layout === 'table' && chance.below(3) > 0),
    runOn: chance.below(2) === 0,
    front: ['cover', ...chance.shuffled(FRONT).slice(0, 3)],
    ...(chance.below(2) === 0 ? { header: `${print.body} – anno ${print.year}` } : {}),
    footer: chance.one(['{p}', 'Pagina {p} di {n}', '- {p} -', 'pag. {p}']),
    hyphens: chance.below(2) === 0,
    curly: chance.below(2) === 0,
    windows1252: chance.below(3) === 0,
    sheetPerSector: chance.below(2) === 0,
    typedCells: chance.below(2) === 0,
  };
}

function drawnSectorPlace(chance: Chance, layout: AnnexLayout): Style['sectorPlace'] {
  return layout === 'table' || layout === 'report'
    ? chance.one(['heading', 'heading', 'column', 'merged', 'row'])
    : 'heading';
}

interface Places {
  readonly numberInTitle: boolean;
  readonly weightInTitle: boolean;
  readonly sectorPlace: Style['sectorPlace'];
  readonly ownerInField: boolean;
}

function drawnFields(chance: Chance, print: ToPrint, places: Places): Field[] {
  const weight: Field[] = print.weights === 'none' || places.weightInTitle ? [] : ['weight'];
  const early = chance.below(2) === 0;
  const ofSector: Field[] =
    places.sectorPlace === 'column' || places.sectorPlace === 'merged' ? ['sector'] : [];
  return [
    ...ofSector,
    ...(places.numberInTitle ? [] : (['number'] as const)),
    'title',
    ...(places.ownerInField ? (['owner'] as const) : []),
    ...(early ? weight : []),
    'indicator',
    ...(chance.below(3) > 0 && print.layout !== 'narrative' ? (['target'] as const) : []),
    ...(print.when === 'times' ? (['times'] as const) : []),
    ...(print.when === 'phases' ? (['phases'] as const) : []),
    ...(early ? [] : weight),
    ...(print.layout === 'report' ? (['result'] as const) : []),
  ];
}

function drawnNotations(
  chance: Chance,
  weights: DrawnWeights,
  { numberInTitle, weightInTitle }: Pick<Places, 'numberInTitle' | 'weightInTitle'>,
): Pick<Style, 'number' | 'numberJoin' | 'weight' | 'weightInTitle'> {
  const [number = '', numberJoin = ''] = numberInTitle
    ? chance.one([
        ['{n}.', ' '],
        ['{n})', ' '],
        ['Obiettivo n. {n}', ' – '],
        ['OBIETTIVO {n}', ': '],
        ['OB. {n}', ' - '],
        ['Ob. n. {n}', ' '],
        ['Obiettivo {n}', ' – '],
      ] as const)
    : [chance.one(['{n}', 'OB {n}', '{n}.'])];
  const inField =
    weights === 'multiplier' ? ['{w}', 'x {w}'] : ['{w}', '{w}%', '{w} %', '{w}/100', '{w} punti'];
  if (!weightInTitle) return { number, numberJoin, weight: chance.one(inField) };
  const [before = '', weight = ''] =
    weights === 'multiplier'
      ? chance.one([
          [' – ', 'peso x {w}'],
          [' (', 'peso x {w})'],
        ] as const)
      : chance.one([
          [' – ', 'Peso {w}'],
          [' (', 'peso {w}%)'],
          [' – ', 'PESO {w}/100'],
          [' (', 'Peso: {w} punti)'],
        ] as const);
  return { number, numberJoin, weight, weightInTitle: before };
}
