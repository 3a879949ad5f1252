/** The words a cell shows, from its type, its value and its format. */
import { cleanText } from '../../domain/reading/source/clean-text.js';
import { shownNumber } from './xlsx-formats.js';
import type { CellStyle } from './xlsx-styles.js';
import { unescaped } from './xlsx-texts.js';

/** What a sheet's cells refer to. */
export interface SheetContext {
  readonly texts: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly from1904: boolean;
}

/** Codes of the file format: `s` shared text, `b` truth, `n` number or day, `d` ISO day, else text as it stands. */
export function shownCell(
  type: string,
  value: string,
  style: string,
  { texts, styles, from1904 }: SheetContext,
): { readonly text: string; readonly fill: string } {
  const { format = '', fill = '' } = styles[Number(style)] ?? {};
  return { text: shownText(), fill };

  function shownText(): string {
    switch (type) {
      case 's':
        return shownWords(texts[Number(value)] ?? '');
      case 'b':
        return value === '1' ? 'VERO' : value === '0' ? 'FALSO' : '';
      case 'n':
        return value.trim() === '' ? '' : shownNumber(Number(value), format, from1904);
      case 'd':
        return value.replace(/^(\d{4})-(\d\d)-(\d\d).*$/s, '$3/$2/$1');
      default:
        return shownWords(unescaped(value));
    }
  }
}

/** Lines without the spaces around them; empty ones are left out. */
const shownWords = (text: string): string =>
  cleanText(text.replace(/\r\n?/g, '\n'))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
