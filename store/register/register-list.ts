/** Where the register has entries: what its page searches. */
import type { Tx } from '../in-town.js';

/** An objective whose chain has entries. */
export interface RegisteredObjective {
  readonly id: string;
  readonly year: number;
  readonly number: string | null;
  readonly title: string;
  readonly entries: number;
}

/** Somebody who was given a notice. */
export interface RegisteredPerson {
  readonly id: string;
  /** The role they held, when their name was erased. */
  readonly name: string;
  readonly isErased: boolean;
  readonly notices: number;
}

/** Latest year first, in the plan's order; an empty search finds all. */
export const registeredObjectives = async (
  tx: Tx,
  search: string,
  atMost: number,
): Promise<readonly RegisteredObjective[]> =>
  tx<RegisteredObjective[]>`
    select ob.id, c.year, ob.number, ob.title, rc.head_seq as entries
    from register_chain rc
      join objective ob on ob.town = rc.town and ob.id = rc.subject
      join cycle c on c.town = ob.town and c.id = ob.cycle
    where rc.subject_kind = 'objective' and rc.head_seq > 0
      and position(lower(${search}) in lower(concat_ws(' ', ob.number, ob.title))) > 0
    order by c.year desc, ob.ordinal, ob.id limit ${atMost}`;

/** Whoever was given a notice, by name; an empty search finds all. */
export const registeredPeople = async (
  tx: Tx,
  search: string,
  atMost: number,
): Promise<readonly RegisteredPerson[]> =>
  tx<RegisteredPerson[]>`
    select p.id, p.name, p.erased_at is not null as is_erased, n.notices
    from person p cross join lateral (
      select count(*) as notices from notice where town = p.town and person = p.id) n
    where n.notices > 0 and position(lower(${search}) in lower(p.name)) > 0
    order by p.name, p.id limit ${atMost}`;
