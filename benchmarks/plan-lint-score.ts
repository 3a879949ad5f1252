/** Warnings of a compiled plan against those of the truth, whatever its sectors and objectives are spelt like. */
import type { LintWarning, PlanDocument, PlanObjective } from '../domain/plan/plan-document.js';
import type { Score } from './reading-score.js';

type Tell = (line: string) => void;

/** An objective of a sector, to compare warnings by. */
export const keyOf = (sector: string, { number, title }: Pick<PlanObjective, 'number' | 'title'>): string =>
  `${sector}|${number}|${title}`;

/** What the truth calls the sectors and objectives that were found. */
export interface Names {
  readonly names: ReadonlyMap<string, string>;
  readonly keys: ReadonlyMap<string, string>;
}

/** One warning per objective and code; shared objectives count once, in whichever sector they are named. */
export function scoreLint(
  score: Score,
  truth: PlanDocument,
  read: PlanDocument,
  { names, keys }: Names,
  tell: Tell,
): void {
  const wanted = new Set(
    truth.lint.map((one) =>
      lintKey(
        one,
        truth,
        (name) => name,
        (key) => key,
      ),
    ),
  );
  const got = new Set(
    read.lint.map((one) =>
      lintKey(
        one,
        read,
        (name) => names.get(name) ?? name,
        (key) => keys.get(key) ?? key,
      ),
    ),
  );
  for (const key of wanted) {
    if (got.has(key)) score.right++;
    else score.missed++;
    if (!got.has(key)) tell(`lint missed: ${key}`);
  }
  for (const key of got) {
    if (wanted.has(key)) continue;
    score.invented++;
    tell(`lint invented: ${key}`);
  }
}

type Rename = (name: string) => string;

function lintKey({ code, where }: LintWarning, plan: PlanDocument, nameOf: Rename, keyAs: Rename): string {
  if (code === 'weights-sum') return `${code}|${nameOf(where.sector ?? '')}`;
  if (code.startsWith('numbering')) {
    return `${code}|${where.sector === undefined ? '' : nameOf(where.sector)}|${where.number}`;
  }
  // A shared objective is the same wherever it is named: in the first sector that lists it.
  const holder = plan.sectors.find(({ name, objectives }) =>
    objectives.some((one) => isAt(one, where) && (one.shared || name === where.sector)),
  );
  const key = keyOf(holder?.name ?? '', { number: where.number ?? null, title: where.title ?? '' });
  return `${code}|${keyAs(key)}`;
}

const isAt = (one: PlanObjective, where: LintWarning['where']): boolean =>
  one.title === where.title && (where.number === undefined || one.number === where.number);
