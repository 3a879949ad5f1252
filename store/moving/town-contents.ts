/** What a person wants to find in an archive of a town without any program: in words and hashes. */
import type { SealedHead } from '../../domain/register/seal.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { AnyTx } from '../connection.js';
import type { Organ } from '../plan/acts.js';
import type { ObjectiveState } from '../plan/objectives.js';

/** For people who open the archive. */
export interface ArchivedObjective {
  readonly year: number;
  readonly number: string | null;
  readonly title: string;
  readonly sectors: string;
  readonly state: ObjectiveState;
  /** Of the dated things it owed, what was concluded and how many there were. */
  readonly done: number;
  readonly owed: number;
}

/** For people who open the archive. */
export interface ArchivedAct {
  readonly organ: Organ;
  readonly number: string;
  readonly adoptedOn: CivilDate;
  readonly subject: string;
}

/** For people who open the archive. */
export interface ArchivedSeal {
  readonly week: CivilDate;
  readonly day: CivilDate;
  readonly hash: string;
  readonly chains: number;
}

/** For people who open the archive; its bytes are a file beside. */
export interface ArchivedEvidence {
  /** Of the file. */
  readonly id: string;
  readonly objective: string | null;
  readonly owed: string | null;
}

/** What the archive tells without a program. */
export interface TownContents {
  readonly objectives: readonly ArchivedObjective[];
  readonly acts: readonly ArchivedAct[];
  /** In the order of kind and title; `name` as objectives and sectors are called. */
  readonly chains: readonly (SealedHead & { readonly name: string })[];
  readonly seals: readonly ArchivedSeal[];
  readonly evidence: readonly ArchivedEvidence[];
}

/** Within a transaction that sees all towns. */
export async function townContents(tx: AnyTx, town: string): Promise<TownContents> {
  return {
    objectives: await tx<ArchivedObjective[]>`
      select c.year, o.number, o.title, o.state,
        coalesce((select string_agg(s.name, ', ' order by s.name) from sector_weight w
          join sector s on s.town = w.town and s.id = w.sector
          where w.town = o.town and w.objective = o.id), '') as sectors,
        (select count(*) from obligation b where b.town = o.town and b.objective = o.id and b.kind = 'milestone'
          and b.state = 'done') as done,
        (select count(*) from obligation b where b.town = o.town and b.objective = o.id and b.kind = 'milestone'
          and b.state <> 'superseded') as owed
      from objective o join cycle c on c.town = o.town and c.id = o.cycle
      where o.town = ${town} order by c.year, o.ordinal, o.id`,
    acts: await tx<ArchivedAct[]>`
      select organ, number, adopted_on, subject from act where town = ${town} order by adopted_on, number, id`,
    chains: await tx<(SealedHead & { name: string })[]>`
      select c.subject_kind as kind, c.subject as id, c.head_seq as seq, c.head_hash as hash,
        coalesce(o.title, s.name, y.year::text, '') as name
      from register_chain c
        left join objective o on o.town = c.town and o.id = c.subject
        left join sector s on s.town = c.town and s.id = c.subject
        left join cycle y on y.town = c.town and y.id = c.subject
      where c.town = ${town} and c.head_hash is not null order by c.subject_kind, name, c.subject`,
    seals: await tx<ArchivedSeal[]>`
      select week, day, hash, jsonb_array_length(heads) as chains from register_seal
      where town = ${town} order by week`,
    evidence: await tx<ArchivedEvidence[]>`
      select e.id, o.title as objective, coalesce(m.phrase, b.title) as owed
      from evidence e join obligation b on b.town = e.town and b.id = e.obligation
        left join objective o on o.town = b.town and o.id = b.objective
        left join milestone m on m.town = b.town and m.id = b.milestone
      where e.town = ${town} order by e.id`,
  };
}
