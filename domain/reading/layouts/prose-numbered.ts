/** Objectives that a narrative numbers: "1. Informatizzare lo sportello …", with steps of another notation below. */
import type { ProseLine } from './prose-lines.js';
import { isIntroduction } from './prose-noise.js';

/** "1.", "2)", "3 –", "1.2", "A.1", "OS3": the notation and the last number. */
interface Numeral {
  readonly shape: string;
  readonly last: number;
}

const NUMERAL =
  /^(?:(\d{1,2}(?:\.\d{1,2})*)(\.-|\.(?=\s|\p{Lu})|\)|(?=\s[-–—]\s)|(?<=\.\d{1,2})(?=\s))|(\p{Lu}{1,3}[.-]?)(\d{1,2})(?=[.):]?\s))\s*[-–—]?\s*(?=[\p{Lu}"“«'’\d])/u;

function numeralOf(text: string): Numeral | null {
  const match = NUMERAL.exec(text);
  if (match === null) return null;
  const [, digits, sign = '', letters = '', count] = match;
  if (digits === undefined) return { shape: `${letters}#`, last: Number(count) };
  const parts = digits.split('.');
  return {
    shape: `${parts
      .slice(0, -1)
      .map(() => '#.')
      .join('')}#${sign}`,
    last: Number(parts.at(-1)),
  };
}

/** "A.1 Sportello" → "A.1" and the rest; `null` when no numeral opens the text. */
export function numeralBefore(text: string): { readonly number: string; readonly rest: string } | null {
  const match = NUMERAL.exec(text);
  if (match === null) return null;
  return {
    number: match[1] ?? `${match[3]}${match[4]}`,
    rest: text.slice(match[0].length).replace(/^[.):]\s*/u, ''),
  };
}

/** A number further on than this from the one before belongs to another list. */
const LEAP = 4;

/** Lines of the notation that comes first, as far as its numbers go on; steps that begin again at 1 are none. */
export function numberedStarts(lines: readonly ProseLine[]): readonly number[] {
  const numerals = lines.map((line) => (line.bullet ? null : numeralOf(line.text)));
  const first = numerals.findIndex((one, at) => one !== null && !isIntroduction(lines[at]?.text ?? ''));
  const shape = numerals[first]?.shape;
  if (shape === undefined) return [];
  const starts: number[] = [];
  let last: number | null = null;
  for (const [at, numeral] of numerals.entries()) {
    if (numeral === null || at < first || numeral.shape !== shape) continue;
    if (last !== null && (numeral.last < last || numeral.last > last + LEAP)) continue;
    starts.push(at);
    last = numeral.last;
  }
  return starts;
}
