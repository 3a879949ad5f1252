/** What a copy says of itself: made by which schema, when, and the hash of each of its files. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

/** Name of its file in the copy. */
export const MANIFEST = 'copia.json';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const Name = z.string().regex(/^[a-z][a-z0-9_]*$/);
const Manifest = z.object({
  format: z.literal(1),
  /** Real time, epoch milliseconds: facts committed later are not in it. */
  madeAt: z.int().positive(),
  migrations: z.array(z.object({ number: z.int(), name: z.string(), checksum: hash })).min(1),
  tables: z.array(
    z.object({ name: Name, columns: z.array(Name).min(1), rows: z.int().nonnegative(), sha256: hash }),
  ),
});
/** As it stands in the copy. */
export type Manifest = z.infer<typeof Manifest>;

/** The file of a table: PostgreSQL's text format of COPY, gzipped. */
export const fileOf = (table: string): string => `${table}.copy.gz`;

/** A folder that is no copy, or not a whole one; `message` is Italian. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}

/** Throws {@link BackupRefused}. */
export async function readManifest(folder: string): Promise<Manifest> {
  const file = path.join(folder, MANIFEST);
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw new BackupRefused(`${folder} non è una copia di sicurezza: manca ${MANIFEST}`, { cause });
  });
  try {
    return Manifest.parse(JSON.parse(text));
  } catch (cause) {
    throw new BackupRefused(`${file} non si legge: la copia è rovinata, o di un programma più nuovo`, {
      cause,
    });
  }
}
