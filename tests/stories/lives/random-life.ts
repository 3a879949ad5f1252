/** Draws a life: the same seed, the same life. */
import type { SubmissionStep } from '../../../domain/cycle/submission-state.js';
import { plannedObligations } from '../../../domain/obligations/from-plan.js';
import { DEFAULT_LADDER, DEFAULT_LADDERS, type Ladders, RUNGS } from '../../../domain/obligations/ladder.js';
import { ladderOf, ladderProblems } from '../../../domain/obligations/ladder-choice.js';
import { firstNoticeDay } from '../../../domain/obligations/rung-days.js';
import { addDays, type CivilDate, civilDateOf, daysBetween } from '../../../domain/time/civil-date.js';
import { type Closure, DEFAULT_CLOSURES } from '../../../domain/time/closures.js';
import { type Instant, instant } from '../../../domain/time/instant.js';
import { workingCalendar } from '../../../domain/time/working-calendar.js';
import { instantAt } from '../../../domain/time/zone.js';
import type { TownSettings } from '../../../store/towns/town-settings.js';
import { headOf, MAYOR, SECRETARY } from '../../activities/small-plan.js';
import { type PersonWish, ZONE } from '../../activities/town.js';
import { type Dice, diceOf } from '../../oracle/dice.js';
import type { Life, Stretch, Wish, WishAt } from './life.js';
import { randomPlan } from './random-plan.js';

const SECTORS = ['Finanziario', 'Tecnico'];
/** No deed of a calm life falls into these minutes of a day: the round is at one of them. */
const MORNING = [7 * 60 + 20, 9 * 60 + 10] as const;

/**
 * `calm`: no deed close to a round or while nothing runs, and a mail server that is always there, as a clock that
 * really runs needs.
 */
export function randomLife(seed: number, { calm }: { readonly calm: boolean }): Life {
  const dice = diceOf(seed);
  const year = dice.pick([2021, 2022, 2023, 2023, 2024, 2025, 2026]);
  const approved = addDays(civilDateOf(year, 1, 2), dice.between(0, 150));
  const until = addDays(approved, dice.pick([120, 200, 330, 400]));
  const last = daysBetween(approved, until);
  const somewhen = (): CivilDate => addDays(approved, dice.between(-10, Math.min(last, 240)));
  const at = (day: CivilDate): Instant => {
    const minute = dice.between(0, 23 * 60 + 50);
    const isBusy = calm && minute >= MORNING[0] && minute <= MORNING[1];
    return instant(instantAt(day, isBusy ? 12 * 60 + (minute % 60) : minute, ZONE) + 30_000);
  };
  const plan = randomPlan(dice, year, SECTORS, somewhen);
  const people = randomPeople(dice);
  const wishes: WishAt[] = [];
  const wish = (day: CivilDate, one: Wish): void => {
    if (day > approved && day < until) wishes.push({ ...one, at: at(day), dice: dice.between(0, 1_000) });
  };
  const closures = randomClosures(dice, year);
  const calendar = workingCalendar(closures);
  const owed = plannedObligations(plan, firstNoticeDay(approved, calendar), calendar);
  for (const [place, { term }] of owed.entries()) {
    const due = term.kind === 'external' ? somewhen() : term.due;
    if (term.kind === 'external' && dice.chance(0.7))
      wish(addDays(due, -dice.between(20, 60)), { kind: 'set-date', place, days: dice.between(-10, 60) });
    answersTo(dice, place, due, wish);
    if (dice.chance(0.6)) wish(calendar.after(due, 7), { kind: 'hold-back', place });
    if (dice.chance(0.3)) wish(calendar.after(due, dice.between(8, 20)), { kind: 'let-go', place });
  }
  for (let n = dice.between(0, 2); n > 0; n--)
    wish(somewhen(), {
      kind: 'vary',
      change: dice.pick(['move', 'move', 'withdraw', 'add']),
      pick: dice.between(0, 50),
      days: dice.between(-20, 120),
    });
  if (dice.chance(0.3)) wish(somewhen(), { kind: 'ladder', ...randomLadder(dice) });
  const names = people.map(({ name }) => name);
  for (let n = dice.between(0, 4); n > 0; n--)
    wish(somewhen(), {
      kind: 'absence',
      who: dice.pick(names),
      substitute: dice.chance(0.7) ? dice.pick(names) : null,
      days: dice.chance(0.1) ? null : dice.between(0, 25),
    });
  if (dice.chance(0.4))
    wish(somewhen(), {
      kind: 'succession',
      sector: dice.pick(SECTORS),
      who: dice.pick(['Subentrato', ...names]),
    });
  const outages = randomOutages(dice, somewhen, calm);
  const mailless = new Set(calm ? [] : Array.from({ length: dice.between(0, 20) }, somewhen));
  for (const sector of SECTORS) submissionsOf(dice, sector, year, wish);
  const ladder = dice.chance(0.4) ? randomLadder(dice) : { ladders: {}, mayorRung: { on: true, act: null } };
  for (const [place, { term }] of owed.entries())
    seenAround(dice, place, term.kind === 'external' ? somewhen() : term.due, wish);
  return {
    seed,
    plan,
    approved,
    until,
    closures,
    ...ladder,
    people,
    wishes: wishes
      .filter((one) => !calm || !outages.some(({ from, to }) => from <= one.at && one.at < to))
      .sort((a, b) => a.at - b.at),
    outages,
    mailless,
  };
}

