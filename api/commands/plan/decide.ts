/** The evaluator decides degrees: one or many at once, all or none of them. */

import { missingInVerdict, wrongInVerdict } from '../../../domain/cycle/self-evaluation-check.js';
import { readVerdict, type TypedVerdict } from '../../../domain/cycle/self-evaluation-line.js';
import type { Role } from '../../../domain/obligations/obligation.js';
import { conflictsOf } from '../../../domain/review/body.js';
import type { Verdict } from '../../../domain/scoring/assessment.js';
import { assessmentRefusal } from '../../../domain/scoring/assessment-rules.js';
import type { Json } from '../../../store/connection.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { appendSteps, type NewStep, placeKey } from '../../../store/measurement/assessments.js';
import { tenuresOf } from '../../../store/people/people.js';
import { sectorIds } from '../../../store/people/roles.js';
import type { FieldProblem, Refusal } from '../../refusals.js';
import {
  contextOf,
  type FoundPlace,
  type HeldYear,
  notOpenYet,
  placeIn,
  stepRefusal,
  takeYear,
} from '../measurement/measurement-command.js';
import { settleMeasurement } from '../measurement/settle-measurement.js';
import { auditEvaluation } from '../monitoring/sheet-command.js';
import { sheetProblem } from '../monitoring/sheet-problems.js';
import { type Commander, type Done, type Outcome, runCommand } from '../run-command.js';

export interface DecisionAsked extends TypedVerdict {
  readonly objective: string;
  readonly sector: string;
  /** How many steps of its history were on the page; `null`: not said. */
  readonly seen: number | null;
}

export interface DecisionsAsked {
  readonly year: number;
  readonly decisions: readonly DecisionAsked[];
}

export interface Decided {
  readonly [key: string]: Json;
  readonly decided: number;
  /** Every degree of the year is decided. */
  readonly complete: boolean;
}

export function decide(commander: Commander, asked: DecisionsAsked): Promise<Outcome<Decided>> {
  const action = 'measurement.decide';
  const fingerprint = JSON.parse(JSON.stringify(asked)) as Json;
  return runCommand(commander, action, fingerprint, async (tx, clock): Promise<Done<Decided>> => {
    const taken = await takeYear(tx, commander, clock, asked.year);
    if (!taken.ok) return taken;
    const { year } = taken;
    const early = await notOpenYet(tx, year, clock);
    if (early !== null) return { ok: false, refusal: early };
    const role = roleIn(commander, year);
    const { evaluator } = commander.viewer.town.settings.words;
    if (role === null)
      return { ok: false, refusal: { code: 'not-the-evaluator', evaluator: wordFor(year, evaluator) } };
    if (role.role === 'oiv' && (await isOwn(tx, commander, clock, { year, asked })))
      return { ok: false, refusal: { code: 'own-evaluation' } };
    const checked = check(asked.decisions, year, role, wordFor(year, evaluator));
    if (!checked.ok) return checked;
    await record(tx, commander, clock, { year, role, checked: checked.decisions });
    const { complete, starts } = await settleMeasurement(tx, commander, clock, role, year);
    return { ok: true, result: { decided: checked.decisions.length, complete }, starts };
  });
}

/** Is any of it of a sector that the member was head of in the year? Nobody evaluates what they answered for. */
async function isOwn(
  tx: Tx,
  { viewer }: Commander,
  { today }: FactsClock,
  { year, asked }: { readonly year: HeldYear; readonly asked: DecisionsAsked },
): Promise<boolean> {
  const conflicts = conflictsOf(await tenuresOf(tx, viewer.person.id), year.cycle.year, today);
  const own = new Set(conflicts.flatMap((one) => (one.is === 'own-sector' ? [one.sector] : [])));
  return year.sectors.some(
    ({ id, name }) => own.has(name) && asked.decisions.some(({ sector }) => sector === id),
  );
}

/** In which the viewer decides; `null`: somebody else does. */
export const roleIn = ({ viewer }: Commander, { rules }: HeldYear): Role | null =>
  viewer.roles.find(({ role }) => role === rules.rules.evaluator) ?? null;

/** Whoever decides, as a sentence names them. */
export const wordFor = ({ rules }: HeldYear, nucleo: string): string =>
  ({ oiv: `il ${nucleo}`, secretary: 'il Segretario', mayor: 'il Sindaco' })[rules.rules.evaluator];

interface CheckedDecision extends FoundPlace {
  readonly verdict: Verdict;
}

type Checked =
  | { readonly ok: true; readonly decisions: readonly CheckedDecision[] }
  | { readonly ok: false; readonly refusal: Refusal };

function check(asked: readonly DecisionAsked[], year: HeldYear, role: Role, evaluator: string): Checked {
  if (asked.length === 0) return invalid([{ field: 'decisions', message: 'Indica almeno una decisione.' }]);
  const problems: FieldProblem[] = [];
  const decisions: CheckedDecision[] = [];
  const met = new Set<string>();
  for (const [index, one] of asked.entries()) {
    const at = `decisions[${index}]`;
    const place = placeIn(year, one);
    if (place === null || met.has(placeKey(one))) {
      problems.push({ field: `${at}.objective`, message: place === null ? UNKNOWN : TWICE });
      continue;
    }
    met.add(placeKey(one));
    const { assessment, objective } = place.measured;
    const { steps, stands } = assessment;
    const known = stands.reason?.text ?? null;
    const faults = [...wrongInVerdict(one), ...missingInVerdict(one, known)];
    const verdict = faults.length > 0 ? null : readVerdict(one);
    problems.push(...faults.map((fault) => sheetProblem(fault, objective, at)));
    if (verdict === null) continue;
    if (one.seen !== null && one.seen !== steps.length)
      return { ok: false, refusal: { code: 'changed-meanwhile' } };
    const refusal = assessmentRefusal(stands, { step: 'decided', verdict }, role, contextOf(year, place));
    if (refusal !== null) return { ok: false, refusal: stepRefusal(refusal, place, evaluator) };
    decisions.push({ ...place, verdict });
  }
  return problems.length > 0 ? invalid(problems) : { ok: true, decisions };
}

const UNKNOWN = 'Questo settore non risponde di un obiettivo con questo codice.';
const TWICE = 'Lo stesso obiettivo dello stesso settore compare due volte.';
const invalid = (problems: readonly FieldProblem[]): Checked => ({
  ok: false,
  refusal: { code: 'invalid', problems },
});

async function record(
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  said: {
    readonly year: HeldYear;
    readonly role: Role;
    readonly checked: readonly CheckedDecision[];
  },
): Promise<void> {
  const { year, role: by } = said;
  const steps = said.checked.flatMap(({ measured, verdict }): readonly NewStep[] => {
    const { place, proposal, assessment } = measured;
    const decided: NewStep = { ...place, what: { step: 'decided', verdict }, by };
    return proposal.is === 'degree' && proposal.degree !== assessment.stands.proposed
      ? [{ ...place, what: { step: 'proposed', degree: proposal.degree }, by }, decided]
      : [decided];
  });
  const { person } = commander.viewer;
  const { measurement } = year;
  const made = { measurement, rules: year.rules.number, person: person.id, at: clock.now, on: clock.today };
  await appendSteps(tx, made, await sectorIds(tx), steps);
  for (const { measured, verdict } of said.checked) {
    const degree = verdict.is === 'degree' ? verdict.degree : null;
    await auditEvaluation(tx, commander, clock, {
      ...{ action: 'measurement.decide', role: by, duty: measurement },
      after: { ...measured.place, verdict: verdict.is, degree },
    });
  }
}
