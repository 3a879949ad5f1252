/** The next year's cycle begins while the old one ends. */
import { expect, test } from 'vitest';
import { followCycle } from '../../activities/follow-cycle.js';
import { loadCyclePage } from '../../api/queries/cycle-page.js';
import { loadDashboard } from '../../api/queries/dashboard.js';
import { plannedObligations } from '../../domain/obligations/from-plan.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { DEFAULT_CLOSURES } from '../../domain/time/closures.js';
import { instant } from '../../domain/time/instant.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import { findCycle } from '../../store/cycle/cycles.js';
import { findPerson } from '../../store/people/people.js';
import { storePlan } from '../../store/plan/plans.js';
import { loadTown } from '../../store/towns/towns.js';
import { record } from './record-step.js';
import { headOf, planOf, SECRETARY } from './small-plan.js';
import { openStage } from './stage.js';
import { foundTown, townTime } from './town.js';

const stage = await openStage();

test('the plan of 2024, approved on 26 January while 2023 is being measured: duties of both years in one mail of 18 March, boards and pages by year, and closing 2023 leaves 2024 as it is', async () => {
  const found = await foundTown(stage.sql, {
    plan: planOf({ Finanziario: [['2023-06-30']] }),
    approved: '2023-02-28',
    now: '2024-01-26 10:00',
    people: [headOf('Finanziario'), SECRETARY],
  });
  const { town } = found;
  const plan = planOf({ Finanziario: [['2024-03-21']] }, 2024);
  const approved = civilDate('2024-01-26');
  const cycle2024 = await stage.in(town, async (tx) => {
    const stored = await storePlan(tx, {
      ...{ plan, planned: plannedObligations(plan, approved, workingCalendar(DEFAULT_CLOSURES)), lint: [] },
      ...{
        act: { organ: 'giunta', number: '9', adoptedOn: approved },
        approvedOn: approved,
        liveOn: approved,
      },
      ...{ note: '', confirmedBy: null, confirmedAt: townTime('2024-01-26 10:00') },
    });
    if (!stored.ok) throw new Error(stored.refusal);
    return stored.cycle;
  });
  const offset = (await stage.in(town, loadTown)).clock.offsetMs;
  const follow = (cycle: string, year: number, at: string) =>
    followCycle(stage.deps, { town, cycle, year, nowMs: townTime(at) - offset });
  await follow(found.cycle, 2023, '2024-01-26 11:00');
  await follow(cycle2024, 2024, '2024-01-26 11:00');
  await stage.round(town, '2024-03-18 09:00');
  const head = found.people.get('Responsabile Finanziario') ?? '';
  const [mail] = await stage.in(
    town,
    (tx) => tx<{ text: string }[]>`select text from digest where person = ${head} and day = '2024-03-18'`,
  );
  expect(mail?.text).toContain('21 marzo 2024');
  expect(mail?.text).toContain('Monitoraggio del secondo semestre 2023');
  const real = instant(townTime('2024-03-18 12:00') - offset);
  for (const year of [2023, 2024]) {
    const board = await stage.in(town, (tx) => loadDashboard(tx, real, year));
    expect([board.plan?.year, board.years]).toEqual([year, [2024, 2023]]);
    const shown = [...board.late, ...board.external].map(({ obligation }) => obligation.year);
    expect(shown.every((one) => one === year)).toBe(true);
  }
  const page = await stage.in(town, async (tx) => {
    const person = await findPerson(tx, found.people.get('Segretaria') ?? '');
    if (person === null) throw new Error('no Segretaria');
    const today = civilDate('2024-03-18');
    const roles = [{ role: 'secretary' as const }];
    const now = townTime('2024-03-18 12:00');
    const viewer = { town: await loadTown(tx), person, roles, compiles: [], now, today, formToken: '' };
    return loadCyclePage(tx, viewer, null);
  });
  expect([page?.cycle.year, page?.years]).toEqual([2024, [2024, 2023]]);

  for (const [step, on] of [
    ['transmission', '2024-04-29'],
    ['adoption', '2024-05-03'],
    ['validation', '2024-05-20'],
    ['approval', '2024-05-31'],
    ['publication', '2024-06-05'],
  ] as const)
    await record(stage, town, { step, on });
  expect((await follow(found.cycle, 2023, '2024-06-06 09:00')).step).toBe('closed');
  expect((await follow(cycle2024, 2024, '2024-06-06 09:00')).step).not.toBe('closed');
  const open = await stage.in(
    town,
    (tx) => tx<
      { year: number; kind: string }[]
    >`select c.year, o.kind from obligation o join cycle c on c.id = o.cycle
      where o.state = 'open' order by c.year, o.kind`,
  );
  expect(open.filter(({ year }) => year === 2023)).toEqual([{ year: 2023, kind: 'milestone' }]);
  expect(open.filter(({ year }) => year === 2024).map(({ kind }) => kind)).toEqual([
    ...[
      'act',
      'act',
      'measurement',
      'milestone',
      'monitoring',
      'monitoring',
      'self-evaluation',
      'transmission',
    ],
  ]);
  expect((await stage.in(town, (tx) => findCycle(tx, 2024)))?.state).toBe('open');

  // What nobody concluded in 2023 is how the year ended: it is late on no board, and waits for nobody.
  const later = instant(townTime('2024-06-07 12:00') - offset);
  const closed = await stage.in(town, (tx) => loadDashboard(tx, later, 2023));
  expect(closed).toMatchObject({ plan: { closedOn: '2024-06-06' }, late: [], silent: [], implicit: [] });
  expect(closed.unmet.map(({ standing }) => standing)).toEqual([
    { code: 'unmet', workingDaysLeft: null, workingDaysLate: 0, daysLate: 0 },
  ]);
  expect([closed.weightAtRisk, closed.counts.unmet, closed.counts.late]).toEqual([0, 1, 0]);
  const running = await stage.in(town, (tx) => loadDashboard(tx, later, 2024));
  expect([running.plan?.closedOn, running.unmet]).toEqual([null, []]);
});
