/** Words and signs that say how a value is to be compared: "almeno", "≥", "non oltre", "inferiore a". */
import { fold } from '../text/letters.js';

export type Comparison = '>=' | '<=' | '<' | '>' | '=';

/** Before the number, the longer first: each ends where the number begins, save for small words between. */
const BEFORE: readonly (readonly [Comparison, string])[] = [
  ['>=', `(?:non|mai) (?:inferiore|minore|meno|sotto|al di sotto)`],
  ['<=', `(?:non|mai) (?:superiore|maggiore|oltre|piu|sopra|al di sopra|superare|eccedere|supera)`],
  ['>=', String.raw`(?:superiore|maggiore)(?:,? ?(?:o|e|/) ?|\s)(?:uguale|eguale|pari)`],
  ['>=', String.raw`(?:uguale|pari|eguale)(?: ?(?:o|e|/) ?|\s)(?:superiore|maggiore)`],
  ['<=', String.raw`(?:inferiore|minore)(?:,? ?(?:o|e|/) ?|\s)(?:uguale|eguale|pari)`],
  ['<=', String.raw`(?:uguale|pari|eguale)(?: ?(?:o|e|/) ?|\s)(?:inferiore|minore)`],
  ['>=', `≥|>=|=>|⩾|≧`],
  ['<=', `≤|<=|=<|⩽|≦`],
  ['>=', String.raw`almeno|minim[oaie]|min\.?|non meno|quantomeno|quanto meno`],
  ['<=', String.raw`massim[oaie]|max\.?|al piu|tutt'al piu|fino|sino`],
  ['>', `>|superior[ei]|maggior[ei]|oltre|piu|al di sopra|sopra`],
  ['<', `<|inferior[ei]|minor[ei]|meno|al di sotto|sotto`],
  ['=', `=|pari`],
];
const SMALL = String.raw`(?:\s*(?:di|del|dello|della|dell'|delle|dei|al|allo|alla|all'|alle|ai|a|ad|il|lo|la|le|i|l'|un|una|pari|uguale|in|che|n\.?|nr\.?|n°|numero|euro|€|ogni|per)(?![a-z]))*\s*[:=]?\s*$`;
const SHAPES = BEFORE.map(
  ([op, words]) => [op, new RegExp(`(?:^|[^a-z])(?:${words})${SMALL}`, 'u')] as const,
);

/** After the number: "90% o più", "30 giorni max". */
const AFTER: readonly (readonly [Comparison, RegExp])[] = [
  ['>=', /^\s*(?:%|\p{L}+)?\s*\(?(?:e |o )(?:piu|oltre|superiore)(?!\p{L})/u],
  ['>=', /^\s*(?:%|\p{L}+)?\s*\(?(?:minim[oie]|min\.)\)?\s*$/u],
  ['<=', /^\s*(?:%|\p{L}+)?\s*\(?(?:massim[oie]|max\.?)\)?\s*$/u],
];

/** How the number between the two texts is compared; `null` when nothing says so, `=` for "pari al". */
export function comparisonBefore(before: string, after: string): Comparison | null {
  const left = fold(before.slice(-80)).replace(/[’`´]/gu, "'");
  const found = SHAPES.find(([, shape]) => shape.test(left));
  if (found !== undefined) return found[0];
  const right = fold(after.slice(0, 40));
  return AFTER.find(([, shape]) => shape.test(right))?.[0] ?? null;
}
