import type { Instant } from '../../domain/time/instant.js';
import { needWholeView } from '../backup/whole-view.js';
import type { Sql } from '../connection.js';
import { TownRefused } from './town-manifest.js';

/** Which, and that somebody means it. */
export interface TownToDelete {
  readonly id: string;
  /** The town's whole name, as somebody typed it. */
  readonly confirmed: string;
  /** Also when something happened since it was last exported, or it never was. */
  readonly withoutExport: boolean;
}

const REFUSALS: Readonly<Record<string, string>> = {
  town_there: 'Il comune non c’è più',
  town_confirmed: 'Il nome non è quello del comune: scrivilo per intero, come sta nelle pagine',
  town_exported:
    'Nel comune è successo qualcosa dopo l’ultima esportazione, o un’e-mail sta partendo, o non è mai stato esportato: esportalo adesso, oppure usa --without-export se i suoi dati non servono più a nessuno',
};

/**
 * Everything of the town, for good; one line of the installation's events stays. `now` is real time. Returns the ids of
 * the workflows that ran for it. Throws {@link TownRefused}; then nothing is gone.
 */
export async function deleteTown(
  ownerSql: Sql,
  { id, confirmed, withoutExport }: TownToDelete,
  now: Instant,
): Promise<readonly string[]> {
  await needWholeView(ownerSql);
  try {
    const rows = await ownerSql<{ workflow: string }[]>`
      select * from delete_town(${id}, ${confirmed}, ${withoutExport}, ${now}) as workflow`;
    return rows.map(({ workflow }) => workflow);
  } catch (error) {
    const why = REFUSALS[String((error as { constraint_name?: unknown }).constraint_name)];
    throw why === undefined ? error : new TownRefused(why, { cause: error });
  }
}
