/** Blocks as layouts want them: a line that names a sector or its responsible is a block of its own. */
import type { Block, Fragment, Paragraph } from '../source/source-document.js';
import { flowTable } from './flow-table.js';
import { headingOf, NO_HEADING } from './heading-sector.js';
import { labelAtStart, labelOf } from './labels.js';
import { objectiveHead } from './objective-head.js';
import { withoutPageMarks } from './page-marks.js';
import { fieldsOf } from './prose-fields.js';
import { isBareTitle, withSectorTitles } from './sector-titles.js';
import { withWholeLabels } from './whole-labels.js';

/** The blocks of a document without page numbers, each heading apart, tables written as running text put together. */
export function arrangedBlocks(blocks: readonly Block[]): readonly Block[] {
  const all = partedBlocks(withWholeLabels(withoutPageMarks(blocks)));
  const arranged: Block[] = [];
  for (let at = 0; at < all.length; ) {
    const flow = all[at]?.kind === 'paragraph' ? flowTable(all, at) : null;
    const block = all[at];
    if (flow !== null) arranged.push(flow.table);
    else if (block !== undefined) arranged.push(block);
    at = flow?.next ?? at + 1;
  }
  return withSectorTitles(arranged);
}

/** Parts paragraphs that begin with such lines ("Settore: …", "Responsabile: …") and go on with something else. */
const partedBlocks = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block): readonly Block[] =>
    block.kind === 'table' || block.fragments.length < 2 ? [block] : parted(block),
  );

function parted(block: Paragraph): readonly Paragraph[] {
  let cut = 0;
  while (cut < block.fragments.length - 1 && standsAlone(block.fragments, cut)) cut++;
  if (cut === 0) return [block];
  const { fragments, ...rest } = block;
  const alone = fragments.slice(0, cut).map((one) => ({ ...rest, fragments: [one] }));
  return [...alone, { ...rest, fragments: fragments.slice(cut) }];
}

/** A heading or a field of one line, and below it a label, a heading or an objective. */
function standsAlone(fragments: readonly Fragment[], at: number): boolean {
  const [text, next] = [fragments[at]?.text ?? '', fragments[at + 1]?.text ?? ''];
  const field = labelAtStart(text)?.field;
  const labelled = (field === 'sector' || field === 'owner') && (labelAtStart(text)?.rest ?? '') !== '';
  if (!labelled && headingOf(text, NO_HEADING, false) === null) return at === 0 && isTitleOver(text, next);
  return (
    labelOf(next) !== null ||
    fieldsOf(next)[0]?.field != null ||
    objectiveHead(next) !== null ||
    headingOf(next, { ...NO_HEADING, sector: text }, false) !== null ||
    /^\s*\d{1,2}[.)]\s+\p{Lu}/u.test(next)
  );
}

/** A bare name, and below it who is responsible or the first objective. */
function isTitleOver(text: string, next: string): boolean {
  const below = labelAtStart(next);
  const owned = below?.field === 'owner' && below.rest !== '';
  return isBareTitle(text) && !/^\d/u.test(text) && (owned || objectiveHead(next) !== null);
}
