/** Numbers as Word writes them before the items of a list. */

/** `format` is Word's name of the numerals; one that is not known here counts 1, 2, 3. */
export function numeral(count: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(count);
    case 'upperLetter':
      return letters(count).toUpperCase();
    case 'lowerRoman':
      return roman(count);
    case 'upperRoman':
      return roman(count).toUpperCase();
    case 'decimalZero':
      return String(count).padStart(2, '0');
    case 'ordinal':
      return `${count}°`;
    case 'none':
      return '';
    default:
      return String(count);
  }
}

const MOST_LETTERS = 5;

/** a … z, aa, bb. */
function letters(count: number): string {
  if (count < 1) return '';
  const letter = String.fromCharCode('a'.charCodeAt(0) + ((count - 1) % 26));
  return letter.repeat(Math.min(MOST_LETTERS, Math.ceil(count / 26)));
}

const ROMAN: readonly (readonly [value: number, sign: string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** To 399. */
function roman(count: number): string {
  if (count < 1 || count > 399) return String(count);
  let rest = count;
  let text = '';
  for (const [value, sign] of ROMAN) {
    text += sign.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return text;
}
