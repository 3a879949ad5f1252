/** The terms of one objective, from wherever they are said; one said twice is one. */
import type { PlanMilestone } from '../../plan/plan-document.js';
import { civilDateOf, lastDayOfMonth } from '../../time/civil-date.js';
import type { DraftObjective, DraftPhase, MarkedMonths, Passage } from '../layouts/draft.js';
import { type PlanTerm, readPlanTerms } from '../read-plan-terms.js';
import { joinFragments } from '../source/joined.js';
import { paragraphsOf } from './indicator-clauses.js';
import { weightIn } from './weight-words.js';

/** In the order of description, indicators with their targets, phases, times. `year` is that of the objectives. */
export function milestonesOf(draft: DraftObjective, year: number): readonly PlanMilestone[] {
  const measured = draft.indicators.flatMap((indicator, i) => [
    ...termsIn(indicator, year),
    ...termsIn(draft.targets[i] ?? [], year, isTimesCell(draft.targets[i] ?? [])),
  ]);
  const said = [
    ...draft.texts.flatMap((passage) => termsIn(passage, year)),
    ...measured,
    ...draft.phases.flatMap((phase) => phaseTerms(phase, year)),
    ...(draft.times ?? []).flatMap((passage) => termsIn(passage, year, true)),
  ].filter((one) => !isBefore(one, year) && !isQuantity(one));
  return distinct(withoutVague(said.length > 0 ? said : titleTerms(draft, year)));
}

/** "inferiore a 20 giorni", "< 15 minuti": how long something takes, a value to measure. */
const isQuantity = ({ kind, anchor, phrase }: PlanMilestone): boolean =>
  kind === 'relative' && (anchor ?? null) === null && COMPARED.test(phrase);
const COMPARED =
  /^\s*(?:[<>≤≥=]|(?:inferior|superior|pari|ugual)|(?:meno|più) d|al di sotto|min\b|minimo|max\b|massimo|almeno|sotto )/iu;

/** "nei termini" says nothing where the same objective says which: "entro i termini fissati dal bando". */
const withoutVague = (said: readonly PlanMilestone[]): readonly PlanMilestone[] =>
  said.some(({ kind, anchor }) => kind === 'external-term' && (anchor ?? null) !== null)
    ? said.filter(({ kind, anchor }) => kind !== 'external-term' || (anchor ?? null) !== null)
    : said;

/**
 * A fact of years before, which says which contract or act is meant ("CCNL stipulato il 16 novembre 2022"), is
 * no milestone of the plan; a deadline in a year before stays, and the lint says so.
 */
const isBefore = (term: PlanMilestone, year: number): boolean =>
  (term.role === 'event' || (term.role === 'start-window' && BARE_YEAR.test(term.phrase))) &&
  Number((term.date ?? '9999').slice(0, 4)) < year;
/** "gli atti dal 1950" are those of before, not a window of the plan. */
const BARE_YEAR = /^\D*\d{4}\D*$/u;

/** Titles name years, acts and things: only a title that is all there is, and says "entro", sets a term. */
const titleTerms = ({ title, lines }: DraftObjective, year: number): readonly PlanMilestone[] =>
  termsIn([[{ line: lines[0], text: title }]], year).filter(({ phrase }) => /^entro/i.test(phrase));

/** A value expected that is nothing but a day: "30/06/2025", "entro giugno", "31 dicembre". */
const isTimesCell = (target: Passage): boolean =>
  /^\W*(?:entro\b.{0,40}|\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?|(?:\d{1,2}[°º]?\s+)?(?:gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic)\p{L}{0,6}\.?(?:\s+20\d\d)?|[IV]+ (?:tri|se|qua)mestre.{0,8})\W*$/iu.test(
    joinFragments(target.flat()).text,
  );

function termsIn(passage: Passage, year: number, times = false): readonly PlanMilestone[] {
  return passage.flatMap(paragraphsOf).flatMap((paragraph) => {
    const { text, lineAt } = joinFragments(paragraph);
    return readPlanTerms(text, year, times ? { cell: 'times' } : {}).map((term) =>
      milestone(term, lineAt(term.span[0])),
    );
  });
}

function milestone({ span: _, ...term }: PlanTerm, line: number): PlanMilestone {
  return { ...term, sourceLine: line };
}

const WRITTEN: readonly PlanMilestone['kind'][] = ['date', 'month-end', 'period', 'recurring'];

function phaseTerms({ passage, times, marks, weight }: DraftPhase, year: number): readonly PlanMilestone[] {
  const written = [
    ...passage.flatMap((paragraph) => {
      const own = weight ?? weightIn(joinFragments(paragraph).text).weight;
      return termsIn([paragraph], year, isTimesCell([paragraph])).map((one) => weighed(one, own));
    }),
    ...(times ?? []).flatMap((cell) => termsIn(cell, year, true).map((one) => weighed(one, weight))),
  ];
  if (written.some(({ kind, role }) => role === undefined && WRITTEN.includes(kind))) return written;
  return [...written, ...marks.map((run) => weighed(periodOf(run, year), weight))];
}

const weighed = (one: PlanMilestone, weight: number | null): PlanMilestone =>
  weight === null || one.role !== undefined ? one : { ...one, weight };

function periodOf({ first, last, phrase, line }: MarkedMonths, year: number): PlanMilestone {
  const start = civilDateOf(year, first, 1);
  const date = lastDayOfMonth(year, last);
  return { kind: 'period', start, date, phrase, sourceLine: line };
}

function distinct(all: readonly PlanMilestone[]): readonly PlanMilestone[] {
  const kept = new Map<string, PlanMilestone>();
  for (const one of all) {
    const { phrase: _, sourceLine: __, weight, ...said } = one;
    const key = JSON.stringify(said, Object.keys(said).sort());
    const known = kept.get(key);
    if (known === undefined) kept.set(key, one);
    else if (known.weight === undefined && weight !== undefined) kept.set(key, { ...known, weight });
  }
  return [...kept.values()];
}
