/** Tables of objectives, one row each (or one row an indicator): layouts (a), (e), (f) and (g). */
import { boldCell, cell, type DocumentBlock, type DocumentCell } from './annex-document.js';
import { fieldTexts, italian, type Place } from './field-text.js';
import { sectorHeading, sharedSection } from './layout-headings.js';
import type { ResolvedObjective, ResolvedSector, ResolvedTown } from './resolved.js';
import type { Field, Style } from './style.js';
import { exactSum } from './truth.js';

/** The objectives as tables: one a sector, or one of all where the sector is a column or a row. */
export function tableLayout(town: ResolvedTown): DocumentBlock[] {
  const { style } = town;
  const shared = sharedSection(town, (objectives) => [sharedTable(objectives, town)]);
  if (style.sectorPlace === 'heading' || style.sectorPlace === 'sheet') {
    return [
      ...shared,
      ...town.sectors.flatMap((sector) => [
        ...sectorHeading(sector, style),
        table([...rowsOf(sector, town), ...totalRow(sector, town)], style),
        ...(style.sectorNote === undefined ? [] : [{ kind: 'line' as const, text: style.sectorNote }]),
      ]),
    ];
  }
  const rows = town.sectors.flatMap((sector) => [
    ...(style.sectorPlace === 'row' ? sectorRows(sector, style) : []),
    ...rowsOf(sector, town),
    ...totalRow(sector, town),
  ]);
  return [...shared, ...(shared.length === 0 ? sectorHeading(null, style) : []), table(rows, style)];
}

function table(body: readonly (readonly DocumentCell[])[], style: Style): DocumentBlock {
  const head = style.fields.map((field) => boldCell(style.labels[field] ?? field, { centre: true }));
  const widths = style.widths ?? style.fields.map(() => 3);
  return { kind: 'table', widths, head: [head], body, borders: style.borders };
}

/** The same columns without those that speak of one sector only. */
function sharedTable(
  objectives: readonly ResolvedObjective[],
  { style, sectors }: ResolvedTown,
): DocumentBlock {
  const kept = style.fields.map((field, index) => ({ field, width: style.widths?.[index] ?? 3 }));
  const columns = kept.filter(({ field }) => field !== 'sector' && field !== 'owner');
  const own: Style = {
    ...style,
    fields: columns.map(({ field }) => field),
    widths: columns.map(({ width }) => width),
  };
  const short = new Map(sectors.map((sector) => [sector.key, sector.short]));
  const rows = objectives.flatMap((one) => objectiveRows(named(one, short), null, own));
  return table(rows, own);
}

/** Weights by the sectors' printed names instead of their keys. */
export const named = (one: ResolvedObjective, short: ReadonlyMap<string, string>): ResolvedObjective => ({
  ...one,
  weights: Object.fromEntries(
    Object.entries(one.weights).map(([key, weight]) => [short.get(key) ?? key, weight]),
  ),
});

function rowsOf(sector: ResolvedSector, town: ResolvedTown): DocumentCell[][] {
  const { style } = town;
  const rows = objectivesOf(sector, town).flatMap((one) => objectiveRows(one, sector, style));
  if (style.sectorPlace !== 'merged') return rows;
  const at = style.fields.indexOf('sector');
  return rows.map((row, index) =>
    index > 0
      ? row.filter((_, column) => column !== at)
      : row.map((one, column) => (column === at ? { ...one, rows: rows.length } : one)),
  );
}

/** The sector's own objectives, after the shared ones where these are repeated in each sector. */
export function objectivesOf(sector: ResolvedSector, { style, shared }: ResolvedTown): ResolvedObjective[] {
  const repeated = style.sharedPlace === 'repeated' ? shared : [];
  return [...repeated.filter((one) => one.sectors.includes(sector.key)), ...sector.objectives];
}

function objectiveRows(one: ResolvedObjective, place: Place, style: Style): DocumentCell[][] {
  const lines = style.clauses === 'rows' ? Math.max(1, one.indicators.length) : 1;
  const first = style.fields.map((field) => ({
    ...fieldCell(field, one, place, style, lines > 1 ? 0 : null),
    ...(lines > 1 && !isOfIndicator(field) ? { rows: lines } : {}),
  }));
  const merged = style.sectorPlace === 'merged' ? style.fields.indexOf('sector') : -1;
  const others = Array.from({ length: lines - 1 }, (_, index) =>
    style.fields.flatMap((field, column) =>
      isOfIndicator(field) || column === merged ? [fieldCell(field, one, place, style, index + 1)] : [],
    ),
  );
  return [first, ...others];
}

const isOfIndicator = (field: Field): boolean => field === 'indicator' || field === 'target';

function fieldCell(
  field: Field,
  one: ResolvedObjective,
  place: Place,
  style: Style,
  indicator: number | null,
): DocumentCell {
  const centre = ['number', 'weight', 'target', 'result', 'times'].includes(field);
  const only = indicator === null ? null : one.indicators[indicator];
  const item = only === null || only === undefined ? one : { ...one, indicators: [only] };
  return { text: fieldTexts(field, item, place, style), centre };
}

function sectorRows(sector: ResolvedSector, style: Style): DocumentCell[][] {
  const line = style.sectorLine.replace('{s}', sector.name).replace('{o}', sector.ownerPrinted);
  const owner =
    style.ownerLine === null || sector.owner === null
      ? []
      : [[cell(style.ownerLine.replace('{o}', sector.ownerPrinted), { columns: style.fields.length })]];
  return [[boldCell(line, { columns: style.fields.length })], ...owner];
}

function totalRow(sector: ResolvedSector, town: ResolvedTown): DocumentCell[][] {
  const { style } = town;
  const at = style.fields.indexOf('weight');
  if (style.total === undefined || at < 1) return [];
  const sum = exactSum(objectivesOf(sector, town).flatMap((one) => one.weights[sector.key] ?? []));
  const after = style.fields.length - at - 1;
  return [
    [
      boldCell(style.total, { columns: at }),
      boldCell(style.weight.replace('{w}', italian(sum)), { centre: true }),
      ...(after > 0 ? [cell('', { columns: after })] : []),
    ],
  ];
}
