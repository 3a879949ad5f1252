/** A town in one line of a board over several: counted from the same reading of the facts as the town's own board. */
import { roleKey } from '../../domain/obligations/obligation.js';
import { noAnswer } from '../../domain/obligations/summary-facts.js';
import { addPoints, type Points } from '../../domain/plan/points.js';
import { WEIGHT_AT_RISK_DAYS, weightAtRisk } from '../../domain/plan/weight-at-risk.js';
import { addDays, type CivilDate, mondayOf } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import { listCycles } from '../../store/cycle/cycles.js';
import type { Tx } from '../../store/in-town.js';
import { waitingSubmissions } from '../../store/monitoring/submissions.js';
import { reachOf } from '../rights.js';
import type { Viewer } from '../viewer.js';
import { type BoardAlert, boardAlerts } from './board-alerts.js';
import { type ObligationView, viewOf } from './obligation-view.js';
import { isLateCode } from './standing-code.js';
import { loadTownFacts, type TownFacts } from './town-facts.js';

/** Of what is open, whatever its year. */
export interface TermCounts {
  readonly today: number;
  /** From today to Sunday. */
  readonly week: number;
  readonly late: number;
}

/** What whoever reads the whole board is told beside the terms. */
export interface WholeFigures {
  /** Roles that did not answer. */
  readonly silent: number;
  readonly weightAtRisk: Points;
  /** Notices to the Sindaco that are held back. */
  readonly held: number;
  /** Mails refused, come back or not sent, of the last two weeks. */
  readonly refused: number;
  /** Submissions transmitted and not acknowledged. */
  readonly submissions: number;
  /** By when the evaluators owe an outcome; `null`: nothing waits for one. */
  readonly validationDue: CivilDate | null;
}

export interface TownFigures {
  /** Years whose plan is in force and that are open, latest first; none: there is nothing to count yet. */
  readonly years: readonly number[];
  /** All of the town, or what the viewer owes where they read no board. */
  readonly terms: TermCounts;
  /** `null`: the viewer reads no board. */
  readonly whole: WholeFigures | null;
}

/** At the real instant `real`. */
export async function loadTownFigures(tx: Tx, viewer: Viewer, real: Instant): Promise<TownFigures> {
  const isWhole = reachOf(viewer.roles, 'dashboard.read') !== null;
  const [facts, cycles, alerts, submissions] = await Promise.all([
    loadTownFacts(tx, real),
    listCycles(tx),
    isWhole ? boardAlerts(tx, viewer.now) : [],
    isWhole ? waitingSubmissions(tx) : 0,
  ]);
  const open = cycles.filter(({ approvedOn, state }) => approvedOn !== null && state === 'open');
  const years = open.map(({ year }) => year);
  const own = new Set(viewer.roles.map(roleKey));
  const views = facts.obligations
    .filter(({ state, owner }) => state === 'open' && (isWhole || own.has(roleKey(owner))))
    .map((one) => viewOf(one, facts.today, facts.calendar));
  return {
    years,
    terms: termsOf(views, facts.today),
    whole: isWhole ? { ...wholeOf(facts, views, years), refused: refusedIn(alerts), submissions } : null,
  };
}

function termsOf(views: readonly ObligationView[], today: CivilDate): TermCounts {
  const sunday = addDays(mondayOf(today), 6);
  const dueBy = (last: CivilDate): number =>
    views.filter(({ due }) => due !== null && due >= today && due <= last).length;
  return {
    today: dueBy(today),
    week: dueBy(sunday),
    late: views.filter(({ standing }) => isLateCode(standing.code)).length,
  };
}

function wholeOf(
  { agenda, lastPosted, obligations, today }: TownFacts,
  views: readonly ObligationView[],
  years: readonly number[],
): Omit<WholeFigures, 'refused' | 'submissions'> {
  const schedule = agenda.schedule.filter(({ obligation }) => years.includes(obligation.year));
  const atRisk = weightAtRisk(obligations, today, WEIGHT_AT_RISK_DAYS);
  const outcomes = views.flatMap(({ obligation, due }) =>
    obligation.kind === 'validation' && due !== null ? [due] : [],
  );
  return {
    silent: noAnswer({ ...agenda, schedule }, lastPosted, today).length,
    weightAtRisk: addPoints(atRisk.map(({ points }) => points)),
    held: views.filter(({ obligation }) => obligation.heldBack).length,
    validationDue: outcomes.sort()[0] ?? null,
  };
}

const REFUSED: ReadonlySet<BoardAlert['kind']> = new Set(['permanent-refusal', 'bounced', 'digest-not-sent']);
const refusedIn = (alerts: readonly BoardAlert[]): number =>
  alerts.filter(({ kind }) => REFUSED.has(kind)).length;
