/** What a draft would become: its obligations counted, its warnings, what its act still needs. */
import { type PlannedObligation, plannedObligations } from '../../domain/obligations/from-plan.js';
import { firstNoticeDay } from '../../domain/obligations/rung-days.js';
import type { LintWarning, PlanDocument } from '../../domain/plan/plan-document.js';
import { type CivilDate, parseCivilDate } from '../../domain/time/civil-date.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import { findCycle } from '../../store/cycles.js';
import type { Tx } from '../../store/in-town.js';
import { findDraft, type PlanDraft } from '../../store/plan-drafts.js';
import { needsNote, warningsOf } from '../commands/plan-checks.js';
import type { Viewer } from '../viewer.js';

export interface PlanPreview {
  readonly draft: PlanDraft;
  readonly warnings: readonly LintWarning[];
  /** Some warnings want a word of whoever confirms. */
  readonly noteNeeded: boolean;
  readonly counts: {
    readonly objectives: number;
    readonly obligations: number;
    readonly dated: number;
    readonly implicit: number;
    readonly external: number;
    /** Due before notices would begin: each is asked once whether and when it was done. */
    readonly beforeStart: number;
  };
  /** First day of notices, were it confirmed today. */
  readonly firstNotice: CivilDate;
  /** The year has a plan already: it cannot be confirmed. */
  readonly yearTaken: boolean;
  /** What the document says of its act, to begin the form with. */
  readonly actDate: CivilDate | null;
}

/** `null` when the town has no such draft. */
export async function loadPreview(tx: Tx, viewer: Viewer, id: string): Promise<PlanPreview | null> {
  const draft = await findDraft(tx, id);
  if (draft === null) return null;
  const { plan } = draft;
  const calendar = workingCalendar(viewer.town.closures);
  const firstNotice = firstNoticeDay(viewer.today, calendar);
  const planned = plannedObligations(plan, firstNotice, calendar);
  const warnings = warningsOf(plan);
  const of = (kind: PlannedObligation['term']['kind']): number =>
    planned.filter(({ term }) => term.kind === kind).length;
  return {
    draft,
    warnings,
    noteNeeded: needsNote(warnings),
    counts: {
      objectives: objectivesIn(plan),
      obligations: planned.length,
      dated: of('date'),
      implicit: of('implicit'),
      external: of('external'),
      beforeStart: planned.filter(({ term }) => term.kind !== 'external' && term.due < firstNotice).length,
    },
    firstNotice,
    yearTaken: (await findCycle(tx, plan.document.year))?.approvedOn != null,
    actDate: parseCivilDate(plan.document.actDate ?? ''),
  };
}

/** A shared objective, listed under several sectors, is one. */
function objectivesIn(plan: PlanDocument): number {
  const shared = new Set<string>();
  let own = 0;
  for (const objective of plan.sectors.flatMap((sector) => sector.objectives)) {
    if (objective.shared) shared.add(JSON.stringify([objective.number, objective.title]));
    else own += 1;
  }
  return own + shared.size;
}
