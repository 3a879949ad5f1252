/** That a term is set, and by whom: "previsti dal bando", "e le modalità deliberate dal Consiglio". */
import { is, isAt, type Line, skip, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { isActionNoun } from '../words/word-endings.js';
import { readAnchor, wordsBetween } from './anchor.js';

/** Over "e le modalità", "temporali", "previsti", "fissate annualmente": what says that they are set. */
export function overSettings(line: Line, from: number): number {
  let at = from;
  for (let words = 0; words < 8; words++) {
    const token = tokenAt(line, at);
    if (is(token, M.setting) || is(token, M.planned) || is(token, M.moved) || is(token, M.adverb)) at++;
    else if (is(token, M.every) && isAt(line, at + 1, M.yearWord)) at += 2;
    else if (is(token, M.and) && settlesLater(line, at)) at = settlesLater(line, at);
    else break;
  }
  return at;
}

/** "e le modalità deliberate": the place of the participle, 0 when there is none. */
function settlesLater(line: Line, and: number): number {
  for (let at = and + 1; at < and + 5; at++) {
    if (isAt(line, at, M.setting) || isAt(line, at, M.planned)) return at;
    if (tokenAt(line, at).kind !== 'word') return 0;
  }
  return 0;
}

/** After "termini [previsti]": what fixes them, or `null`. */
export function fixedBy(line: Line, from: number, set: boolean): { anchor: string | null; to: number } {
  const token = tokenAt(line, from);
  if (token.text === 'di' && tokenAt(line, from + 1).text === 'cui')
    return anchored(line, skip(line, from + 2, M.at), from);
  if (token.text === 'ex') return anchored(line, from + 1, from);
  if (token.text === 'ai' && tokenAt(line, from + 1).text === 'sensi')
    return anchored(line, skip(line, from + 2, M.of), from);
  if ([M.from, M.of, M.in].some((mark) => is(token, mark))) return anchored(line, from + 1, from);
  // "previsti con decreto", "stabiliti per la resa del conto"; unset, such words belong to the sentence.
  if (set && (token.text === 'con' || is(token, M.at) || is(token, M.for)))
    return anchored(line, from + 1, from);
  const ends = token.kind !== 'word' || [M.stop, M.and, M.for, M.at].some((mark) => is(token, mark));
  if (ends) return { anchor: null, to: from };
  // "tempistiche rendicontazione opere da contributi": what fixes them comes after "da".
  const bare = readAnchor(line, from);
  return isAt(line, bare.to, M.from) ? anchored(line, bare.to + 1, from) : { anchor: bare.text, to: bare.to };
}

function anchored(line: Line, at: number, otherwise: number): { anchor: string | null; to: number } {
  // "nel rispetto dei termini nel 90% dei casi": of how many, not of what.
  if (tokenAt(line, at).kind === 'number' && tokenAt(line, at + 1).text === '%')
    return { anchor: null, to: otherwise };
  const { text, to } = readAnchor(line, at);
  if (text === null) return { anchor: null, to: otherwise };
  const end = afterJoinedNoun(line, to);
  return end === to ? { anchor: text, to } : { anchor: wordsBetween(line, at, end), to: end };
}

/** "da contributi e PNRR", "da leggi e regolamenti": one more noun that ends the clause, not one more thing to do. */
function afterJoinedNoun(line: Line, at: number): number {
  const noun = tokenAt(line, at + 1);
  const ends = tokenAt(line, at + 2).kind === 'end' || isSignOfEnd(tokenAt(line, at + 2).text);
  const done = isActionNoun(noun.text) || is(noun, M.action) || is(noun, M.task) || is(noun, M.report);
  return tokenAt(line, at).text === 'e' && noun.kind === 'word' && ends && !done ? at + 2 : at;
}

const isSignOfEnd = (text: string): boolean => text === '.' || text === ';' || text === ',' || text === ')';
