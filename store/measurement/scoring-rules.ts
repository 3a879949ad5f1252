/** The parameters of a town's SMVP, numbered: never rewritten, so that a degree can say by which it was proposed. */
import { z } from 'zod';
import { degreeFromUnits, FULL } from '../../domain/scoring/degree.js';
import type { Figure } from '../../domain/scoring/indicator.js';
import type { AttainmentRule } from '../../domain/scoring/rule.js';
import { DEFAULT_SCORING_RULES, type ScoringRules } from '../../domain/scoring/scoring-rules.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Json } from '../connection.js';
import type { Tx } from '../in-town.js';

/** Degrees and figures as units of 10⁻⁴. */
const degree = z
  .int()
  .min(0)
  .max(FULL)
  .transform((units) => degreeFromUnits(units));
const figure = z.int().transform((units) => units as Figure);
const steps = z.array(z.object({ at: figure, bound: z.enum(['from', 'above']), gives: degree })).max(50);

const simple = [
  z.object({ rule: z.literal('linear') }),
  z.object({ rule: z.literal('steps'), steps }),
  z.object({ rule: z.literal('threshold'), at: degree, onwards: z.enum(['full', 'linear']) }),
  z.object({
    rule: z.literal('late-days'),
    perDay: degree,
    days: z.enum(['calendar', 'working']),
    free: z.int().min(0).max(366),
    least: degree,
  }),
  z.object({ rule: z.literal('all-or-nothing') }),
] as const;
const tolerance = { rule: z.literal('tolerance'), within: figure, of: z.enum(['unit', 'percent']) };

/** A tolerance says what holds beyond it, which is not another tolerance. */
export const attainmentRuleSchema: z.ZodType<AttainmentRule> = z.discriminatedUnion('rule', [
  ...simple,
  z.object({ ...tolerance, beyond: z.discriminatedUnion('rule', simple) }),
]);

/** How they are stored: numbers as whole ten-thousandths. */
export const scoringRulesSchema: z.ZodType<ScoringRules> = z.object({
  evaluator: z.enum(['oiv', 'secretary', 'mayor']),
  rules: z.object({
    number: attainmentRuleSchema,
    percentage: attainmentRuleSchema,
    count: attainmentRuleSchema,
    ratio: attainmentRuleSchema,
    date: attainmentRuleSchema,
    'yes-no': attainmentRuleSchema,
  }),
  redistribution: z.enum(['sector', 'group']),
  bands: steps,
  scale: z.enum(['points', 'multiplier']),
  shownPlaces: z.int().min(0).max(4),
});

/** The rules in force, and from where they come. */
export interface NumberedRules {
  /** 0: nothing is set, the defaults hold. */
  readonly number: number;
  readonly rules: ScoringRules;
  /** The SMVP and its act, in words. */
  readonly source: string;
  /** Town time; `null` for the defaults. */
  readonly recordedAt: Instant | null;
  readonly recordedBy: string | null;
}

interface Row {
  number: number;
  rules: unknown;
  source: string;
  recordedAt: Instant;
  recordedBy: string | null;
}

/** Those in force: the last. */
export async function scoringRulesInForce(tx: Tx): Promise<NumberedRules> {
  const [last] = await listScoringRules(tx, 1);
  return last ?? { number: 0, rules: DEFAULT_SCORING_RULES, source: '', recordedAt: null, recordedBy: null };
}

/** Latest first; `recordedBy` is a name. */
export async function listScoringRules(tx: Tx, atMost = 50): Promise<readonly NumberedRules[]> {
  const rows = await tx<Row[]>`
    select r.number, r.rules, r.source, r.recorded_at, p.name as recorded_by
    from scoring_rules r left join person p on p.town = r.town and p.id = r.recorded_by
    order by r.number desc limit ${atMost}`;
  return rows.map(({ rules, ...row }) => ({ ...row, rules: scoringRulesSchema.parse(rules) }));
}

/** Returns their number. The caller holds the town. */
export async function addScoringRules(
  tx: Tx,
  rules: ScoringRules,
  { source, at, by }: { readonly source: string; readonly at: Instant; readonly by: string },
): Promise<number> {
  const [row] = await tx<{ number: number }[]>`
    insert into scoring_rules (number, rules, source, recorded_at, recorded_by)
    select coalesce(max(number), 0) + 1, ${tx.json(rules as unknown as Json)}, ${source}, ${at}, ${by}
    from scoring_rules returning number`;
  if (row === undefined) throw new Error('the rules were not inserted');
  return row.number;
}
