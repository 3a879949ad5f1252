/** Headings of sectors and of the objectives that all sectors share. */
import type { DocumentBlock } from './annex-document.js';
import type { ResolvedObjective, ResolvedSector, ResolvedTown } from './resolved.js';
import type { Style } from './style.js';

/** The heading of a sector with its owner, on a new page or sheet; of `null` only the page. */
export function sectorHeading(sector: ResolvedSector | null, style: Style): DocumentBlock[] {
  if (sector === null) return [{ kind: 'break', sheet: 'Obiettivi' }];
  const heading = style.sectorLine.replace('{s}', sector.name).replace('{o}', sector.ownerPrinted);
  const owner: DocumentBlock[] =
    style.ownerLine === null || sector.owner === null
      ? []
      : [{ kind: 'line', text: style.ownerLine.replace('{o}', sector.ownerPrinted), bold: true }];
  return [
    { kind: 'break', sheet: sector.short, ...(style.runOn === true ? { runOn: true } : {}) },
    ...(style.sectorPlace === 'sheet'
      ? []
      : [{ kind: 'heading' as const, level: 2 as const, text: heading }]),
    ...owner,
  ];
}

/** What all sectors share, as a section of its own; nothing where it is repeated in each sector. */
export function sharedSection(
  { shared, style }: ResolvedTown,
  layout: (objectives: readonly ResolvedObjective[]) => DocumentBlock[],
): DocumentBlock[] {
  if (shared.length === 0 || style.sharedPlace === 'repeated') return [];
  return [
    { kind: 'break', sheet: 'Obiettivi comuni' },
    { kind: 'heading', level: 2, text: style.sharedHeading ?? 'Obiettivi comuni a tutti i settori' },
    ...layout(shared),
  ];
}
