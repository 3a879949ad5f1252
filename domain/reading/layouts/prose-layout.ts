/** Objectives written as paragraphs: cards of labelled fields, numbered narrative, titles with their weight. */
import { weightIn } from '../plan/weight-words.js';
import type { Block } from '../source/source-document.js';
import type { DraftObjective, Heading, Layout } from './draft.js';
import { flowHeader } from './flow-header.js';
import { headingIn } from './heading-sector.js';
import { labelAtStart } from './labels.js';
import { objectiveHead } from './objective-head.js';
import { readCard } from './prose-card.js';
import { type ProseLine, proseLines, widthOf } from './prose-lines.js';
import { listedStarts } from './prose-listed.js';
import { endsObjectives, isContentsLine, isIntroduction } from './prose-noise.js';
import { sectorFields } from './prose-sectors.js';
import { startsIn } from './prose-starts.js';

/** Takes the paragraphs up to the next table or heading of a sector when they hold objectives. */
export const proseLayout: Layout = (blocks, at, heading) => {
  if (blocks[at]?.kind !== 'paragraph') return null;
  const next = endOfPart(blocks, at, heading);
  const lines = proseLines(blocks, at, next).filter(({ text }) => !isContentsLine(text));
  const placed = heading.sector !== null || heading.everySector;
  const starts = startsIn(lines, heading) ?? (placed && isBare(blocks) ? listedStarts(lines) : null);
  if (starts === null) return null;
  const width = widthOf(lines);
  const drafts = starts.at.flatMap((start, index): readonly DraftObjective[] => {
    const own = untilEnd(lines.slice(start, starts.at[index + 1] ?? lines.length));
    const draft = readCard(own, heading, {
      width,
      titled: !starts.cards || isHead(own[0]),
      sentence: !starts.cards,
    });
    return draft !== null && isObjective(draft, own, heading) ? [draft] : [];
  });
  return drafts.length === 0 ? null : { drafts, next };
};

const bare = new WeakMap<readonly Block[], boolean>();

/** A document without tables of objectives, cards and weights: only there are items of a list objectives. */
function isBare(blocks: readonly Block[]): boolean {
  const known = bare.get(blocks);
  if (known !== undefined) return known;
  const none = !blocks.some((block, at) =>
    block.kind === 'table'
      ? block.columns > 2
      : flowHeader(blocks, at) !== null ||
        block.fragments.some(({ text }) => objectiveHead(text) !== null || weightIn(text).weight !== null),
  );
  bare.set(blocks, none);
  return none;
}

const isHead = (line: ProseLine | undefined): boolean =>
  line !== undefined && objectiveHead(line.text) !== null;

/** The first block that is a table or a heading of a sector; a field "Settore: …" of a card is none. */
function endOfPart(blocks: readonly Block[], at: number, heading: Heading): number {
  const inCards = sectorFields(blocks);
  const end = blocks.findIndex((block, index) => {
    if (index <= at) return false;
    if (block.kind === 'table' || flowHeader(blocks, index) !== null) return true;
    const text = block.fragments[0]?.text ?? '';
    const labelled = labelAtStart(text);
    if (labelled?.field === 'owner' || (labelled?.field === 'sector' && inCards.has(index))) return false;
    return headingIn(block, heading) !== null;
  });
  return end < 0 ? blocks.length : end;
}

/** The lines up to the signature, the legend or the next part of the document. */
function untilEnd(lines: readonly ProseLine[]): readonly ProseLine[] {
  const end = lines.findIndex(
    (line, at) => at > 0 && line.opens && (endsObjectives(line.text) || beginsSection(line, lines[at + 1])),
  );
  return end < 0 ? lines : lines.slice(0, end);
}

/** "4. Monitoraggio", and sentences below it: the next part of the document. */
const beginsSection = (line: ProseLine, next: ProseLine | undefined): boolean =>
  isIntroduction(line.text) &&
  (line.heading ||
    (/^\d{1,2}\.?\s|^[\p{Lu}\s]+$/u.test(line.text) &&
      line.text.length < 50 &&
      (next?.text.length ?? 99) > 50));

/** "Oggetto: approvazione del piano" is no objective: without a sector something must be said of it. */
function isObjective(draft: DraftObjective, lines: readonly ProseLine[], heading: Heading): boolean {
  if (!/\p{L}{3}/u.test(draft.title)) return false;
  const said =
    Number(draft.weight !== null) +
    Number(draft.indicators.length > 0) +
    Number(draft.phases.length > 0) +
    Number(draft.owner !== null) +
    Number(draft.times !== undefined && draft.times.length > 0) +
    Number(draft.result !== null);
  const placed = heading.sector !== null || heading.everySector || draft.sector !== null;
  return placed || draft.number !== null || said >= 2 || lines.length === 0;
}
