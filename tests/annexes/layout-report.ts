/** The report grid with results, layout (g): structure objectives with a line a sector, then the sectors' table. */
import { boldCell, type DocumentBlock, type DocumentCell } from './annex-document.js';
import { fieldTexts, indicatorTexts, italian, titleText, weightText } from './field-text.js';
import { tableLayout } from './layout-table.js';
import type { ResolvedObjective, ResolvedTown } from './resolved.js';

/** As the tables of a plan, with a grid for what all sectors share. */
export function reportLayout(town: ResolvedTown): DocumentBlock[] {
  const { style, shared } = town;
  if (style.sharedPlace === 'repeated' || shared.length === 0) return tableLayout(town);
  return [
    { kind: 'break', sheet: 'Obiettivi di struttura' },
    { kind: 'heading', level: 2, text: style.sharedHeading ?? 'Obiettivi di struttura' },
    {
      kind: 'table',
      widths: [4, 6, 2],
      head: [
        [
          boldCell(style.sharedHeading ?? 'Obiettivi di struttura'),
          boldCell(style.labels.indicator ?? 'Indicatore'),
          boldCell(style.labels.result ?? 'Grado di raggiungimento'),
        ],
      ],
      body: shared.map((one) => sharedRow(one, town)),
      borders: style.borders,
    },
    { kind: 'line', text: '' },
    ...tableLayout({ ...town, shared: [] }),
  ];
}

function sharedRow(one: ResolvedObjective, { style, sectors }: ResolvedTown): DocumentCell[] {
  const of = sectors.filter(({ key }) => one.sectors.includes(key));
  const weight = weightText(Object.values(one.weights)[0], style);
  const { weightInTitle: _, ...rest } = style;
  // A number with a column of its own has nothing that joins it to the title.
  const join = style.fields.includes('number')
    ? { numberJoin: /[.)]$/.test(style.number) ? ' ' : ' – ' }
    : {};
  const titled = { ...rest, ...join, fields: [] };
  return [
    {
      text: [
        titleText(one, null, titled),
        ...(weight === '' ? [] : [`Peso ${weight.replace(/^peso /i, '')}`]),
      ],
    },
    {
      text: [
        ...indicatorTexts(one, { ...style, fields: [] }),
        ...fieldTexts('times', one, null, style),
        'Si è valutata la seguente percentuale di raggiungimento:',
        ...of.map(({ short }) => `per il Settore ${short}`),
      ],
    },
    { text: of.map(({ key }) => `${italian(one.results[key] ?? 0)} %`) },
  ];
}
