/** The evaluation of a year as a viewer may see it: own sectors or all, totals, gates, acts, and what is missing. */

import type { Obligation } from '../../domain/obligations/obligation.js';
import { roleKey } from '../../domain/obligations/obligation.js';
import {
  isShareTooSmall,
  type PaymentGate,
  type PointsGate,
  paymentGate,
  pointsGate,
} from '../../domain/scoring/gates.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import { listCycles } from '../../store/cycle/cycles.js';
import type { Tx } from '../../store/in-town.js';
import {
  type MeasurementAct,
  measurementActs,
  validatedOn,
} from '../../store/measurement/measurement-acts.js';
import { listSubmissions, type Submission } from '../../store/monitoring/submissions.js';
import { findObligation } from '../../store/obligations/obligations.js';
import { copiesAmong } from '../../store/relazione/signed-copies.js';
import { isBefore } from '../commands/cycle/record-act.js';
import { type Action, actingRole, reachOf } from '../rights.js';
import type { Viewer } from '../viewer.js';
import { cycleShown } from './cycle-shown.js';
import { loadMeasuredYear, type MeasuredYear, type SectorMeasured } from './measured-year.js';
import { type CopyShown, copyShown } from './signed-copies.js';

export interface SectorShown extends SectorMeasured {
  readonly points: PointsGate;
  /** `null`: the sector's head neither pays invoices nor answers for who does. */
  readonly pay: PaymentGate | null;
  /** Under the share that the law asks for: said, not refused. */
  readonly isShareSmall: boolean;
}

export interface ActShown extends MeasurementAct {
  readonly beforeValidation: boolean;
  /** What came back signed of it; `null`: not the viewer's to read. */
  readonly copy: CopyShown | null;
}

export interface MeasurementPage {
  readonly year: MeasuredYear;
  readonly years: readonly number[];
  /** Those that the viewer may see, in the plan's order. */
  readonly sectors: readonly SectorShown[];
  /** The viewer sees the whole town. */
  readonly isWhole: boolean;
  /** The evaluator's duty. */
  readonly duty: Obligation | null;
  /** The day from which degrees are decided; `null`: nothing is to be evaluated. */
  readonly measuringFrom: CivilDate | null;
  /** Half-year submissions that the viewer may see and that are not transmitted. */
  readonly awaited: readonly Submission[];
  readonly acts: readonly ActShown[];
  readonly validated: CivilDate | null;
  readonly may: {
    /** Decides degrees, in the role that the rules name, now. */
    readonly decide: boolean;
    /** Reopens sheets, records payment times and acts. */
    readonly record: boolean;
    readonly rules: boolean;
  };
}

/** `null`: no plan is approved yet. */
export async function loadMeasurementPage(
  tx: Tx,
  viewer: Viewer,
  asked: number | null,
): Promise<MeasurementPage | null> {
  const cycles = (await listCycles(tx)).filter(({ approvedOn }) => approvedOn !== null);
  const cycle = cycleShown(cycles, asked, viewer.today);
  if (cycle === null) return null;
  const year = await loadMeasuredYear(tx, cycle, viewer);
  const reach = reachOf(viewer.roles, 'measurement.read');
  const own = new Set(reach?.relation === 'own' ? reach.roles.map(roleKey) : []);
  const isWhole = reach?.relation === 'town';
  const sectors = year.sectors.filter(
    ({ name, sheet }) => isWhole || own.has(roleKey(sheet?.owner ?? { role: 'head', sector: name })),
  );
  const ids = new Set(sectors.map(({ id }) => id));
  const [submissions, acts, validated, duty] = await Promise.all([
    listSubmissions(tx, cycle.year),
    year.measurement === null ? [] : measurementActs(tx, year.measurement),
    validatedOn(tx, cycle.id),
    year.measurement === null ? null : findObligation(tx, year.measurement),
  ]);
  const copies = await copiesAmong(
    tx,
    ['evaluation-act'],
    acts.map(({ id }) => id),
  );
  const isOpen = cycle.state === 'open' && year.measurement !== null;
  const opens = duty?.obligation.opens ?? null;
  const may = (action: Action): boolean => isOpen && actingRole(viewer.roles, action, []) !== null;
  return {
    ...{ year, isWhole, duty: duty?.obligation ?? null, validated },
    measuringFrom: duty === null ? null : (opens ?? cycle.approvedOn),
    awaited: submissions.filter(({ sector, state }) => AWAITED.has(state) && (isWhole || ids.has(sector))),
    years: cycles.map((one) => one.year),
    sectors: sectors.map((sector) => shown(sector, year)),
    acts: acts
      .filter(({ sector }) => isWhole || (sector !== null && ids.has(sector)))
      .map((act) => ({
        ...act,
        copy: copyShown(
          copies,
          viewer,
          { kind: 'evaluation-act', of: act.id },
          { isMinutes: act.kind === 'minutes', sector: act.sectorName },
        ),
        beforeValidation:
          act.kind === 'payment' && act.withdrawnReason === null && isBefore(validated, act.onDay),
      })),
    may: {
      decide:
        isOpen &&
        (opens === null || viewer.today >= opens) &&
        viewer.roles.some(({ role }) => role === year.rules.rules.evaluator),
      record: may('measurement.record'),
      rules: may('measurement.rules'),
    },
  };
}

/** Whoever owes it has not transmitted it, or must again. */
const AWAITED: ReadonlySet<Submission['state']> = new Set(['draft', 'returned', 'reopened']);

function shown(sector: SectorMeasured, { cycle, rules }: MeasuredYear): SectorShown {
  const times = sector.payment?.times ?? null;
  return {
    ...sector,
    points: pointsGate(sector.total.total, rules.rules.bands),
    pay: paymentGate(times),
    isShareSmall: times !== null && isShareTooSmall(times, cycle.year),
  };
}
