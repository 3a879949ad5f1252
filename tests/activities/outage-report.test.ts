/** What the Segretario is told about an outage of hours, days, weeks; and what is none. */
import { describe, expect, it } from 'vitest';
import { appendAudit } from '../../store/register/audit.js';
import { headOf, MAYOR, planOf, SECRETARY } from './small-plan.js';
import { openStage } from './stage.js';
import { foundTown, townTime } from './town.js';

const stage = await openStage();

const foundWith = (due: string, wish: { approved?: string; closures?: readonly [string, string] } = {}) => {
  const approved = wish.approved ?? '2023-01-31';
  const saturdays = { kind: 'weekday', weekday: 6 } as const;
  const [from, to] = wish.closures ?? [];
  return foundTown(stage.sql, {
    plan: planOf({ Finanziario: [[due]] }),
    approved,
    now: `${approved} 10:00`,
    people: [headOf('Finanziario'), SECRETARY, MAYOR],
    ...(from === undefined
      ? {}
      : { closures: [saturdays, { kind: 'days', from: from as never, to: to as never }] }),
  });
};
/** Stock is taken at each of these moments of the town's clock, and at none between. */
async function live(town: string, moments: readonly string[]): Promise<void> {
  for (const at of moments) await stage.round(town, at);
}
const outagesOf = (town: string) =>
  stage.in(town, async (tx) => {
    const rows = await tx<{ detail: unknown }[]>`select detail from alert_item where kind = 'outage'`;
    return rows.map(({ detail }) => detail);
  });
const TOLD = { joined: 1, people: 1 };

describe('an outage of hours', () => {
  // Due on Friday 30 June: three-days on Tuesday 27, due-day on the 30th.
  const BEFORE = ['2023-05-31 09:00', '2023-06-16 09:00'];

  it('that is over before 17:00 is made up on the same day, and nothing is told', async () => {
    const { town } = await foundWith('2023-06-30');
    await live(town, [...BEFORE, '2023-06-27 16:59', '2023-06-28 09:00', '2023-06-30 09:00']);
    expect(await outagesOf(town)).toEqual([]);
  });

  it('that is over at 17:00 only delays the highest rung to the next working day, and that is told', async () => {
    const { town } = await foundWith('2023-06-30');
    await live(town, [...BEFORE, '2023-06-27 17:00', '2023-06-28 09:00']);
    const days = { firstDay: '2023-06-27', lastDay: '2023-06-27' };
    expect(await outagesOf(town)).toEqual([{ ...days, passedOver: 0, ...TOLD }]);
    await stage.round(town, '2023-06-28 15:00');
    const alert = stage.office.mails.at(-1);
    expect(alert?.headerTo).toContain('segretaria@prova.example');
    expect(alert?.text?.replace(/\s+/g, ' ')).toContain('Da martedì 27 giugno 2023 a martedì 27 giugno 2023');
    // Told once: the rounds after it are on their days.
    await live(town, ['2023-06-30 09:00', '2023-07-03 09:00']);
    expect(await outagesOf(town)).toHaveLength(1);
  });
});

