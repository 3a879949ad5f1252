/** A town drawn by chance from `drawn-words.ts`: many objectives, so that tables go on over pages. */
import type {
  ObjectiveDescription,
  PhaseDescription,
  SectorDescription,
  TownDescription,
} from '../description.js';
import { type Chance, chanceOf } from '../random.js';
import { SECTORS, SHARED_TASKS, STEPS, TASKS, TERMS } from './drawn-words.js';

export interface Drawing {
  readonly seed: number;
  readonly sectors: number;
  readonly objectives: number;
  /** Terms stand in the column of times, in phases, or are marks under twelve months. */
  readonly when: 'times' | 'phases' | 'marks';
  /** Numbers go on from sector to sector. */
  readonly running: boolean;
  /** How many objectives all sectors share, 0 to 3; they come first in the numbering. */
  readonly shared: number;
}

type Rest = Omit<TownDescription, 'sectors' | 'shared'>;

const SHARED_WEIGHT = 10;
const FACTORS = [1, 1.1, 1.2, 1.3, 1.5, 2];

/** Tasks and terms are drawn; the third sector lacks a number and the weights of the second make 95. */
export function drawnTown(rest: Rest, drawing: Drawing): TownDescription {
  const chance = chanceOf(drawing.seed);
  const tasks = chance.shuffled(TASKS);
  const shared = SHARED_TASKS.slice(0, drawing.shared).map((task, index) => ({
    number: String(index + 1),
    ...drawnObjective(task, chance, drawing),
    ...weighed(rest, SHARED_WEIGHT, chance),
    ...(rest.kind === 'report' ? { result: 100 } : {}),
  }));
  let number = shared.length;
  const sectors = SECTORS.slice(0, drawing.sectors).map(([name, owner], index): SectorDescription => {
    if (!drawing.running) number = shared.length;
    const all = (index === 1 ? 95 : 100) - shared.length * SHARED_WEIGHT;
    const objectives = drawnWeights(chance, drawing.objectives, all).map(
      (weight, at): ObjectiveDescription => {
        number += index === 2 && at === 2 ? 2 : 1;
        const task = tasks.pop();
        if (task === undefined) throw new Error('more objectives than tasks');
        return {
          number: String(number),
          ...drawnObjective(task, chance, drawing),
          ...weighed(rest, weight, chance),
          ...(rest.kind === 'report' ? { result: chance.one([0, 50, 80, 95, 100]) } : {}),
        };
      },
    );
    return { key: `s${index}`, name, owner, objectives };
  });
  return { ...rest, shared, sectors };
}

function weighed({ weights }: Rest, points: number, chance: Chance): { readonly weight?: number } {
  if (weights === 'none') return {};
  return { weight: weights === 'points' ? points : chance.one(FACTORS) };
}

/** Multiples of five that make the sum. */
function drawnWeights(chance: Chance, count: number, sum: number): number[] {
  const weights = Array.from({ length: count }, () => 5);
  for (let left = sum - 5 * count; left > 0; left -= 5) {
    const at = chance.below(count);
    weights[at] = (weights[at] ?? 0) + 5;
  }
  return weights;
}

function drawnObjective(
  [title, indicator]: readonly [string, string],
  chance: Chance,
  { when }: Drawing,
): Omit<ObjectiveDescription, 'number' | 'weight'> {
  const named = { title, indicators: [indicator] };
  if (when === 'times') return chance.below(6) === 0 ? named : { ...named, times: chance.one(TERMS) };
  if (when === 'marks') return { ...named, phases: drawnMarks(chance) };
  const terms = chance.shuffled(TERMS).slice(0, 1 + chance.below(3));
  return { ...named, phases: terms.map((term, at) => ({ text: STEPS[at] ?? '', when: term })) };
}

/** Each phase goes on where the one before it ended, or a month later. */
function drawnMarks(chance: Chance): PhaseDescription[] {
  let month = 1 + chance.below(3);
  return STEPS.slice(0, 1 + chance.below(3)).map((text) => {
    const first = month;
    const last = Math.min(12, first + chance.below(4));
    month = Math.min(12, last + 1 + chance.below(2));
    return { text, marks: Array.from({ length: last - first + 1 }, (_, index) => first + index) };
  });
}
