/**
 * How near a compiled plan comes to the truth, by the contract of the plan compiler: objectives found in the right
 * sector, exact weights, terms at the right objective, lint, owners, targets, results, lines.
 */
import type { PlanDocument, PlanMilestone, PlanObjective } from '../domain/plan/plan-document.js';
import { keyOf, scoreLint } from './plan-lint-score.js';
import { type Pair, pairObjectives, pairSectors } from './plan-pairs.js';
import { matches, type Score } from './reading-score.js';

export const PLAN_COUNTS = [
  'objectives',
  'weights',
  'days',
  'items',
  'lint',
  'sectors',
  'numbers',
  'owners',
  'indicators',
  'targets',
  'results',
  'shared',
  'lines',
  'document',
] as const;
export type PlanCount = (typeof PLAN_COUNTS)[number];
export type PlanScore = Readonly<Record<PlanCount, Score>>;

/** What went wrong, a line each, for those who mend it. */
export type Tell = (line: string) => void;

interface Scoring {
  readonly counts: Readonly<Record<PlanCount, Score>>;
  readonly tell: Tell;
}

export function scorePlan(truth: PlanDocument, read: PlanDocument, tell: Tell = () => undefined): PlanScore {
  const counts = Object.fromEntries(
    PLAN_COUNTS.map((name) => [name, { right: 0, invented: 0, missed: 0 }]),
  ) as Record<PlanCount, Score>;
  const scoring = { counts, tell };
  for (const field of ['body', 'kind', 'year', 'act', 'actDate', 'weights'] as const) {
    fact(scoring, 'document', truth.document[field], read.document[field], field);
  }
  const names = new Map<string, string>();
  const keys = new Map<string, string>();
  for (const { wanted, got } of pairSectors(truth.sectors, read.sectors)) {
    const sector = wanted?.name ?? got?.name ?? '';
    count(counts.sectors, wanted !== null, got !== null);
    if (wanted === null || got === null) tell(`sector ${wanted === null ? 'invented' : 'missed'}: ${sector}`);
    else {
      names.set(got.name, wanted.name);
      fact(scoring, 'owners', wanted.owner, got.owner, sector);
    }
    for (const pair of pairObjectives(wanted?.objectives ?? [], got?.objectives ?? [])) {
      scorePair(scoring, pair, sector);
      if (pair.wanted === null || pair.got === null || wanted === null || got === null) continue;
      keys.set(keyOf(got.name, pair.got), keyOf(wanted.name, pair.wanted));
    }
  }
  scoreLint(counts.lint, truth, read, { names, keys }, tell);
  return counts;
}

function fact(
  { counts, tell }: Scoring,
  name: PlanCount,
  wanted: unknown,
  got: unknown,
  where: string,
): void {
  if (JSON.stringify(wanted ?? null) === JSON.stringify(got ?? null)) counts[name].right++;
  else {
    counts[name].missed++;
    counts[name].invented++;
    tell(`${name} ${where}: ${JSON.stringify(wanted ?? null)} ≠ ${JSON.stringify(got ?? null)}`);
  }
}

function scorePair(scoring: Scoring, { wanted, got }: Pair<PlanObjective>, sector: string): void {
  const where = `${sector} / ${wanted?.title ?? got?.title ?? ''}`;
  count(scoring.counts.objectives, wanted !== null, got !== null);
  if (wanted === null || got === null) {
    scoring.tell(`objective ${wanted === null ? 'invented' : 'missed'}: ${where}`);
  }
  if (wanted !== null) {
    fact(scoring, 'weights', wanted.weight, got === null ? 'not found' : got.weight, where);
    if (got !== null) scoreFacts(scoring, wanted, got, where);
  }
  scoreItems(scoring, wanted?.milestones ?? [], got?.milestones ?? [], where);
}

function count(score: Score, wanted: boolean, got: boolean): void {
  if (wanted && got) score.right++;
  else if (wanted) score.missed++;
  else if (got) score.invented++;
}

function scoreFacts(scoring: Scoring, wanted: PlanObjective, got: PlanObjective, where: string): void {
  for (const [name, of] of FACTS) fact(scoring, name, of(wanted), of(got), where);
}

const FACTS: readonly (readonly [PlanCount, (one: PlanObjective) => unknown])[] = [
  ['numbers', ({ number }) => number],
  ['owners', ({ owner }) => owner],
  ['shared', ({ shared }) => shared],
  ['results', ({ result }) => result && sorted(result)],
  ['indicators', ({ indicators }) => indicators.map(({ text }) => plain(text))],
  ['targets', ({ indicators }) => indicators.flatMap(({ target }) => (target ? [sorted(target)] : []))],
];

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const sorted = (target: object): unknown => Object.fromEntries(Object.entries(target).sort());
const isOwed = ({ kind, role }: PlanMilestone): boolean => kind !== 'none' && role === undefined;
const DAYS: ReadonlySet<string> = new Set(['date', 'month-end', 'period']);

function scoreItems(
  { counts, tell }: Scoring,
  truth: readonly PlanMilestone[],
  got: readonly PlanMilestone[],
  where: string,
): void {
  const left = got.filter(isOwed);
  for (const one of truth.filter(isOwed)) {
    const at = left.findIndex((item) => matches(item, one, false));
    const [found] = at < 0 ? [] : left.splice(at, 1);
    if (found === undefined) tell(`item missed: ${where}: ${inWords(one)}`);
    for (const name of countsOf(one)) count(counts[name], true, found !== undefined);
    if (one.sourceLine === undefined || found === undefined) continue;
    const right = found.sourceLine === one.sourceLine;
    counts.lines[right ? 'right' : 'missed']++;
    if (!right) tell(`line ${where}: ${inWords(one)}: ${one.sourceLine} ≠ ${found.sourceLine}`);
  }
  const roles = truth.filter(({ role }) => role !== undefined);
  for (const item of left) {
    if (roles.some((one) => matches(item, one, false))) continue;
    tell(`item invented: ${where}: ${inWords(item)}`);
    for (const name of countsOf(item)) count(counts[name], false, true);
  }
}

const countsOf = ({ kind }: PlanMilestone): readonly PlanCount[] =>
  DAYS.has(kind) ? ['items', 'days'] : ['items'];
const inWords = ({ kind, date, recurrence, offset, anchor, phrase }: PlanMilestone): string =>
  `${kind} ${date ?? recurrence ?? offset ?? anchor} «${phrase}»`;
