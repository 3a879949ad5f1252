/** First days: of a recurrence in the same clause ("mensile da 1 marzo"), else of a window. */
import type { PlanTerm } from './plan-term.js';

/** What ends a clause between a recurrence and a first day. */
const BORDER = /[;|•]|\.\s/;

/** Gives each first day to the recurrence of its clause, or makes it a `start-window` of its own. */
export function settleStarts(text: string, terms: readonly PlanTerm[]): readonly PlanTerm[] {
  const starts = terms.filter(({ kind, start }) => kind === 'none' && start !== undefined);
  const given = new Map<PlanTerm, PlanTerm>();
  for (const start of starts) {
    const rule = terms.find((one) => !given.has(one) && mayStart(text, one, start));
    if (rule !== undefined) given.set(rule, start);
  }
  const used = new Set(given.values());
  return terms
    .filter((term) => !used.has(term))
    .map((term) => {
      const start = given.get(term);
      if (start !== undefined) return startingOn(text, term, start);
      return starts.includes(term) ? windowFrom(term) : term;
    });
}

const mayStart = (text: string, rule: PlanTerm, { span }: PlanTerm): boolean =>
  rule.kind === 'recurring' &&
  rule.dtstart === undefined &&
  !BORDER.test(text.slice(Math.min(rule.span[1], span[1]), Math.max(rule.span[0], span[0])));

const windowFrom = ({ start, phrase, span }: PlanTerm): PlanTerm => ({
  kind: 'date',
  ...(start === undefined ? {} : { date: start }),
  role: 'start-window',
  phrase,
  span,
});

/** Side by side, the two are one phrase. */
function startingOn(text: string, rule: PlanTerm, { start, span }: PlanTerm): PlanTerm {
  const begun = start === undefined ? rule : { ...rule, dtstart: start };
  const between = text.slice(rule.span[1], span[0]);
  if (rule.span[1] > span[0] || between.trim() !== '') return begun;
  const whole = [rule.span[0], span[1]] as const;
  return { ...begun, phrase: text.slice(...whole).replace(/\s+/g, ' '), span: whole };
}
