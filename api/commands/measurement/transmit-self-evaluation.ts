/**
 * *Trasmetti* of a self-evaluation: it speaks of every objective, or is told what is missing. What was proposed and
 * claimed becomes a step of each assessment; what is decided already stays. Late is marked, never refused.
 */
import { missingInSheet, wrongInSheet } from '../../../domain/cycle/self-evaluation-check.js';
import { readVerdict, type SheetLine } from '../../../domain/cycle/self-evaluation-line.js';
import { isLateOn } from '../../../domain/cycle/submission-state.js';
import { type Role, roleKey } from '../../../domain/obligations/obligation.js';
import { receiversOf } from '../../../domain/obligations/receivers.js';
import { canonicalJson } from '../../../domain/register/canonical-json.js';
import type { Json } from '../../../store/connection.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { appendSteps, type NewStep } from '../../../store/measurement/assessments.js';
import { holdMeasurement } from '../../../store/measurement/evaluated-objectives.js';
import { markTransmitted, type Sheet, savedSheetLines } from '../../../store/measurement/self-evaluations.js';
import { completeObligation } from '../../../store/obligations/obligation-commands.js';
import { loadStaff } from '../../../store/people/absences.js';
import { sectorIds } from '../../../store/people/roles.js';
import { sha256Hex } from '../../../store/register/register.js';
import { cycleStart } from '../../../workflows/contract.js';
import { type MeasuredYear, type ObjectiveMeasured, proposalOf } from '../../queries/measured-year.js';
import type { FieldProblem } from '../../refusals.js';
import { sheetRefusal, takeSheet } from '../monitoring/sheet-command.js';
import { sheetProblem } from '../monitoring/sheet-problems.js';
import { auditChange, enterAct } from '../obligations/obligation-command.js';
import { type Commander, type Done, type Outcome, runCommand } from '../run-command.js';
import { refusedChange } from '../variation/refused-change.js';

export interface SheetTransmission {
  readonly sheet: string;
  /** The version that was on the page; `null`: not said. */
  readonly rowVersion: number | null;
}

export interface SheetTransmitted {
  readonly [key: string]: Json;
  readonly selfEvaluation: string;
  readonly late: boolean;
}

interface FullLine {
  readonly measured: ObjectiveMeasured;
  readonly content: SheetLine;
}

export function transmitSelfEvaluation(
  commander: Commander,
  asked: SheetTransmission,
): Promise<Outcome<SheetTransmitted>> {
  const action = 'self-evaluation.transmit';
  return runCommand(commander, action, { ...asked }, async (tx, clock): Promise<Done<SheetTransmitted>> => {
    const taken = await takeSheet(tx, commander, clock, action, asked.sheet);
    if (!taken.ok) return taken;
    const { sheet, role, year, objectives } = taken;
    const refusal = sheetRefusal(sheet, clock);
    if (refusal !== null) return { ok: false, refusal };
    if (asked.rowVersion !== null && asked.rowVersion !== sheet.rowVersion)
      return { ok: false, refusal: { code: 'changed-meanwhile' } };
    const by = await transmitter(tx, commander, sheet, clock);
    if (!by) return { ok: false, refusal: { code: 'head-evaluates' } };
    const lines = await linesOf(tx, sheet, objectives);
    const problems = problemsOf(lines);
    if (problems.length > 0) return { ok: false, refusal: { code: 'invalid', problems } };
    const done = await completeObligation(tx, {
      ...{ obligation: sheet.id, rowVersion: null, doneOn: clock.today, recordedAt: clock.now },
      ...{ by: commander.viewer.person.id, note: null },
    });
    if (!done.ok) return { ok: false, refusal: refusedChange(done, 'open', clock.clock.zone) };
    const sent = lines.map(({ measured, content }) => ({ objective: measured.objective.id, content }));
    const sha256 = sha256Hex(canonicalJson(sent as unknown as Json));
    const late = isLateOn(clock.today, sheet.due);
    await markTransmitted(tx, sheet.id, { at: clock.now, by: commander.viewer.person.id, late, sha256 });
    await claim(tx, commander, clock, year, role, lines);
    await enterAct(tx, commander, clock, {
      ...{ kind: 'transmitted', obligation: sheet.id, role, more: { late, sha256 } },
    });
    const change = { action, role, before: done.before, after: done.after };
    await auditChange(tx, commander, clock, { ...change, more: { late, sha256 } });
    const { id: cycle } = year.cycle;
    const start = cycleStart({ town: commander.viewer.town.id, cycle, year: year.cycle.year });
    return { ok: true, result: { selfEvaluation: sheet.id, late }, starts: [start] };
  });
}

/** Who owes it or substitutes them; the Segretario only for a sector where nobody else is there. */
async function transmitter(
  tx: Tx,
  { viewer }: Commander,
  { owner }: Sheet,
  { today }: FactsClock,
): Promise<boolean> {
  if (viewer.roles.some((role) => roleKey(role) === roleKey(owner))) return true;
  return receiversOf(await loadStaff(tx, today), owner).some(({ id }) => id === viewer.person.id);
}

async function linesOf(
  tx: Tx,
  { id }: Sheet,
  objectives: readonly ObjectiveMeasured[],
): Promise<readonly FullLine[]> {
  const saved = await savedSheetLines(tx, [id]);
  return objectives.map((measured) => ({
    measured,
    content: saved.get(`${id} ${measured.objective.id}`)?.content ?? measured.suggested,
  }));
}

function problemsOf(lines: readonly FullLine[]): readonly FieldProblem[] {
  if (lines.length === 0) return [{ field: 'lines', message: 'Il settore non ha obiettivi da valutare.' }];
  return lines.flatMap(({ measured: { objective }, content }, index) =>
    // What was saved may no longer fit: the plan was varied, or an indicator defined otherwise.
    [...wrongInSheet(content, objective.indicators), ...missingInSheet(content, objective.indicators)].map(
      (fault) => sheetProblem(fault, objective, `lines[${index}]`),
    ),
  );
}

async function claim(
  tx: Tx,
  { viewer }: Commander,
  clock: FactsClock,
  { cycle, rules, measuring }: MeasuredYear,
  by: Role,
  lines: readonly FullLine[],
): Promise<void> {
  const measurement = await holdMeasurement(tx, cycle.id);
  if (measurement === null) return;
  const steps = lines.flatMap(({ measured, content }): readonly NewStep[] => {
    const { place, assessment, objective } = measured;
    const verdict = readVerdict(content);
    const { decided, proposed } = assessment.stands;
    if (verdict === null || (decided !== null && decided.is !== 'waiting')) return [];
    const { indicators, evidence } = content;
    const claimed: NewStep = {
      ...place,
      ...{ what: { step: 'self-evaluated', verdict }, by, claim: { indicators, evidence } },
    };
    const proposal = proposalOf(objective, indicators, measuring);
    return proposal.is === 'degree' && proposal.degree !== proposed
      ? [{ ...place, what: { step: 'proposed', degree: proposal.degree }, by }, claimed]
      : [claimed];
  });
  const made = { measurement, rules: rules.number, person: viewer.person.id, at: clock.now, on: clock.today };
  await appendSteps(tx, made, await sectorIds(tx), steps);
}
