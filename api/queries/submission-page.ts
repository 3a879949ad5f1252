/** One submission: what is asked, what was saved, what is missing, what was transmitted, and what may be done now. */
import { missingIn } from '../../domain/cycle/line-check.js';
import { type AskedLine, EMPTY_LINE, type LineContent } from '../../domain/cycle/submission-line.js';
import { afterStep, isWritable } from '../../domain/cycle/submission-state.js';
import { suggestedLine } from '../../domain/cycle/suggested-line.js';
import type { Tx } from '../../store/in-town.js';
import { askedLines } from '../../store/monitoring/asked-lines.js';
import {
  type SavedLine,
  type SubmissionVersion,
  savedLines,
  versionsOf,
} from '../../store/monitoring/submission-lines.js';
import {
  eventsOf,
  findSubmission,
  type Submission,
  type SubmissionEvent,
} from '../../store/monitoring/submissions.js';
import { type Evidence, listEvidence } from '../../store/obligations/evidence.js';
import { problemOf } from '../commands/monitoring/line-problems.js';
import type { FieldProblem } from '../refusals.js';
import { type Action, actingRole } from '../rights.js';
import type { Viewer } from '../viewer.js';

export interface LineShown {
  readonly asked: AskedLine;
  /** As saved, else what it can begin from. */
  readonly content: LineContent;
  /** 0: nobody saved it. */
  readonly rowVersion: number;
  readonly saved: SavedLine | null;
  /** What a transmission would still lack, by the field's name. */
  readonly missing: readonly FieldProblem[];
}

export interface SubmissionPage {
  readonly submission: Submission;
  readonly lines: readonly LineShown[];
  readonly events: readonly SubmissionEvent[];
  /** Oldest first. */
  readonly versions: readonly SubmissionVersion[];
  /** Files added to the duty itself, and to the objectives' terms. */
  readonly evidence: readonly Evidence[];
  /** The viewer prepares it without a role: no files, nothing to confirm. */
  readonly compiles: boolean;
  /** Lines that others prepare, left out here. */
  readonly others: number;
  /** Answers were given that a transmission wants confirmed; the head's to see to. */
  readonly hasAnswers: boolean;
  readonly may: {
    readonly write: boolean;
    readonly transmit: boolean;
    readonly acknowledge: boolean;
    readonly return: boolean;
    readonly reopen: boolean;
    readonly observe: boolean;
  };
}

/** `unknown`: not in this town. `not-allowed`: there, but not this viewer's. */
export async function loadSubmissionPage(
  tx: Tx,
  viewer: Viewer,
  id: string,
): Promise<SubmissionPage | 'unknown' | 'not-allowed'> {
  const submission = await findSubmission(tx, id);
  if (submission === null) return 'unknown';
  const may = (action: Action): boolean => actingRole(viewer.roles, action, [submission.owner]) !== null;
  const named = viewer.compiles.find(({ sector }) => sector === submission.sector);
  const compiles = named !== undefined && !may('monitoring.write');
  if (!compiles && !may('monitoring.read')) return 'not-allowed';
  const { window, state } = submission;
  const [all, saved, events, versions] = await Promise.all([
    askedLines(tx, { ...submission, until: window.referenceOn }),
    savedLines(tx, id),
    eventsOf(tx, id),
    versionsOf(tx, id),
  ]);
  const only = compiles ? named.objectives : null;
  const asked = all.filter(({ objective }) => only === null || only.includes(objective));
  const terms = asked.flatMap(({ milestones }) => milestones.map(({ obligation }) => obligation));
  const isOpen = submission.cycleState === 'open';
  const writes = isOpen && isWritable(state) && viewer.today >= window.opens;
  return {
    ...{ submission, events, versions, compiles, others: all.length - asked.length },
    lines: asked.map((line, index) =>
      compiles || may('monitoring.write')
        ? lineShown(line, saved.get(line.objective), submission, index)
        : lineRead(line, versions.at(-1)),
    ),
    evidence: compiles ? [] : await listEvidence(tx, [id, ...terms]),
    hasAnswers: !compiles && asked.some(({ milestones }) => milestones.some((one) => one.state === 'done')),
    may: {
      write: writes && (compiles || may('monitoring.write')),
      transmit: writes && may('monitoring.transmit'),
      acknowledge: isOpen && afterStep(state, 'acknowledge') !== null && may('monitoring.accept'),
      return: isOpen && afterStep(state, 'return') !== null && may('monitoring.accept'),
      reopen: isOpen && afterStep(state, 'reopen') !== null && may('monitoring.accept'),
      observe: isOpen && submission.transmitted !== null && may('monitoring.observe'),
    },
  };
}

/** Whoever only reads is shown what was transmitted, never a draft. */
function lineRead(asked: AskedLine, version: SubmissionVersion | undefined): LineShown {
  const said = version?.lines.find(({ objective }) => objective === asked.objective);
  return { asked, content: said?.content ?? EMPTY_LINE, rowVersion: 0, saved: null, missing: [] };
}

function lineShown(
  asked: AskedLine,
  saved: SavedLine | undefined,
  { window }: Submission,
  index: number,
): LineShown {
  const content = saved?.content ?? suggestedLine(asked, window.referenceOn);
  const missing = missingIn(content, asked, window.referenceOn);
  return {
    ...{ asked, content, rowVersion: saved?.rowVersion ?? 0, saved: saved ?? null },
    missing: missing.map((fault) => problemOf(fault, asked, `lines[${index}]`)),
  };
}
