/** The rules of a SMVP as a form asks for them; what the form does not speak of stays as it is. */
import { degreeOf } from '../../domain/scoring/degree.js';
import { figure } from '../../domain/scoring/indicator.js';
import type { AttainmentRule } from '../../domain/scoring/rule.js';
import type { ScoringRules } from '../../domain/scoring/scoring-rules.js';
import type { Step } from '../../domain/scoring/steps.js';
import type { FieldProblem } from '../refusals.js';

/** As typed. */
export interface TypedRules {
  readonly evaluator: string;
  readonly scale: string;
  readonly redistribution: string;
  readonly shownPlaces: string;
  /** Of figures: `linear`, `all-or-nothing`, `steps`; anything else keeps what there is. */
  readonly figures: string;
  readonly steps: string;
  /** Points off for each day after a date; empty keeps what there is. */
  readonly perDay: string;
  readonly days: string;
  readonly bands: string;
}

export type ReadRules =
  | { readonly ok: true; readonly rules: ScoringRules }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

const oneOf = <Code extends string>(codes: readonly Code[], text: string, otherwise: Code): Code =>
  codes.find((code) => code === text) ?? otherwise;

export function readRules(typed: TypedRules, now: ScoringRules): ReadRules {
  const problems: FieldProblem[] = [];
  const stepsIn = (field: 'steps' | 'bands'): readonly Step[] => {
    const steps = readSteps(typed[field]);
    if (steps === null) problems.push({ field, message: SHAPE });
    return steps ?? [];
  };
  const places = /^[0-4]$/.test(typed.shownPlaces.trim()) ? Number(typed.shownPlaces) : null;
  if (places === null) problems.push({ field: 'shownPlaces', message: 'I decimali vanno da 0 a 4.' });
  const rule = figuresRule(typed.figures, () => stepsIn('steps'));
  const bands = typed.bands.trim() === '' ? [] : stepsIn('bands');
  const date = dateRule(typed, now.rules.date, problems);
  if (problems.length > 0 || places === null) return { ok: false, problems };
  const figures = rule === null ? {} : { number: rule, percentage: rule, count: rule, ratio: rule };
  return {
    ok: true,
    rules: {
      evaluator: oneOf(['oiv', 'secretary', 'mayor'], typed.evaluator, now.evaluator),
      scale: oneOf(['points', 'multiplier'], typed.scale, now.scale),
      redistribution: oneOf(['sector', 'group'], typed.redistribution, now.redistribution),
      rules: { ...now.rules, ...figures, date },
      ...{ bands, shownPlaces: places },
    },
  };
}

const SHAPE =
  'Scrivi una riga per gradino, dal più basso: «da 60: 50» oppure «oltre 80: 100», con valori da 0 a 100.';

function figuresRule(asked: string, steps: () => readonly Step[]): AttainmentRule | null {
  if (asked === 'linear' || asked === 'all-or-nothing') return { rule: asked };
  return asked === 'steps' ? { rule: 'steps', steps: steps() } : null;
}

function dateRule(
  { perDay, days }: TypedRules,
  now: AttainmentRule,
  problems: FieldProblem[],
): AttainmentRule {
  const text = perDay.trim().replace(',', '.');
  if (text === '') return now;
  const off = /^\d{1,3}(\.\d{1,4})?$/.test(text) ? degreeOf(Number(text)) : null;
  const least = degreeOf(0);
  if (off === null || least === null) {
    problems.push({ field: 'perDay', message: 'I punti tolti per giorno sono un numero da 0 a 100.' });
    return now;
  }
  const kept = now.rule === 'late-days' ? { free: now.free, least: now.least } : { free: 0, least };
  return { rule: 'late-days', perDay: off, days: oneOf(['calendar', 'working'], days, 'calendar'), ...kept };
}

const LINE = /^(da|oltre)\s+(\d{1,3}(?:[.,]\d{1,4})?)\s*:\s*(\d{1,3}(?:[.,]\d{1,4})?)\s*%?$/i;

/** `null`: a line does not read. */
function readSteps(text: string): readonly Step[] | null {
  const lines = text
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const steps = lines.map((line): Step | null => {
    const [, bound = '', at = '', gives = ''] = LINE.exec(line) ?? [];
    const worth = gives === '' ? null : degreeOf(Number(gives.replace(',', '.')));
    if (worth === null) return null;
    return {
      at: figure(Number(at.replace(',', '.'))),
      bound: bound.toLowerCase() === 'da' ? 'from' : 'above',
      gives: worth,
    };
  });
  return steps.some((step) => step === null) ? null : steps.flatMap((step) => step ?? []);
}

/** As the form shows them: a line each. */
export const stepsInWords = (steps: readonly Step[]): string =>
  steps
    .map(({ at, bound, gives }) => `${bound === 'from' ? 'da' : 'oltre'} ${comma(at)}: ${comma(gives)}`)
    .join('\n');

const comma = (units: number): string => String(units / 10_000).replace('.', ',');
