/**
 * Headings that no word of theirs tells: "Risorse finanziarie", "Servizio Alfa". What stands around them does: who is
 * responsible and then an objective right below, or a name that the index gives to a part of the document.
 */
import { sectorKey } from '../plan/sector-names.js';
import { weightIn } from '../plan/weight-words.js';
import { joinFragments } from '../source/joined.js';
import type { Block, Paragraph } from '../source/source-document.js';
import { fold } from '../text/letters.js';
import { headingOf, NO_HEADING } from './heading-sector.js';
import { labelAtStart, labelOf } from './labels.js';
import { objectiveHead } from './objective-head.js';
import { endsObjectives, isContentsLine, isNoise } from './prose-noise.js';
import { opensObjective } from './sector-openers.js';
import { isTimeAlone } from './time-alone.js';

/** The blocks, those marked that name a sector by their place. */
export function withSectorTitles(blocks: readonly Block[]): readonly Block[] {
  const listed = listedNames(blocks);
  const sure = new Set<number>();
  const likely: number[] = [];
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'table' || !isTitleLike(block)) continue;
    const text = textOf(block);
    const owned = ownerBelow(blocks, at);
    const opens = opensObjective(blocks, owned ? at + 2 : at + 1);
    if ((owned && opens) || listed.has(sectorKey(text))) sure.add(at);
    else if (opens && !isSection(text) && !isRepeatedLabel(blocks, text)) likely.push(at);
  }
  for (const at of kindless(blocks) ? likely : likely.filter((one) => SAYS_KIND.test(textAt(blocks, one))))
    sure.add(at);
  return sure.size === 0
    ? blocks
    : blocks.map((block, at) =>
        sure.has(at) && block.kind === 'paragraph' ? { ...block, ofSector: true } : block,
      );
}

/** Characters and words that a heading has at most. */
const LONGEST = 110;
const WORDS = 14;
const SAYS_KIND =
  /^(?:[IVX\d]+[°ªº^.)]?\s+)?(?:settore|area|servizio|ufficio|direzione|dipartimento|struttura|unit[aà]|centro)(?!\p{L})/iu;

/** Short, without a verb's full stop, no field, no objective, no part of the document. */
export function isBareTitle(text: string): boolean {
  if (text.length < 4 || text.length > LONGEST || text.split(/\s+/u).length > WORDS) return false;
  if (!/^[\p{Lu}\d«"“]/u.test(text) || !/\p{L}{3}/u.test(text) || /[.;:,!?]$|[?!€%]|\d{3}/u.test(text))
    return false;
  const label = labelOf(text) ?? labelAtStart(text)?.field ?? null;
  if ((label !== null && label !== 'notes') || objectiveHead(text) !== null) return false;
  if (isContentsLine(text) || isNoise(text) || endsObjectives(text)) return false;
  return weightIn(text).weight === null && !OTHER.test(fold(text)) && !isTimeAlone(text);
}

/** Titles of documents, parts and towns; objectives of all. */
const OTHER =
  /obiettiv|performance|piano (?:esecutivo|dettagliato|integrato|della|degli)|\bpeg\b|\bpdo\b|\bpiao\b|^\W*(?:comune|provincia|citta|unione|regione|allegat|tabell|sched|elenco|anno|triennio|esercizio|relazione|sezione|sottosezione|parte|capitolo|indice|fas[ei]|attivita|cronoprogramma|indicator|quadro|riepilogo|missione|programma|premessa|premesse|introduzione|presentazione|sommario|metodologia|contesto|finalita|conclusioni|normativa|linea|asse|ambito|note)\b/u;

const isTitleLike = (block: Paragraph): boolean =>
  block.bullet === undefined && block.fragments.length <= 2 && isBareTitle(textOf(block));

const textOf = (block: Paragraph): string => joinFragments(block.fragments).text.trim();
const textAt = (blocks: readonly Block[], at: number): string => {
  const block = blocks[at];
  return block?.kind === 'paragraph' ? textOf(block) : '';
};

/** "3. Sicurezza": a number before it may be of an objective. */
const isSection = (text: string): boolean => /^\d/u.test(text);

/** "Risorse finanziarie" is a label as well: left blank it stands in each card, as the name of an office once. */
const isRepeatedLabel = (blocks: readonly Block[], text: string): boolean =>
  labelAtStart(text) !== null &&
  blocks.filter((block) => block.kind === 'paragraph' && textOf(block).startsWith(text)).length > 1;

function ownerBelow(blocks: readonly Block[], at: number): boolean {
  const label = labelAtStart(textAt(blocks, at + 1));
  return label?.field === 'owner' && label.rest !== '';
}

/** Whether no heading says "Settore" or the like: then sectors go by their bare names. */
function kindless(blocks: readonly Block[]): boolean {
  return !blocks.some(
    (block, at) =>
      block.kind === 'paragraph' &&
      SAYS_KIND.test(textOf(block)) &&
      headingOf(textOf(block), NO_HEADING, true) !== null &&
      (opensObjective(blocks, at + 1) || (ownerBelow(blocks, at) && opensObjective(blocks, at + 2))),
  );
}

/** "4. Obiettivi Risorse finanziarie ........ 6": what the index calls the parts that hold objectives. */
function listedNames(blocks: readonly Block[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const block of blocks) {
    if (block.kind === 'table') continue;
    for (const { text } of block.fragments) {
      const name = LISTED.exec(text)?.[1]?.trim();
      if (name !== undefined && isContentsLine(text) && isBareTitle(name)) names.add(sectorKey(name));
    }
  }
  return names;
}
const LISTED =
  /^\s*(?:[\d.]+\s+)?(?:schede\s+)?obiettivi\s+(?:(?:del|dello|della|dell['’]|di|per)\s*)?(?:settore\s+|servizio\s+|area\s+)?(\p{Lu}.*?)[\s.…]*\d{1,3}\s*$/iu;
