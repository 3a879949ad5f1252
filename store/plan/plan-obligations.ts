/** What a plan makes its sectors owe, as rows. */
import { randomUUID } from 'node:crypto';
import type { PlannedObligation } from '../../domain/obligations/from-plan.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { NewRow } from '../insert-rows.js';
import { roleColumns, type SectorIds } from '../people/roles.js';
import type { PlanRows } from './plan-rows.js';

/** One row each, in their order. Throws on a place that `rows` does not have. */
export function newObligations(
  planned: readonly PlannedObligation[],
  rows: Pick<PlanRows, 'places'>,
  sectors: SectorIds,
  { cycle, startDay }: { readonly cycle: string; readonly startDay: CivilDate },
): NewRow[] {
  const recurrences = new Map<string, string>();
  return planned.map(({ place, owner, term, opens, recurrence, subject }) => {
    const placed = rows.places[place.sector]?.[place.objective];
    if (placed === undefined)
      throw new Error(`no objective ${place.objective} in sector ${place.sector} of the plan`);
    const series = `${place.sector} ${place.objective} ${place.milestone}`;
    if (recurrence !== null && !recurrences.has(series)) recurrences.set(series, randomUUID());
    const holder = roleColumns(owner, sectors);
    return {
      // Named one by one: V8 builds objects that begin with a spread twenty times slower, and a plan may have 50,000.
      cycle,
      startDay,
      id: randomUUID(),
      kind: 'milestone',
      objective: placed.objective,
      sector: placed.sector,
      milestone: place.milestone === null ? null : (placed.milestones[place.milestone] ?? null),
      ownerRole: holder.role,
      ownerSector: holder.sector,
      termKind: term.kind,
      due: term.kind === 'external' ? null : term.due,
      anchor: term.kind === 'external' ? term.anchor : null,
      opens,
      recurrence: recurrence === null ? null : (recurrences.get(series) ?? null),
      recurrenceFrequent: recurrence?.frequent ?? null,
      occurrence: recurrence === null ? null : place.occurrence,
      weightUnits: subject.weight,
    };
  });
}
