/** What joins the members of a list of days, and of joined terms. */
import { isAt, type Line, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';

/** Only what joins the members of a list stands between two places. */
export function isLinked(line: Line, before: number, to: number): boolean {
  const from = afterAside(line, before, to);
  if (to <= from || to - from > 9) return to === from && to > 0;
  let joined = false;
  for (let at = from; at < to; at++) {
    const token = tokenAt(line, at);
    if (token.text === ',' || token.text === '/' || token.text === '-' || isAt(line, at, M.and))
      joined = true;
    else if (!LINKS.some((mark) => isAt(line, at, mark)) && token.word.weekday === 0) return false;
  }
  return joined;
}

const LONGEST_ASIDE = 6;

/** "30 aprile (rata unica) ovvero 30/4": after short brackets, unmoved where there are none. */
function afterAside(line: Line, from: number, to: number): number {
  if (tokenAt(line, from).text !== '(') return from;
  for (let at = from + 1; at < to && at < from + LONGEST_ASIDE; at++)
    if (tokenAt(line, at).text === ')') return at + 1;
  return from;
}

const LINKS = [M.article, M.at, M.of, M.in, M.by, M.dayWord, M.monthWord, M.filler, M.not, M.beyond];

const OR = new Set(['o', 'oppure', 'ovvero']);

/** "al Prefetto entro 60 gg o al giudice entro 30 gg dalla notifica": only words between, and "entro" last. */
function isAlternative(line: Line, from: number, to: number): boolean {
  if (to - from > 9 || !OR.has(tokenAt(line, from).text) || !isAt(line, to - 1, M.by)) return false;
  for (let at = from; at < to; at++) if (tokenAt(line, at).kind !== 'word') return false;
  return true;
}

/** "non prima di dieci giorni e non oltre trenta", "7 giorni prima dell'evento ovvero 12 ore". */
export function isJoined(line: Line, from: number, to: number): boolean {
  if (isAlternative(line, from, to)) return true;
  if (to - from > 6) return false;
  for (let at = from; at < to; at++) {
    const token = tokenAt(line, at);
    if (
      token.text !== '(' &&
      token.text !== ',' &&
      ![M.and, M.not, M.beyond, M.by, M.filler, M.article, M.before, M.of].some((mark) =>
        isAt(line, at, mark),
      )
    )
      return false;
  }
  const comma = tokenAt(line, from).text === ',' ? 1 : 0;
  return isAt(line, from + comma, M.and) || tokenAt(line, from).text === '(';
}
