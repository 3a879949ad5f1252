import type { MilestoneRole, PlanMilestone } from '../../domain/plan/plan-document.js';
import { type Day, dayAt, isoOf, monthLength, partsOf } from './days.js';
import type { Dice } from './dice.js';

const RULES = [
  'FREQ=DAILY',
  'FREQ=DAILY;INTERVAL=15',
  'FREQ=DAILY;INTERVAL=30',
  'FREQ=DAILY;INTERVAL=31',
  'FREQ=DAILY;INTERVAL=45',
  'FREQ=WEEKLY',
  'FREQ=WEEKLY;INTERVAL=2',
  'FREQ=WEEKLY;INTERVAL=4',
  'FREQ=WEEKLY;INTERVAL=5',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR',
  'FREQ=WEEKLY;BYDAY=SU',
  'FREQ=WEEKLY;BYDAY=MO,FR',
  'FREQ=MONTHLY',
  'FREQ=MONTHLY;INTERVAL=2',
  'FREQ=MONTHLY;INTERVAL=3',
  'FREQ=MONTHLY;INTERVAL=4',
  'FREQ=MONTHLY;INTERVAL=6',
  'FREQ=MONTHLY;BYMONTHDAY=-1',
  'FREQ=MONTHLY;BYMONTHDAY=10',
  'FREQ=MONTHLY;BYMONTHDAY=10,25',
  'FREQ=MONTHLY;BYMONTHDAY=30',
  'FREQ=MONTHLY;BYMONTHDAY=31',
  'FREQ=MONTHLY;BYDAY=2TH',
  'FREQ=MONTHLY;BYDAY=-1FR',
  'FREQ=MONTHLY;BYDAY=5MO',
  'FREQ=YEARLY',
  'FREQ=YEARLY;INTERVAL=2',
  'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31',
  'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1',
  'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=16',
  'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
  'FREQ=YEARLY;BYMONTH=4,11;BYMONTHDAY=31',
  'FREQ=YEARLY;INTERVAL=2;BYMONTH=9;BYMONTHDAY=15',
  'FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=15',
  'FREQ=YEARLY;BYMONTHDAY=15;BYMONTH=10,7,4,1',
  'FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYMONTHDAY=5',
] as const;

const CONTESTED_RULES = [
  'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15',
  'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1',
  'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=10,25',
  'FREQ=MONTHLY;BYMONTH=3,9;BYMONTHDAY=10',
  'FREQ=YEARLY;BYMONTH=6',
  'FREQ=YEARLY;BYMONTH=5;BYDAY=2SU',
] as const;

const OFFSETS = ['P30D', 'P1M', 'P2W', 'PT48H', 'PT36H', '-P20D', 'P1Y', 'P90D', '-P1M', 'P0D', '-PT12H'];
const WORKING_OFFSETS = ['P5D', 'P10D', '-P5D', 'P1D', '-P15D', 'PT48H'];
const ANCHORS = ['richiesta', 'approvazione del rendiconto', null, 'fine di ciascun trimestre solare'];
const ROLES: readonly MilestoneRole[] = ['as-of', 'event', 'start-window', 'continuous'];

const at = (year: number, month: number, date: number): Day =>
  dayAt(year, month, Math.min(date, monthLength(year, month))) ?? 0;

/** A day of the year or its neighbours, more often where calendars are awkward. */
export function randomDay(dice: Dice, planYear: number): Day {
  const year = dice.chance(0.85) ? planYear : planYear + dice.pick([-1, -1, 1, 1, 2]);
  const kind = dice.between(1, 12);
  if (kind === 1) return at(year, 12, 31);
  if (kind === 2) return at(year, 12, dice.between(5, 30));
  if (kind === 3) return at(year, 8, dice.between(1, 31));
  if (kind === 4) return at(year, dice.pick([3, 4]), dice.between(15, 31));
  if (kind === 5) return at(year, 1, dice.between(1, 20));
  if (kind === 6) return at(year, 2, dice.between(26, 29));
  return at(year, dice.between(1, 12), dice.between(1, 31));
}

function randomPeriod(dice: Dice, year: number): PlanMilestone {
  const month = dice.between(1, 12);
  const day = randomDay(dice, year);
  const kind = dice.between(1, 8);
  const quarter = dice.between(0, 3) * 3;
  const spans: readonly (readonly [Day, Day])[] = [
    [at(year, 1, 1), at(year, 12, 31)],
    [at(year, 1, 1), at(year, 6, 30)],
    [at(year, 7, 1), at(year, 12, 31)],
    [at(year, quarter + 1, 1), at(year, quarter + 3, 31)],
    [at(year, month, 1), at(year, month, 10)],
    [at(year, month, 16), at(year, month, 31)],
    [day - dice.between(0, 5), day],
    [day - dice.between(6, 45), day],
  ];
  const [start, date] = spans[kind - 1] ?? [day, day];
  return { kind: 'period', start: isoOf(start), date: isoOf(date), phrase: `periodo ${kind}` };
}

function randomRecurrence(dice: Dice, year: number, contested: boolean): PlanMilestone {
  const recurrence = contested ? dice.pick([...RULES, ...CONTESTED_RULES]) : dice.pick(RULES);
  const term = { kind: 'recurring', recurrence, phrase: recurrence.toLowerCase() } as const;
  return dice.chance(0.6) ? term : { ...term, dtstart: isoOf(randomDay(dice, year)) };
}

function randomRelative(dice: Dice, year: number, contested: boolean): PlanMilestone {
  const dated = dice.chance(0.75);
  const anchor = dated ? isoOf(randomDay(dice, year)) : dice.pick(ANCHORS);
  if (dice.chance(0.3)) {
    const offset = dice.pick(contested ? [...WORKING_OFFSETS, 'P2W', 'P1M', 'P0D'] : WORKING_OFFSETS);
    return { kind: 'relative', offset, anchor, calendar: 'working', phrase: `${offset} lavorativi` };
  }
  const offset = dice.pick(OFFSETS);
  return { kind: 'relative', offset, anchor, phrase: `${offset} da ${anchor ?? 'allora'}` };
}

function dated(dice: Dice, year: number): PlanMilestone {
  const day = randomDay(dice, year);
  if (dice.chance(0.7)) return { kind: 'date', date: isoOf(day), phrase: `entro il ${isoOf(day)}` };
  const { year: itsYear, month } = partsOf(day);
  return { kind: 'month-end', date: isoOf(at(itsYear, month, 31)), phrase: `entro il mese ${month}` };
}

/** A milestone of any kind; contested rules and offsets only when asked for. */
export function randomMilestone(dice: Dice, year: number, contested: boolean): PlanMilestone {
  const kind = dice.between(1, 20);
  if (kind <= 8) return dated(dice, year);
  if (kind <= 11) return randomPeriod(dice, year);
  if (kind <= 14) return randomRecurrence(dice, year, contested);
  if (kind <= 16) return randomRelative(dice, year, contested);
  if (kind === 17)
    return { kind: 'external-term', anchor: dice.pick(['bando', null]), phrase: 'entro i termini' };
  if (kind === 18) return { kind: 'none', invalid: true, phrase: 'entro il 31 giugno' };
  const role = dice.pick(ROLES);
  if (kind === 19) return { ...dated(dice, year), role };
  return { ...(dice.chance(0.7) ? randomPeriod(dice, year) : randomRelative(dice, year, false)), role };
}
