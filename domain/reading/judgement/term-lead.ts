/** What leads into a number of days, read backwards to the word that decides. */
import type { Term } from '../grammar/expression.js';
import { is, isAt, type Line, type Token, tokenAt } from '../text/token.js';
import { M, type Mark } from '../words/mark.js';
import { isAdverb } from '../words/word-endings.js';
import { mentions } from './clause.js';
import { BOUNDS, CHANGED, type Lead, ofBound } from './term-bounds.js';
import {
  isDifference,
  isLabelOfDuration,
  isLabelOfNotice,
  isLabelOfTerm,
  isOfPast,
  isOfPayment,
  isOfProcedure,
  lastsByName,
} from './term-labels.js';

const FARTHEST = 12;

/** Backwards over articles, "n.", "successivi", "circa" to the word that decides. */
export function leadOf(line: Line, term: Term): { lead: Lead; from: number } {
  let from = term.from;
  let near: Lead = 'none';
  for (let at = term.from - 1; at >= 0 && term.from - at < FARTHEST; at--) {
    const token = tokenAt(line, at);
    const decided = decides(line, term, at, token);
    if (decided !== null) return { lead: decided, from: decidedFrom(line, at) };
    // "entro il termine contrattuale di 60 giorni".
    if (!passes(token) && isAt(line, at - 1, M.due) && isAt(line, at + 1, M.of))
      return { lead: 'by', from: at - 1 };
    if (isOfPast(line, term, at)) return { lead: 'lasting', from };
    const kind = prepositionAt(line, at);
    if (kind !== null) near = near === 'none' ? kind : near;
    else if (!passes(token)) break;
    from = at;
  }
  if (near === 'none' && lastsByName(line, term.from)) return { lead: 'lasting', from };
  if (near === 'none' && from === term.from && isOfProcedure(line, term.from)) near = 'procedure';
  return { lead: near, from: near === 'none' || near === 'procedure' ? term.from : from };
}

function prepositionAt(line: Line, at: number): Lead | null {
  if (isAt(line, at, M.in)) return 'in';
  return isAt(line, at, M.at) ? (isOfPayment(line, at) ? 'by' : 'at') : null;
}

/** Words whose meaning "non" turns round: "oltre 30 giorni" lasts, "non oltre 30 giorni" is a term. */
const TURNED: readonly (readonly [Mark, plain: Lead, negated: Lead])[] = [
  [M.beyond, 'lasting', 'by'],
  [M.before, 'by', 'start'],
  [M.after, 'start', 'by'],
];
const SETTLED: readonly (readonly [Mark, Lead])[] = [
  [M.by, 'by'],
  [M.notice, 'notice'],
  [M.lasting, 'lasting'],
  [M.from, 'lasting'],
  [M.within, 'by'],
  [M.due, 'by'],
];

function decides(line: Line, term: Term, at: number, token: Token): Lead | null {
  // "slitta di una settimana".
  if (token.text === 'di' && CHANGED.test(tokenAt(line, at - 1).text)) return 'lasting';
  if (isDifference(line, at) || isLabelOfDuration(line, at)) return 'lasting';
  if (token.kind === 'sign') return ofSign(line, at);
  for (const [mark, plain, negated] of TURNED) {
    if (is(token, mark)) return isAt(line, at - 1, M.not) ? negated : plain;
  }
  const bound = BOUNDS[token.text];
  if (bound !== undefined) return ofBound(line, at, bound);
  if (is(token, M.until)) return term.direction === 'before' ? 'by' : 'lasting';
  if (is(token, M.for)) return ofSpanOfTime(line, term, at);
  return SETTLED.find(([mark]) => is(token, mark))?.[1] ?? null;
}

/** "lavori per 120 giorni", "previsto per 30 giorni dalla firma". */
function ofSpanOfTime(line: Line, term: Term, at: number): Lead | null {
  if (isAt(line, at - 1, M.planned)) return null;
  return isOpenFor(line, term, at) ? 'by' : 'lasting';
}

function ofSign(line: Line, at: number): Lead | null {
  if (isLabelOfNotice(line, at)) return 'notice';
  const { text } = tokenAt(line, at);
  return text === '<' || text === '≤' || isLabelOfTerm(line, at) ? 'by' : null;
}

/** "possono essere presentate per i 30 giorni successivi al deposito". */
const isOpenFor = (line: Line, { direction, anchor }: Term, at: number): boolean =>
  direction === 'after' &&
  anchor !== null &&
  isAt(line, at - 1, M.task) &&
  mentions(line, { from: Math.max(0, at - 4), to: at }, [M.future]);

function decidedFrom(line: Line, at: number): number {
  if (isAt(line, at, M.beyond))
    return isAt(line, at - 2, M.and) && isAt(line, at - 3, M.by) ? at - 3 : at - 1;
  return at;
}

const PASSED: readonly Mark[] = [M.article, M.of, M.next, M.coming, M.filler, M.planned, M.moved, M.for];
const PASSED_WORDS = new Set(
  'n nr numero almeno ulteriori altri primi soli minimo previsto medio medi legale scritto congruo'.split(
    ' ',
  ),
);
const passes = (token: Token): boolean =>
  PASSED_WORDS.has(token.text) || isAdverb(token.text) || PASSED.some((mark) => is(token, mark));