describe('an outage of days and weeks', () => {
  it('of 3 working days passes over 1 rung and gives the next a day late', async () => {
    const { town } = await foundWith('2023-06-30');
    await live(town, ['2023-05-31 09:00', '2023-06-16 09:00', '2023-06-27 09:00', '2023-07-04 09:00']);
    const days = { firstDay: '2023-06-30', lastDay: '2023-07-03' };
    expect(await outagesOf(town)).toEqual([{ ...days, passedOver: 1, ...TOLD }]);
  });

  it('of 5 weeks is one report, from the first day that was missed', async () => {
    const { town } = await foundWith('2023-06-30');
    await live(town, ['2023-05-31 09:00', '2023-06-16 09:00', '2023-07-24 09:00', '2023-07-25 09:00']);
    const [report, ...more] = await outagesOf(town);
    expect(more).toEqual([]);
    expect(report).toMatchObject({ firstDay: '2023-06-27', lastDay: '2023-07-21', joined: 1 });
  });

  it('in which nothing was due is none', async () => {
    const { town } = await foundWith('2023-06-30');
    await live(town, ['2023-05-31 09:00', '2023-06-16 09:00', '2023-06-27 09:00']);
    expect(await outagesOf(town)).toEqual([]);
  });

  it('over the night of 26 March, which loses an hour, counts the Monday', async () => {
    const { town } = await foundWith('2023-03-27');
    const before = ['2023-02-24 09:00', '2023-03-13 09:00', '2023-03-22 09:00'];
    await live(town, [...before, '2023-03-27 09:00']);
    expect(await outagesOf(town)).toEqual([]);
    const other = await foundWith('2023-03-27');
    await live(other.town, [...before, '2023-03-27 17:00', '2023-03-28 09:00']);
    const days = { firstDay: '2023-03-27', lastDay: '2023-03-27' };
    // The due day was passed over; the first day after it is told in its place.
    expect(await outagesOf(other.town)).toEqual([{ ...days, passedOver: 1, ...TOLD }]);
  });

  it('over the night of 29 October, which has an hour twice, counts the Monday', async () => {
    const before = ['2023-09-29 09:00', '2023-10-16 09:00', '2023-10-25 09:00'];
    const { town } = await foundWith('2023-10-30');
    await live(town, [...before, '2023-10-30 17:00', '2023-10-31 09:00']);
    const days = { firstDay: '2023-10-30', lastDay: '2023-10-30' };
    expect(await outagesOf(town)).toEqual([{ ...days, passedOver: 1, ...TOLD }]);
  });

  it('in August is none while the offices are closed, and begins with the first day they were open', async () => {
    // Closed from 7 to 18 August: what falls then is told on Friday 4 August or from Monday 21.
    const wish = { closures: ['2023-08-07', '2023-08-18'] as const };
    const before = ['2023-07-14 09:00', '2023-07-24 09:00', '2023-08-02 09:00', '2023-08-03 09:00'];
    const quiet = await foundWith('2023-08-14', wish);
    await live(quiet.town, [...before, '2023-08-04 09:00', '2023-08-21 09:00']);
    expect(await outagesOf(quiet.town)).toEqual([]);
    const { town } = await foundWith('2023-08-14', wish);
    await live(town, [...before, '2023-08-04 09:00', '2023-08-24 09:00']);
    expect(await outagesOf(town)).toMatchObject([{ firstDay: '2023-08-21', lastDay: '2023-08-23' }]);
  });

  it('over Sunday 31 December 2023 gives on 2 January what was due to be told on Friday 29 December', async () => {
    const { town } = await foundWith('2023-12-31');
    await live(town, ['2023-12-01 09:00', '2023-12-14 09:00', '2023-12-27 09:00', '2024-01-02 09:00']);
    const given = await stage.in(town, (tx) => tx`select day, rung from notice where day > '2023-12-28'`);
    expect(given).toEqual([{ day: '2024-01-02', rung: 'due-day' }]);
    const days = { firstDay: '2023-12-29', lastDay: '2023-12-29' };
    expect(await outagesOf(town)).toEqual([{ ...days, passedOver: 0, ...TOLD }]);
  });
});

it('what somebody opened again is told late by their own doing: no outage', async () => {
  const { town, obligations } = await foundWith('2023-06-30');
  const [one] = obligations;
  await live(town, ['2023-05-31 09:00', '2023-06-16 09:00']);
  await stage.in(town, async (tx) => {
    const doneAt = townTime('2023-06-20 10:00');
    await tx`update obligation set state = 'done', done_on = '2023-06-20', done_recorded_at = ${doneAt}`;
  });
  await live(town, ['2023-06-27 09:00']);
  await stage.in(town, async (tx) => {
    await tx`update obligation set state = 'open', done_on = null, done_recorded_at = null`;
    await appendAudit(tx, {
      ...{ at: townTime('2023-06-28 08:00'), person: null, role: null, channel: 'page' },
      ...{ action: 'obligation.reopen', subjectKind: 'obligation', subject: one?.id ?? '' },
    });
  });
  await live(town, ['2023-06-28 10:00']);
  const given = await stage.in(town, (tx) => tx`select rung from notice where day = '2023-06-28'`);
  expect(given).toEqual([{ rung: 'three-days' }]);
  expect(await outagesOf(town)).toEqual([]);
});
