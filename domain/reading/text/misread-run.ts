/** Where a scanner may have read letters for digits: a short run of both. */
import { classOf, DIGIT, LETTER } from './letters.js';
import { misreadDigits } from './misread-digits.js';

/** The run of letters and digits from here, if a scanner may have misread it; such a run is two to four long. */
export function misreadRun(text: string, at: number): string | null {
  if (!MISREAD.includes(text.charAt(at)) || (at > 0 && isAlphanumeric(text, at - 1))) return null;
  let end = at;
  while (end < at + 5 && isAlphanumeric(text, end)) end++;
  const run = text.slice(at, end);
  return /[^0-9]/.test(run) && misreadDigits(run) !== null ? run : null;
}

/** What a misread number can start with. */
const MISREAD = '0123456789lIO|o';

const isAlphanumeric = (text: string, at: number): boolean => {
  const kind = classOf(text.charCodeAt(at));
  return kind === LETTER || kind === DIGIT;
};
