import { describe, expect, test } from 'vitest';
import { civilDate } from '../../domain/time/civil-date.js';
import {
  completeObligation,
  setExternalDate,
  setForecast,
} from '../../store/obligations/obligation-commands.js';
import { readChain } from '../../store/register/register.js';
import { moveClock } from '../../store/towns/towns.js';
import { objectiveStart, roundStart } from '../../workflows/contract.js';
import { REFUSED_FOR_GOOD, REFUSED_NOW } from '../activities/post-office.js';
import { headOf, MAYOR, planOf, SECRETARY } from '../activities/small-plan.js';
import { foundTown, type TestTown, townTime } from '../activities/town.js';
import { openWorld } from '../workflows/world.js';

const world = await openWorld();
const [HEAD, OTHER] = [headOf('Finanziario'), headOf('Tecnico')];
const MAILBOX = 'responsabile.finanziario@prova.example';

/** The Finanziario and the Tecnico each owe one thing by Friday 30 June 2023; it is Thursday 1 June. */
async function livingTown(terms: readonly (string | null)[] = ['2023-06-30']): Promise<TestTown> {
  const town = await foundTown(world.sql, {
    plan: planOf({ Finanziario: [terms], Tecnico: [['2023-06-30']] }),
    approved: '2023-05-31',
    now: '2023-06-01 06:00',
    people: [HEAD, OTHER, SECRETARY, MAYOR],
  });
  await world.announce(town.town, town.starts);
  return town;
}

/** Days on which the Finanziario's obligation gave a notice, by rung and person. */
const noticesOf = ({ town, obligations }: TestTown) =>
  world.in(
    town,
    (tx) => tx<{ day: string; rung: string; name: string }[]>`select n.day, n.rung, p.name from notice n
      join person p on p.id = n.person where n.obligation = ${obligations[0]?.id ?? ''} order by n.day, p.name`,
  );
const daysOf = async (town: TestTown) => (await noticesOf(town)).map(({ day, rung }) => `${day} ${rung}`);

const command = ({ obligations }: TestTown) => ({ obligation: obligations[0]?.id ?? '', rowVersion: null });

test('what is concluded on 28 June gives no notice any more; what is not goes on to the Sindaco on 12 July', async () => {
  const town = await livingTown();
  await world.moveTo(town.town, '2023-06-28 12:00');
  const done = {
    doneOn: civilDate('2023-06-28'),
    recordedAt: townTime('2023-06-28 12:00'),
    by: null,
    note: null,
  };
  await world.in(town.town, (tx) => completeObligation(tx, { ...command(town), ...done }));
  await world.moveTo(town.town, '2023-07-31 18:00');
  expect(await daysOf(town)).toEqual([
    '2023-06-01 first-notice',
    '2023-06-16 ten-days',
    '2023-06-27 three-days',
  ]);
  const others = await world.in(
    town.town,
    (tx) => tx`select n.day, n.rung, p.name from notice n join person p on p.id = n.person
      where n.obligation = ${town.obligations[1]?.id ?? ''} and n.day between '2023-06-30' and '2023-07-12'
      order by n.day, p.name`,
  );
  expect(others.map(({ day, rung, name }) => [day, rung, name])).toEqual([
    ['2023-06-30', 'due-day', OTHER.name],
    ['2023-07-03', 'late-1', OTHER.name],
    ['2023-07-05', 'late-3', OTHER.name],
    ['2023-07-11', 'late-7', 'Segretaria'],
    ['2023-07-12', 'late-8', OTHER.name],
    ['2023-07-12', 'late-8', 'Sindaca'],
  ]);
  const stood = await Promise.all(
    town.objectives.map((id) => world.in(town.town, (tx) => readChain(tx, { kind: 'objective', id }))),
  );
  expect(stood.map((chain) => chain.find(({ body }) => body.kind === 'stood')?.body['stood'])).toEqual([
    'concluded',
    'no-answer',
  ]);
});

