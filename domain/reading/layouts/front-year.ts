/** The year of the objectives: "ANNO 2025", "triennio 2025-2027, annualità 2025"; never that of an act or a law. */
import { fold } from '../text/letters.js';

/** Lines of the front that are looked at, blank ones not counted. */
const FRONT = 80;
/** Characters of a line of the front that are looked at. */
const LONG = 500;

/** How much each way of printing a year is believed; group 1 is the year. */
const SIGNS: readonly (readonly [number, RegExp])[] = [
  [
    25,
    /(?:annualita|anno di riferimento|esercizio di riferimento|obiettivi (?:per l')?anno)\W{0,3}(20\d\d)/gu,
  ],
  [6, /(?:^|[^l'] ?)\b(?:anno|esercizio|esercizio finanziario)\W{1,3}(20\d\d)/gu],
  [
    5,
    /(?:piano|piao|p\.?i\.?a\.?o\.?|peg|p\.?e\.?g\.?|pdo|p\.?d\.?o\.?|performance|obiettivi|relazione|consuntivo|rendiconto|scheda|schede|griglia)[^\d\n]{0,60}?(20\d\d)/gu,
  ],
  [4, /(?:triennio|periodo)?\s*(20\d\d)\s*[-–—/]\s*(?:20)?\d\d(?!\d|[-/.])/gu],
];
/** A line of running text: it speaks of other documents too. */
const SENTENCE =
  /(?<![a-z])(?:sono|viene|vengono|approvat[oaie]|individua|ai sensi|discendono|coerenti|visto|vista)(?![a-z])/u;
const CITED =
  /(?:\bdup\W{0,3}$|documento unico di programmazione\W{0,3}$|bilancio(?: di previsione)?\W{0,3}$|n\.?\s*\d{1,4}\s*(?:\/|del)\s*$|\d{1,2}[./-]\d{1,2}[./-]$|d\.?\s?lgs\.?[^,;]{0,25}$|legge[^,;]{0,25}$|(?:^|\W)l\.[^,;]{0,20}$|d\.?p\.?r\.?[^,;]{0,20}$|deliberazion[ei][^,;]{0,60}$|\bdel\s+$|(?:dal|dall'|nel|fino al|prima volta nel|in vigore)\s*(?:anno\s*)?$|ccnl[^,;]{0,30}$|(?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre)\s*$)/u;

/** A title is short and stands early; the sentences of an introduction speak of other years too. */
function trust(text: string, at: number, titles: number): number {
  const title = text.length <= 120 && !SENTENCE.test(text) ? 1 : 0.3;
  if (at >= titles) return title * 0.02;
  return at < 25 ? title : title * 0.1;
}

/** `null` when no year is printed; `until` is the line of the first objective. */
export function yearOf(lines: readonly string[], until: number): number | null {
  const titles = lines.slice(0, until).filter((line) => line.trim() !== '').length;
  const said = lines.filter((line) => line.trim() !== '');
  const scores = new Map<number, number>();
  const add = (year: number, score: number): void => {
    scores.set(year, (scores.get(year) ?? 0) + score);
  };
  for (const [at, line] of said.slice(0, FRONT).entries()) {
    const text = fold(line.slice(0, LONG)).replace(/[’`]/gu, "'");
    const weight = trust(text, at, titles);
    for (const [score, sign] of SIGNS) {
      for (const match of text.matchAll(sign)) {
        const place = match.index + match[0].indexOf(match[1] ?? '');
        if (!CITED.test(text.slice(0, place))) add(Number(match[1]), score * weight);
      }
    }
  }
  // Days of the objectives themselves decide between years equally probable, and where nothing else is printed.
  for (const line of said) {
    for (const match of line.matchAll(/\b\d{1,2}[./-]\d{1,2}[./-](20\d\d)\b/gu)) add(Number(match[1]), 0.05);
    for (const match of line.matchAll(/\b(20\d\d)\b/gu)) add(Number(match[1]), 0.01);
  }
  const [best] = [...scores].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
}
