/** *Il ciclo*: the facts that close a year are recorded, by whoever answers for each, and withdrawn with a reason. */
import { type ClosingStep, closingStepsOf } from '../../../domain/cycle/closing-rules.js';
import { missingForNucleo, stepsOf } from '../../../domain/cycle/year-steps.js';
import { termsIn } from '../../../domain/cycle/year-terms.js';
import { workingCalendar } from '../../../domain/time/working-calendar.js';
import type { Json } from '../../../store/connection.js';
import { listFacts } from '../../../store/cycle/closing.js';
import type { ClosingSetting } from '../../../store/cycle/closing-duties.js';
import { type Cycle, holdCycle } from '../../../store/cycle/cycles.js';
import { recordStep, withdrawStep } from '../../../store/cycle/record-step.js';
import { loadYearFacts } from '../../../store/cycle/year-facts.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { recordAct } from '../../../store/plan/acts.js';
import { commitText } from '../../../store/register/register.js';
import { loadTown } from '../../../store/towns/towns.js';
import { cycleStart, roundStart } from '../../../workflows/contract.js';
import type { Refusal } from '../../refusals.js';
import { type Action, actingRole } from '../../rights.js';
import { auditCommand } from '../audit-command.js';
import { reasonProblem } from '../measurement/reason-problem.js';
import { enterAct, type VoluntaryAct } from '../obligations/obligation-command.js';
import { referStep, supersededSince } from '../relazione/freeze-relazione.js';
import { outcomeRefusal } from '../review/review-outcome.js';
import { type Commander, type Done, type Outcome, runCommand } from '../run-command.js';
import { readStep, type StepAsked } from './closing-asked.js';

/** Who may record it: the Nucleo its outcome, the RPCT the publication, the Segretario all. */
export const actionOf = (step: ClosingStep): Action => {
  if (step === 'validation') return 'cycle.validate';
  return step === 'publication' ? 'cycle.publish' : 'cycle.record';
};

export interface Recorded {
  readonly [key: string]: Json;
  readonly year: number;
  readonly step: string;
  readonly fact: string;
  /** From 1. */
  readonly round: number;
}

export type HeldYear =
  | { readonly ok: true; readonly cycle: Cycle; readonly setting: ClosingSetting }
  | { readonly ok: false; readonly refusal: Refusal };

/** The year, held until the transaction ends; only one that is running. */
export async function takeYear(tx: Tx, year: number, clock: FactsClock): Promise<HeldYear> {
  const held = await takeApprovedYear(tx, year, clock);
  if (!held.ok || held.cycle.state === 'open') return held;
  return { ok: false, refusal: { code: 'cycle-closed', on: held.cycle.closedOn } };
}

/** The same, also of one that is closed: what is published of it is looked after for years. */
export async function takeApprovedYear(tx: Tx, year: number, { today }: FactsClock): Promise<HeldYear> {
  const cycle = await holdCycle(tx, year);
  if (cycle === null) return { ok: false, refusal: { code: 'not-found' } };
  if (cycle.approvedOn === null) return { ok: false, refusal: { code: 'no-plan-yet' } };
  const { settings, closures } = await loadTown(tx);
  return {
    ok: true,
    cycle,
    setting: { rules: termsIn(settings, year).closing, calendar: workingCalendar(closures), today },
  };
}

/** The year's workflow and the round hear of it. */
export const startsOf = (town: string, { id, year }: Cycle) => [
  cycleStart({ town, cycle: id, year }),
  roundStart({ town }),
];

/**
 * `round`: of a validation, the one on the page; absent: the one that is running. `snapshot`: number of the Relazione's
 * that was read; absent: the last one.
 */
