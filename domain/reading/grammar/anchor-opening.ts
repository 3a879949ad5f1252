/** What stands before the noun of an anchor: articles, "data di", "data prevista per", "quello in cui". */
import { is, isAt, type Line, type Token, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { isActionNoun } from '../words/word-endings.js';
import { readDay } from './day.js';

/** "in cui è avvenuta": nothing but the participle names it. */
const BE = new Set(['e', 'sono', 'ha', 'viene', 'sia']);
const HOLDERS = new Set(['data', 'giorno', 'momento', 'ora', 'quello', 'quella', 'quelli', 'quelle']);

/** "quello della votazione": stands for the noun. */
export const isHolder = ({ text }: Token): boolean => HOLDERS.has(text);

/** Over articles and what only holds the place of the noun. */
export function afterOpenings(line: Line, from: number): number {
  let at = from;
  for (let turns = 0; turns < 8; turns++) {
    const next = isAt(line, at, M.article)
      ? at + 1
      : HOLDERS.has(tokenAt(line, at).text)
        ? afterHolder(line, at + 1)
        : at;
    if (next === at) break;
    at = next;
  }
  return at;
}

/** After "data", "giorno", "quello": over "di", "prevista per", "successivo a", "in cui"; else back to it. */
function afterHolder(line: Line, at: number): number {
  const token = tokenAt(line, at);
  if (is(token, M.of)) return at + 1;
  if (token.text === 'in' && tokenAt(line, at + 1).text === 'cui') return afterClause(line, at + 2);
  if (is(token, M.planned) || is(token, M.setting)) {
    const next = tokenAt(line, at + 1);
    return is(next, M.for) || is(next, M.of) ? at + 2 : at - 1;
  }
  if (is(token, M.next) && isAt(line, at + 1, M.at)) return at + 2;
  return is(token, M.moment) || isActionNoun(token.text) || dayFollows(line, at) ? at : at - 1;
}

const dayFollows = (line: Line, at: number): boolean =>
  tokenAt(line, at).kind === 'number' && readDay(line, at) !== null;

/** "in cui ha avuto inizio l'assenza": to the noun, the first with an article. */
function afterClause(line: Line, from: number): number {
  for (let at = from; at < from + 8; at++) {
    if (tokenAt(line, at).kind !== 'word') break;
    if (isAt(line, at, M.article)) return at;
  }
  return BE.has(tokenAt(line, from).text) ? from + 1 : from;
}
