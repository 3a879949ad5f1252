import { createHash, randomUUID } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../store/connection.js';
import { inTown } from '../../store/in-town.js';
import {
  findEvidence,
  listEvidence,
  MAX_EVIDENCE_BYTES,
  readEvidence,
  type StoredEvidence,
  storeEvidence,
} from '../../store/obligations/evidence.js';
import { safeFileName } from '../../store/obligations/evidence-name.js';
import { freshDatabase } from '../database.js';
import { bareTown, NOON, type PlannedTown, plannedTown } from './furnished-town.js';

const database = await freshDatabase();
const sql = connect(database.appUrl, { max: 2 });
afterAll(() => sql.end());

let town: PlannedTown;
beforeAll(async () => {
  town = await plannedTown(sql);
});
const MB = 1024 * 1024;
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const obligation = (): string => town.obligations[0]?.id ?? '';

/** `bytes` in pieces of odd sizes, made as they are asked for. */
function* content(bytes: number, piece = 65_521): Generator<Buffer> {
  for (let from = 0; from < bytes; from += piece)
    yield Buffer.alloc(Math.min(piece, bytes - from), from % 251);
}
const store = (pieces: Iterable<Uint8Array>, name = 'delibera.pdf'): Promise<StoredEvidence> =>
  inTown(sql, town.town, (tx) =>
    storeEvidence(
      tx,
      { obligation: obligation(), name, type: 'application/pdf', addedAt: NOON, addedBy: town.head },
      pieces,
    ),
  );
async function hashOf(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

describe('a file', () => {
  it.each([1, MB - 1, MB, MB + 1, 3 * MB])(
    'of %i bytes comes back byte for byte, with its size and SHA-256',
    async (bytes) => {
      const stored = await store(content(bytes));
      if (!stored.ok) throw new Error(stored.refusal);
      const expected = await hashOf(content(bytes));
      expect(stored.evidence).toMatchObject({ size: bytes, sha256: expected, name: 'delibera.pdf' });
      expect(await hashOf(readEvidence(sql, town.town, stored.evidence.id))).toBe(expected);
    },
  );

  it('of 25 MB is written and read in pieces: never more than 16 MB more memory outside the heap', async () => {
    const bytes = MAX_EVIDENCE_BYTES;
    const held = (): number => process.memoryUsage().arrayBuffers;
    collectGarbage();
    const before = held();
    let highest = before;
    const watch = (): void => {
      // It has all to walk through that other files left: called when there is something, and what one call frees the next counts.
      for (let calls = 0; calls < 3 && held() - before >= 8 * MB; calls++) collectGarbage();
      highest = Math.max(highest, held());
    };
    function* watched(): Generator<Buffer> {
      for (const piece of content(bytes, MB)) {
        watch();
        yield piece;
      }
    }
    const stored = await store(watched());
    if (!stored.ok) throw new Error(stored.refusal);
    let read = 0;
    for await (const piece of readEvidence(sql, town.town, stored.evidence.id)) {
      expect(piece.length).toBeLessThanOrEqual(MB);
      read += piece.length;
      watch();
    }
    expect(read).toBe(bytes);
    expect(highest - before).toBeLessThan(16 * MB);
  });

  it('of one byte more than 25 MB, or of none, is refused and leaves nothing', async () => {
    const count = async (): Promise<unknown> =>
      (await inTown(sql, town.town, (tx) => tx`select count(*) as chunks from evidence_chunk`))[0];
    const before = await count();
    expect(await store(content(MAX_EVIDENCE_BYTES + 1, MB))).toEqual({ ok: false, refusal: 'too-large' });
    expect(await store([])).toEqual({ ok: false, refusal: 'empty' });
    expect(await count()).toEqual(before);
  });

  it('whose sender breaks off leaves nothing', async () => {
    function* broken(): Generator<Buffer> {
      yield* content(2 * MB);
      throw new Error('connection lost');
    }
    const before = await inTown(sql, town.town, (tx) => listEvidence(tx, [obligation()]));
    await expect(store(broken())).rejects.toThrow('connection lost');
    expect(await inTown(sql, town.town, (tx) => listEvidence(tx, [obligation()]))).toEqual(before);
  });

  it('is found and read in its own town only', async () => {
    const stored = await store(content(10));
    if (!stored.ok) throw new Error(stored.refusal);
    const other = await bareTown(sql);
    const { id } = stored.evidence;
    expect(await inTown(sql, town.town, (tx) => findEvidence(tx, id))).toEqual(stored.evidence);
    expect(await inTown(sql, other, (tx) => findEvidence(tx, id))).toBeNull();
    expect(await hashOf(readEvidence(sql, other, id))).toBe(await hashOf([]));
    expect(await hashOf(readEvidence(sql, town.town, randomUUID()))).toBe(await hashOf([]));
  });

  it('cannot be changed once it is there, nor lose or gain a piece', async () => {
    const stored = await store(content(10));
    if (!stored.ok) throw new Error(stored.refusal);
    await expect(
      inTown(sql, town.town, (tx) => tx`update evidence_chunk set bytes = ''`),
    ).rejects.toMatchObject({
      code: '42501',
    });
    const piece = (evidence: string): Promise<unknown> =>
      inTown(
        sql,
        town.town,
        (tx) =>
          tx`insert into evidence_chunk (evidence, seq, bytes) values (${evidence}, 9, ${Buffer.from('x')})`,
      );
    await expect(piece(stored.evidence.id)).rejects.toMatchObject({ constraint_name: 'evidence_is_whole' });
    await expect(piece(randomUUID())).rejects.toMatchObject({ code: '23503' });
  });
});

describe('its name', () => {
  it.each([
    ['a plain one', 'delibera n. 48.pdf', 'delibera n. 48.pdf'],
    ['accents', 'Attività_è.pdf', 'Attività_è.pdf'],
    ['a decomposed accent', 'Attivita\u0300.pdf', 'Attività.pdf'],
    ['a path', '../../etc/passwd', 'passwd'],
    ['a Windows path', 'C:\\Users\\x\\atto.p7m', 'atto.p7m'],
    ['a hidden one', '.htaccess', 'htaccess'],
    ['only dots', '...', 'documento'],
    ['nothing', '', 'documento'],
    ['control characters and line breaks', 'a\u0000b\r\nSet-Cookie: x.pdf', 'abSet-Cookie_ x.pdf'],
    ['an extension turned round', 'fattura\u202efdp.exe', 'fatturafdp.exe'],
    ['quotes and angle brackets', '<img src="x">.html', '_img src=_x__.html'],
    ['dots and blanks at the end', 'atto.pdf. .', 'atto.pdf'],
  ])('%s', (_, given, safe) => {
    expect(safeFileName(given)).toBe(safe);
  });

  it('keeps its extension when it is cut to 120 characters', () => {
    const name = safeFileName(`${'è'.repeat(300)}.pdf.p7m`);
    expect([...name]).toHaveLength(120);
    expect(name.endsWith('.pdf.p7m')).toBe(true);
  });
});
