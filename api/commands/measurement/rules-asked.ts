/** The rules of a SMVP as a form asks for them; what the form does not speak of stays as it is. */
import type { IndicatorKind } from '../../../domain/scoring/indicator.js';
import type { AttainmentRule } from '../../../domain/scoring/rule.js';
import type { ScoringRules } from '../../../domain/scoring/scoring-rules.js';
import type { FieldProblem } from '../../refusals.js';
import { RULE_FIELDS, readRule, readSteps, STEPS_SHAPE, type TypedRule, valuesOfRule } from './rule-asked.js';

/** Indicators that one rule of the form is for. */
const RULE_GROUPS = {
  figures: ['number', 'percentage', 'count', 'ratio'],
  dates: ['date'],
} as const satisfies Readonly<Record<string, readonly IndicatorKind[]>>;
export type RuleGroup = keyof typeof RULE_GROUPS;

const GROUPS = Object.keys(RULE_GROUPS) as RuleGroup[];
const PLAIN = ['evaluator', 'scale', 'redistribution', 'shownPlaces', 'bands', 'source'] as const;

/** Every field of the form. */
export const RULES_FIELDS: readonly string[] = [
  ...PLAIN,
  ...GROUPS.flatMap((group) => RULE_FIELDS.map((name) => `${group}.${name}`)),
];

/** As typed, by the names of the fields. */
export type TypedRules = Readonly<Record<string, string>>;

export type ReadRules =
  | { readonly ok: true; readonly rules: ScoringRules }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

const oneOf = <Code extends string>(
  codes: readonly Code[],
  text: string | undefined,
  otherwise: Code,
): Code => codes.find((code) => code === text) ?? otherwise;

/** A group whose rule is left empty keeps what there is. */
export function readRules(typed: TypedRules, now: ScoringRules): ReadRules {
  const problems: FieldProblem[] = [];
  const text = (name: string): string => (typed[name] ?? '').trim();
  const places = /^[0-4]$/.test(text('shownPlaces')) ? Number(text('shownPlaces')) : null;
  if (places === null) problems.push({ field: 'shownPlaces', message: 'I decimali vanno da 0 a 4.' });
  const bands = text('bands') === '' ? [] : readSteps(text('bands'));
  if (bands === null) problems.push({ field: 'bands', message: STEPS_SHAPE });
  const changed = GROUPS.flatMap((group) => {
    const rule = readRule(ofGroup(typed, group), (name) => `${group}.${name}`, problems);
    return rule === null ? [] : RULE_GROUPS[group].map((kind) => [kind, rule] as const);
  });
  if (problems.length > 0 || places === null || bands === null) return { ok: false, problems };
  return {
    ok: true,
    rules: {
      evaluator: oneOf(['oiv', 'secretary', 'mayor'], typed['evaluator'], now.evaluator),
      scale: oneOf(['points', 'multiplier'], typed['scale'], now.scale),
      redistribution: oneOf(['sector', 'group'], typed['redistribution'], now.redistribution),
      rules: { ...now.rules, ...(Object.fromEntries(changed) as Partial<ScoringRules['rules']>) },
      ...{ bands, shownPlaces: places },
    },
  };
}

const ofGroup = (typed: TypedRules, group: RuleGroup): TypedRule =>
  Object.fromEntries(RULE_FIELDS.map((name) => [name, typed[`${group}.${name}`] ?? '']));

/** The rule of a group; `null`: its kinds have several, set by a program. */
export function ruleOfGroup({ rules }: ScoringRules, group: RuleGroup): AttainmentRule | null {
  const [first, ...others] = RULE_GROUPS[group].map((kind) => rules[kind]);
  return first !== undefined && others.every((one) => JSON.stringify(one) === JSON.stringify(first))
    ? first
    : null;
}

/** The fields of the groups as the rules have them. */
export const valuesOfGroups = (rules: ScoringRules): TypedRules =>
  Object.fromEntries(
    GROUPS.flatMap((group) =>
      Object.entries(valuesOfRule(ruleOfGroup(rules, group))).map(([name, value]) => [
        `${group}.${name}`,
        value,
      ]),
    ),
  );

/** The field that a rule's own fault is shown beside. */
export const fieldOfRule = (kind: string): string => (kind === 'date' ? 'dates.rule' : 'figures.rule');
