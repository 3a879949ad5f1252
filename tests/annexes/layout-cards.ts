/** One card for each objective, layout (b): a table of two or four columns, or labelled paragraphs. */
import { boldCell, cell, type DocumentBlock, type DocumentCell } from './annex-document.js';
import { fieldTexts, italian, type Place, titleText } from './field-text.js';
import { sectorHeading, sharedSection } from './layout-headings.js';
import { named, objectivesOf } from './layout-table.js';
import type { ResolvedObjective, ResolvedTown } from './resolved.js';
import type { Field, Style } from './style.js';

/** The objectives as cards under the headings of their sectors. */
export function cardLayout(town: ResolvedTown): DocumentBlock[] {
  const { style, sectors } = town;
  const short = new Map(sectors.map((sector) => [sector.key, sector.short]));
  return [
    ...sharedSection(town, (shared) => shared.flatMap((one) => card(named(one, short), null, style))),
    ...sectors.flatMap((sector) => [
      ...sectorHeading(style.sectorPlace === 'row' ? null : sector, style),
      ...objectivesOf(sector, town).flatMap((one) => card(one, sector, style)),
    ]),
  ];
}

function card(one: ResolvedObjective, place: Place, style: Style): DocumentBlock[] {
  const heading: DocumentBlock[] =
    style.cardHeading === undefined
      ? []
      : [{ kind: 'heading', level: 3, text: style.cardHeading.replace('{n}', one.number ?? '').trim() }];
  return [...heading, ...cardBody(one, place, style), { kind: 'line', text: '' }];
}

function cardBody(one: ResolvedObjective, place: Place, style: Style): DocumentBlock[] {
  if (style.card === 'two') return [twoColumns(one, place, style)];
  if (style.card === 'four') return [fourColumns(one, place, style)];
  return paragraphs(one, place, style);
}

const label = (field: Field, style: Style): string => style.labels[field] ?? field;

function fieldsOf(one: ResolvedObjective, place: Place, style: Style): { field: Field; text: string[] }[] {
  return style.fields
    .filter((field) => field !== 'title' || style.cardTitleRow !== true)
    .map((field) => ({ field, text: fieldTexts(field, one, place, style) }))
    .filter(({ text }) => text.length > 0);
}

function titleRow(one: ResolvedObjective, place: Place, style: Style, columns: number): DocumentCell[][] {
  return style.cardTitleRow === true ? [[boldCell(titleText(one, place, style), { columns })]] : [];
}

function twoColumns(one: ResolvedObjective, place: Place, style: Style): DocumentBlock {
  const body = fieldsOf(one, place, style).map(({ field, text }) => [
    boldCell(label(field, style)),
    { text },
  ]);
  return { kind: 'table', widths: [3, 9], head: [], body, borders: style.borders };
}

/** Short fields go two in a row; long ones take the row, and phases are a little table at the end. */
function fourColumns(one: ResolvedObjective, place: Place, style: Style): DocumentBlock {
  const short = ['number', 'weight', 'owner', 'times', 'sector', 'result'];
  const inGrid: readonly Field[] =
    style.indicatorGrid === true ? ['phases', 'indicator', 'target'] : ['phases'];
  const fields = style.fields.filter((field) => !inGrid.includes(field));
  const rows: DocumentCell[][] = [];
  let half: DocumentCell[] | null = null;
  for (const { field, text } of fieldsOf(one, place, { ...style, fields })) {
    const head = boldCell(label(field, style));
    if (!short.includes(field)) {
      rows.push([head, { text, columns: 3 }]);
    } else if (half === null) {
      half = [head, { text }];
      rows.push(half);
    } else {
      half.push(head, { text });
      half = null;
    }
  }
  const body = rows.map((row) => (row.length === 2 && row[1]?.columns === undefined ? widened(row) : row));
  return {
    kind: 'table',
    widths: [2, 4, 2, 4],
    head: [],
    body: [
      ...titleRow(one, place, style, 4),
      ...body,
      ...indicatorRows(one, style),
      ...phaseRows(one, style),
    ],
    borders: style.borders,
  };
}

function indicatorRows(one: ResolvedObjective, style: Style): DocumentCell[][] {
  if (style.indicatorGrid !== true || one.indicators.length === 0) return [];
  return [
    [boldCell(label('indicator', style), { columns: 3 }), boldCell(label('target', style))],
    ...one.indicators.map(({ text, value }) => [cell(text, { columns: 3 }), cell(value)]),
  ];
}

const widened = (row: readonly DocumentCell[]): DocumentCell[] =>
  row.map((one, index) => (index === 1 ? { ...one, columns: 3 } : one));

function phaseRows(one: ResolvedObjective, style: Style): DocumentCell[][] {
  if (!style.fields.includes('phases') || one.phases.length === 0) return [];
  const weighed = one.phases.some(({ weight }) => weight !== null);
  return [
    [
      boldCell(label('phases', style), { columns: 2 }),
      boldCell('Tempi', weighed ? {} : { columns: 2 }),
      ...(weighed ? [boldCell('Peso fase')] : []),
    ],
    ...one.phases.map((phase, index) => [
      cell(`${index + 1}. ${phase.text}`, { columns: 2 }),
      cell(phase.when, weighed ? {} : { columns: 2 }),
      ...(weighed ? [cell(phase.weight === null ? '' : `${italian(phase.weight)}%`)] : []),
    ]),
  ];
}

function paragraphs(one: ResolvedObjective, place: Place, style: Style): DocumentBlock[] {
  return fieldsOf(one, place, style).flatMap(({ field, text }): DocumentBlock[] => {
    const words = label(field, style);
    const [first = ''] = text;
    if (text.length === 1 && style.card === 'paragraphs') {
      return [{ kind: 'line', text: `${words}: ${first}`, bold: field === 'title' }];
    }
    const below = text.map(
      (item): DocumentBlock =>
        text.length === 1 || item.startsWith('- ')
          ? { kind: 'line', text: item }
          : { kind: 'bullet', text: item },
    );
    return [{ kind: 'line', text: style.card === 'paragraphs' ? `${words}:` : words, bold: true }, ...below];
  });
}
