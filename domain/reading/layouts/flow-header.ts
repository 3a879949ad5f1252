/** The heading of a table whose cells an extractor wrote one after the other: "Settore Obiettivo Indicatore …". */
import { joinFragments } from '../source/joined.js';
import type { Block, Fragment } from '../source/source-document.js';
import { isForEverySector } from './heading-sector.js';
import { type Field, labelOf } from './labels.js';

export interface FlowHeader {
  /** In the order of the columns. */
  readonly fields: readonly Field[];
  /** The words of each label. */
  readonly labels: readonly string[];
  /** The objectives below are of every sector: "Obiettivi di struttura". */
  readonly everySector: boolean;
  /** First block after it. */
  readonly next: number;
}

/** A heading takes up no more blocks than this, for each cell may be one and break. */
const MOST_BLOCKS = 12;
const MOST_WORDS = 7;

const known = new WeakMap<readonly Block[], Map<number, FlowHeader | null>>();

/** `null` unless the blocks from `at` on are nothing but labels of a title and of what is measured. */
export function flowHeader(blocks: readonly Block[], at: number): FlowHeader | null {
  const ofBlocks = known.get(blocks) ?? new Map<number, FlowHeader | null>();
  known.set(blocks, ofBlocks);
  const read = ofBlocks.get(at);
  if (read !== undefined) return read;
  const found = findHeader(blocks, at);
  ofBlocks.set(at, found);
  return found;
}

function findHeader(blocks: readonly Block[], at: number): FlowHeader | null {
  const words: string[] = [];
  /** Places in `words` at which a line ends. */
  const ends = new Set<number>();
  const labels = new Map<string, Field | null>();
  let best: FlowHeader | null = null;
  for (let next = at; next < Math.min(blocks.length, at + MOST_BLOCKS); next++) {
    const block = blocks[next];
    if (block?.kind !== 'paragraph' || block.bullet || !mayBeLabels(block.fragments)) break;
    for (const { text } of block.fragments) {
      words.push(...text.split(/[\s|]+/u).filter((word) => word !== ''));
      ends.add(words.length);
    }
    best = headerOf({ words, ends, labels }, next + 1) ?? best;
  }
  return best;
}

/** Short, without the signs of sentences, values and terms. */
const mayBeLabels = (fragments: readonly Fragment[]): boolean => {
  const { text } = joinFragments(fragments);
  return text.length <= 110 && !/[;:,]|\.\s|\d{1,2}[./]\d|\d\s*%/u.test(text);
};

/** The words read so far. */
interface Words {
  readonly words: readonly string[];
  /** Places in `words` at which a line ends. */
  readonly ends: ReadonlySet<number>;
  /** What words have been found to name. */
  readonly labels: Map<string, Field | null>;
}

function headerOf(read: Words, next: number): FlowHeader | null {
  const named = fieldsNamed(read);
  if (named === null) return null;
  const fields = named.map(({ field }) => field);
  if (!fields.includes('title') || !fields.some((one) => MEASURES.has(one))) return null;
  const title = named.find(({ field }) => field === 'title')?.words ?? '';
  return { fields, labels: named.map((one) => one.words), everySector: isForEverySector(title), next };
}
const MEASURES: ReadonlySet<Field> = new Set(['indicator', 'result', 'weight', 'target', 'times', 'phases']);

interface Named {
  readonly field: Field;
  readonly words: string;
}

/** All the words as labels, whole lines first, then the longest; `null` when some are no label. */
function fieldsNamed(of: Words): readonly Named[] | null {
  // From the last word to the first: what the words from each place on can be read as.
  const read: (readonly Named[] | null)[] = [];
  read[of.words.length] = [];
  for (let from = of.words.length - 1; from >= 0; from--) read[from] = namedFrom(of, from, read);
  return read[0] ?? null;
}

function namedFrom(
  of: Words,
  from: number,
  read: readonly (readonly Named[] | null)[],
): readonly Named[] | null {
  const { words, ends } = of;
  const lengths = Array.from(
    { length: Math.min(MOST_WORDS, words.length - from) },
    (_, at) => at + 1,
  ).reverse();
  const line = lengths.findLast((length) => ends.has(from + length));
  for (const length of line === undefined ? lengths : [line, ...lengths]) {
    const rest = read[from + length];
    if (rest == null) continue;
    const label = words.slice(from, from + length).join(' ');
    const field = fieldOf(of, label);
    if (field !== null) return [{ field, words: label }, ...rest];
  }
  return null;
}

function fieldOf({ labels }: Words, label: string): Field | null {
  const known = labels.get(label);
  if (known !== undefined) return known;
  const field = labelOf(label);
  labels.set(label, field);
  return field;
}
