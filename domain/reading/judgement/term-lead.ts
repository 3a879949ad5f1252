/** What leads into a number of days, read backwards to the word that decides. */
import type { Term } from '../grammar/expression.js';
import { is, isAt, type Line, type Token, tokenAt } from '../text/token.js';
import { M, type Mark } from '../words/mark.js';
import { isAdverb } from '../words/word-endings.js';
import { clauseAround, mentions } from './clause.js';
import { isPast } from './past.js';
import { BOUNDS, CHANGED, type Lead, ofBound } from './term-bounds.js';

const FARTHEST = 12;

/** Backwards over articles, "n.", "successivi", "circa" to the word that decides. */
export function leadOf(line: Line, term: Term): { lead: Lead; from: number } {
  let from = term.from;
  let near: Lead = 'none';
  for (let at = term.from - 1; at >= 0 && term.from - at < FARTHEST; at--) {
    const token = tokenAt(line, at);
    const decided = decides(line, term, at, token);
    if (decided !== null) return { lead: decided, from: decidedFrom(line, at) };
    if (isOfPast(line, term, at)) return { lead: 'lasting', from };
    if (is(token, M.in)) near = near === 'none' ? 'in' : near;
    else if (is(token, M.at)) near = near === 'none' ? 'at' : near;
    else if (!passes(token)) break;
    from = at;
  }
  if (near === 'none' && from === term.from && isOfProcedure(line, term.from)) near = 'procedure';
  return { lead: near, from: near === 'none' || near === 'procedure' ? term.from : from };
}

/** "concluso in 25 giorni" is a result; "le somme riscosse nei quindici giorni precedenti" says of which days. */
const isOfPast = (line: Line, { direction }: Term, at: number): boolean =>
  isPast(line, at - 1) &&
  (tokenAt(line, at).text === 'in' || (isAt(line, at, M.in) && direction === 'before'));

/** "Istruttoria pratiche 30 gg., rilascio pareri 15 gg.": what it takes is what it may take. */
function isOfProcedure(line: Line, from: number): boolean {
  const clause = { from: Math.max(clauseAround(line, from, from).from, from - 6), to: from };
  return mentions(line, clause, [M.procedure]) && !mentions(line, clause, [M.lasting, M.past]);
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
  if (token.kind === 'sign')
    return isLabelOfNotice(line, at)
      ? 'notice'
      : token.text === '<' || token.text === '≤' || isLabelOfTerm(line, at)
        ? 'by'
        : null;
  for (const [mark, plain, negated] of TURNED) {
    if (is(token, mark)) return isAt(line, at - 1, M.not) ? negated : plain;
  }
  const bound = BOUNDS[token.text];
  if (bound !== undefined) return ofBound(line, at, bound);
  if (is(token, M.until)) return term.direction === 'before' ? 'by' : 'lasting';
  if (is(token, M.for)) return isAt(line, at - 1, M.planned) ? null : 'lasting';
  return SETTLED.find(([mark]) => is(token, mark))?.[1] ?? null;
}

/** "Durata della concessione: anni 6 dal 1° luglio". */
const isLabelOfDuration = (line: Line, colon: number): boolean => {
  const label = { from: Math.max(0, colon - 5), to: colon };
  return (
    tokenAt(line, colon).text === ':' &&
    mentions(line, label, [M.lasting]) &&
    !mentions(line, label, [M.procedure, M.within, M.due])
  );
};

/** "-5 gg", "+10 giorni": so many fewer or more. */
const isDifference = (line: Line, at: number): boolean => {
  const sign = tokenAt(line, at);
  return (sign.text === '-' || sign.text === '+') && !sign.glued && tokenAt(line, at + 1).glued;
};

/** "Preavviso minimo per interventi programmati: 24 ore". */
const isLabelOfNotice = (line: Line, colon: number): boolean =>
  tokenAt(line, colon).text === ':' &&
  mentions(line, { from: Math.max(0, colon - 6), to: colon }, [M.notice]);

/** "Tempo di rilascio: 30 giorni", "Durata massima del procedimento: 30 giorni". */
function isLabelOfTerm(line: Line, colon: number): boolean {
  if (tokenAt(line, colon).text !== ':' || speaksOfDelay(line, colon)) return false;
  return mentions(line, { from: Math.max(0, colon - 8), to: colon }, [M.within, M.due, M.by, M.procedure]);
}

/** "Ritardo massimo ammesso: 10 giorni". */
const speaksOfDelay = (line: Line, colon: number): boolean =>
  [1, 2, 3, 4, 5, 6, 7, 8].some((back) => /^(?:ritard|scostament)/.test(tokenAt(line, colon - back).text));

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
