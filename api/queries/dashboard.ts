/** The Segretario's board: one reading of the town's facts, counted in every way a Segretario asks for. */
import type { AgendaFacts } from '../../domain/obligations/agenda-facts.js';
import { type Role, roleKey } from '../../domain/obligations/obligation.js';
import { staffOn } from '../../domain/obligations/staff.js';
import { noAnswer } from '../../domain/obligations/summary-facts.js';
import { addPoints, type Points } from '../../domain/plan/points.js';
import { WEIGHT_AT_RISK_DAYS } from '../../domain/plan/weight-at-risk.js';
import type { Observed } from '../../domain/review/reminders.js';
import { addDays, type CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import {
  type Cycle,
  cycleSectors,
  listCycles,
  type PlanVersion,
  planVersions,
} from '../../store/cycle/cycles.js';
import type { Tx } from '../../store/in-town.js';
import { type AcknowledgedNotice, acknowledgmentsAbout } from '../../store/notices/acknowledgments.js';
import { type DigestSummary, listDigests } from '../../store/notices/digest-list.js';
import { type PaperMail, paperMails } from '../../store/notices/paper-mails.js';
import { roundAskedOn } from '../../store/notices/rounds.js';
import { type PlanWeights, planWeights } from '../../store/plan/objectives.js';
import { type BoardAlert, boardAlerts } from './board-alerts.js';
import { cycleShown } from './cycle-shown.js';
import { type NextRound, nextRound } from './next-round.js';
import { byUrgency, type ObligationView, viewOf } from './obligation-view.js';
import { observedBefore } from './observed-before.js';
import { type Counts, countsOf, type SectorRow, sectorRows } from './sector-rows.js';
import { isLateCode } from './standing-code.js';
import { loadAhead } from './town-ahead.js';
import { loadTownFacts } from './town-facts.js';
import { type VacantRole, vacantRoles } from './vacant-roles.js';

export interface SilentRole {
  readonly owner: Role;
  readonly people: readonly string[];
  readonly count: number;
}

export interface Dashboard {
  readonly day: CivilDate;
  /** Every year with a cycle, latest first. */
  readonly years: readonly number[];
  /** `null`: the town has no plan yet; then all lists are empty. */
  readonly plan: {
    readonly year: number;
    readonly version: PlanVersion | null;
    /** `null`: the year is open. */
    readonly closedOn: CivilDate | null;
  } | null;
  readonly objectives: number;
  readonly counts: Counts;
  readonly total: number;
  readonly sectors: readonly SectorRow[];
  readonly weightAtRisk: Points;
  /** Last day that the weight at risk looks at. */
  readonly riskUntil: CivilDate;
  readonly late: readonly ObligationView[];
  /** Of a closed year: phases that nobody had concluded by then. */
  readonly unmet: readonly ObligationView[];
  /** The latest acknowledgment of a notice about what is late, by obligation. */
  readonly acknowledged: ReadonlyMap<string, AcknowledgedNotice>;
  readonly silent: readonly SilentRole[];
  readonly external: readonly ObligationView[];
  readonly implicit: readonly ObligationView[];
  readonly round: NextRound;
  /** Mails of the last days, latest first. */
  readonly mailed: readonly DigestSummary[];
  readonly alerts: readonly BoardAlert[];
  /** Mails to people without a mailbox, not handed over yet. */
  readonly paper: readonly PaperMail[];
  /** Roles that somebody must hold and nobody does today, with what is owed by them and still open. */
  readonly vacant: readonly VacantRole[];
  /** To be taken up in this year, while it is open; `null`: nothing. */
  readonly observed: Observed | null;
}

const MAILED_DAYS = 7;

/** `year`: the plan to look at; without it this year's. At the real instant `real`. */
export async function loadDashboard(tx: Tx, real: Instant, year: number | null): Promise<Dashboard> {
  const [facts, approved, askedOn] = await Promise.all([
    loadTownFacts(tx, real),
    listCycles(tx).then((all) => all.filter((one) => one.approvedOn !== null)),
    roundAskedOn(tx),
  ]);
  const { agenda, calendar, lastPosted, now, today } = facts;
  const cycle = cycleShown(approved, year, today);
  const views = facts.obligations
    .filter(({ year: of }) => of === cycle?.year || approved.every((one) => one.year !== of)) // terms of the law come before the plan
    .map((one) => viewOf(one, today, calendar));
  const late = views.filter((view) => isLateCode(view.standing.code)).sort(latestFirst);
  const [ahead, plan, mailed, alerts, paper, seen] = await Promise.all([
    loadAhead(tx, facts),
    cycle === null ? null : loadPlan(tx, cycle),
    listDigests(tx, { from: addDays(today, -MAILED_DAYS), atMost: 30 }),
    boardAlerts(tx, now),
    paperMails(tx, { open: true }),
    acknowledgmentsAbout(
      tx,
      late.map(({ obligation }) => obligation.id),
    ),
  ]);
  const staff = staffOn(ahead.tenures, ahead.absences, today);
  const sectors = plan === null ? [] : sectorRows(plan, views, staff, today);
  return {
    day: today,
    years: approved.map((one) => one.year),
    plan: cycle && { year: cycle.year, version: plan?.version ?? null, closedOn: cycle.closedOn },
    objectives: plan?.objectives ?? 0,
    counts: countsOf(views),
    total: views.length,
    sectors,
    weightAtRisk: addPoints(sectors.map((row) => row.weightAtRisk)),
    riskUntil: addDays(today, WEIGHT_AT_RISK_DAYS),
    late,
    acknowledged: new Map(seen.map((one) => [one.obligation, one])),
    unmet: views.filter((view) => view.standing.code === 'unmet').sort(byUrgency),
    silent: noAnswer(openAgenda(agenda, cycle), lastPosted, today).map(({ owner, count }) => ({
      owner,
      count,
      people: (staff.holders.get(roleKey(owner)) ?? []).map(({ name }) => name),
    })),
    external: views.filter((view) => view.standing.code === 'undetermined'),
    implicit: views
      .filter(
        ({ obligation, standing: { code } }) =>
          obligation.term.kind === 'implicit' && obligation.state === 'open' && code !== 'unmet',
      )
      .sort(byUrgency),
    round: nextRound(ahead, askedOn),
    mailed,
    alerts,
    paper,
    observed: cycle?.state === 'open' ? observedBefore(ahead.observed, cycle.year) : null,
    vacant: vacantRoles(facts.obligations, staff),
  };
}

/** What a year still asks for: of a closed one nobody owes an answer any more, and another year has a board of its own. */
const openAgenda = (agenda: AgendaFacts, cycle: Cycle | null): AgendaFacts => ({
  ...agenda,
  schedule: agenda.schedule.filter(
    ({ obligation }) => cycle?.state === 'open' && obligation.year === cycle.year,
  ),
});

interface Plan {
  readonly version: PlanVersion | null;
  readonly objectives: number;
  readonly weights: PlanWeights['bySector'];
  readonly sectors: readonly { readonly id: string; readonly name: string }[];
}

async function loadPlan(tx: Tx, cycle: Cycle): Promise<Plan> {
  const [versions, { objectives, bySector }, sectors] = await Promise.all([
    planVersions(tx, cycle.id),
    planWeights(tx, cycle.id),
    cycleSectors(tx, cycle.id),
  ]);
  return { version: versions[0] ?? null, objectives, weights: bySector, sectors };
}

const latestFirst = (a: ObligationView, b: ObligationView): number =>
  b.standing.workingDaysLate - a.standing.workingDaysLate || byUrgency(a, b);
