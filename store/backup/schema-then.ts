import type { Migration } from '../migrate.js';

interface Told {
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[];
}

/**
 * The migrations that the database had of which something was copied: a beginning of ours. Throws what `refusal` makes of
 * an Italian sentence; `newer` says what to do about a newer program.
 */
export function schemaThen(
  { migrations }: Told,
  ours: readonly Migration[],
  refusal: (why: string) => Error,
  { whose, newer }: { readonly whose: string; readonly newer: string },
): readonly Migration[] {
  const last = migrations.at(-1);
  const known = ours.slice(0, migrations.length);
  if (last === undefined || known.length < migrations.length)
    throw refusal(`${whose} è di un programma più nuovo (${last?.name ?? 'senza schema'}): ${newer}`);
  for (const [index, { name, checksum }] of migrations.entries())
    if (known[index]?.checksum !== checksum)
      throw refusal(`${whose} è di un altro schema: ${name} non è quella di questo programma`);
  return known;
}
