/** The facts of the example's Relazione, from its files alone: no database, no clock. */
import { plannedObligations } from '../domain/obligations/from-plan.js';
import { dueOf } from '../domain/obligations/obligation.js';
import { firstNoticeDay } from '../domain/obligations/rung-days.js';
import type { PlanObjective, PlanSector } from '../domain/plan/plan-document.js';
import { points } from '../domain/plan/points.js';
import type { ObjectiveFact, PhaseFact, ReasonFact } from '../domain/relazione/objective-facts.js';
import type { RelazioneFacts } from '../domain/relazione/relazione-facts.js';
import { DEFAULT_SCORING_RULES } from '../domain/scoring/scoring-rules.js';
import type { CivilDate } from '../domain/time/civil-date.js';
import { workingCalendar } from '../domain/time/working-calendar.js';
import { type ExampleFiles, readExample } from './example-files.js';
import {
  type ExampleRelazione,
  type ExampleResult,
  readExampleRelazione,
} from './example-relazione-files.js';

/** As of the day of its act. */
export async function exampleRelazioneFacts(): Promise<RelazioneFacts> {
  const [example, said] = await Promise.all([readExample(), readExampleRelazione()]);
  const { town, plan } = example;
  const { redistribution, scale } = DEFAULT_SCORING_RULES;
  const phases = phasesOf(example, said);
  return {
    town: { name: town.name, ipaCode: town.ipaCode },
    year: plan.document.year,
    words: town.settings.words,
    scoring: { scale: plan.document.weights === 'none' ? 'none' : scale, redistribution },
    publishesTotals: town.settings.relazione.publishesTotals,
    ...{ asOf: said.asOf, texts: said.texts as RelazioneFacts['texts'], acts: said.acts },
    ...{ variations: said.variations, monitoring: said.monitoring, steps: said.steps },
    sectors: plan.sectors.map((sector, at) => {
      const results = said.results.find((one) => one.sector === sector.name)?.objectives ?? [];
      return {
        name: sector.name,
        objectives: sector.objectives.map((objective, place) => {
          const result = results.find((one) => one.objective === objective.title);
          const own = phases.get(`${at}.${place}`) ?? [];
          return objectiveFact(objective, { sector, place, result: result ?? null, phases: own });
        }),
      };
    }),
  };
}

interface Place {
  readonly sector: PlanSector;
  readonly place: number;
  readonly result: ExampleResult | null;
  readonly phases: readonly PhaseFact[];
}

function objectiveFact(objective: PlanObjective, { sector, place, result, phases }: Place): ObjectiveFact {
  const { number, title, shared, weight, indicators } = objective;
  const reason = result?.reason == null ? null : reasonFact(result.reason, sector.name);
  return {
    id: shared ? `shared:${title}` : `${sector.name}.${place}`,
    ...{ number, title, shared, weight: weight === null ? null : points(weight), phases },
    indicators: indicators.map((one, index) => ({ ...one, result: result?.results[index] ?? null })),
    decided: result === null ? null : { is: 'degree', degree: result.degree, reason: reason?.text ?? null },
    ...{ reason, evidence: result?.evidence ?? [] },
  };
}

const reasonFact = ({ by, ...rest }: NonNullable<ExampleResult['reason']>, sector: string): ReasonFact => ({
  ...rest,
  by: by === 'head' ? { role: by, sector } : { role: by },
});

/** By place of sector and objective: what the plan made owe, and the day on which it was done. */
function phasesOf(
  { town, plan, completions }: ExampleFiles,
  said: ExampleRelazione,
): ReadonlyMap<string, readonly PhaseFact[]> {
  const calendar = workingCalendar(town.closures);
  const keyOf = (...parts: readonly (string | null)[]): string => JSON.stringify(parts);
  const done = new Map<string, CivilDate>(
    [...completions, ...said.completions].map((one) => [
      keyOf(one.sector, one.objective, one.milestone, one.due),
      one.doneOn,
    ]),
  );
  const phases = new Map<string, PhaseFact[]>();
  for (const one of plannedObligations(plan, firstNoticeDay(town.startDay, calendar), calendar)) {
    const { sector, objective, milestone } = one.subject;
    const doneOn = done.get(keyOf(sector, objective, milestone, dueOf(one))) ?? null;
    const at = `${one.place.sector}.${one.place.objective}`;
    const phase: PhaseFact = {
      ...{ phrase: milestone, term: one.term, state: doneOn === null ? 'open' : 'done', doneOn },
      recurrence: one.recurrence === null ? null : `${at}.${one.place.milestone}`,
    };
    phases.set(at, [...(phases.get(at) ?? []), phase]);
  }
  return phases;
}
