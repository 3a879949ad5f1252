/**
 * 18 months of the example by the town's clock, with the real workflows of round, cycle and objectives: phases
 * answered at the end of each quarter, both windows, self-evaluations and measurement, the facts that close the
 * year, closed by itself on the morning after. Deeds go straight to the rows: what is measured is the clock's way.
 */
import type { ClosingStep } from '../domain/cycle/closing-rules.js';
import { type CivilDate, civilDate } from '../domain/time/civil-date.js';
import { instant } from '../domain/time/instant.js';
import { workingCalendar } from '../domain/time/working-calendar.js';
import { instantAt } from '../domain/time/zone.js';
import { readExample } from '../embedded/example-files.js';
import { ensurePlan, ensureTown } from '../embedded/example-town.js';
import { announce } from '../store/announcements.js';
import { type Cycle, findCycle } from '../store/cycle/cycles.js';
import { recordStep } from '../store/cycle/record-step.js';
import { inTown, type Tx } from '../store/in-town.js';
import { listPeople } from '../store/people/people.js';
import { loadTown } from '../store/towns/towns.js';
import { cycleStart } from '../workflows/contract.js';
import { startBenchStack } from './bench-stack.js';
import { type Figure, rounded } from './figure.js';

const EVENING = 18 * 60;
/** Until when everything due is answered, and when that is. */
const ANSWERED = ['2023-06-30', '2023-07-31', '2023-10-31', '2023-12-29', '2024-02-15', '2024-03-28'];
const FACTS: readonly (readonly [string, ClosingStep])[] = [
  ['2024-04-29', 'transmission'],
  ['2024-05-03', 'adoption'],
  ['2024-05-20', 'validation'],
  ['2024-05-31', 'approval'],
  ['2024-06-05', 'publication'],
];
const END = civilDate('2024-08-30');

export async function benchStory(): Promise<readonly Figure[]> {
  const stack = await startBenchStack();
  try {
    const files = await readExample();
    const town = await ensureTown(stack.sql, files);
    await ensurePlan(stack.sql, town, files, stack.announcer);
    const { zone } = files.town;
    const { year } = files.plan.document;
    const start = performance.now();
    const liveUntil = async (day: CivilDate): Promise<void> => {
      const moved = await stack.move(town, instantAt(day, EVENING, zone));
      if (!moved.ok) throw new Error(`${moved.waitingFor} did not settle`);
    };
    const deed = async (work: (tx: Tx, cycle: Cycle) => Promise<void>): Promise<void> => {
      const announced = await inTown(stack.sql, town, async (tx) => {
        const found = await findCycle(tx, year);
        if (found === null) throw new Error('the example has no cycle');
        await work(tx, found);
        const cycle = cycleStart({ town, cycle: found.id, year });
        const [id = 0] = await announce(tx, [cycle], instant(Date.now()));
        return { id, start: cycle };
      });
      stack.announcer.tell(town, [announced]);
      await stack.announcer.settled();
    };
    for (const text of ANSWERED) {
      const day = civilDate(text);
      await liveUntil(day);
      await deed(async (tx) => {
        await tx`update obligation set state = 'done', done_on = ${day}, done_recorded_at = ${instantAt(day, EVENING, zone)}
          where state = 'open' and (due <= ${day} or kind = 'measurement' and ${text} > '2024-03')
            and kind not in ('act', 'transmission', 'validation', 'publication')`;
      });
    }
    for (const [text, step] of FACTS) {
      await liveUntil(civilDate(text));
      await deed((tx, cycle) => record(tx, cycle, step, civilDate(text)));
    }
    await liveUntil(END);
    const seconds = (performance.now() - start) / 1000;
    const [row] = await inTown(
      stack.sql,
      town,
      (tx) => tx<{ rounds: number; mails: number; closedOn: CivilDate | null }[]>`
        select (select count(*) from round) as rounds, (select count(*) from digest) as mails,
          (select closed_on from cycle where year = ${year}) as closed_on`,
    );
    if (row?.closedOn !== '2024-06-06') throw new Error(`closed on ${row?.closedOn ?? 'no day'}`);
    return [
      { what: 'rounds', value: row.rounds, unit: 'count' },
      { what: 'mails', value: row.mails, unit: 'count' },
      {
        what: '18 months of the example, closed by its facts, by the real workflows',
        value: rounded(seconds),
        unit: 's',
        bar: 20,
      },
    ];
  } finally {
    await stack.stop();
  }
}

async function record(tx: Tx, cycle: Cycle, step: ClosingStep, on: CivilDate): Promise<void> {
  const { settings, closures, clock } = await loadTown(tx);
  const [somebody] = await listPeople(tx);
  const nothing = { act: null, protocolNumber: null, protocolOn: null, addresses: [], note: null };
  const outcome = step === 'validation' ? 'validated' : null;
  const at = instantAt(on, EVENING, clock.zone);
  await recordStep(
    tx,
    cycle,
    step,
    { kind: 'done', on, outcome, at, by: somebody?.id ?? '', ...nothing },
    { rules: settings.closing, calendar: workingCalendar(closures), today: on },
  );
}