/** What becomes of a sector's two submissions: some never leave, some come back once or twice. */
function submissionsOf(
  dice: Dice,
  sector: string,
  year: number,
  wish: (day: CivilDate, one: Wish) => void,
): void {
  for (const window of [1, 2] as const) {
    const opens = window === 1 ? civilDateOf(year, 7, 1) : civilDateOf(year + 1, 1, 2);
    let day = addDays(opens, dice.between(-2, 45));
    const next = (kind: SubmissionStep, within: number): void => {
      wish(day, { kind, sector, window });
      day = addDays(day, dice.between(0, within));
    };
    if (dice.chance(0.3)) continue;
    next('transmit', 12);
    if (dice.chance(0.5)) {
      next('return', 25);
      if (dice.chance(0.7)) next('transmit', 10);
    }
    if (dice.chance(0.5)) next('acknowledge', 10);
    if (dice.chance(0.4)) {
      next('reopen', 30);
      if (dice.chance(0.6)) next('transmit', 10);
    }
  }
}

/** What somebody does about one obligation, somewhere around a day. */
function answersTo(
  dice: Dice,
  place: number,
  around: CivilDate,
  wish: (day: CivilDate, one: Wish) => void,
): void {
  const near = (before: number, after: number): CivilDate => addDays(around, dice.between(-before, after));
  if (dice.chance(0.45)) wish(near(5, 20), { kind: 'in-progress', place, forecastIn: dice.between(-1, 61) });
  if (dice.chance(0.2)) wish(near(0, 50), { kind: 'in-progress', place, forecastIn: dice.between(0, 40) });
  if (dice.chance(0.2)) wish(near(10, 15), { kind: 'not-mine', place });
  for (let n = dice.between(0, 2); n > 0; n--) wish(near(8, 25), { kind: 'withdraw', place });
  if (dice.chance(0.8)) wish(near(25, 40), { kind: 'done', place, daysAgo: dice.between(0, 12) });
  if (dice.chance(0.8)) wish(near(-10, 50), { kind: 'done', place, daysAgo: 0 });
}

/** Says up to twice that they have read a notice, which no mail knows of. Drawn last: the rest of a life is as without it. */
function seenAround(
  dice: Dice,
  place: number,
  around: CivilDate,
  wish: (day: CivilDate, one: Wish) => void,
): void {
  for (let n = dice.between(0, 2); n > 0; n--)
    wish(addDays(around, dice.between(-30, 30)), { kind: 'seen', place });
}

function randomPeople(dice: Dice): readonly PersonWish[] {
  const [first = '', second = ''] = SECTORS;
  const heads = dice.chance(0.15)
    ? [{ ...headOf(first), roles: [...headOf(first).roles, ...headOf(second).roles] }]
    : [
        headOf(first),
        ...(dice.chance(0.1) ? [] : [headOf(second, dice.chance(0.15) ? { email: null } : {})]),
      ];
  return [
    ...heads,
    ...(dice.chance(0.2) ? [headOf(first, { name: 'Seconda del Finanziario' })] : []),
    SECRETARY,
    ...(dice.chance(0.9) ? [MAYOR] : []),
    { name: 'Sostituto', roles: [] },
    { name: 'Subentrato', roles: [] },
  ];
}

/** A ladder that the editor would accept. */
function randomLadder(dice: Dice): { ladders: Partial<Ladders>; mayorRung: TownSettings['mayorRung'] } {
  for (;;) {
    const on = dice.chance(0.7);
    const rungs = RUNGS.filter(() => dice.chance(0.85));
    const choice = { rungs, firstNoticeDays: dice.between(5, 60) };
    if (ladderProblems(choice, on).length > 0) continue;
    return {
      ladders: dice.chance(0.5)
        ? { milestone: ladderOf(choice, DEFAULT_LADDER) }
        : { act: DEFAULT_LADDERS.act },
      mayorRung: { on, act: on ? 'G.C. n. 12 del 03/02/2020' : null },
    };
  }
}

function randomClosures(dice: Dice, year: number): readonly Closure[] {
  const august = civilDateOf(year, 8, dice.between(1, 20));
  return [
    ...(dice.chance(0.85) ? DEFAULT_CLOSURES : []),
    { kind: 'yearly', month: dice.between(1, 12), day: dice.between(1, 28) },
    ...(dice.chance(0.4)
      ? [{ kind: 'days' as const, from: august, to: addDays(august, dice.between(2, 16)) }]
      : []),
  ];
}

/** Of hours, days and weeks, one after the other. */
function randomOutages(dice: Dice, somewhen: () => CivilDate, calm: boolean): readonly Stretch[] {
  const all = Array.from({ length: dice.between(0, 2) }, (): Stretch => {
    const [day, days] = [somewhen(), dice.pick([0, 0, 1, 3, 8, 25])];
    const begins = calm ? 3 * 60 : dice.between(0, 12 * 60);
    const ends = addDays(day, days);
    const minute = calm ? dice.pick([12 * 60, 18 * 60]) : dice.between(13 * 60, 20 * 60);
    return {
      from: instant(instantAt(day, begins, ZONE) + 10_000),
      to: instant(instantAt(ends, minute, ZONE) + 10_000),
    };
  }).sort((a, b) => a.from - b.from);
  return all.filter(({ from }, index) => index === 0 || from > (all[index - 1]?.to ?? 0));
}
