/** Free text beside the register with its salts: what a dossier carries, so that it can be checked elsewhere. */
import type { DossierText } from '../../domain/register/dossier.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import { civilDateAt } from '../../domain/time/zone.js';
import type { Tx } from '../in-town.js';

interface Row {
  hash: string;
  salt: string | null;
  text: string | null;
  erasedAt: Instant | null;
}

/** By hash, in the order of `hashes`; those that no text ever had are absent. Days are of the town's `zone`. */
export async function textsWithSalts(
  tx: Tx,
  hashes: readonly string[],
  zone: string,
): Promise<readonly DossierText[]> {
  const rows = await tx<Row[]>`
    select hash, salt, text, erased_at from register_text where hash = any (${[...hashes]})`;
  const found = new Map(rows.map((row) => [row.hash, row]));
  return [...new Set(hashes)].flatMap((hash) => {
    const row = found.get(hash);
    return row === undefined ? [] : [textOf(row, zone)];
  });
}

function textOf({ hash, salt, text, erasedAt }: Row, zone: string): DossierText {
  if (salt !== null && text !== null) return { hash, salt, text };
  return { hash, erased: erasedOn(erasedAt, zone) };
}

function erasedOn(at: Instant | null, zone: string): CivilDate {
  if (at === null) throw new Error('a text without salt has no day of erasure');
  return civilDateAt(at, zone);
}

/** On which day each of these was erased; those that were not are absent. */
export async function erasedTexts(
  tx: Tx,
  hashes: readonly string[],
  zone: string,
): Promise<ReadonlyMap<string, CivilDate>> {
  const rows = await tx<{ hash: string; erasedAt: Instant }[]>`
    select hash, erased_at from register_text where hash = any (${[...hashes]}) and text is null`;
  return new Map(rows.map((row) => [row.hash, civilDateAt(row.erasedAt, zone)]));
}
