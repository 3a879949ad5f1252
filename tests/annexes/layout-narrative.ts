/** Objectives told in prose under headings, layout (d): a heading, a paragraph, bullets. */
import type { DocumentBlock } from './annex-document.js';
import { fieldTexts, type Place, titleText } from './field-text.js';
import { sectorHeading, sharedSection } from './layout-headings.js';
import { named, objectivesOf } from './layout-table.js';
import type { ResolvedObjective, ResolvedTown } from './resolved.js';
import type { Field, Style } from './style.js';

/** Sectors as headings, objectives as lower headings, everything else as text. */
export function narrativeLayout(town: ResolvedTown): DocumentBlock[] {
  const { style, sectors } = town;
  const short = new Map(sectors.map((sector) => [sector.key, sector.short]));
  return [
    ...sharedSection(town, (shared) => shared.flatMap((one) => told(named(one, short), null, style))),
    ...sectors.flatMap((sector) => [
      ...sectorHeading(sector, style),
      ...objectivesOf(sector, town).flatMap((one) => told(one, sector, style)),
    ]),
  ];
}

function told(one: ResolvedObjective, place: Place, style: Style): DocumentBlock[] {
  const rest = style.fields.filter((field) => field !== 'title' && field !== 'number');
  return [
    { kind: 'heading', level: 3, text: titleText(one, place, { ...style, fields: [] }) },
    ...rest.flatMap((field) => fieldBlocks(field, one, place, style)),
  ];
}

/** Descriptions stand alone; phases and indicators are bullets; the rest follows its label. */
function fieldBlocks(field: Field, one: ResolvedObjective, place: Place, style: Style): DocumentBlock[] {
  const bullets = { ...style, clauses: 'paragraphs' } satisfies Style;
  const label = style.labels[field];
  if (field === 'phases') {
    const items = one.phases.map(({ text, when }) => (when === '' ? text : `${text} – ${when}`));
    return listed(label, items);
  }
  const texts = fieldTexts(field, one, place, bullets);
  if (field === 'indicator' && texts.length > 1) return listed(label, texts);
  return texts.map((text) => ({ kind: 'line', text: label === undefined ? text : `${label}: ${text}` }));
}

function listed(label: string | undefined, items: readonly string[]): DocumentBlock[] {
  if (items.length === 0) return [];
  const bullets = items.map((text): DocumentBlock => ({ kind: 'bullet', text }));
  return label === undefined ? bullets : [{ kind: 'line', text: `${label}:` }, ...bullets];
}
