/** How a noun such as "termini" is led: firmly ("entro i", "nei", "rispetto dei"), weakly ("alle", "secondo le"), or not at all. */
import { is, isAt, type Line, type Token, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';

export interface TermLead {
  readonly firm: boolean;
  /** First token of the lead-in. */
  readonly from: number;
}

/** Weakly led, a term is external only when it is said to be set, or whose it is. */
const LEADS: Readonly<Record<string, 'firm' | 'weak'>> = {
  nei: 'firm',
  nel: 'firm',
  negli: 'firm',
  alle: 'weak',
  alla: 'weak',
  ai: 'weak',
  al: 'weak',
  secondo: 'weak',
  con: 'weak',
  su: 'weak',
  da: 'weak',
  dal: 'weak',
  come: 'weak',
};
const BETWEEN = new Set(
  'diverso diversi diversa relativi relative rispettivi rispettive propri proprie seguenti soli nuovi'.split(
    ' ',
  ),
);
/** "entro lo stesso termine": the one that was said before. */
const SAID_BEFORE = new Set('stesso medesimo tale detto stessi medesimi tali suddetto predetto'.split(' '));
const FARTHEST = 6;

export function leadOfTermNoun(line: Line, noun: number): TermLead | null {
  if (SAID_BEFORE.has(tokenAt(line, noun - 1).text)) return null;
  // "nei tempi tecnici necessari" nobody sets.
  if (/^tecnic/.test(tokenAt(line, noun + 1).text)) return null;
  let at = noun - 1;
  while (at > noun - FARTHEST && isBetween(tokenAt(line, at))) at--;
  const token = tokenAt(line, at);
  const firm = { firm: true, from: at };
  if (is(token, M.respect)) return tokenAt(line, at - 1).text.startsWith('manca') ? null : firm;
  if (is(token, M.by)) return firm;
  if (is(token, M.and)) return tokenAt(line, at - 1).kind === 'word' ? { firm: false, from: noun } : null;
  // "nel tempo" is no term.
  if (token.text === 'nel' && tokenAt(line, noun).text === 'tempo') return null;
  // "rispetto al cronoprogramma" compares.
  if (tokenAt(line, at - 1).text === 'rispetto') return null;
  if (tokenAt(line, at - 1).text === 'compatibilmente') return null;
  const lead = LEADS[token.text];
  return lead === undefined ? null : { firm: lead === 'firm', from: at };
}

const isBetween = (token: Token): boolean =>
  is(token, M.article) ||
  is(token, M.setting) ||
  is(token, M.of) ||
  is(token, M.filler) ||
  BETWEEN.has(token.text);

/** "alla scadenza della convenzione": of one thing, on that day; "fino alla scadenza" only lasts. */
export const runsOut = (line: Line, noun: number): boolean =>
  tokenAt(line, noun).text === 'scadenza' &&
  tokenAt(line, noun - 1).text === 'alla' &&
  !isAt(line, noun - 2, M.until) &&
  isAt(line, noun + 1, M.of);

/** "secondo le scadenze ministeriali", "alle scadenze del bando": several terms, and whose they are. */
export function isQualified(line: Line, noun: number): boolean {
  const { text } = tokenAt(line, noun);
  const next = tokenAt(line, noun + 1);
  const named = next.kind === 'word' && ![M.stop, M.and, M.at, M.in].some((mark) => is(next, mark));
  return (
    named &&
    (/[ie]$/.test(text) || text === 'tempistica') &&
    !['termine', 'tempo'].includes(text) &&
    !isAt(line, noun - 1, M.filler)
  );
}
