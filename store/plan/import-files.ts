/** The files that plans were imported from, in pieces of 1 MB as evidence is kept. */
import type { Sql } from '../connection.js';
import { inTown, type Tx } from '../in-town.js';

/** Largest file: 20 MB. */
export const MAX_IMPORT_BYTES = 20_000_000;
const CHUNK_BYTES = 1024 * 1024;

/** Before the row of the draft is written, in the same transaction. */
export async function writeImportFile(tx: Tx, draft: string, bytes: Uint8Array): Promise<void> {
  for (let seq = 0; seq * CHUNK_BYTES < bytes.byteLength; seq++) {
    const piece = Buffer.from(bytes.subarray(seq * CHUNK_BYTES, (seq + 1) * CHUNK_BYTES));
    await tx`insert into import_draft_chunk (draft, seq, bytes) values (${draft}, ${seq}, ${piece})`;
  }
}

/** A piece at a time, each in a transaction of its own; ends at once when the town has no such file. */
export async function* readImportFile(sql: Sql, town: string, draft: string): AsyncGenerator<Uint8Array> {
  for (let seq = 0; ; seq++) {
    const [row] = await inTown(
      sql,
      town,
      (tx) =>
        tx<{ bytes: Buffer }[]>`select bytes from import_draft_chunk where draft = ${draft} and seq = ${seq}`,
    );
    if (row === undefined) return;
    yield row.bytes;
  }
}
