/** What a town that arrives must not do: take what another has, or bring rows of another. */
import type { AnyTx } from '../connection.js';
import { type TownManifest, TownRefused } from './town-manifest.js';
import type { TownTable } from './town-tables.js';

/** Refuses a short name, an id or an IPA code that a town here has, and names it. */
export async function notTaken(tx: AnyTx, { id, slug, ipaCode }: TownManifest['town']): Promise<void> {
  const [other] = await tx<{ id: string; slug: string; name: string }[]>`
    select id, slug, name from town
    where id = ${id} or slug = ${slug} or lower(ipa_code) = lower(${ipaCode}) limit 1`;
  if (other === undefined) return;
  const what =
    other.id === id
      ? 'Il comune è già in questa installazione'
      : other.slug === slug
        ? `La sigla "${slug}" è già di un altro comune`
        : `Il codice IPA ${ipaCode} è già di un altro comune`;
  throw new TownRefused(`${what}: ${other.name}`);
}

/** Every staged row is of the town that the manifest names, and the town is the one it describes. */
export async function onlyOf(
  tx: AnyTx,
  { town: { id, slug, name, ipaCode, mode } }: TownManifest,
  tables: readonly TownTable[],
): Promise<void> {
  for (const { name: table } of tables) {
    const [foreign] = await tx`select 1 from ${tx(`arriving_${table}`)}
      where ${tx(table === 'town' ? 'id' : 'town')} is distinct from ${id} limit 1`;
    if (foreign !== undefined) throw new TownRefused(`La tabella «${table}» ha righe di un altro comune`);
  }
  const [town] = await tx`select 1 from arriving_town
    where slug = ${slug} and name = ${name} and ipa_code is not distinct from ${ipaCode} and mode = ${mode}`;
  if (town === undefined) throw new TownRefused('Il comune non è quello che il manifesto dice');
}

/** Ids are one of a kind in the whole installation: links and calendars find rows by them alone. */
export async function noRowElsewhere(tx: AnyTx, tables: readonly TownTable[]): Promise<void> {
  for (const { name, columns } of tables) {
    if (name === 'town' || !columns.includes('id')) continue;
    const [same] =
      await tx`select 1 from ${tx(`arriving_${name}`)} a join ${tx(`public.${name}`)} b on b.id = a.id
      where pg_typeof(b.id) = 'uuid'::regtype limit 1`;
    if (same !== undefined)
      throw new TownRefused(`La tabella «${name}» ha identificativi di un altro comune`);
  }
}