export function recordClosing(
  commander: Commander,
  asked: StepAsked & { readonly round?: number; readonly snapshot?: number | undefined },
): Promise<Outcome<Recorded>> {
  const action = actionOf(asked.step);
  return runCommand(commander, action, { ...asked }, async (tx, clock): Promise<Done<Recorded>> => {
    const held = await takeYear(tx, asked.year, clock);
    if (!held.ok) return held;
    const { cycle, setting } = held;
    if (!closingStepsOf(setting.rules).includes(asked.step))
      return { ok: false, refusal: { code: 'not-found' } };
    const town = await loadTown(tx);
    const steps = stepsOf(await loadYearFacts(tx, cycle, town), clock.today);
    const isReady = steps.find(({ id }) => id === 'ready')?.state === 'done';
    const read = readStep(asked, clock.today, isReady ? 0 : missingForNucleo(steps).length);
    if (!read.ok) return { ok: false, refusal: { code: 'invalid', problems: read.problems } };
    const { said } = read;
    const refused =
      (await supersededSince(tx, cycle, asked.snapshot ?? null)) ??
      (asked.step === 'validation'
        ? await outcomeRefusal(tx, commander.viewer, clock, { cycle, setting, seen: asked.round ?? null })
        : null);
    if (refused !== null) return { ok: false, refusal: refused };
    const by = commander.viewer.person.id;
    const protocol = { protocolNumber: said.protocolNumber, protocolOn: said.protocolOn };
    const act =
      said.act === null
        ? null
        : await recordAct(tx, { ...said.act, adoptedOn: said.on, ...protocol }, { at: clock.now, by });
    if (act !== null && !act.ok)
      return { ok: false, refusal: { code: act.refusal, adoptedOn: act.adoptedOn } };
    const { on, outcome, addresses, note } = said;
    const fact = { kind: 'done', on, outcome, addresses, note, ...protocol, act: act?.id ?? null } as const;
    const made = await recordStep(tx, cycle, asked.step, { ...fact, at: clock.now, by }, setting);
    if (!made.ok)
      return { ok: false, refusal: { code: 'step-recorded', on: made.there.on, by: made.there.recordedBy } };
    const about = { step: asked.step, fact: made.fact, duty: made.obligation, round: made.round, note };
    await referStep(tx, { cycle, clock, by }, about);
    await enter(tx, commander, clock, {
      kind: 'recorded',
      obligation: made.obligation,
      note,
      more: { on, outcome },
    });
    await auditYear(tx, commander, clock, {
      ...{ action: 'cycle.record', cycle, note, act: act?.id ?? null },
      after: { step: asked.step, round: made.round, on, outcome, addresses: [...addresses], ...protocol },
    });
    const result = { year: cycle.year, step: asked.step, fact: made.fact, round: made.round };
    return { ok: true, result, starts: startsOf(town.id, cycle) };
  });
}

/** What was recorded by mistake is withdrawn: the step is open again. */
export function withdrawClosing(
  commander: Commander,
  asked: { readonly year: number; readonly fact: string; readonly reason: string },
): Promise<Outcome<{ year: number; step: string }>> {
  return runCommand(commander, 'cycle.withdraw', { ...asked }, async (tx, clock) => {
    const held = await takeYear(tx, asked.year, clock);
    if (!held.ok) return held;
    const { cycle, setting } = held;
    const because = asked.reason.trim();
    const problem = reasonProblem(because, 'reason');
    if (problem !== null) return { ok: false, refusal: problem };
    const found = (await listFacts(tx, cycle.id)).find(({ id }) => id === asked.fact);
    if (found === undefined) return { ok: false, refusal: { code: 'not-found' } };
    if (actingRole(commander.viewer.roles, actionOf(found.step), []) === null)
      return { ok: false, refusal: { code: 'not-allowed' } };
    const said = { at: clock.now, by: commander.viewer.person.id, because };
    const withdrawn = await withdrawStep(tx, cycle, asked.fact, said, setting);
    if (withdrawn === null) return { ok: false, refusal: { code: 'changed-meanwhile' } };
    const { step, obligation } = withdrawn;
    await enter(tx, commander, clock, { kind: 'record-withdrawn', obligation, note: because });
    await auditYear(tx, commander, clock, {
      ...{ action: 'cycle.withdraw', cycle, note: because, act: null, after: { step, on: withdrawn.on } },
    });
    const starts = startsOf(commander.viewer.town.id, cycle);
    return { ok: true, result: { year: cycle.year, step }, starts };
  });
}

/** Enters it under the cycle's chain, free text by its hash alone. */
async function enter(
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  said: {
    readonly kind: VoluntaryAct;
    readonly obligation: string;
    readonly note: string | null;
    readonly more?: { readonly [key: string]: Json };
  },
): Promise<void> {
  const role = actingRole(commander.viewer.roles, 'cycle.withdraw', []);
  if (role === null) throw new Error('whoever records has a role');
  const note = said.note === null ? {} : { note: await commitText(tx, said.note) };
  await enterAct(tx, commander, clock, {
    ...{ kind: said.kind, obligation: said.obligation, role, more: { ...said.more, ...note } },
  });
}

/** Under the year; `act`: the one by which it was done. */
export const auditYear = (
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  said: {
    readonly action: string;
    readonly cycle: Cycle;
    readonly note: string | null;
    readonly act: string | null;
    readonly after: { readonly [key: string]: Json };
  },
): Promise<void> =>
  auditCommand(tx, commander, clock, {
    ...{ right: 'cycle.withdraw', action: said.action, subjectKind: 'cycle', subject: said.cycle.id },
    act: said.act,
    after: { ...said.after, ...(said.note === null ? {} : { note: said.note }) },
  });
