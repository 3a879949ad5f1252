/** 8,000 towns with the example's 25 objectives each: the agenda of one morning and its next, each town on a calendar of its own. */
import { agendaOfDay, nextAgendaDay } from '../domain/obligations/agenda.js';
import { agendaFacts } from '../domain/obligations/agenda-facts.js';
import { plannedObligations } from '../domain/obligations/from-plan.js';
import { DEFAULT_LADDERS } from '../domain/obligations/ladder.js';
import { openObligation } from '../domain/obligations/open-obligation.js';
import { civilDate } from '../domain/time/civil-date.js';
import { DEFAULT_CLOSURES } from '../domain/time/closures.js';
import { workingCalendar } from '../domain/time/working-calendar.js';
import { examplePlan } from './example-plan.js';
import { type Figure, rounded } from './figure.js';

const TOWNS = 8_000;
const DAY = civilDate('2023-06-30');

export async function benchAgenda(): Promise<readonly Figure[]> {
  const plan = await examplePlan();
  const startDay = civilDate('2023-02-28');
  const planned = plannedObligations(plan, startDay, workingCalendar(DEFAULT_CLOSURES));
  const obligations = planned.map((one, index) =>
    openObligation(one, {
      id: String(index),
      year: 2023,
      objectiveId: String(index),
      startDay,
      recurrenceId: 'r',
    }),
  );
  let due = 0;
  const from = process.cpuUsage();
  for (let town = 0; town < TOWNS; town++) {
    const facts = agendaFacts(
      [...obligations],
      new Map(),
      DEFAULT_LADDERS,
      workingCalendar(DEFAULT_CLOSURES),
    );
    due += agendaOfDay(facts, DAY).due.length;
    nextAgendaDay(facts, DAY);
  }
  const { user, system } = process.cpuUsage(from);
  return [
    { what: 'objectives (25 a town)', value: TOWNS * 25, unit: 'count' },
    { what: 'obligations', value: TOWNS * obligations.length, unit: 'count' },
    { what: 'rungs due that morning', value: due, unit: 'count' },
    {
      what: 'agenda and next of 200,000 objectives, CPU',
      value: rounded((user + system) / 1e6),
      unit: 's',
      bar: 10,
    },
  ];
}
