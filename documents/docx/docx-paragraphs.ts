/** One paragraph of Word: its lines as shown, and whether it is a heading or an item of a list. */
import { cleanText } from '../../domain/reading/source/clean-text.js';
import type { WordElement } from './docx-tree.js';

/** One line of a paragraph. */
export interface WordLine {
  readonly text: string;
  /** Page breaks between the line before and this one. */
  readonly pages: number;
}

/** Lines of a paragraph as its line and page breaks part it; the first always exists. */
export function wordLines(paragraph: WordElement): readonly WordLine[] {
  // A line break before the first line makes every line begin with its break.
  return `\n${wordsOf(paragraph.children ?? [])}`.split(/(?=[\n\f])/).map((part) => ({
    text: cleanText(part.slice(1)),
    pages: part.startsWith('\f') ? 1 : 0,
  }));
}

function wordsOf(elements: readonly WordElement[]): string {
  return elements.map(wordOf).join('');
}

function wordOf(element: WordElement): string {
  switch (element.type) {
    case 'text':
      return (element.value ?? '').replaceAll('\u2011', '-').replace(/[\n\f]/g, ' ');
    case 'tab':
      return '\t';
    case 'break':
      return element.breakType === 'page' ? '\f' : '\n';
    case 'checkbox':
      return element.checked === true ? '☒' : '☐';
    case 'run': {
      const words = wordsOf(element.children ?? []);
      return element.isAllCaps === true ? words.toLocaleUpperCase('it') : words;
    }
    default:
      return wordsOf(element.children ?? []);
  }
}

const HEADING = /^(?:heading|titolo|intestazione|überschrift|titre)\s*([1-9])$/i;
const DEEPEST = 6;

/** Level 1–6 by the paragraph's style, `null` when it is no heading. */
export function headingLevel(paragraph: WordElement): number | null {
  for (const style of [paragraph.styleName, paragraph.styleId]) {
    const level = HEADING.exec(style ?? '')?.[1];
    if (level !== undefined) return Math.min(DEEPEST, Number(level));
  }
  return /^(?:title|titolo)$/i.test(paragraph.styleName ?? '') ? 1 : null;
}

/** An item of a list with bullets; the number of a numbered one is written in its text. */
export const isBulletItem = (paragraph: WordElement): boolean => paragraph.numbering?.isOrdered === false;
