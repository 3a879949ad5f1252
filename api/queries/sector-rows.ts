/** The board sector by sector: how what each owes stands, what weighs, who heads it and who of them is away. */
import { type Obligation, roleKey } from '../../domain/obligations/obligation.js';
import type { Staff } from '../../domain/obligations/staff.js';
import { addPoints, type Points } from '../../domain/plan/points.js';
import { WEIGHT_AT_RISK_DAYS, weightAtRisk } from '../../domain/plan/weight-at-risk.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Person } from '../../store/people/people.js';
import type { PlanWeights } from '../../store/plan/objectives.js';
import type { ObligationView } from './obligation-view.js';
import { STANDING_CODES, type StandingCode } from './standing-code.js';

export type Counts = Readonly<Record<StandingCode, number>>;

export interface AbsentHead {
  readonly name: string;
  /** Last day; `null`: no end known. */
  readonly until: CivilDate | null;
  /** Whoever was named; `null`: nobody. */
  readonly substitute: string | null;
}

export interface SectorRow {
  readonly id: string;
  readonly name: string;
  /** Names of the heads today; empty: nobody holds the role. */
  readonly heads: readonly string[];
  /** Those of them who are absent today. */
  readonly away: readonly AbsentHead[];
  readonly counts: Counts;
  readonly total: number;
  /** Sum of the weights the plan gives its objectives. */
  readonly weight: Points;
  readonly weightAtRisk: Points;
}

export function countsOf(views: readonly ObligationView[]): Counts {
  const counts = Object.fromEntries(STANDING_CODES.map((code) => [code, 0])) as Record<StandingCode, number>;
  for (const { standing } of views) counts[standing.code] += 1;
  return counts;
}

/** In the order of the plan. */
export function sectorRows(
  plan: {
    readonly weights: PlanWeights['bySector'];
    readonly sectors: readonly { readonly id: string; readonly name: string }[];
  },
  views: readonly ObligationView[],
  staff: Staff<Person>,
  today: CivilDate,
): readonly SectorRow[] {
  const obligations: readonly Obligation[] = views.map((view) => view.obligation);
  const atRisk = new Map(
    weightAtRisk(obligations, today, WEIGHT_AT_RISK_DAYS).map(({ sector, points }) => [sector, points]),
  );
  return plan.sectors.map(({ id, name }) => {
    const own = views.filter((view) => view.obligation.subject.sector === name);
    const heads = staff.holders.get(roleKey({ role: 'head', sector: name })) ?? [];
    return {
      id,
      name,
      heads: heads.map((person) => person.name),
      away: heads.flatMap(({ id, name: who }) => {
        const absence = staff.away.get(id);
        return absence === undefined
          ? []
          : [{ name: who, until: absence.until, substitute: absence.substitute?.name ?? null }];
      }),
      counts: countsOf(own),
      total: own.length,
      weight: plan.weights.get(id) ?? addPoints([]),
      weightAtRisk: atRisk.get(name) ?? addPoints([]),
    };
  });
}
