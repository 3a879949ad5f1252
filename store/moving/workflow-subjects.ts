import type { Tx } from '../in-town.js';

/** What workflows follow in a town, by id. */
export interface WorkflowSubjects {
  readonly cycles: readonly { readonly id: string; readonly year: number }[];
  readonly objectives: readonly { readonly id: string; readonly year: number }[];
}

/** Of years that are closed too: a workflow that finds nothing to do ends at once. */
export async function workflowSubjects(tx: Tx): Promise<WorkflowSubjects> {
  return {
    cycles: [...(await tx<{ id: string; year: number }[]>`select id, year from cycle order by year`)],
    objectives: [
      ...(await tx<{ id: string; year: number }[]>`
        select o.id, c.year from objective o join cycle c on c.town = o.town and c.id = o.cycle
        order by c.year, o.ordinal, o.id`),
    ],
  };
}
