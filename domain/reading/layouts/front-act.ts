/** The act that the document is annexed to or approved by; acts that recitals cite are none of it. */
import { parseCivilDate } from '../../time/civil-date.js';
import { fold } from '../text/letters.js';

export interface FrontAct {
  /** "G.C. n. 48 del 3/5/2024", as printed. */
  readonly act: string;
  /** ISO day, `null` when the day is not printed or does not exist. */
  readonly actDate: string | null;
}

const MONTHS =
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'.split(' ');
const DAY = String.raw`(?:\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*\d{2,4}|\d{1,2}\s*[°º]?\s+(?:${MONTHS.join('|')})\s+\d{4})`;
const KIND = String.raw`(?:deliberazione|delibera|del(?:ib)?\.|determinazione|determina|decreto|ordinanza|atto|verbale(?:\s+di\s+deliberazione)?)`;
const ORGAN = String.raw`(?:(?:di|d['’]|de(?:l(?:la|lo|l['’])?|i)|dell['’])\s*)?(?:giunta(?:\s+(?:comunale|municipale|dell['’]unione|unionale|esecutiva))?|consiglio(?:\s+(?:comunale|dell['’]unione))?|commissario(?:\s+(?:straordinario|prefettizio))?(?:\s*(?:\(|assunt[ao]\s+|con\s+i\s+poteri\s+(?:della|di)\s+)[^)\d]{0,40}\)?)?|sindac[oa]|presidente|segretari[oa](?:\s+(?:comunale|generale))?|g\.?\s?[cmu]\.?|c\.?\s?c\.?|d\.?\s?g\.?\s?[cmu]\.?|d\.?\s?c\.?\s?c\.?)`;
const NUMBER = String.raw`(?:n(?:[.°ºr]|um\.?|umero)*\s*)?\d{1,4}(?:\s*\/\s*(?:20)?\d{2}(?!\d)|\/?[A-Z]{1,3}\b)?`;
const DATED = String.raw`(?:\s*(?:,\s*)?(?:assunta\s+|adottata\s+)?(?:in\s+data(?:\s+del)?|di\s+data|del(?:l['’]|\s+giorno)?|dd\.?|il|d['’])\s*(${DAY}))`;
const ACT = new RegExp(
  String.raw`(?<![\p{L}])((?:(?:${KIND})\s+)?(?:${ORGAN})|${KIND}|d\.?g\.?c\.?|d\.?c\.?c\.?)\s*,?\s*(?:con\s+)?(?:immediatamente\s+eseguibile\s+)?(${NUMBER})${DATED}?`,
  'giu',
);
/** Lines that say something, and characters of them, in which it is looked for. */
const LINES = 90;
const MOST = 15_000;

/** Reads the first lines that say something; `null` when the act is not printed there or is left blank. */
export function actOf(lines: readonly string[]): FrontAct | null {
  const printed = lines
    .filter((line) => line.trim() !== '')
    .slice(0, LINES)
    .join('\n')
    .slice(0, MOST);
  const text = printed.replace(/[’`]/gu, "'");
  const found = [...text.matchAll(ACT)].map((match) => ({ match, trust: trustIn(text, match) }));
  const [best] = found.filter(({ trust }) => trust > 0).sort((a, b) => b.trust - a.trust);
  if (best === undefined) return null;
  const { index } = best.match;
  const [whole, , , day] = best.match;
  const act = printed
    .slice(index, index + whole.length)
    .replace(/\s+/gu, ' ')
    .trim();
  return { act: act.replace(SHORT, ''), actDate: day === undefined ? null : isoDay(day) };
}

/** "deliberazione G.C. n. 48" is "G.C. n. 48": without an article the organ says it all. */
const SHORT =
  /^(?:verbale\s+di\s+)?(?:deliberazione|delibera|del(?:ib)?\.)\s+(?:(?:di\s+)?(?=(?:g\.|c\.|d\.|gc|cc|gm|dgc)\s?)|(?=giunta|consiglio))/iu;

const APPROVED =
  /(?:approvat|adottat|validat|aggiornat|modificat)[oaie](?: (?:dalla|dal) [a-z ]{3,30})? (?:con|giusta|mediante|in esecuzione (?:della|di)) (?:atto |propria |la |il )?(?:di )?$/u;
const OPENS =
  /^\W*(?:e |il (?:presente|piano)[^,;]{0,30}|la presente[^,;]{0,30})?(?:approvat|adottat|validat)/u;

/** How plainly the words before an act say that it is the document's own; 0 for a citation. */
function trustIn(text: string, match: RegExpExecArray): number {
  const before = fold(text.slice(Math.max(0, match.index - 160), match.index)).replace(/\s+/gu, ' ');
  const lineStart = text.lastIndexOf('\n', match.index) + 1;
  const opening = fold(text.slice(lineStart, match.index)).trim();
  const dated = match[3] === undefined && !/\/\s*(?:20)?\d\d$/u.test(match[2] ?? '') ? 0 : 1;
  const early = 1 - match.index / (text.length + 1);
  if (
    /allegat[oai](?:\s+(?:sub\s+|n\.?\s*)?["“«(]?[a-z0-9]{1,3}["”»)]*)?\s*(?:\)|-|–)?\s*(?:parte integrante (?:e sostanziale )?)?(?:(?:al|alla|all'|a|della|del|dell')\s*)?(?:verbale di |proposta di |schema di )?$/u.test(
      before,
    )
  )
    return 6 + dated + early;
  if (
    APPROVED.test(before) &&
    (OPENS.test(opening) ||
      /(?:piano|documento|relazione|obiettivi|\d)\W+(?:e |viene |e stat[oa] )*\S+ (?:con|giusta|mediante)[^,;]{0,30}$/u.test(
        opening,
      ))
  ) {
    return 4 + dated + early;
  }
  if (opening === '' || /^\W*(?:atto|rif\.?|vedi)?:?\W*$/u.test(opening))
    return dated === 1 && lineAlone(text, match) ? 2 + early : 0;
  return 0;
}

/** The act is the whole of its line, as on a title page; a line of a broken paragraph goes on. */
function lineAlone(text: string, match: RegExpExecArray): boolean {
  const end = text.indexOf('\n', match.index + match[0].length);
  return text.slice(match.index + match[0].length, end < 0 ? undefined : end).trim().length <= 2;
}

function isoDay(printed: string): string | null {
  const worded = /^(\d{1,2})\s*[°º]?\s+([a-z]+)\s+(\d{4})$/iu.exec(printed);
  const digits = /^(\d{1,2})\D+(\d{1,2})\D+(\d{2,4})$/u.exec(printed);
  const [day, month, year] =
    worded === null
      ? [digits?.[1], Number(digits?.[2]), digits?.[3]]
      : [worded[1], MONTHS.indexOf((worded[2] ?? '').toLowerCase()) + 1, worded[3]];
  const whole = (year ?? '').length === 2 ? `20${year}` : year;
  return parseCivilDate(`${whole}-${String(month).padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`);
}
