/** The review of a year as a viewer may see it: all of it, or only the questions put to them. */

import { ROUND_PAPERS } from '../../domain/cycle/signed-paper.js';
import { termsIn } from '../../domain/cycle/year-terms.js';
import { roleKey } from '../../domain/obligations/obligation.js';
import { type Member, standingDeclarations, undeclared } from '../../domain/review/body.js';
import { type ObjectiveState, objectiveState } from '../../domain/review/objective-state.js';
import { isAtWork, reviewOpens } from '../../domain/review/round.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import { type Cycle, listCycles } from '../../store/cycle/cycles.js';
import type { Tx } from '../../store/in-town.js';
import { listSnapshots, type Snapshot } from '../../store/relazione/relazione.js';
import { copiesAmong, type SignedCopy } from '../../store/relazione/signed-copies.js';
import { type KeptRound, listRounds, membersOn } from '../../store/review/review.js';
import {
  criteriaInForce,
  type KeptConclusion,
  listConclusions,
  type NumberedCriteria,
} from '../../store/review/review-conclusions.js';
import { type KeptDeclaration, listDeclarations } from '../../store/review/review-declarations.js';
import { evidenceCounts } from '../../store/review/review-evidence.js';
import { type KeptNote, listNotes } from '../../store/review/review-notes.js';
import { type KeptQuestion, listQuestions } from '../../store/review/review-questions.js';
import { exclusionOf, memberIn } from '../commands/review/review-command.js';
import { actingRole, reachOf } from '../rights.js';
import type { Viewer } from '../viewer.js';
import { cycleShown } from './cycle-shown.js';
import { loadMeasuredYear, type MeasuredYear, type ObjectiveMeasured } from './measured-year.js';

export interface ReviewedObjective {
  readonly measured: ObjectiveMeasured;
  readonly documents: number;
  readonly questions: readonly KeptQuestion[];
  readonly conclusion: KeptConclusion | null;
  readonly state: ObjectiveState;
}

export interface ReviewedSector {
  readonly id: string;
  readonly name: string;
  /** The viewer answered for it, or abstained: they read, and do not act. */
  readonly excluded: boolean;
  readonly objectives: readonly ReviewedObjective[];
}

export interface ReviewPage {
  readonly cycle: Cycle;
  readonly years: readonly number[];
  readonly rounds: readonly KeptRound[];
  /** The one that is running, or the last. */
  readonly round: KeptRound;
  readonly opens: CivilDate;
  /** The viewer reads all of it; otherwise only `questions`, those put to them. */
  readonly isWhole: boolean;
  readonly year: MeasuredYear;
  readonly sectors: readonly ReviewedSector[];
  /** Of all rounds, oldest first. */
  readonly questions: readonly KeptQuestion[];
  readonly members: readonly Member[];
  /** What the members said of conflicts in this round, oldest first. */
  readonly declarations: readonly KeptDeclaration[];
  /** Members who have said nothing about a conflict. */
  readonly silent: readonly Member[];
  readonly criteria: NumberedCriteria;
  readonly conclusions: readonly KeptConclusion[];
  /** Those shared, and the viewer's own. */
  readonly notes: readonly KeptNote[];
  /** What came back signed of the papers of its rounds. */
  readonly copies: readonly SignedCopy[];
  /** Number of the Relazione's last snapshot; `null`: none is frozen. */
  readonly snapshot: number | null;
  /** What the outcome is about; without one, what it would be about. */
  readonly examined: Snapshot | null;
  /** The viewer, when they evaluate. */
  readonly self: string | null;
  readonly may: {
    /** Ask, note, conclude. */
    readonly work: boolean;
    readonly outcome: boolean;
    readonly declare: boolean;
    readonly criteria: boolean;
  };
}

