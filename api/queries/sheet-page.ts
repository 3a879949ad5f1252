/** One self-evaluation: what is planned, what is said of each objective, what the facts propose, what is missing. */
import { missingInSheet } from '../../domain/cycle/self-evaluation-check.js';
import { EMPTY_SHEET_LINE, type SheetLine } from '../../domain/cycle/self-evaluation-line.js';
import { pointsToDecimal } from '../../domain/plan/points.js';
import type { Verdict } from '../../domain/scoring/assessment.js';
import type { Proposal } from '../../domain/scoring/proposal.js';
import { findCycle } from '../../store/cycle/cycles.js';
import type { Tx } from '../../store/in-town.js';
import {
  findSheet,
  type SavedSheetLine,
  type Sheet,
  savedSheetLines,
} from '../../store/measurement/self-evaluations.js';
import { type Evidence, listEvidence } from '../../store/obligations/evidence.js';
import { objectivesOf } from '../commands/monitoring/sheet-command.js';
import { sheetProblem } from '../commands/monitoring/sheet-problems.js';
import type { FieldProblem } from '../refusals.js';
import { type Action, actingRole } from '../rights.js';
import type { Viewer } from '../viewer.js';
import { loadMeasuredYear, type MeasuredYear, type ObjectiveMeasured, proposalOf } from './measured-year.js';

export interface SheetLineShown {
  readonly measured: ObjectiveMeasured;
  /** As saved, else what it can begin from; for whoever only reads, as claimed. */
  readonly content: SheetLine;
  /** 0: nobody saved it. */
  readonly rowVersion: number;
  readonly saved: SavedSheetLine | null;
  /** By the values of the content. */
  readonly proposal: Proposal;
  /** What a transmission would still lack, by the field's name. */
  readonly missing: readonly FieldProblem[];
}

export interface SheetPage {
  readonly sheet: Sheet;
  readonly year: MeasuredYear;
  readonly lines: readonly SheetLineShown[];
  /** Files added to the duty itself, and to the objectives' terms. */
  /** `null`: not for this viewer. */
  readonly evidence: readonly Evidence[] | null;
  readonly may: { readonly write: boolean; readonly transmit: boolean; readonly reopen: boolean };
}

/** `unknown`: not in this town. `not-allowed`: there, but not this viewer's. */
export async function loadSheetPage(
  tx: Tx,
  viewer: Viewer,
  id: string,
): Promise<SheetPage | 'unknown' | 'not-allowed'> {
  const sheet = await findSheet(tx, id);
  const cycle = sheet === null ? null : await findCycle(tx, sheet.year);
  if (sheet === null || cycle === null) return 'unknown';
  const may = (action: Action): boolean => actingRole(viewer.roles, action, [sheet.owner]) !== null;
  if (!may('measurement.read')) return 'not-allowed';
  const [year, saved] = [await loadMeasuredYear(tx, cycle, viewer), await savedSheetLines(tx, [id])];
  const objectives = objectivesOf(year, sheet.sector);
  const terms = objectives.flatMap(({ objective }) => objective.phases.map((phase) => phase.id));
  const isOpen = sheet.cycleState === 'open';
  const writes = isOpen && sheet.state !== 'transmitted' && viewer.today >= sheet.opens;
  return {
    ...{ sheet, year },
    evidence: may('evidence.read') ? await listEvidence(tx, [id, ...terms]) : null,
    lines: objectives.map((measured, index) =>
      may('self-evaluation.write')
        ? lineShown(measured, saved.get(`${id} ${measured.objective.id}`), year, index)
        : lineRead(measured),
    ),
    may: {
      write: writes && may('self-evaluation.write'),
      transmit: writes && may('self-evaluation.transmit'),
      reopen: isOpen && sheet.state === 'transmitted' && may('self-evaluation.reopen'),
    },
  };
}

/** Whoever only reads is shown what was transmitted, never a draft. */
function lineRead(measured: ObjectiveMeasured): SheetLineShown {
  const { claim, stands } = measured.assessment;
  const said = stands.selfEvaluated;
  const content = said === null ? EMPTY_SHEET_LINE : { ...typedOf(said), ...claimOf(claim) };
  return { measured, content, rowVersion: 0, saved: null, proposal: measured.proposal, missing: [] };
}

const claimOf = (claim: ObjectiveMeasured['assessment']['claim']) =>
  claim ?? { indicators: EMPTY_SHEET_LINE.indicators, evidence: '' };

/** A verdict as it would be typed. */
export function typedOf(verdict: Verdict): SheetLine {
  const line = { ...EMPTY_SHEET_LINE, verdict: verdict.is };
  switch (verdict.is) {
    case 'degree': {
      const degree = pointsToDecimal(verdict.degree).replace('.', ',');
      return { ...line, degree, reason: verdict.reason ?? '' };
    }
    case 'not-assessable':
      return { ...line, reason: verdict.reason };
    case 'waiting':
      return { ...line, waitingFor: verdict.for, until: verdict.until ?? '' };
  }
}

function lineShown(
  measured: ObjectiveMeasured,
  saved: SavedSheetLine | undefined,
  { measuring }: MeasuredYear,
  index: number,
): SheetLineShown {
  const { objective, suggested } = measured;
  const content = saved?.content ?? suggested;
  return {
    ...{ measured, content, rowVersion: saved?.rowVersion ?? 0, saved: saved ?? null },
    proposal: proposalOf(objective, content.indicators, measuring),
    missing: missingInSheet(content, objective.indicators).map((fault) =>
      sheetProblem(fault, objective, `lines[${index}]`),
    ),
  };
}
