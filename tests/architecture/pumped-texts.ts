/**
 * Texts on which a backtracking expression gets lost: what it matches, with a piece of it repeated, and an end that
 * spoils it.
 */
import fc from 'fast-check';
import type { FoundExpression } from './regular-expressions.js';

/** `before`, then `piece` again and again, then `after`. */
export interface Pump {
  readonly before: string;
  readonly piece: string;
  readonly after: string;
}

export const pumped = ({ before, piece, after }: Pump, length: number): string =>
  `${before}${piece.repeat(Math.ceil(length / piece.length))}${after}`;

const ENDS = ['', '\0', '!', '\n\0'];
/** What most expressions allow many of. */
const COMMON = [
  ' ',
  '\t',
  '\n',
  'a',
  'A',
  '0',
  '.',
  '-',
  ',',
  'à',
  '(',
  '"',
  '/',
  '_',
  '<',
  ' a',
  '1 ',
  'a.',
  ', ',
];

/** `many`: how many of them at most; the same for the same seed. */
export function pumpsFor(expression: FoundExpression, many: number, seed: number): readonly Pump[] {
  const pieces = samplesOf(expression, seed).flatMap(piecesOf);
  const usual = COMMON.map((piece) => ({ before: '', piece }));
  const own = spread(pieces, Math.max(0, Math.floor(many / ENDS.length) - usual.length));
  return [...usual, ...own].flatMap((one) => ENDS.map((after) => ({ ...one, after })));
}

/** Strings that match, as far as fast-check knows how; assertions are left out, it knows none. */
function samplesOf({ source, flags }: FoundExpression, seed: number): readonly string[] {
  try {
    const plain = new RegExp(withoutNegations(withoutAssertions(source)), flags.replaceAll(/[gy]/g, ''));
    const long = fc.stringMatching(plain, { size: 'small' });
    return [...new Set(fc.sample(long, { numRuns: 6, seed }))].map((text) => text.slice(0, 60));
  } catch {
    return [];
  }
}

/** `[^…]` becomes a few usual signs: of one that leaves out all of them fast-check would look for ever. */
const withoutNegations = (source: string): string =>
  source.replaceAll(/(?<!\\)\[\^(?:\\.|[^\]\\])*\]/g, '[a0 .]');

/** Without `(?=…)`, `(?<!…)` and the like, with what they hold, and without `\b`. */
function withoutAssertions(source: string): string {
  const start = source.search(/(?<!\\)\(\?<?[=!]/);
  if (start < 0) return source.replaceAll(/(?<!\\)\\[bB]/g, '');
  let [depth, at, inClass] = [0, start, false];
  do {
    const sign = source[at];
    if (sign === '\\') at += 1;
    else if (sign === '[') inClass = true;
    else if (sign === ']') inClass = false;
    else if (!inClass && sign === '(') depth += 1;
    else if (!inClass && sign === ')') depth -= 1;
    at += 1;
  } while (depth > 0 && at < source.length);
  return withoutAssertions(source.slice(0, start) + source.slice(at));
}

/** Every piece of at most three characters, and halves, with what stands before it. */
function piecesOf(text: string): readonly Omit<Pump, 'after'>[] {
  const signs = [...text];
  const lengths = [1, 2, 3, Math.ceil(signs.length / 2)];
  return signs.flatMap((_, from) =>
    lengths
      .filter((length) => length > 0 && from + length <= signs.length)
      .map((length) => ({
        before: signs.slice(0, from).join(''),
        piece: signs.slice(from, from + length).join(''),
      })),
  );
}

/** `many` of them, evenly. */
const spread = <T>(all: readonly T[], many: number): readonly T[] =>
  all.length <= many
    ? all
    : Array.from({ length: many }, (_, n) => all[Math.floor((n * all.length) / many)] as T);
