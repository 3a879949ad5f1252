/**
 * *Salva bozza*: what a sector says of its objectives so far. Lines are merged by objective: of two people who
 * write at once each keeps what the other did not touch, and is told of the lines that both did.
 */
import { wrongIn } from '../../../domain/cycle/line-check.js';
import { mergeLines, type OfferedLine } from '../../../domain/cycle/line-merge.js';
import { type AskedLine, EMPTY_LINE } from '../../../domain/cycle/submission-line.js';
import { suggestedLine } from '../../../domain/cycle/suggested-line.js';
import type { Json } from '../../../store/connection.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { askedLines } from '../../../store/monitoring/asked-lines.js';
import { savedLines, saveLine } from '../../../store/monitoring/submission-lines.js';
import { confirmAnswers, type Submission } from '../../../store/monitoring/submissions.js';
import type { FieldProblem } from '../../refusals.js';
import { type Commander, type Done, type Outcome, runCommand } from '../run-command.js';
import { problemOf } from './line-problems.js';
import { auditSubmission, notWritable, takeDraft, type Writer } from './submission-command.js';

export interface DraftAsked {
  readonly submission: string;
  readonly lines: readonly OfferedLine[];
  /** The answers given from mails were read again; `null`: not said. */
  readonly confirmed: boolean | null;
}

export interface DraftSaved {
  readonly [key: string]: Json;
  readonly submission: string;
  /** Objectives of the lines that were taken. */
  readonly saved: readonly string[];
  /** Objectives whose line somebody else changed meanwhile: nothing of those was saved. */
  readonly conflicts: readonly string[];
}

export function saveSubmission(commander: Commander, asked: DraftAsked): Promise<Outcome<DraftSaved>> {
  const fingerprint = JSON.parse(JSON.stringify(asked)) as Json;
  return runCommand(
    commander,
    'monitoring.write',
    fingerprint,
    async (tx, clock): Promise<Done<DraftSaved>> => {
      const taken = await takeDraft(tx, commander, asked.submission);
      if (!taken.ok) return taken;
      const { submission, role } = taken;
      const refusal = notWritable(submission, clock);
      if (refusal !== null) return { ok: false, refusal };
      const lines = await askedLines(tx, { ...submission, until: submission.window.referenceOn });
      const problems = problemsOf(asked, lines, taken, clock);
      if (problems.length > 0) return { ok: false, refusal: { code: 'invalid', problems } };
      const merged = await keep(tx, commander, clock, submission, lines, asked);
      if (merged.saved.length > 0)
        await auditSubmission(tx, commander, clock, {
          ...{ action: 'monitoring.save', role, submission },
          more: { objectives: merged.saved, ...(role === null ? { as: 'compiler' } : {}) },
        });
      return { ok: true, result: { submission: submission.id, ...merged }, starts: [] };
    },
  );
}

async function keep(
  tx: Tx,
  { viewer }: Commander,
  clock: FactsClock,
  { id, confirmed, window }: Submission,
  lines: readonly AskedLine[],
  asked: DraftAsked,
): Promise<Pick<DraftSaved, 'saved' | 'conflicts'>> {
  const begun = new Map(lines.map((line) => [line.objective, suggestedLine(line, window.referenceOn)]));
  const stored = await savedLines(tx, id);
  const { take, conflicts } = mergeLines(
    asked.lines,
    stored,
    (objective) => begun.get(objective) ?? EMPTY_LINE,
  );
  for (const line of take) await saveLine(tx, id, line, { at: clock.now, by: viewer.person.id });
  if (asked.confirmed !== null && asked.confirmed !== confirmed)
    await confirmAnswers(tx, id, asked.confirmed);
  return { saved: take.map(({ objective }) => objective), conflicts };
}

function problemsOf(
  { lines: offered, confirmed }: DraftAsked,
  asked: readonly AskedLine[],
  { role, only }: Pick<Writer, 'role' | 'only'>,
  { today }: FactsClock,
): readonly FieldProblem[] {
  if (offered.length === 0 && confirmed === null)
    return [{ field: 'lines', message: 'Indica almeno un obiettivo.' }];
  if (confirmed !== null && role === null)
    return [{ field: 'confirmed', message: 'Le risposte già date le conferma il Responsabile.' }];
  const seen = new Set<string>();
  return offered.flatMap(({ objective, content }, index): readonly FieldProblem[] => {
    const line = asked.find((one) => one.objective === objective);
    const field = `lines[${index}].objective`;
    if (line === undefined)
      return [{ field, message: 'Questo obiettivo non è tra quelli del settore in questo monitoraggio.' }];
    if (only !== null && !only.includes(objective))
      return [{ field, message: 'Questo obiettivo non è tra quelli che puoi preparare.' }];
    if (seen.has(objective)) return [{ field, message: 'Lo stesso obiettivo compare due volte.' }];
    seen.add(objective);
    return wrongIn(content, line, today).map((fault) => problemOf(fault, line, `lines[${index}]`));
  });
}