/** `null`: no plan is approved yet. */
export async function loadReviewPage(
  tx: Tx,
  viewer: Viewer,
  asked: number | null,
): Promise<ReviewPage | null> {
  const cycles = (await listCycles(tx)).filter(({ approvedOn }) => approvedOn !== null);
  // In spring the year under review is the one before.
  const cycle = cycleShown(cycles, asked ?? latestReviewed(cycles, viewer), viewer.today);
  if (cycle === null) return null;
  const { town, person, today } = viewer;
  const rounds = await listRounds(tx, cycle.id, termsIn(town.settings, cycle.year).closing);
  const round = rounds.at(-1) as KeptRound;
  const duties = rounds.flatMap(({ duty }) => (duty === null ? [] : [duty]));
  const isWhole = reachOf(viewer.roles, 'review.read')?.relation === 'town';
  const self = memberIn(viewer);
  const of = <T>(load: (duty: string) => Promise<readonly T[]>): Promise<readonly T[]> =>
    round.duty === null || !isWhole ? Promise.resolve([]) : load(round.duty);
  const year = await loadMeasuredYear(tx, cycle, { town, today });
  const [asking, members, declarations, criteria, conclusions, notes, documents, snapshots] = [
    await listQuestions(tx, { duties }),
    isWhole ? await membersOn(tx, cycle, today, self) : [],
    await of((duty) => listDeclarations(tx, duty)),
    await criteriaInForce(tx),
    await of((duty) => listConclusions(tx, duty)),
    await of((duty) => listNotes(tx, duty, person.id)),
    isWhole ? await evidenceCounts(tx, cycle.id) : new Map<string, number>(),
    await listSnapshots(tx, cycle.id),
  ];
  const own = new Set(viewer.roles.map(roleKey));
  const questions = isWhole ? asking : asking.filter(({ to }) => own.has(roleKey(to)));
  const exclusion = self === null ? null : exclusionOf({ members, declarations }, self.id);
  const standing = standingDeclarations(declarations);
  const isOpen = cycle.state === 'open' && round.duty !== null && isAtWork(cycle.year, round, today);
  const may = (action: Parameters<typeof actingRole>[1]): boolean =>
    actingRole(viewer.roles, action, []) !== null;
  return {
    ...{
      cycle,
      rounds,
      round,
      isWhole,
      year,
      questions,
      members,
      declarations,
      criteria,
      conclusions,
      notes,
    },
    years: cycles.map((one) => one.year),
    copies: isWhole ? await copiesAmong(tx, ROUND_PAPERS, duties) : [],
    snapshot: snapshots[0]?.number ?? null,
    examined: examinedIn(snapshots, round),
    opens: reviewOpens(cycle.year, round),
    silent: members.filter((one) => undeclared(one, standing).length > 0),
    self: self?.id ?? null,
    sectors: isWhole
      ? year.sectors.map(({ id, name, objectives }) => ({
          ...{ id, name, excluded: exclusion?.sectors.has(name) ?? false },
          objectives: objectives.map((measured) => reviewed(measured, { asking, conclusions, documents })),
        }))
      : [],
    may: {
      work: isOpen && self !== null && exclusion?.all !== true,
      outcome: isOpen && may('cycle.validate'),
      declare: isOpen && may('review.declare'),
      criteria: may('review.criteria'),
    },
  };
}

/** Latest first: the one validated, else the last. */
const examinedIn = (snapshots: readonly Snapshot[], { outcome }: KeptRound): Snapshot | null =>
  (outcome === null ? undefined : snapshots.find(({ steps }) => steps.includes('validation'))) ??
  snapshots[0] ??
  null;

/** The latest year that is over. */
const latestReviewed = (cycles: readonly Cycle[], { today }: Viewer): number | null =>
  cycles.find(({ year }) => String(year) < today.slice(0, 4))?.year ?? null;

function reviewed(
  measured: ObjectiveMeasured,
  known: {
    readonly asking: readonly KeptQuestion[];
    readonly conclusions: readonly KeptConclusion[];
    readonly documents: ReadonlyMap<string, number>;
  },
): ReviewedObjective {
  const { id } = measured.objective;
  const questions = known.asking.filter(({ objective }) => objective === id);
  const conclusion = known.conclusions.find(({ objective }) => objective === id) ?? null;
  return {
    ...{ measured, questions, conclusion, documents: known.documents.get(id) ?? 0 },
    state: objectiveState(
      questions.map(({ state }) => state),
      conclusion?.conclusion ?? null,
    ),
  };
}
