/** A rule of attainment as a form asks for it: which one, and what the others need in fields of their own. */
import { type Degree, degreeOf } from '../../../domain/scoring/degree.js';
import { figure } from '../../../domain/scoring/indicator.js';
import type { AttainmentRule } from '../../../domain/scoring/rule.js';
import type { Step } from '../../../domain/scoring/steps.js';
import type { FieldProblem } from '../../refusals.js';

export const RULE_FIELDS = [
  ...['rule', 'steps', 'at', 'onwards', 'within', 'of', 'beyond', 'perDay', 'days', 'free', 'least'],
] as const;
export type RuleField = (typeof RULE_FIELDS)[number];

/** As typed; `rule` empty: none of its own. */
export type TypedRule = Readonly<Record<string, string>>;

/** `null`: none is chosen, or what it needs does not read (a problem tells). `field`: what a field is called there. */
export function readRule(
  typed: TypedRule,
  field: (name: RuleField) => string,
  problems: FieldProblem[],
): AttainmentRule | null {
  const name = (typed['rule'] ?? '').trim();
  const problem = (of: RuleField, message: string): null => {
    problems.push({ field: field(of), message });
    return null;
  };
  if (name !== 'tolerance') return simpleRule(name, typed, problem);
  const within = decimalIn(typed['within']);
  if (within === null) return problem('within', 'Indica di quanto si può mancare il valore, con un numero.');
  const beyond = simpleRule((typed['beyond'] ?? '').trim() || 'all-or-nothing', typed, problem);
  const of = typed['of'] === 'percent' ? 'percent' : 'unit';
  return beyond === null || beyond.rule === 'tolerance'
    ? null
    : { rule: 'tolerance', within: figure(within), of, beyond };
}

type Problem = (of: RuleField, message: string) => null;

function simpleRule(name: string, typed: TypedRule, problem: Problem): AttainmentRule | null {
  switch (name) {
    case '':
      return null;
    case 'linear':
    case 'all-or-nothing':
      return { rule: name };
    case 'steps': {
      const steps = readSteps(typed['steps'] ?? '');
      return steps === null ? problem('steps', STEPS_SHAPE) : { rule: 'steps', steps };
    }
    case 'threshold': {
      const at = degreeIn(typed['at']);
      if (at === null) return problem('at', 'La soglia è una percentuale da 0 a 100.');
      return { rule: 'threshold', at, onwards: typed['onwards'] === 'full' ? 'full' : 'linear' };
    }
    case 'late-days':
      return lateDays(typed, problem);
    default:
      return problem('rule', 'Scegli una delle regole.');
  }
}

function lateDays(typed: TypedRule, problem: Problem): AttainmentRule | null {
  const perDay = degreeIn(typed['perDay']);
  if (perDay === null) return problem('perDay', 'I punti tolti per giorno sono un numero da 0 a 100.');
  const free = (typed['free'] ?? '').trim() || '0';
  if (!/^\d{1,3}$/.test(free) || Number(free) > 366)
    return problem('free', 'I giorni di franchigia sono un numero intero, al massimo 366.');
  const least = degreeIn((typed['least'] ?? '').trim() || '0');
  if (least === null) return problem('least', 'Il grado minimo è un numero da 0 a 100.');
  const days = typed['days'] === 'working' ? 'working' : 'calendar';
  return { rule: 'late-days', perDay, days, free: Number(free), least };
}

function decimalIn(text: string | undefined): number | null {
  const plain = (text ?? '')
    .trim()
    .replace(/(?<!\s)\s*%$/, '')
    .replace(',', '.');
  return /^\d{1,9}(\.\d{1,4})?$/.test(plain) ? Number(plain) : null;
}

const degreeIn = (text: string | undefined): Degree | null => {
  const value = decimalIn(text);
  return value === null ? null : degreeOf(value);
};

export const STEPS_SHAPE =
  'Scrivi una riga per gradino, dal più basso: «da 60: 50» oppure «oltre 80: 100», con valori da 0 a 100.';
const LINE = /^(da|oltre)\s+(\d{1,3}(?:[.,]\d{1,4})?)\s*%?\s*:\s*(\d{1,3}(?:[.,]\d{1,4})?)\s*%?$/i;

/** `null`: a line does not read. */
export function readSteps(text: string): readonly Step[] | null {
  const lines = text
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const steps = lines.map((line): Step | null => {
    const [, bound = '', at = '', gives = ''] = LINE.exec(line) ?? [];
    const worth = gives === '' ? null : degreeOf(Number(gives.replace(',', '.')));
    if (worth === null) return null;
    const from = figure(Number(at.replace(',', '.')));
    return { at: from, bound: bound.toLowerCase() === 'da' ? 'from' : 'above', gives: worth };
  });
  return steps.some((step) => step === null) ? null : steps.flatMap((step) => step ?? []);
}

/** As the form shows them: a line each. */
export const stepsInWords = (steps: readonly Step[]): string =>
  steps
    .map(({ at, bound, gives }) => `${bound === 'from' ? 'da' : 'oltre'} ${comma(at)}: ${comma(gives)}`)
    .join('\n');

/** Units of 10⁻⁴ as people write them. */
export const comma = (units: number): string => String(units / 10_000).replace('.', ',');

/** The fields of a rule; of none, empty ones. */
export function valuesOfRule(rule: AttainmentRule | null): TypedRule {
  if (rule === null) return { rule: '' };
  switch (rule.rule) {
    case 'linear':
    case 'all-or-nothing':
      return { rule: rule.rule };
    case 'steps':
      return { rule: rule.rule, steps: stepsInWords(rule.steps) };
    case 'threshold':
      return { rule: rule.rule, at: comma(rule.at), onwards: rule.onwards };
    case 'late-days':
      return {
        ...{ rule: rule.rule, perDay: comma(rule.perDay), days: rule.days },
        ...{ free: String(rule.free), least: comma(rule.least) },
      };
    case 'tolerance': {
      const beyond = valuesOfRule(rule.beyond);
      return {
        ...beyond,
        rule: rule.rule,
        within: comma(rule.within),
        of: rule.of,
        beyond: rule.beyond.rule,
      };
    }
  }
}
