/** Evidence in pieces of 1 MB: written from a stream, read as one, never whole in memory. */
import { createHash, randomUUID } from 'node:crypto';
import type { Instant } from '../domain/time/instant.js';
import type { AnyTx, Sql } from './connection.js';
import { safeFileName } from './evidence-name.js';
import { inTown, type Tx } from './in-town.js';

/** Largest file: 25 MB. */
export const MAX_EVIDENCE_BYTES = 25 * 1024 * 1024;
const CHUNK_BYTES = 1024 * 1024;

export interface Evidence {
  readonly id: string;
  readonly obligation: string;
  /** Safe to show and to send in a header. */
  readonly name: string;
  /** Media type as the edge determined it. */
  readonly type: string;
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
  /** Town time. */
  readonly addedAt: Instant;
  readonly addedBy: string | null;
}

export interface NewEvidence {
  readonly obligation: string;
  readonly name: string;
  readonly type: string;
  readonly addedAt: Instant;
  readonly addedBy: string | null;
}

export type StoredEvidence =
  | { readonly ok: true; readonly evidence: Evidence }
  | { readonly ok: false; readonly refusal: EvidenceRefusal };
export type EvidenceRefusal = 'too-large' | 'empty';

class Unfit extends Error {
  constructor(readonly refusal: EvidenceRefusal) {
    super(refusal);
  }
}

/** Writes the pieces as they come; on a refusal nothing of them stays. */
export async function storeEvidence(
  tx: Tx,
  file: NewEvidence,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<StoredEvidence> {
  const id = randomUUID();
  try {
    return await tx.savepoint(async (part) => {
      const { size, sha256 } = await writePieces(part, id, content);
      const evidence: Evidence = { ...file, id, name: safeFileName(file.name), size, sha256 };
      await part`
        insert into evidence (id, obligation, name, type, size, sha256, added_at, added_by)
        values (${id}, ${evidence.obligation}, ${evidence.name}, ${evidence.type}, ${size}, ${sha256},
          ${evidence.addedAt}, ${evidence.addedBy})`;
      return { ok: true, evidence };
    });
  } catch (error) {
    if (error instanceof Unfit) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

async function writePieces(
  tx: AnyTx,
  evidence: string,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(CHUNK_BYTES);
  let size = 0;
  let filled = 0;
  let seq = 0;
  const flush = async (): Promise<void> => {
    const bytes = chunk.subarray(0, filled);
    await tx`insert into evidence_chunk (evidence, seq, bytes) values (${evidence}, ${seq}, ${bytes})`;
    seq += 1;
    filled = 0;
  };
  for await (const piece of content) {
    size += piece.length;
    if (size > MAX_EVIDENCE_BYTES) throw new Unfit('too-large');
    hash.update(piece);
    for (let from = 0; from < piece.length; ) {
      const part = piece.subarray(from, from + CHUNK_BYTES - filled);
      chunk.set(part, filled);
      from += part.length;
      filled += part.length;
      if (filled === CHUNK_BYTES) await flush();
    }
  }
  if (size === 0) throw new Unfit('empty');
  if (filled > 0) await flush();
  return { size, sha256: hash.digest('hex') };
}

/** The files of these obligations, oldest first. */
export const listEvidence = async (tx: Tx, obligations: readonly string[]): Promise<readonly Evidence[]> =>
  tx<Evidence[]>`
    select id, obligation, name, type, size, sha256, added_at, added_by from evidence
    where obligation = any (${[...obligations]}::uuid[]) order by added_at, id`;

/** `null` when the town has none with that id. */
export async function findEvidence(tx: Tx, id: string): Promise<Evidence | null> {
  const [row] = await tx<Evidence[]>`
    select id, obligation, name, type, size, sha256, added_at, added_by from evidence where id = ${id}`;
  return row ?? null;
}

/**
 * The bytes of one file, a piece at a time. Each piece is a transaction of its own, so a slow reader
 * holds no connection; ends at once when the town has no such file.
 */
export async function* readEvidence(sql: Sql, town: string, id: string): AsyncGenerator<Uint8Array> {
  for (let seq = 0; ; seq++) {
    const [row] = await inTown(
      sql,
      town,
      (tx) =>
        tx<{ bytes: Buffer }[]>`select bytes from evidence_chunk where evidence = ${id} and seq = ${seq}`,
    );
    if (row === undefined) return;
    yield row.bytes;
  }
}