test('a term that becomes known on 14 June is followed from then on: notices and morning after are those of 14 July', async () => {
  const town = await livingTown([null]);
  await world.moveTo(town.town, '2023-06-14 12:00');
  const dated = { due: civilDate('2023-07-14'), today: civilDate('2023-06-14') };
  await world.in(town.town, (tx) => setExternalDate(tx, { ...command(town), ...dated }));
  await world.announce(town.town, [
    roundStart(town),
    objectiveStart({ town: town.town, objective: town.objectives[0] ?? '', year: 2023 }),
  ]);
  await world.moveTo(town.town, '2023-07-18 18:00');
  expect(await daysOf(town)).toEqual([
    '2023-06-15 first-notice',
    '2023-06-30 ten-days',
    '2023-07-11 three-days',
    '2023-07-14 due-day',
    '2023-07-17 late-1',
  ]);
  const chain = await world.in(town.town, (tx) =>
    readChain(tx, { kind: 'objective', id: town.objectives[0] ?? '' }),
  );
  const stood = chain
    .filter(({ body }) => body.kind === 'stood')
    .map(({ body }) => [body['due'], body['version']]);
  expect(stood).toEqual([['2023-07-14', 2]]);
});

test('an explained delay with a forecast of 14 July is silent until Monday 17 July, and then goes on', async () => {
  const town = await livingTown();
  await world.moveTo(town.town, '2023-07-03 12:00');
  await world.in(town.town, (tx) => setForecast(tx, { ...command(town), forecast: civilDate('2023-07-14') }));
  await world.announce(town.town, [roundStart(town)]);
  await world.moveTo(town.town, '2023-07-18 18:00');
  expect((await daysOf(town)).filter((day) => day > '2023-07-03')).toEqual([
    '2023-07-03 late-1',
    '2023-07-17 late-7',
    '2023-07-17 late-7',
    '2023-07-18 late-8',
    '2023-07-18 late-8',
  ]);
});

test('a jump of 20 days without the steps is an outage: one notice with the highest rung, and an alert at 15:00', async () => {
  const town = await livingTown();
  await world.moveTo(town.town, '2023-06-08 12:00');
  const jump = 20 * 24 * 3_600_000;
  const [row] = await world.in(
    town.town,
    (tx) => tx<{ offset: number }[]>`select clock_offset_ms as offset from town`,
  );
  await world.in(town.town, (tx) => moveClock(tx, (row?.offset ?? 0) + jump));
  await world.announce(town.town, [roundStart(town)]);
  await world.moveTo(town.town, '2023-06-28 18:00');
  expect((await daysOf(town)).slice(1)).toEqual(['2023-06-28 three-days']);
  const alert = world.office.mails.filter(({ headerTo }) => headerTo.includes('segretaria')).at(-1);
  expect(alert?.subject).toBe('Da vedere oggi: 1 periodo senza avvisi – Comune di Prova');
});

describe('a mail server', () => {
  test('that refuses a mailbox for good at the round is told to the Segretario at 15:00 of the same day', async () => {
    const town = await livingTown();
    world.office.answer = (address) => (address === MAILBOX ? REFUSED_FOR_GOOD : null);
    await world.moveTo(town.town, '2023-06-01 16:00');
    world.office.answer = () => null;
    const mails = await world.in(
      town.town,
      (tx) =>
        tx`select d.kind, d.state, p.name from digest d join person p on p.id = d.person order by d.kind, p.name`,
    );
    expect(mails.map(({ kind, state, name }) => [kind, state, name])).toEqual([
      ['alert', 'sent', 'Segretaria'],
      ['daily', 'refused', HEAD.name],
      ['daily', 'sent', OTHER.name],
    ]);
  });

  test('that says 451 until 17:00 leaves a mail of that day given up, and its notice joins the mail of the next working day', async () => {
    const town = await livingTown();
    world.office.answer = (address) => (address === MAILBOX ? REFUSED_NOW : null);
    await world.moveTo(town.town, '2023-06-01 17:30');
    world.office.answer = () => null;
    await world.moveTo(town.town, '2023-06-05 12:00');
    const mails = await world.in(
      town.town,
      (tx) => tx`select d.day, d.state, exists (select from digest_line l
          where l.digest = d.id and l.carried_into is not null) as carried from digest d
        join person p on p.id = d.person where p.name = ${HEAD.name} order by d.day`,
    );
    expect(mails.map(({ day, state, carried }) => [day, state, carried])).toEqual([
      ['2023-06-01', 'given-up', true],
      ['2023-06-05', 'sent', false],
    ]);
    expect(await daysOf(town)).toEqual(['2023-06-01 first-notice']);
  });
});
