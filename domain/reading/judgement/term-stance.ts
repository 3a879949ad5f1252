/**
 * Whether a number of days is a term, read from what leads into it: "entro 30 giorni" is one, "lavori per
 * 120 giorni" is not, "non prima di 15 giorni" opens a window, "con preavviso di 30 giorni" runs backwards.
 */
import type { Term } from '../grammar/expression.js';
import { type Line, tokenAt } from '../text/token.js';
import type { Lead } from './term-bounds.js';
import { leadOf } from './term-lead.js';

export interface Stance {
  readonly verdict: 'deadline' | 'start-window' | 'nothing';
  readonly before: boolean;
  readonly from: number;
}

export function stanceOf(line: Line, term: Term): Stance {
  const { lead, from } = leadOf(line, term);
  const last = term.from + 2;
  const runsOn = /^consecutiv/.test(tokenAt(line, last).text);
  const before = term.direction === 'before' || lead === 'notice';
  return { verdict: verdictOf(term, lead, runsOn), before, from };
}

function verdictOf(term: Term, lead: Lead, runsOn: boolean): Stance['verdict'] {
  const directed = term.direction !== 'unsaid';
  switch (lead) {
    case 'at-most':
      // "massimo 2 anni", "massimo 7 giorni consecutivi" is how long something lasts.
      return directed || !(term.unit === 'Y' || runsOn) ? 'deadline' : 'nothing';
    case 'by':
    case 'notice':
      return 'deadline';
    case 'start':
      return term.direction === 'before' ? 'deadline' : 'start-window';
    case 'lasting':
      return 'nothing';
    case 'in':
      // "in un giorno festivo" is some day.
      return directed || (term.count !== 1 && (term.unit === 'D' || term.unit === 'h'))
        ? 'deadline'
        : 'nothing';
    case 'at':
      return directed ? 'deadline' : 'nothing';
    case 'procedure':
      return term.unit === 'D' || term.unit === 'h' ? 'deadline' : 'nothing';
    default:
      return directed && (term.direction === 'before' || term.anchor !== null || term.unit === 'D')
        ? 'deadline'
        : 'nothing';
  }
}
