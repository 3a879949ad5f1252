/** *Obiettivi di struttura*: those that several sectors share, once each, with the degree in every one of them. */
import type { RelazioneSector, StructureObjective } from './relazione.js';
import type { SectorFact } from './relazione-facts.js';

/** In the order in which the plan first names them; `built`: the same sectors, with what is told of each objective. */
export function structureObjectives(
  sectors: readonly SectorFact[],
  built: readonly RelazioneSector[],
): readonly StructureObjective[] {
  const found = new Map<string, StructureObjective>();
  sectors.forEach(({ name, objectives }, at) => {
    objectives.forEach(({ id, number, title, shared, indicators }, place) => {
      const told = built[at]?.objectives[place];
      if (!shared || told === undefined) return;
      const { weight, outcome, degree } = told;
      const { sectors: before = [] } = found.get(id) ?? {};
      found.set(id, {
        ...{ number, title, indicators: indicators.map(({ text }) => text) },
        sectors: [...before, { sector: name, weight, outcome, degree }],
      });
    });
  });
  return [...found.values()];
}
