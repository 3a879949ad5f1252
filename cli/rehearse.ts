/** `rehearse`: every mail of a plan's year, one JSON line each, as if nobody did anything (design §14). */
import { readFile } from 'node:fs/promises';
import { readPlanJson } from '../documents/plan-json.js';
import { DEFAULT_CYCLE_TERMS, plannedCycle } from '../domain/cycle/planned-cycle.js';
import { agendaFacts } from '../domain/obligations/agenda-facts.js';
import { plannedObligations } from '../domain/obligations/from-plan.js';
import { DEFAULT_LADDERS } from '../domain/obligations/ladder.js';
import type { Obligation } from '../domain/obligations/obligation.js';
import { openObligation } from '../domain/obligations/open-obligation.js';
import { firstNoticeDay } from '../domain/obligations/rung-days.js';
import type { PlanDocument } from '../domain/plan/plan-document.js';
import { type RehearsedMail, rehearse } from '../domain/rehearsal/rehearse.js';
import { type CivilDate, civilDateOf } from '../domain/time/civil-date.js';
import { DEFAULT_CLOSURES } from '../domain/time/closures.js';
import { type WorkingCalendar, workingCalendar } from '../domain/time/working-calendar.js';
import { rehearsedLine } from '../mail/rehearsed-line.js';
import { CommandError } from './command-error.js';

export interface RehearseOptions {
  /** Start day; default 1 January of the plan's year. */
  readonly approved: CivilDate | null;
  /** Default: the start day. */
  readonly from: CivilDate | null;
  /** Default: 31 March of the year after the plan's. */
  readonly to: CivilDate | null;
  /** Also what the cycle asks beside the plan, as a town lives it; the command leaves it out (design §14). */
  readonly cycle?: boolean;
}

/** Reads the plan and yields one line per mail. Throws `CommandError` naming place and value when the file is no plan. */
export async function* rehearseLines(
  options: RehearseOptions & { readonly plan: string },
): AsyncGenerator<string> {
  for (const mail of rehearsePlan(await readPlan(options.plan), options)) {
    yield JSON.stringify(rehearsedLine(mail.to, mail.facts));
  }
}

/** The mails of a plan on the default calendar and ladder, one per role and day. */
export function* rehearsePlan(plan: PlanDocument, options: RehearseOptions): Generator<RehearsedMail> {
  const year = plan.document.year;
  const startDay = options.approved ?? civilDateOf(year, 1, 1);
  const calendar = workingCalendar(DEFAULT_CLOSURES);
  const asked = options.cycle === true ? plannedCycle(plan, DEFAULT_CYCLE_TERMS, { startDay, calendar }) : [];
  const obligations = [...obligationsOf(plan, startDay, calendar), ...asked];
  const facts = agendaFacts(obligations, new Map(), DEFAULT_LADDERS, calendar);
  const until = options.to ?? civilDateOf(year + 1, 3, 31);
  const range = { start: startDay, from: options.from ?? startDay, until };
  yield* rehearse(plan.document.body ?? 'Comune', facts, range);
}

async function readPlan(file: string): Promise<PlanDocument> {
  const bytes = await readFile(file).catch((error: Error) => {
    throw new CommandError(`${file}: ${error.message}`, { cause: error });
  });
  const read = readPlanJson(bytes);
  if (!read.ok) throw new CommandError(read.problems.map((one) => `${file}: ${one.message}`).join('\n'));
  return read.plan;
}

/** Ids are positions in the document: a rehearsal stores nothing. */
function obligationsOf(
  plan: PlanDocument,
  startDay: CivilDate,
  calendar: WorkingCalendar,
): readonly Obligation[] {
  return plannedObligations(plan, firstNoticeDay(startDay, calendar), calendar).map((planned) => {
    const { sector, objective, milestone, occurrence } = planned.place;
    return openObligation(planned, {
      id: `${sector}.${objective}.${milestone ?? '-'}.${occurrence ?? '-'}`,
      year: plan.document.year,
      objectiveId: `${sector}.${objective}`,
      startDay,
      recurrenceId: `${sector}.${objective}.${milestone ?? '-'}`,
    });
  });
}
