/** Evidence in pieces of 1 MB: written from a stream, read as one, never whole in memory. */
import { randomUUID } from 'node:crypto';
import type { Instant } from '../../domain/time/instant.js';
import type { Sql } from '../connection.js';
import {
  cutIntoPieces,
  type FileContent,
  MAX_FILE_BYTES,
  piecesOf,
  UnfitFile,
  type UnfitReason,
} from '../file-pieces.js';
import { inTown, type Tx } from '../in-town.js';
import { safeFileName } from './evidence-name.js';

/** Largest file: 25 MB. */
export const MAX_EVIDENCE_BYTES = MAX_FILE_BYTES;

/** A file, without its bytes. */
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

/** A file on its way in; its hash is worked out while it is read. */
export interface NewEvidence {
  readonly obligation: string;
  readonly name: string;
  readonly type: string;
  readonly addedAt: Instant;
  readonly addedBy: string | null;
}

/** Kept; or why not, and then nothing of it is. */
export type StoredEvidence =
  | { readonly ok: true; readonly evidence: Evidence }
  | { readonly ok: false; readonly refusal: UnfitReason };

/** Writes the pieces as they come; on a refusal nothing of them stays. */
export async function storeEvidence(
  tx: Tx,
  file: NewEvidence,
  content: FileContent,
): Promise<StoredEvidence> {
  const id = randomUUID();
  // By hand: a savepoint of postgres.js writes past the guard of `lost-connection.ts`.
  await tx`savepoint evidence`;
  try {
    const { size, sha256 } = await cutIntoPieces(
      content,
      (seq, bytes) => tx`insert into evidence_chunk (evidence, seq, bytes) values (${id}, ${seq}, ${bytes})`,
    );
    const evidence: Evidence = { ...file, id, name: safeFileName(file.name), size, sha256 };
    await tx`
      insert into evidence (id, obligation, name, type, size, sha256, added_at, added_by)
      values (${id}, ${evidence.obligation}, ${evidence.name}, ${evidence.type}, ${size}, ${sha256},
        ${evidence.addedAt}, ${evidence.addedBy})`;
    await tx`release savepoint evidence`;
    return { ok: true, evidence };
  } catch (error) {
    if (!(error instanceof UnfitFile)) throw error;
    await tx`rollback to savepoint evidence`;
    return { ok: false, refusal: error.reason };
  }
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

/** Its first bytes, at most `most`; `null` when its content is kept no longer: then only name, size and hash are. */
export async function evidenceHead(tx: Tx, id: string, most: number): Promise<Uint8Array | null> {
  const [row] = await tx<{ head: Buffer }[]>`
    select substring(bytes from 1 for ${most}) as head from evidence_chunk where evidence = ${id} and seq = 0`;
  return row?.head ?? null;
}

/**
 * The bytes of one file, a piece at a time. Each piece is a transaction of its own, so a slow reader
 * holds no connection; ends at once when the town has no such file.
 */
export const readEvidence = (sql: Sql, town: string, id: string): AsyncGenerator<Uint8Array> =>
  piecesOf((seq) =>
    inTown(sql, town, async (tx) => {
      const [row] = await tx<{ bytes: Buffer }[]>`
        select bytes from evidence_chunk where evidence = ${id} and seq = ${seq}`;
      return row?.bytes;
    }),
  );
