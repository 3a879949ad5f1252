/** The rules of the town's SMVP, kept under a new number. Degrees decided stay; proposals follow the new ones. */
import { termsIn } from '../../../domain/cycle/year-terms.js';
import { type RulesFault, rulesFaults } from '../../../domain/scoring/rules-fault.js';
import type { ScoringRules } from '../../../domain/scoring/scoring-rules.js';
import type { Json } from '../../../store/connection.js';
import { listCycles } from '../../../store/cycle/cycles.js';
import { planMeasurement } from '../../../store/measurement/measurement.js';
import { addScoringRules, scoringRulesInForce } from '../../../store/measurement/scoring-rules.js';
import { lockTown } from '../../../store/towns/towns.js';
import { roundStart } from '../../../workflows/contract.js';
import type { FieldProblem } from '../../refusals.js';
import { RULE_FAULTS } from '../../views/evaluation/fault-words.js';
import { auditTown } from '../audit-command.js';
import { type Commander, type Done, type Outcome, runCommand } from '../run-command.js';

export interface RulesAsked {
  readonly rules: ScoringRules;
  /** The SMVP and its act, in words. */
  readonly source: string;
  /** Number of those that were on the page; `null`: not said. */
  readonly seen: number | null;
}

export interface RulesKept {
  readonly [key: string]: Json;
  readonly number: number;
}

const SOURCE_LIMIT = 300;

export function keepScoringRules(commander: Commander, asked: RulesAsked): Promise<Outcome<RulesKept>> {
  const action = 'measurement.rules';
  const fingerprint = JSON.parse(JSON.stringify(asked)) as Json;
  return runCommand(commander, action, fingerprint, async (tx, clock): Promise<Done<RulesKept>> => {
    const town = await lockTown(tx);
    if (town === null) return { ok: false, refusal: { code: 'not-found' } };
    const before = await scoringRulesInForce(tx);
    if (asked.seen !== null && asked.seen !== before.number)
      return { ok: false, refusal: { code: 'changed-meanwhile' } };
    const problems = problemsOf(asked);
    if (problems.length > 0) return { ok: false, refusal: { code: 'invalid', problems } };
    const by = commander.viewer.person.id;
    const source = asked.source.trim();
    const number = await addScoringRules(tx, asked.rules, { source, at: clock.now, by });
    await auditTown(tx, commander, clock, action, {
      before: { number: before.number },
      after: { number, source },
    });
    let changed = 0;
    for (const cycle of await listCycles(tx))
      if (cycle.state === 'open')
        changed += await planMeasurement(tx, cycle, termsIn(town.settings, cycle.year).measurement);
    return { ok: true, result: { number }, starts: changed > 0 ? [roundStart({ town: town.id })] : [] };
  });
}

function problemsOf({ rules, source }: RulesAsked): readonly FieldProblem[] {
  const said = source.trim();
  const cited: readonly FieldProblem[] =
    said === ''
      ? [{ field: 'source', message: "Indica il sistema di misurazione e l'atto che l'ha approvato." }]
      : said.length > SOURCE_LIMIT
        ? [{ field: 'source', message: `L'indicazione dell'atto supera i ${SOURCE_LIMIT} caratteri.` }]
        : [];
  return [...cited, ...rulesFaults(rules).map((one) => ({ field: one.field, message: FAULTS[one.fault] }))];
}

const FAULTS: Readonly<Record<RulesFault['fault'], string>> = {
  ...RULE_FAULTS,
  'beyond-100': 'Le fasce vanno da 0 a 100 punti.',
};
