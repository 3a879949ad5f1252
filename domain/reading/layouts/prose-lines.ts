/** Paragraphs as a run of lines, each knowing where its paragraph opens: what prose layouts read. */
import { withoutBullet } from '../source/bullet.js';
import type { Block, Fragment } from '../source/source-document.js';
import { inCapitals } from './flow-cells.js';

export interface ProseLine {
  /** Without the bullet before it. */
  readonly text: string;
  readonly fragment: Fragment;
  readonly line: number;
  /** Index of its block. */
  readonly block: number;
  /** The first line of its block. */
  readonly opens: boolean;
  readonly bullet: boolean;
  /** The format says that it is a heading. */
  readonly heading: boolean;
}

/** The lines of the paragraphs `from` (included) to `to` (not included); tables among them are left out. */
export function proseLines(blocks: readonly Block[], from: number, to: number): readonly ProseLine[] {
  return blocks.slice(from, to).flatMap((block, at) => {
    if (block.kind === 'table') return [];
    const kept = block.fragments.filter(({ text }) => text.trim() !== '');
    return kept.map((fragment, index): ProseLine => {
      const item = withoutBullet(fragment.text);
      return {
        text: (item ?? fragment.text).trim(),
        fragment: item === null ? fragment : { ...fragment, text: item },
        line: fragment.line,
        block: from + at,
        opens: index === 0,
        bullet: item !== null || (index === 0 && block.bullet === true),
        heading: block.heading !== undefined,
      };
    });
  });
}

/** "1.", "2)", "a)", "Fase 1", "1° fase": opens an item of a list. */
export const isEnumerated = (text: string): boolean =>
  /^\s*(?:\d{1,2}(?:\.\d{1,2})*\s*[.)°]|\d{1,2}\s*[-–—]\s|[a-z]\s?[.)]\s|[ivx]{1,4}[.)]\s|(?:fase|azione|attivit[aà]|step|f|a)\s?\.?\s*(?:n\.?\s*)?\d{1,2}(?!\d))/iu.test(
    text,
  );

/** Least width of a page in characters: shorter lines than that are no sign of a break. */
const NARROW = 60;

/** The longest of the lines, in characters. */
export const widthOf = (lines: readonly ProseLine[]): number =>
  lines.reduce((most, { text }) => Math.max(most, text.length), NARROW);

/** Whether `line` goes on with the sentence of the line before it, which the edge of the page broke. */
export function goesOn(before: ProseLine | undefined, line: ProseLine, width: number): boolean {
  if (before === undefined || line.opens || line.bullet || before.fragment.ends) return false;
  if (isEnumerated(line.text)) return /(?:[(,/]|\b(?:n|art|di|del|il|al|entro))\.?$/iu.test(before.text);
  if (/^\p{Ll}/u.test(line.text) || hangs(before)) return true;
  if (inCapitals(before.text) && inCapitals(line.text)) return true;
  return before.text.length >= 0.72 * width && !/[.;:]$/u.test(before.text);
}

/** Whether a line cannot be the last of a sentence: what stands below it is no label. */
export const hangs = ({ text }: ProseLine): boolean => HANGS.test(text);
const HANGS =
  /(?:[,(/–—-]|(?<!\p{L})(?:di|del|dell[ao']|dei|degli|delle|e|ed|il|lo|la|i|gli|le|con|per|in|a|al|all[ao']|alle|ai|da|dal|dalla|su|sul|sulla|nel|nella|entro|n\.|art\.|d\.lgs\.|o|non|che))$/iu;
