/** Small plans with terms of every kind, and what a variation makes of them. */
import type { PlanDocument, PlanMilestone, PlanObjective } from '../../../domain/plan/plan-document.js';
import {
  addDays,
  type CivilDate,
  civilDate,
  civilDateOf,
  epochDay,
  yearOf,
} from '../../../domain/time/civil-date.js';
import type { Dice } from '../../oracle/dice.js';
import type { Wish } from './life.js';

const dated = (date: CivilDate): PlanMilestone => ({ kind: 'date', date, phrase: `entro il ${date}` });

function randomMilestones(dice: Dice, somewhen: () => CivilDate): readonly PlanMilestone[] {
  const kind = dice.between(1, 20);
  const [year, day] = [yearOf(somewhen()), somewhen()];
  if (kind <= 3) return [{ kind: 'external-term', anchor: 'decreto', phrase: 'entro i termini del decreto' }];
  if (kind === 4) return [];
  if (kind === 5)
    return [{ kind: 'recurring', recurrence: 'FREQ=MONTHLY;INTERVAL=4', phrase: 'quadrimestrale' }];
  if (kind === 6) return [dated(civilDateOf(year, 12, 31))];
  if (kind === 7) return [{ kind: 'period', start: addDays(day, -45), date: day, phrase: `fino al ${day}` }];
  return kind <= 10 ? [dated(day), dated(addDays(day, dice.between(1, 50)))] : [dated(day)];
}

const objectiveOf = (
  number: number,
  sector: string,
  milestones: readonly PlanMilestone[],
  weight: number,
) => ({
  number: String(number),
  title: `Obiettivo ${number} del settore ${sector}`,
  weight,
  shared: false,
  indicators: [],
  milestones,
});

/** `somewhen`: a day on which something may fall due. */
export function randomPlan(
  dice: Dice,
  year: number,
  sectors: readonly string[],
  somewhen: () => CivilDate,
): PlanDocument {
  return {
    document: { body: 'Comune di Prova', kind: 'plan', year, act: null, actDate: null, weights: 'points' },
    sectors: sectors.map((name) => ({
      name,
      owner: null,
      weightTotal: null,
      objectives: Array.from(
        { length: dice.between(1, 2) },
        (_, index): PlanObjective =>
          objectiveOf(index + 1, name, randomMilestones(dice, somewhen), dice.pick([5, 10, 12.5])),
      ),
    })),
    lint: [],
  };
}

/** `null`: nothing there that could change so. `today`: the day of the act. */
export function variedPlan(
  plan: PlanDocument,
  { change, pick, days }: Extract<Wish, { kind: 'vary' }>,
  today: CivilDate,
): PlanDocument | null {
  const places = plan.sectors.flatMap(({ objectives }, sector) =>
    objectives.map((said, objective) => ({ sector, objective, said })),
  );
  const change_ = (sector: number, objectives: readonly PlanObjective[]): PlanDocument => ({
    ...plan,
    sectors: plan.sectors.map((one, at) => (at === sector ? { ...one, objectives } : one)),
  });
  const day = addDays(today, days);
  if (change === 'add') {
    const sector = pick % plan.sectors.length;
    const { name = '', objectives = [] } = plan.sectors[sector] ?? {};
    // A number that nothing had before, withdrawn or not: titles tell objectives apart.
    const number = 10 * epochDay(today) + (pick % 10);
    return change_(sector, [...objectives, objectiveOf(number, name, [dated(day)], 7)]);
  }
  const movable = places.filter(({ said }) => change === 'withdraw' || isMovable(said));
  const chosen = movable[pick % Math.max(1, movable.length)];
  if (chosen === undefined || (change === 'withdraw' && places.length < 2)) return null;
  const { objectives = [] } = plan.sectors[chosen.sector] ?? {};
  if (change === 'withdraw')
    return change_(
      chosen.sector,
      objectives.filter((_, at) => at !== chosen.objective),
    );
  const moved = { ...chosen.said, milestones: [dated(civilDate(day))] };
  return change_(
    chosen.sector,
    objectives.map((one, at) => (at === chosen.objective ? moved : one)),
  );
}

/** One term, with a day of its own or fixed elsewhere. */
const isMovable = ({ milestones }: PlanObjective): boolean =>
  milestones.length === 1 && ['date', 'external-term'].includes(milestones[0]?.kind ?? '');
