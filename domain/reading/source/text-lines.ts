import { cleanText } from './clean-text.js';
import type { SourceLine } from './source-document.js';

/**
 * The lines of a text file, ended by `\n` only: a form feed starts a page and no line, and a lone `\r` neither.
 * A line on which a page ends and another begins is of the page that has its words.
 */
export function textLines(text: string): SourceLine[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  let page = 1;
  return lines.map((line) => {
    const parts = line.replace(/\r+$/, '').split('\f');
    const words = parts.findIndex((part) => part.trim() !== '');
    const own = { page: page + Math.max(0, words), text: cleanText(parts.join('').replace(/\r/g, ' ')) };
    page += parts.length - 1;
    return own;
  });
}
