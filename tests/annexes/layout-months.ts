/** Phases with marks under months or quarters, layout (c): one table a sector, or one for each objective. */
import { boldCell, cell, type DocumentBlock, type DocumentCell } from './annex-document.js';
import { fieldTexts, italian, type Place } from './field-text.js';
import { sectorHeading, sharedSection } from './layout-headings.js';
import { named, objectivesOf } from './layout-table.js';
import type { ResolvedObjective, ResolvedPhase, ResolvedTown } from './resolved.js';
import type { Style } from './style.js';

/** With `card` each objective has its fields and a table of its phases; without, a sector has one table. */
export function monthLayout(town: ResolvedTown): DocumentBlock[] {
  const { style, sectors } = town;
  const short = new Map(sectors.map((sector) => [sector.key, sector.short]));
  const made = (objectives: readonly ResolvedObjective[], place: Place): DocumentBlock[] =>
    style.card === undefined
      ? [sectorTable(objectives, place, style)]
      : objectives.flatMap((one) => objectiveTable(one, place, style));
  return [
    ...sharedSection(town, (shared) =>
      made(
        shared.map((one) => named(one, short)),
        null,
      ),
    ),
    ...sectors.flatMap((sector) => [
      ...sectorHeading(sector, style),
      ...made(objectivesOf(sector, town), sector),
    ]),
  ];
}

const MONTH_WIDTH = 0.9;

const monthHeads = (style: Style): DocumentCell[] =>
  (style.months ?? []).map((head) => boldCell(head, { centre: true }));

const marksOf = (phase: ResolvedPhase): DocumentCell[] =>
  phase.marks.map((mark) => cell(mark, { centre: true }));

const isWeighed = (objectives: readonly ResolvedObjective[]): boolean =>
  objectives.some(({ phases }) => phases.some(({ weight }) => weight !== null));

/** Fields of the objective stand once, merged over the rows of its phases. */
function sectorTable(objectives: readonly ResolvedObjective[], place: Place, style: Style): DocumentBlock {
  const weighed = isWeighed(objectives);
  const over = style.monthsTitle === undefined ? {} : { rows: 2 };
  const fixed = [
    ...style.fields.map((field) => boldCell(style.labels[field] ?? field, { centre: true, ...over })),
    boldCell(style.labels.phases ?? 'Fasi', over),
    ...(weighed ? [boldCell('Peso fase', over)] : []),
  ];
  const months = monthHeads(style);
  const head =
    style.monthsTitle === undefined
      ? [[...fixed, ...months]]
      : [[...fixed, boldCell(style.monthsTitle, { columns: months.length, centre: true })], months];
  const body = objectives.flatMap((one) =>
    (one.phases.length === 0 ? [NO_PHASE(style)] : one.phases).map((phase, index) => [
      ...(index > 0
        ? []
        : style.fields.map((field) => ({
            text: fieldTexts(field, one, place, style),
            rows: Math.max(1, one.phases.length),
          }))),
      ...phaseCells(phase, weighed),
    ]),
  );
  const widths = [
    ...(style.widths ?? style.fields.map(() => 3)),
    5,
    ...(weighed ? [1.2] : []),
    ...(style.months ?? []).map(() => MONTH_WIDTH),
  ];
  return { kind: 'table', widths, head, body, borders: style.borders };
}

const NO_PHASE = (style: Style): ResolvedPhase => ({
  text: '',
  weight: null,
  when: '',
  marks: (style.months ?? []).map(() => ''),
});

function phaseCells(phase: ResolvedPhase, weighed: boolean): DocumentCell[] {
  return [
    cell(phase.text),
    ...(weighed ? [cell(phase.weight === null ? '' : `${italian(phase.weight)}%`, { centre: true })] : []),
    ...marksOf(phase),
  ];
}

/** A table for each objective: its fields over the whole width, then the phases under the months. */
function objectiveTable(one: ResolvedObjective, place: Place, style: Style): DocumentBlock[] {
  const weighed = isWeighed([one]);
  const months = style.months ?? [];
  const columns = 1 + (weighed ? 1 : 0) + months.length;
  const fields = style.fields
    .map((field) => ({ label: style.labels[field] ?? field, text: fieldTexts(field, one, place, style) }))
    .filter(({ text }) => text.length > 0)
    .map(({ label, text }) => [boldCell(label), { text, columns: columns - 1 }]);
  const phases =
    one.phases.length === 0
      ? []
      : [
          [
            boldCell(style.labels.phases ?? 'Fasi'),
            ...(weighed ? [boldCell('Peso')] : []),
            ...monthHeads(style),
          ],
          ...one.phases.map((phase) => phaseCells(phase, weighed)),
        ];
  const widths = [6, ...(weighed ? [1.2] : []), ...months.map(() => MONTH_WIDTH)];
  return [
    { kind: 'table', widths, head: [], body: [...fields, ...phases], borders: style.borders },
    { kind: 'line', text: '' },
  ];
}
