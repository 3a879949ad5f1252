/** The words a lead-in is made of: those that settle it, and those it only passes over. */
import { is, isAt, type Line, type Token, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import type { Lead, Walk } from './lead.js';
import { isParticipleAt } from './past.js';
import { runsOutWith } from './runs-out.js';

/** Words that settle the matter, whatever stands between them and the day. */
export function decides(line: Line, at: number, { near }: Walk): { lead: Lead; from: number } | null {
  const token = tokenAt(line, at);
  if (is(token, M.by)) return { lead: 'by', from: at };
  if (is(token, M.beyond)) return beyond(line, at);
  if (token.text === 'prima' && (near === 'of' || near === 'on' || near === 'at')) {
    const not = notOf(line, at);
    if (not < at) return { lead: 'not-before', from: not };
    // "le rate scadenti prima del 1° dicembre" are only described.
    return { lead: tokenAt(line, at - 1).text.startsWith('scadent') ? 'after' : 'by', from: at };
  }
  if (token.text === 'tardi') return { lead: 'by', from: isAt(line, at - 2, M.at) ? at - 2 : at };
  if (is(token, M.until)) return { lead: 'until', from: at };
  // "i lavori dovrebbero partire nel terzo trimestre": a verb, not "a partire da".
  if (is(token, M.start) && (token.text !== 'partire' || isAt(line, at - 1, M.at)))
    return { lead: 'from', from: at };
  if (is(token, M.after))
    return isAt(line, at - 1, M.not) ? { lead: 'by', from: at - 1 } : { lead: 'after', from: at };
  if (is(token, M.except)) return { lead: 'after', from: at };
  if (is(token, M.due)) return due(line, at, near);
  return is(token, M.moved) && near !== 'of' ? { lead: 'by', from: at } : null;
}

/** "non prima del", "non può essere consegnata prima del": the place of "non", that of "prima" without it. */
function notOf(line: Line, before: number): number {
  for (let at = before - 1; at > before - 6; at--) {
    if (isAt(line, at, M.not)) return at;
    if (!isAt(line, at, M.future) && !isParticipleAt(line, at)) return before;
  }
  return before;
}

/** "licenze in scadenza il" only run out; "decorso il termine del" speaks of what comes after. */
function due(line: Line, at: number, near: Lead): { lead: Lead; from: number } {
  const noun = isAt(line, at - 1, M.article) ? at - 2 : at - 1;
  // "sospensione dei termini dal 1° al 31 agosto".
  if (tokenAt(line, at - 2).text === 'sospensione' || tokenAt(line, at - 3).text === 'sospensione')
    return { lead: 'of', from: at };
  if (isAt(line, noun, M.after) && !isAt(line, noun - 1, M.not)) return { lead: 'after', from: noun };
  const runsOut = tokenAt(line, at).text.startsWith('scadent')
    ? near === 'in'
    : (tokenAt(line, at - 1).text === 'in' && near !== 'bare') || runsOutWith(line, at);
  return { lead: runsOut ? 'expiry' : 'by', from: at };
}

/** "non oltre il" is a deadline, "oltre il" is not. */
function beyond(line: Line, at: number): { lead: Lead; from: number } {
  if (!isAt(line, at - 1, M.not)) return { lead: 'after', from: at };
  const from = isAt(line, at - 2, M.and) && isAt(line, at - 3, M.by) ? at - 3 : at - 1;
  return { lead: 'by', from };
}

/** The next place when the token may stand in a lead-in; the same when it may not. */
export function passes(line: Line, at: number, walk: Walk): number {
  const token = tokenAt(line, at);
  const kind = prepositionOf(token);
  if (kind !== null) {
    if (walk.near === 'bare' || walk.near === 'on') walk.near = kind;
  } else if (is(token, M.article)) {
    if (walk.near === 'bare') walk.near = 'on';
  } else if (is(token, M.dayWord) || token.text === 'data') {
    // "alla data del 30": the preposition before "data" counts.
    if (walk.near === 'of') walk.near = 'bare';
  } else if (token.text === 'corso' || token.text === 'arco') {
    const within = tokenAt(line, at - 1).text;
    if (within !== 'nel' && within !== 'nell' && within !== 'durante') return at;
    walk.near = 'bare';
  } else if (is(token, M.planned)) {
    walk.planned = true;
  } else if (!isFiller(line, at, token)) return at;
  walk.from = at;
  return at - 1;
}

function prepositionOf(token: Token): Lead | null {
  if (token.text === 'a' || token.text === 'ad') return 'in';
  if (is(token, M.at)) return 'at';
  if (is(token, M.of)) return 'of';
  if (is(token, M.from)) return 'from';
  if (is(token, M.in)) return 'in';
  return is(token, M.for) ? 'for' : null;
}

/** Adverbs, weekdays, and a colon or dash right after the word that decides ("Scadenza: 30 giugno"). */
function isFiller(line: Line, at: number, token: Token): boolean {
  if (is(token, M.filler) || token.word.weekday > 0 || is(token, M.coming) || token.text === 'piu')
    return true;
  if (token.text !== ':' && token.text !== '-' && token.text !== '(' && token.text !== '"') return false;
  const before = tokenAt(line, at - 1);
  return is(before, M.by) || is(before, M.due) || is(before, M.filler) || token.text === '"';
}
