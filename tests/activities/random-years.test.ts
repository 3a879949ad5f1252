/** What the rounds really did, against the agenda asked in memory: random plans, completions and outages. */
import { expect, test } from 'vitest';
import { agendaOfDay } from '../../domain/obligations/agenda.js';
import { saysSomething } from '../../domain/obligations/agenda-at.js';
import { agendaFacts } from '../../domain/obligations/agenda-facts.js';
import { digestsOfDay } from '../../domain/obligations/digests-of-day.js';
import { DEFAULT_LADDERS } from '../../domain/obligations/ladder.js';
import { type Fired, withFired } from '../../domain/obligations/notice.js';
import { type Obligation, roleKey } from '../../domain/obligations/obligation.js';
import { addDays, type CivilDate, civilDate } from '../../domain/time/civil-date.js';
import { DEFAULT_CLOSURES } from '../../domain/time/closures.js';
import { type Instant, instant } from '../../domain/time/instant.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import { civilDateAt, instantAt } from '../../domain/time/zone.js';
import { composeDigest } from '../../mail/compose.js';
import { completeObligation } from '../../store/obligation-commands.js';
import { type Dice, diceOf } from '../oracle/dice.js';
import type { ExpectedMail } from './caluso.js';
import { mailsOf } from './mails-of.js';
import { headOf, MAYOR, planOf, SECRETARY } from './small-plan.js';
import { openStage } from './stage.js';
import { foundTown, type TestTown, townTime, ZONE } from './town.js';

const stage = await openStage();
const CALENDAR = workingCalendar(DEFAULT_CLOSURES);
const APPROVED = civilDate('2023-02-28');
const UNTIL = civilDate('2023-10-31');
const SECTORS = ['Finanziario', 'Tecnico', 'Vigilanza'];

interface Life {
  /** In the evening of which day an obligation was concluded, by its place in the plan. */
  readonly concluded: ReadonlyMap<number, CivilDate>;
  /** Days without any round, first and last. */
  readonly outages: readonly (readonly [CivilDate, CivilDate])[];
}

const somewhen = (dice: Dice): CivilDate => addDays(APPROVED, dice.between(1, 240));

function randomPlan(dice: Dice) {
  const term = (): string | null =>
    dice.chance(0.15) ? null : dice.chance(0.1) ? '2023-12-31' : somewhen(dice);
  const some = <T>(most: number, make: () => T): T[] => Array.from({ length: dice.between(1, most) }, make);
  return planOf(Object.fromEntries(SECTORS.map((sector) => [sector, some(3, () => some(2, term))])));
}

function randomLife(dice: Dice, obligations: number): Life {
  const concluded = new Map<number, CivilDate>();
  for (let place = 0; place < obligations; place++)
    if (dice.chance(0.4)) concluded.set(place, somewhen(dice));
  const outages = Array.from({ length: dice.between(0, 2) }, () => {
    const first = somewhen(dice);
    return [first, addDays(first, dice.between(1, 25))] as const;
  });
  return { concluded, outages };
}

const isOut = ({ outages }: Life, day: CivilDate): boolean =>
  outages.some(([from, to]) => from <= day && day <= to);

/** By the pure agenda, asked on each working day on which there was a round. */
function lifeInMemory({ name, obligations }: TestTown, life: Life): readonly ExpectedMail[] {
  const mails: ExpectedMail[] = [];
  let fired: Fired = new Map();
  for (let day = CALENDAR.after(APPROVED, 1); day <= UNTIL; day = CALENDAR.after(day, 1)) {
    if (isOut(life, day)) continue;
    const known = obligations.map((obligation, place): Obligation => {
      const doneOn = life.concluded.get(place);
      return doneOn === undefined || doneOn >= day ? obligation : { ...obligation, state: 'done', doneOn };
    });
    const facts = agendaFacts(known, fired, DEFAULT_LADDERS, CALENDAR);
    const agenda = agendaOfDay(facts, day);
    if (!saysSomething(agenda)) continue;
    const digests = digestsOfDay({ town: name, day, facts, lastPosted: new Map() }, agenda, (role) => [
      roleKey(role),
    ]);
    for (const [to, digest] of digests) {
      const { subject, text, html } = composeDigest(digest);
      mails.push({ day, to, subject, text, html });
    }
    fired = withFired(fired, agenda.due, day);
  }
  return mails.sort((a, b) => (`${a.day} ${a.to}` < `${b.day} ${b.to}` ? -1 : 1));
}

/** By the real rounds, each at the instant that the one before said. */
async function lifeInRows(town: TestTown, life: Life): Promise<readonly ExpectedMail[]> {
  const waiting = new Map(life.concluded);
  let at: Instant | null = townTime('2023-02-28 18:00');
  while (at !== null && civilDateAt(at, ZONE) <= UNTIL) {
    let day = civilDateAt(at, ZONE);
    if (isOut(life, day)) {
      while (isOut(life, day)) day = addDays(day, 1);
      at = instantAt(day, 12 * 60, ZONE);
      if (day > UNTIL) break;
    }
    for (const [place, doneOn] of waiting) {
      if (doneOn >= day) continue;
      waiting.delete(place);
      const obligation = town.obligations[place]?.id ?? '';
      const recordedAt = townTime(`${doneOn} 20:00`);
      await stage.in(town.town, (tx) =>
        completeObligation(tx, { obligation, rowVersion: null, doneOn, recordedAt, by: null, note: null }),
      );
    }
    await stage.round(town.town, at);
    at = await stage.next(town.town, instant(at + 60_000));
  }
  return mailsOf(stage, town.town);
}

const FIRST_SEED = Number(process.env['LIFE_SEED'] ?? Date.now() % 1_000_000);

test.each([0, 1, 2])(
  '8 months of a random town are what the agenda says, to the letter (seed %i after the first)',
  async (n) => {
    const seed = FIRST_SEED + n;
    console.log(`LIFE_SEED=${seed}`);
    const dice = diceOf(seed);
    const town = await foundTown(stage.sql, {
      plan: randomPlan(dice),
      approved: APPROVED,
      now: '2023-02-28 10:00',
      people: [...SECTORS.map((sector) => headOf(sector)), SECRETARY, MAYOR],
    });
    const life = randomLife(dice, town.obligations.length);
    expect(await lifeInRows(town, life)).toEqual(lifeInMemory(town, life));
  },
);
