/** When and by whom the town last chose whether the Sindaco is told, and by which act. */
import type { Instant } from '../../domain/time/instant.js';
import type { Tx } from '../in-town.js';

/** The last choice. */
export interface MayorRungSet {
  /** Town time. */
  readonly at: Instant;
  /** `null`: the program itself, or somebody erased. */
  readonly by: string | null;
}

/** `null`: nobody ever did, the town has what it began with. */
export async function mayorRungSet(tx: Tx): Promise<MayorRungSet | null> {
  const [row] = await tx<MayorRungSet[]>`
    select a.at, p.name as by from audit a left join person p on p.town = a.town and p.id = a.person
    where a.action = 'ladder.change' and a.before -> 'mayor' is distinct from a.after -> 'mayor'
    order by a.seq desc limit 1`;
  return row ?? null;
}
