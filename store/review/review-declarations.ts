/** What members said of a conflict: declared, abstained, taken back. Appended; the last word counts. */
import type { Declaration } from '../../domain/review/body.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import { instantText } from '../connection.js';
import type { Tx } from '../in-town.js';
import { insertRows } from '../insert-rows.js';
import { sectorIds } from '../people/roles.js';

/** A declaration on record. */
export interface KeptDeclaration extends Declaration {
  readonly memberName: string;
  readonly text: string;
  readonly on: CivilDate;
  /** Who wrote it down, when not the member. */
  readonly recordedBy: string | null;
}

/** Of a round, oldest first. */
export const listDeclarations = async (tx: Tx, duty: string): Promise<readonly KeptDeclaration[]> =>
  tx<KeptDeclaration[]>`
    select d.member, m.name as member_name, d.kind, s.name as sector, d.text, d.declared_on as on,
      case when d.recorded_by <> d.member then r.name end as recorded_by
    from review_declaration d
      join person m on m.town = d.town and m.id = d.member
      join person r on r.town = d.town and r.id = d.recorded_by
      left join sector s on s.town = d.town and s.id = d.sector
    where d.duty = ${duty} order by d.seq`;

/** A declaration to be recorded. */
export interface NewDeclaration extends Declaration {
  readonly duty: string;
  readonly text: string;
  readonly on: CivilDate;
  readonly at: Instant;
  readonly by: string;
}

/** Declarations are never changed: a later one stands in the place of an earlier. */
export async function insertDeclaration(tx: Tx, said: NewDeclaration): Promise<void> {
  const { duty, member, kind, text, on, at, by } = said;
  const sector = said.sector === null ? null : ((await sectorIds(tx)).get(said.sector) ?? null);
  await insertRows(tx, 'review_declaration', [
    { duty, member, kind, sector, text, declaredOn: on, declaredAt: instantText(at), recordedBy: by },
  ]);
}
