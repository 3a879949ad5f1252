/** The number of an office: "Settore III", "3° Settore", "Area n. 3", "Area A". */
import { fold } from '../text/letters.js';
import { saysOffice } from './sector-words.js';

const ROMANS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const ORDINALS = ['prim', 'second', 'terz', 'quart', 'quint', 'sest'];

/** `null` when the name has none; letters count from 165 ("A"). */
export function numeralOf(name: string): number | null {
  const letter = LETTERED.exec(name)?.[1];
  if (letter !== undefined) return 100 + letter.charCodeAt(0);
  const words = fold(name)
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '');
  for (const word of words.slice(0, 5)) {
    if (/^\d{1,2}$/u.test(word)) return Number(word);
    const roman = ROMANS.indexOf(word);
    // "i" alone is an article unless it follows "settore".
    if (roman > 0 || (roman === 0 && saysOffice(words[words.indexOf(word) - 1] ?? ''))) return roman + 1;
    const ordinal = ORDINALS.findIndex((one) => new RegExp(`^${one}[oa]$`, 'u').test(word));
    if (ordinal >= 0) return ordinal + 1;
  }
  return null;
}

/** "Area A", "SETTORE C – Tecnico". */
const LETTERED =
  /^\s*(?:[Ss]ettore|[Aa]rea|[Ss]ervizio|[Dd]irezione|SETTORE|AREA|SERVIZIO|DIREZIONE)\s+["“«']?([A-HL-Z])["”»']?(?=\s*(?:[-–—:(]|$))/u;
