/**
 * *Trasmetti*: the submission speaks of every objective, or it is told what is missing. What was transmitted is
 * kept as a version; terms declared as concluded are; late is marked, never refused.
 */
import { missingIn, wrongIn } from '../../../domain/cycle/line-check.js';
import type { AskedLine, LineContent } from '../../../domain/cycle/submission-line.js';
import { isLateOn } from '../../../domain/cycle/submission-state.js';
import { suggestedLine } from '../../../domain/cycle/suggested-line.js';
import { roleKey } from '../../../domain/obligations/obligation.js';
import { receiversOf } from '../../../domain/obligations/receivers.js';
import { canonicalJson } from '../../../domain/register/canonical-json.js';
import type { Json } from '../../../store/connection.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { askedLines } from '../../../store/monitoring/asked-lines.js';
import {
  insertVersion,
  savedLines,
  type TransmittedLine,
} from '../../../store/monitoring/submission-lines.js';
import { moveSubmission, recordEvent, type Submission } from '../../../store/monitoring/submissions.js';
import { completeObligation } from '../../../store/obligations/obligation-commands.js';
import { loadStaff } from '../../../store/people/absences.js';
import { sha256Hex } from '../../../store/register/register.js';
import type { FieldProblem } from '../../refusals.js';
import { concludeDeclared } from '../measurement/conclude-declared.js';
import { auditChange, enterActs } from '../obligations/obligation-command.js';
import { type Commander, type Done, type Outcome, runCommand } from '../run-command.js';
import { refusedChange } from '../variation/refused-change.js';
import { problemOf } from './line-problems.js';
import { notWritable, takeSubmission } from './submission-command.js';

export interface TransmissionAsked {
  readonly submission: string;
  /** The version that was on the page; `null`: not said. */
  readonly rowVersion: number | null;
}

export interface Transmitted {
  readonly [key: string]: Json;
  readonly submission: string;
  readonly version: number;
  readonly late: boolean;
}

interface FullLine {
  readonly asked: AskedLine;
  readonly content: LineContent;
}

export function transmit(commander: Commander, asked: TransmissionAsked): Promise<Outcome<Transmitted>> {
  const action = 'monitoring.transmit';
  return runCommand(commander, action, { ...asked }, async (tx, clock): Promise<Done<Transmitted>> => {
    const taken = await takeSubmission(tx, commander, action, asked.submission);
    if (!taken.ok) return taken;
    const { submission, role } = taken;
    const refusal = notWritable(submission, clock);
    if (refusal !== null) return { ok: false, refusal };
    if (asked.rowVersion !== null && asked.rowVersion !== submission.rowVersion)
      return { ok: false, refusal: { code: 'submission-changed' } };
    if (!(await mayTransmit(tx, commander, submission, clock)))
      return { ok: false, refusal: { code: 'head-transmits' } };
    const lines = await linesOf(tx, submission);
    const problems = problemsOf(submission, lines, clock);
    if (problems.length > 0) return { ok: false, refusal: { code: 'invalid', problems } };
    const done = await completeObligation(tx, {
      ...{ obligation: submission.id, rowVersion: null, doneOn: clock.today, recordedAt: clock.now },
      ...{ by: commander.viewer.person.id, note: null },
    });
    if (!done.ok) return { ok: false, refusal: refusedChange(done, 'open', clock.clock.zone) };
    const { version, late, sha256 } = await keepVersion(tx, commander, clock, submission, lines);
    const event = { kind: 'transmit', version, at: clock.now, person: commander.viewer.person.id } as const;
    await recordEvent(tx, submission.id, { ...event, role, text: null });
    await moveSubmission(tx, submission.id, 'transmitted');
    const declared = lines.flatMap(({ content }) => content.milestones);
    const acts = await concludeDeclared(tx, commander, clock, role, declared);
    await enterActs(tx, commander, clock, [
      ...acts,
      { kind: 'transmitted', obligation: submission.id, role, more: { number: version, late, sha256 } },
    ]);
    const change = { action, role, before: done.before, after: done.after };
    await auditChange(tx, commander, clock, { ...change, more: { version, late, sha256 } });
    return { ok: true, result: { submission: submission.id, version, late }, starts: [] };
  });
}

/** Who owes it or substitutes them; the Segretario only for a sector where nobody else is there. */
async function mayTransmit(
  tx: Tx,
  { viewer }: Commander,
  { owner }: Submission,
  { today }: FactsClock,
): Promise<boolean> {
  if (viewer.roles.some((role) => roleKey(role) === roleKey(owner))) return true;
  return receiversOf(await loadStaff(tx, today), owner).some(({ id }) => id === viewer.person.id);
}

async function linesOf(tx: Tx, submission: Submission): Promise<readonly FullLine[]> {
  const [asked, saved] = await Promise.all([
    askedLines(tx, { ...submission, until: submission.window.referenceOn }),
    savedLines(tx, submission.id),
  ]);
  return asked.map((line) => ({
    asked: line,
    content: saved.get(line.objective)?.content ?? suggestedLine(line, submission.window.referenceOn),
  }));
}

function problemsOf(
  { window, confirmed }: Submission,
  lines: readonly FullLine[],
  { today }: FactsClock,
): readonly FieldProblem[] {
  if (lines.length === 0) return [{ field: 'lines', message: 'Il settore non ha obiettivi da compilare.' }];
  const problems = lines.flatMap(({ asked, content }, index) =>
    // What was saved may no longer fit: the plan was varied meanwhile.
    [...wrongIn(content, asked, today), ...missingIn(content, asked, window.referenceOn)].map((fault) =>
      problemOf(fault, asked, `lines[${index}]`),
    ),
  );
  const isAnswered = lines.some(({ asked }) => asked.milestones.some(({ state }) => state === 'done'));
  if (isAnswered && !confirmed)
    problems.push({
      field: 'confirmed',
      message: "Conferma le risposte già date: rileggi l'elenco e spunta la casella.",
    });
  return problems;
}

async function keepVersion(
  tx: Tx,
  { viewer }: Commander,
  clock: FactsClock,
  submission: Submission,
  full: readonly FullLine[],
): Promise<{ readonly version: number; readonly late: boolean; readonly sha256: string }> {
  const lines = full.map(({ asked: { objective, number, title }, content }): TransmittedLine => {
    return { objective, number, title, content };
  });
  const sha256 = sha256Hex(canonicalJson(lines as unknown as Json));
  const late = isLateOn(clock.today, submission.due);
  const kept = { lines, sha256, at: clock.now, by: viewer.person.id, due: submission.due, late };
  return { version: await insertVersion(tx, submission.id, kept), late, sha256 };
}
