/** *Compilatori*: people whom a head named to prepare lines of the sector's submissions, for a time. */
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Fragment } from '../connection.js';
import type { Tx } from '../in-town.js';
import { insertRows } from '../insert-rows.js';

/** What somebody may prepare on a day, in one sector. */
export interface Compiling {
  readonly sector: string;
  /** `null`: the whole sector. */
  readonly objectives: readonly string[] | null;
}

/** Whom to name, for what and until when. */
export interface NewCompiler extends Compiling {
  readonly person: string;
  readonly from: CivilDate;
  /** Last day; `null`: until called off. */
  readonly to: CivilDate | null;
  /** Town time. */
  readonly at: Instant;
  readonly by: string;
}

/** Returns its id. Rejects on days that end before they begin. */
export async function addCompiler(tx: Tx, one: NewCompiler): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into compiler (sector, person, valid_from, valid_to, named_at, named_by)
    values (${one.sector}, ${one.person}, ${one.from}, ${one.to}, ${one.at}, ${one.by}) returning id`;
  const { id } = row as { id: string };
  const objectives = (one.objectives ?? []).map((objective) => ({ compiler: id, objective }));
  if (objectives.length > 0) await insertRows(tx, 'compiler_objective', objectives);
  return id;
}

/** `false` when there is none with that id that still stands. */
export async function callOffCompiler(tx: Tx, id: string, at: Instant): Promise<boolean> {
  const ended =
    await tx`update compiler set called_off_at = ${at} where id = ${id} and called_off_at is null`;
  return ended.count === 1;
}

/** A naming on record. */
export interface KeptCompiler {
  readonly id: string;
  readonly sector: string;
  readonly person: string;
  readonly name: string;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  readonly namedBy: string;
  readonly isCalledOff: boolean;
  /** `null`: the whole sector; else in the plan's order. */
  readonly objectives:
    | readonly { readonly id: string; readonly number: string | null; readonly title: string }[]
    | null;
}

const compilersWhere = (tx: Tx, condition: Fragment): Promise<KeptCompiler[]> =>
  tx<KeptCompiler[]>`
    select k.id, k.sector, k.person, p.name, k.valid_from as "from", k.valid_to as "to", b.name as named_by,
      k.called_off_at is not null as is_called_off,
      (select jsonb_agg(jsonb_build_object('id', x.id, 'number', x.number, 'title', x.title) order by w.ordinal, x.id)
       from compiler_objective c join objective x on x.town = c.town and x.id = c.objective
         left join sector_weight w on w.town = x.town and w.objective = x.id and w.sector = k.sector
       where c.town = k.town and c.compiler = k.id) as objectives
    from compiler k join person p on p.town = k.town and p.id = k.person and p.erased_at is null
      join person b on b.town = k.town and b.id = k.named_by
    where ${condition}
    order by p.name, k.valid_from, k.id`;

/** Those that stand on a day or later, by name. */
export const listCompilers = (tx: Tx, day: CivilDate): Promise<readonly KeptCompiler[]> =>
  compilersWhere(tx, tx`k.called_off_at is null and (k.valid_to is null or k.valid_to >= ${day})`);

/** Also one that was called off; `null` when there is none with that id. */
export async function findCompiler(tx: Tx, id: string): Promise<KeptCompiler | null> {
  const [found] = await compilersWhere(tx, tx`k.id = ${id}`);
  return found ?? null;
}

/** For what somebody was named and not called off, whatever the days. */
export const namingsOf = (tx: Tx, person: string): Promise<readonly KeptCompiler[]> =>
  compilersWhere(tx, tx`k.called_off_at is null and k.person = ${person}`);

/** What these let prepare on a day, one entry a sector; named twice, it is both together. */
export function compilingOn(namings: readonly KeptCompiler[], day: CivilDate): readonly Compiling[] {
  const bySector = new Map<string, readonly string[] | null>();
  for (const { sector, objectives, from, to } of namings) {
    if (from > day || (to !== null && to < day)) continue;
    const known = bySector.get(sector);
    const both = objectives === null || known === null;
    bySector.set(sector, both ? null : [...(known ?? []), ...objectives.map(({ id }) => id)]);
  }
  return [...bySector].map(([sector, objectives]) => ({ sector, objectives }));
}
