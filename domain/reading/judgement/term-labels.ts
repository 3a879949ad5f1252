/** Labels and nouns that stand before a number of days and say what it is: "Durata:", "Preavviso:", "Tempo di rilascio:". */
import type { Term } from '../grammar/expression.js';
import { isAt, type Line, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { clauseAround, mentions } from './clause.js';
import { isPast } from './past.js';

/** "Durata della concessione: anni 6 dal 1° luglio". */
export const isLabelOfDuration = (line: Line, colon: number): boolean => {
  const label = { from: Math.max(0, colon - 5), to: colon };
  return (
    tokenAt(line, colon).text === ':' &&
    mentions(line, label, [M.lasting]) &&
    !mentions(line, label, [M.procedure, M.within, M.due])
  );
};

/** "-5 gg", "+10 giorni": so many fewer or more. */
export const isDifference = (line: Line, at: number): boolean => {
  const sign = tokenAt(line, at);
  return (sign.text === '-' || sign.text === '+') && !sign.glued && tokenAt(line, at + 1).glued;
};

/** "Preavviso minimo per interventi programmati: 24 ore". */
export const isLabelOfNotice = (line: Line, colon: number): boolean =>
  tokenAt(line, colon).text === ':' &&
  mentions(line, { from: Math.max(0, colon - 6), to: colon }, [M.notice]);

/** "Tempo di rilascio: 30 giorni", "Durata massima del procedimento: 30 giorni". */
export function isLabelOfTerm(line: Line, colon: number): boolean {
  if (tokenAt(line, colon).text !== ':' || speaksOfDelay(line, colon)) return false;
  return mentions(line, { from: Math.max(0, colon - 8), to: colon }, [M.within, M.due, M.by, M.procedure]);
}

/** "Ritardo massimo ammesso: 10 giorni". */
const speaksOfDelay = (line: Line, colon: number): boolean =>
  [1, 2, 3, 4, 5, 6, 7, 8].some((back) => /^(?:ritard|scostament)/.test(tokenAt(line, colon - back).text));

/** "Istruttoria pratiche 30 gg., rilascio pareri 15 gg.": what it takes is what it may take. */
export function isOfProcedure(line: Line, from: number): boolean {
  const clause = { from: Math.max(clauseAround(line, from, from).from, from - 6), to: from };
  // "Durata del procedimento 60 giorni": of the procedure all the same.
  const whole = isAt(line, clause.from, M.lasting) ? { ...clause, from: clause.from + 1 } : clause;
  return mentions(line, whole, [M.procedure]) && !mentions(line, whole, [M.lasting, M.past]);
}

/** "Validità dell'offerta 180 giorni dalla scadenza": the clause opens with what lasts. */
export function lastsByName(line: Line, from: number): boolean {
  const first = clauseAround(line, from, from).from;
  return isAt(line, first, M.lasting) && !mentions(line, { from: first, to: from }, [M.procedure]);
}

/** "pagamento a 30 giorni". */
export const isOfPayment = (line: Line, at: number): boolean =>
  /^pagament[oi]$/.test(tokenAt(line, at - 1).text) && tokenAt(line, at - 2).text !== 'di';

/** "concluso in 25 giorni" is a result; "le somme riscosse nei quindici giorni precedenti" says of which days. */
export const isOfPast = (line: Line, { direction }: Term, at: number): boolean =>
  isPast(line, at - 1) &&
  (tokenAt(line, at).text === 'in' || (isAt(line, at, M.in) && direction === 'before'));
