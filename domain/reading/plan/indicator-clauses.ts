/** The clauses of an indicator: one per paragraph, bullet or part between semicolons. */
import type { Passage } from '../layouts/draft.js';
import { isDoubtfulBullet, withoutBullet } from '../source/bullet.js';
import { joinFragments } from '../source/joined.js';
import type { Fragment } from '../source/source-document.js';

export interface IndicatorClause {
  /** As printed, without the bullet before it and the semicolon after it. */
  readonly text: string;
  /** Line of its first word. */
  readonly line: number;
}

/** The clauses of a passage in its order; none is empty. */
export function clausesOf(passage: Passage): readonly IndicatorClause[] {
  return passage.flatMap(paragraphsOf).flatMap((paragraph) => {
    const { text, lineAt } = joinFragments(paragraph);
    return pieces(text).flatMap(([start, end]) => {
      const piece = text.slice(start, end);
      const words = withoutMark(piece);
      if (!/[\p{L}\d]/u.test(words)) return [];
      return [{ text: words, line: lineAt(start + piece.indexOf(words)) }];
    });
  });
}

/** A bullet or a letter or number of a list: "- ", "• ", "a) ", "2) "; "100)" and "n. 5" are none. */
const LISTED = /^\s*(?:(?:[a-z]|\d{1,2})\)|\d{1,2}\.)\s+(?=\D|\d+\s?%)/iu;
const opensItem = (text: string, all: readonly Fragment[], before: Fragment | undefined): boolean => {
  if (LISTED.test(text) || withoutBullet(text) === null) return LISTED.test(text);
  // "inefficienze⏎o ridotta collaborazione": a dash or an "o" opens an item beside others or after an end.
  const alike = all.filter((one) => one.text.startsWith(`${text.trim().charAt(0)} `)).length > 1;
  return !isDoubtfulBullet(text) || alike || before === undefined || /[.;:]$/u.test(before.text);
};

function withoutMark(text: string): string {
  const words = withoutBullet(text) ?? text;
  return words.replace(LISTED, '').trim();
}

/** Parts a paragraph where its writer did: at fragments that say so and before bullets. */
export function paragraphsOf(fragments: readonly Fragment[]): readonly (readonly Fragment[])[] {
  const parts: Fragment[][] = [];
  let open: Fragment[] | null = null;
  for (const fragment of fragments) {
    const previous: Fragment | undefined = open?.at(-1);
    if (
      open === null ||
      previous?.ends ||
      (opensItem(fragment.text, fragments, previous) && !goesOn(previous))
    ) {
      open = [];
      parts.push(open);
    }
    open.push(fragment);
  }
  return parts;
}

/** "2023 -⏎2025", "registri e⏎- …": a line that cannot end a clause; the dash that follows is no bullet. */
const goesOn = (fragment: Fragment | undefined): boolean =>
  fragment !== undefined && /(?:[,(/]|\b(?:di|del|della|e|il|la|n\.))$/iu.test(fragment.text);

/** Ranges between semicolons that stand outside brackets. */
function pieces(text: string): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  let [start, depth] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '(') depth++;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (character === ';' && (depth === 0 || !text.slice(at).includes(')'))) {
      ranges.push([start, at]);
      start = at + 1;
      depth = 0;
    }
  }
  ranges.push([start, text.length]);
  return ranges;
}
