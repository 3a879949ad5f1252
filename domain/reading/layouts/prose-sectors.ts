/** Whether a line "Settore: …" is the heading of what follows or a field of the card it stands in. */
import type { Block } from '../source/source-document.js';
import type { Field } from './labels.js';
import { labelAtStart } from './labels.js';
import { objectiveHead } from './objective-head.js';
import { fieldsOf } from './prose-fields.js';
import { proseLines } from './prose-lines.js';

type What = 'sector' | 'start' | 'untitled' | 'field' | 'aside' | null;

/** Fields that may stand between the name of a sector and its first objective. */
const ASIDE: ReadonlySet<Field> = new Set(['owner', 'year', 'notes', 'participants']);
const known = new WeakMap<readonly Block[], ReadonlySet<number>>();

/** Indexes of the blocks that begin with the field "Settore: …" of a card. */
export function sectorFields(blocks: readonly Block[]): ReadonlySet<number> {
  const found = known.get(blocks) ?? findSectorFields(blocks);
  known.set(blocks, found);
  return found;
}

function findSectorFields(blocks: readonly Block[]): ReadonlySet<number> {
  const lines = proseLines(blocks, 0, blocks.length);
  const marks = lines
    .map((line) => ({ what: whatIs(line.text), block: line.block, opens: line.opens }))
    .filter(({ what }) => what !== null);
  const lastSector = marks.findLastIndex(({ what }) => what === 'sector');
  // Cards that end with their sector: nothing begins after the last of them.
  const trailing = !marks.slice(lastSector).some(({ what }) => what === 'start' || what === 'untitled');
  const fields = new Set<number>();
  let titled = false;
  for (const [at, { what, block, opens }] of marks.entries()) {
    if (what === 'start' || what === 'untitled') titled = true;
    if (what !== 'sector' || !opens) continue;
    const next = marks.slice(at + 1).find((one) => one.what !== 'aside')?.what ?? null;
    if (marks[at - 1]?.what === 'untitled' || (titled && (trailing || next === 'field'))) fields.add(block);
    else titled = false;
  }
  return fields;
}

function whatIs(text: string): What {
  if (labelAtStart(text)?.field === 'sector') return 'sector';
  const head = objectiveHead(text);
  if (head !== null) return head.untitled ? 'untitled' : 'start';
  const [first] = fieldsOf(text);
  if (first?.field == null || first.plural) return null;
  if (first.field === 'number') return 'untitled';
  if (first.field === 'title') return 'start';
  return ASIDE.has(first.field) ? 'aside' : 'field';
}
