/** Random obligations, calendars, outages: small towns, but with every sort of thing that can meet on a day. */
import fc from 'fast-check';
import { DEFAULT_LADDERS, type Ladders } from '../../../domain/obligations/ladder.js';
import type { Obligation, ObligationKind, Role, Term } from '../../../domain/obligations/obligation.js';
import { type CivilDate, civilDate, epochDay, fromEpochDay } from '../../../domain/time/civil-date.js';
import { type Closure, DEFAULT_CLOSURES } from '../../../domain/time/closures.js';
import { type WorkingCalendar, workingCalendar } from '../../../domain/time/working-calendar.js';
import { obligation } from './obligations.js';

/** After it every ladder of an obligation due in the year is at its end, outages of a month included. */
export const LONG_AFTER = civilDate('2024-06-30');

export const dayBetween = (first: string, last: string): fc.Arbitrary<CivilDate> =>
  fc.integer({ min: epochDay(civilDate(first)), max: epochDay(civilDate(last)) }).map(fromEpochDay);

const role: fc.Arbitrary<Role> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('A', 'B').map((sector): Role => ({ role: 'head', sector })) },
  { weight: 1, arbitrary: fc.constantFrom<Role>({ role: 'secretary' }, { role: 'mayor' }, { role: 'oiv' }) },
);

const term: fc.Arbitrary<Term> = fc.oneof(
  {
    weight: 8,
    arbitrary: dayBetween('2023-01-01', '2024-01-31').map((due): Term => ({ kind: 'date', due })),
  },
  { weight: 1, arbitrary: fc.constant<Term>({ kind: 'date', due: civilDate('2023-12-31') }) },
  { weight: 1, arbitrary: fc.constant<Term>({ kind: 'implicit', due: civilDate('2023-12-31') }) },
  { weight: 1, arbitrary: fc.constant<Term>({ kind: 'external', anchor: null }) },
);

const kind = fc.constantFrom<ObligationKind>('milestone', 'milestone', 'milestone', 'monitoring', 'question');
const recurrence = fc.option(fc.record({ id: fc.constantFrom('r', 's'), frequent: fc.boolean() }), {
  freq: 4,
});

/** Open, of any term, owner and start; some explained, some held back. */
export const openObligation: fc.Arbitrary<Obligation> = fc
  .record({
    kind,
    term,
    owner: role,
    startDay: fc.oneof(fc.constant(civilDate('2023-01-01')), dayBetween('2022-12-01', '2024-01-15')),
    opens: fc.option(dayBetween('2023-01-01', '2023-12-31'), { freq: 4 }),
    recurrence,
    forecast: fc.option(dayBetween('2023-02-01', '2024-02-28'), { freq: 4 }),
    heldBack: fc.boolean(),
    version: fc.integer({ min: 1, max: 3 }),
  })
  .map((over) => obligation({ ...over, objectiveId: over.owner.role }));

/** A town's, with ids of their own. */
export const obligations = fc
  .array(openObligation, { minLength: 1, maxLength: 5 })
  .map((all) => all.map((one, index): Obligation => ({ ...one, id: `o${index}` })));

const closure: fc.Arbitrary<Closure> = fc.oneof(
  fc
    .tuple(dayBetween('2023-01-01', '2024-02-01'), fc.integer({ min: 0, max: 20 }))
    .map(([from, days]): Closure => ({ kind: 'days', from, to: fromEpochDay(epochDay(from) + days) })),
  fc.constant<Closure>({ kind: 'nth-weekday', nth: 2, weekday: 1, month: 10 }),
);

/** Shown by fast-check as what it was made of, or a counterexample would run over pages. */
const shown = <T extends object>(value: T, madeOf: unknown): T =>
  Object.assign(value, { [fc.toStringMethod]: () => fc.stringify(madeOf) });

/** Italy, with patron saint, bridges and summer closures. */
export const calendar: fc.Arbitrary<WorkingCalendar> = fc
  .array(closure, { maxLength: 3 })
  .map((closures) => shown(workingCalendar([...DEFAULT_CLOSURES, ...closures]), closures));

const withoutMayor = { ...DEFAULT_LADDERS.milestone, mayor: { on: false, act: null } };
/** The default ones, with or without the Sindaco's rung. */
export const ladders: fc.Arbitrary<Ladders> = fc
  .boolean()
  .map((mayor) => shown({ ...DEFAULT_LADDERS, ...(mayor ? {} : { milestone: withoutMayor }) }, { mayor }));

/** Stretches of up to 40 days in which no round is held. */
export const outages: fc.Arbitrary<(day: CivilDate) => boolean> = fc
  .array(fc.tuple(dayBetween('2023-01-01', '2024-02-28'), fc.integer({ min: 0, max: 40 })), { maxLength: 3 })
  .map((stretches) => {
    const away = new Set(
      stretches.flatMap(([from, days]) =>
        Array.from({ length: days + 1 }, (_, i) => fromEpochDay(epochDay(from) + i)),
      ),
    );
    return shown((day: CivilDate): boolean => away.has(day), stretches);
  });
